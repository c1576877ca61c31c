"""What a name means in one document: its date, its issuers and the names it gives in full decide.

A short form ("the Forum") holds only where a full name stood; of states that share a name ("Korea", "Congo") the one
the document is about is meant; nothing is meant that was not there yet. Alternatives stay behind the best, and
``confidence`` says how sure that one is.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from comity.catalogue.catalogue import Catalogue
from comity.catalogue.entry import Entry
from comity.catalogue.names import Match, NameMatcher, Role
from comity.catalogue.period import before
from comity.model import Document, Span

#: How sure a match of each role is. A judgement: the hand-checked samples (docs/names-in-text.md) bear out the whole,
#: 0.98, and are too few to tell the roles apart.
_SURE: Final[Mapping[Role, float]] = {
    "name": 0.99, "acronym": 0.99, "adjective": 0.98, "defined": 0.95, "metonym": 0.9, "contextual": 0.85,
    "ambiguous": 0.8,
}  # fmt: skip
_NOT_THERE_YET = 0.5
_PLACE = 0.5  # "the summit in Madrid" names the city, and the state only by it
_FULL: Final = ("name", "acronym")
#: Kinds of document whose issuer reports what others say: a publisher the catalogue does not know is no actor.
PRESS: Final = ("news-report", "opinion", "press-briefing")
_DEFINED = re.compile(
    r"\s*\(\s*(?:the\s+|hereinafter\s+|hereafter\s+|referred to as\s+)*[“\"'‘]?([A-Z][\w&+\-]{1,14})[”\"'’]?\s*\)"
)
_WHERE = re.compile(r"\b(?:in|at|near|to|from|visit|visited|visiting|left|reached|outside)(?: the)? $")
_BEFORE = re.compile(r"([\w.’'-]+)(,?) $")
_AFTER = re.compile(r" ([A-Z][\w’'-]+)")
_TITLES = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Senator", "Representative", "Congressman", "Congresswoman", "Judge",
     "General", "Admiral", "Colonel", "Captain", "Secretary", "Professor")
)  # fmt: skip


class Context:
    """The names of one document, and what they mean in it."""

    def __init__(self, document: Document, catalogue: Catalogue, matcher: NameMatcher) -> None:
        self._matcher = matcher
        self._date = document.date
        self.named: tuple[Match, ...] = tuple(matcher.find(document.text))
        self._defined = {**_own_names(document, catalogue), **defined_names(document.text, self.named, catalogue)}
        self._met: defaultdict[str, list[int]] = defaultdict(list)
        for match in self.named:
            if match.role in _FULL and len(match.entries) == 1:
                self._met[match.entries[0].id].append(match.start)
        issuers = (catalogue.find(issuer)[:1] for issuer in document.issuers)
        self._issuers = frozenset(entry.id for found in issuers for entry in found)

    def find(self, text: str, at: int = 0) -> list[Match]:
        """Return the names in a part of the document that begins at offset ``at``, resolved; offsets are the part's."""
        return [*self._with_defined(self._resolved(self._matcher.find(text), text, at), text)]

    def _resolved(self, matches: Iterable[Match], text: str, at: int) -> Iterator[Match]:
        for match in matches:
            if match.role == "contextual":
                yield from self._short_form(match, at + match.start)
            elif not _is_homonym(match, text):
                found = self._shared(match)
                place = match.role == "metonym" and _WHERE.search(text, 0, match.start)
                yield found._replace(confidence=round(found.confidence * _PLACE, 2)) if place else found

    def _shared(self, match: Match) -> Match:
        """Put the entry first that the document means: in being, in office, its issuer, most often named in full."""
        there = [entry for entry in match.entries if self._was_there(entry)] or list(match.entries)
        weights = {entry: self._weight(entry) for entry in there}
        usual = there[0]
        if usual.id in self._met and not self._issuers & {entry.id for entry in there}:
            weights[usual] = max(weights.values())
        best = sorted(there, key=lambda entry: -weights[entry])
        sure = _SURE[match.role] * (weights[best[0]] + 1) / (sum(weights.values()) + len(there))
        sure *= 1.0 if self._was_there(best[0]) else _NOT_THERE_YET
        others = [entry for entry in match.entries if entry not in best]
        return match._replace(entries=(*best, *others), confidence=round(sure, 2))

    def _short_form(self, match: Match, position: int) -> Iterator[Match]:
        """Yield the match with the entry whose full name stood last before it; nothing where none stood at all."""
        known = [entry for entry in match.entries if self._is_known(entry) and self._had_begun(entry)]
        if not known:
            return
        last = {entry: _last_before(self._met.get(entry.id, ()), position) for entry in known}
        entries = tuple(sorted(known, key=lambda entry: -last[entry]))
        if len(entries) > 1 and last[entries[0]] < 0:
            return
        sure = _SURE["contextual"] * (1.0 if len(entries) == 1 else 0.9)
        yield match._replace(entries=entries, confidence=round(sure, 2))

    def _is_known(self, entry: Entry) -> bool:
        return entry.id in self._met or entry.id in self._issuers

    def _weight(self, entry: Entry) -> int:
        """Return how much speaks for an entry: how often it is named in full, an issuer more than anything."""
        named = len(self._met.get(entry.id, ()))
        return named + 1 + len(self.named) if entry.id in self._issuers else named

    def _was_there(self, entry: Entry) -> bool:
        return self._date is None or holds(entry, self._date)

    def _had_begun(self, entry: Entry) -> bool:
        return self._date is None or entry.since is None or not before(self._date, entry.since)

    def _with_defined(self, matches: Iterable[Match], text: str) -> Iterator[Match]:
        taken: list[Span] = []
        for match in matches:
            own = self._defined.get(text[match.start : match.end])
            taken.append(Span(match.start, match.end))
            yield match._replace(entries=(own,), role="defined", confidence=_SURE["defined"]) if own else match
        for acronym, entry in self._defined.items():
            for hit in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?!\w)", text):
                span = Span(hit.start(), hit.end())
                if not any(span.overlaps(other) for other in taken):
                    yield Match(span.start, span.end, (entry,), "defined", _SURE["defined"])


def holds(entry: Entry, date: str) -> bool:
    """Tell whether an entry may have been in being, or a person in office, on a date.

    What ended is still spoken of, and a treaty is named while it is negotiated; only states and persons end.
    """
    if entry.kind in ("state", "polity", "person"):
        return entry.period.holds(date)
    return entry.since is None or not before(date[:4], entry.since[:4]) or entry.kind == "instrument"


def defined_names(text: str, named: Sequence[Match], catalogue: Catalogue) -> dict[str, Entry]:
    """Return the acronyms that the text binds itself: "Declaration on the Conduct ... (DOC)".

    An acronym that the catalogue knows of something the name contains is that one's: "Charter of the United Nations
    (UN)".
    """
    found: dict[str, Entry] = {}
    for match in named:
        bracket = _DEFINED.match(text, match.end)
        if not bracket or sum(char.isupper() for char in bracket.group(1)) < 2:
            continue
        inner = [entry for entry in catalogue.find(bracket.group(1)) if bracket.group(1) in entry.acronyms]
        if not any(entry.name in text[match.start : match.end] for entry in inner if entry not in match.entries):
            found.setdefault(bracket.group(1), match.entries[0])
    return found


def _own_names(document: Document, catalogue: Catalogue) -> dict[str, Entry]:
    """Return the issuers that the catalogue does not know: their names are actors in this document."""
    if document.kind in PRESS:
        return {}
    unknown = [issuer for issuer in document.issuers if not catalogue.find(issuer)]
    return {issuer: Entry(id="", kind="state", name=issuer) for issuer in unknown}


def _last_before(positions: Sequence[int], position: int) -> int:
    """Return the last of ascending ``positions`` before ``position``, -1 where there is none."""
    index = bisect_left(positions, position)
    return positions[index - 1] if index else -1


def _is_homonym(match: Match, text: str) -> bool:
    """Tell whether the words beside a name say that it is not this state's: "Atlanta, Georgia", "Michael Jordan".

    A capital that begins a longer name is a part of that name: "the London Bridge attack", "the Paris Pact".
    """
    if match.role == "metonym" and _AFTER.match(text, match.end) and " " not in text[match.start : match.end]:
        return not _is_title(text)
    homonyms = match.entries[0].extra.get("homonyms")
    if not isinstance(homonyms, list) or match.role == "adjective":
        return False
    word, comma = next(iter(_BEFORE.findall(text[max(0, match.start - 40) : match.start])), ("", ""))
    opens = match.start - len(word) - 1 <= 1
    if word.rstrip(".") in _TITLES:
        return "surname" in homonyms
    named = word[:1].isupper() and word[1:].islower() and not opens and word not in _CAPITALISED
    if comma:
        return named and "place" in homonyms and not re.match(r",? (?:and|or) |, [A-Z]", text[match.end :])
    after = _AFTER.match(text, match.end)
    if "given name" in homonyms and after and (opens or not named) and _looks_like_surname(text, after):
        return True
    return named and "surname" in homonyms


#: Words with a capital that stand before a state's name.
_CAPITALISED = frozenset(
    ("The", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Greater",
     "Republic", "Kingdom", "President", "Minister", "King", "Queen", "Ambassador", "Government", "In", "With", "For")
)  # fmt: skip


def _is_title(text: str) -> bool:
    """Tell whether most words of a text have capitals, as in a headline."""
    words = text.split()
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _looks_like_surname(text: str, word: re.Match[str]) -> bool:
    """Tell whether a capitalised word after a name is one that carries on as a person does: "Chad Bown, who"."""
    return re.match(r"(?:,? (?:who|said|says|told|added)\b|’s|'s)", text[word.end() :]) is not None
