"""A document before parsing: its sentences as units, its issuers, its persons, and the names it defines itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity.catalogue import Catalogue, Entry, Match, NameMatcher
from comity.code.rules.actors import Discourse
from comity.code.rules.units import Finder, ParseUnit, after_lead, build_unit, cut, flatten
from comity.model import Document, Entity, Mention, Span

_DEFINED = re.compile(
    r"\s*\(\s*(?:the\s+|hereinafter\s+|hereafter\s+|referred to as\s+)*[“\"'‘]?([A-Z][\w&+\-]{1,14})[”\"'’]?\s*\)"
)
_FULL = ("name", "acronym")
_SHORTEST = 3
_SHARED = ("readout", "communique", "joint-statement", "fact-sheet")
_PRESS = ("news-report", "opinion", "press-briefing")
_TURN = re.compile(r"(?:Q|[A-Z][A-Za-z.'’ -]{2,60}):\s")
_OPENS_LIST = re.compile(r"\s*(?:the following(?: \w+){0,3})?\s*[:–—-]+\s*$")
_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|Secretary|Minister|Chairman|King|Sultan|General Secretary)"
    r"(?: of [A-Z]\w+)?((?: [A-Z][\w.'-]+){1,4})"
)


def units_of(
    document: Document, catalogue: Catalogue, matcher: NameMatcher, named: Sequence[Match]
) -> Iterator[ParseUnit]:
    """Yield the sentences of a document as parse units, in text order; headings are not coded.

    ``named`` are the names in the whole text: they tell what a short or shared name means in one sentence.
    """
    defined = {**_own_names(document, catalogue), **defined_names(document.text, named)}
    met = Counter(entry.id for match in named if match.role in _FULL for entry in match.entries)
    met.update({entry.id: len(document.text) for issuer in document.issuers for entry in catalogue.find(issuer)[:1]})

    def find(text: str) -> Sequence[Match]:
        return [*_with_defined(_in_context(matcher.find(text), met, document.date), text, defined)]

    lead: ParseUnit | None = None
    speaker: Entry | None = None
    for sentence in document.sentences:
        if sentence.role == "heading":
            continue
        flat = flatten(document.text, sentence.span)
        if turn := _TURN.match(flat.text):
            speaker = _speaker(turn.group(), find, speaker)
            flat = flat.after(turn.end()) if speaker else flat
        if len(flat.text) < _SHORTEST:
            continue
        unit = build_unit(flat, find)
        unit.speaker = speaker
        opens = _OPENS_LIST.search(unit.text)
        if lead is not None and sentence.role == "item" and _finishes(unit.text):
            yield after_lead(lead, unit)
        else:
            yield unit
        if opens:
            lead = cut(unit, opens.start())
        elif sentence.role != "item":
            lead = None


def _speaker(label: str, find: Finder, before: Entry | None) -> Entry | None:
    """Return who speaks after "PRESIDENT YOON:"; a label that names nobody known ends what the last one says."""
    acting = [match.entries[0] for match in find(label) if match.entries[0].is_actor]
    if acting:
        return acting[0]
    return None if label.isupper() else before


def _finishes(item: str) -> bool:
    """Tell whether a list item finishes the words that open the list: it begins with a small letter."""
    return item[:1].islower()


def discourse_of(document: Document, catalogue: Catalogue, matcher: NameMatcher, named: Sequence[Match]) -> Discourse:
    """Return what is known of the actors before the first sentence is read."""
    issuers = _issuers(document, catalogue)
    sides = _sides(document, issuers, matcher)
    shared = len(issuers) == 1 and document.kind in _SHARED
    return Discourse(sides if shared else issuers, sides, persons=_persons(document, named))


def _own_names(document: Document, catalogue: Catalogue) -> dict[str, Entry]:
    """Return the issuers that the catalogue does not know: their names are actors in this document."""
    unknown = [issuer for issuer in document.issuers if not catalogue.find(issuer) and document.kind not in _PRESS]
    return {issuer: Entry(id="", kind="state", name=issuer) for issuer in unknown}


def _issuers(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for issuer in document.issuers:
        if document.kind in _PRESS and not catalogue.find(issuer):
            continue
        entries = [entry for entry in catalogue.find(issuer) if entry.is_actor]
        entity = Entity(entries[0].id, entries[0].name) if entries else Entity(None, issuer)
        found.setdefault(entity.key, Mention(entity))
    return tuple(found.values())


def _sides(document: Document, issuers: tuple[Mention, ...], matcher: NameMatcher) -> tuple[Mention, ...]:
    """Return the issuers and the states and bodies that the title names: "the Ministers" of a report on their talks."""
    found = {mention.entity.key: mention for mention in issuers}
    for match in matcher.find(document.title or ""):
        entry = match.entries[0]
        if entry.kind in ("state", "organisation") and entry.is_actor:
            found.setdefault(entry.id, Mention(Entity(entry.id, entry.name)))
    return tuple(found.values())


def _persons(document: Document, named: Sequence[Match]) -> dict[str, str]:
    """Bind surnames to states where the text says both: "Japanese Prime Minister Kishida", "President Yoon of ..."."""
    text = document.text.replace("\n", " ")
    by_end = {match.end: match for match in named}
    by_start = {match.start: match for match in named}
    found: dict[str, str] = {}
    for match in named:
        person = match.entries[0]
        if person.kind == "person" and person.parties and match.end - match.start > len(person.name.split()[-1]):
            found.setdefault(person.name.split()[-1], person.parties[0])
    for titled in _TITLED.finditer(text):
        surname = titled.group(1).split()[-1].rstrip(".'s") if titled.group(1) else ""
        before = by_end.get(titled.start() - 1) or by_end.get(titled.start() - 3)
        after = by_start.get(titled.end() + 4) or by_start.get(titled.end() + 8)
        follows = text[titled.end() : titled.end() + 8].startswith((" of the ", " of "))
        beside = before if before and before.entries[0].kind in ("state", "polity") else after if follows else None
        if beside and beside.entries[0].kind in ("state", "polity"):
            found.setdefault(surname, beside.entries[0].id)
    return found


def defined_names(text: str, named: Sequence[Match]) -> dict[str, Entry]:
    """Return the acronyms that the text binds itself: "Declaration on the Conduct ... (DOC)"."""
    found: dict[str, Entry] = {}
    for match in named:
        bracket = _DEFINED.match(text, match.end)
        if bracket and sum(char.isupper() for char in bracket.group(1)) >= 2:
            found.setdefault(bracket.group(1), match.entries[0])
    return found


def _in_context(matches: Sequence[Match], met: Mapping[str, int], date: str | None) -> Iterator[Match]:
    """Resolve what depends on the document: a short form ("the Forum") holds only where its full name stands in it,
    of states that share a name ("Korea") an issuer is meant, else the one it names most, of persons the one in office.
    """
    for match in matches:
        if len(match.entries) > 1 and match.entries[0].kind == "person":
            match = match._replace(entries=tuple(sorted(match.entries, key=lambda entry: not holds(entry, date))))
        elif len(match.entries) > 1:
            match = match._replace(entries=tuple(sorted(match.entries, key=lambda entry: -met.get(entry.id, 0))))
        if match.role != "contextual":
            yield match
            continue
        known = tuple(entry for entry in match.entries if entry.id in met)
        if len(known) == 1:
            yield match._replace(entries=known)


def holds(entry: Entry, date: str | None) -> bool:
    """Tell whether an entry was in being, or a person in office, on a date; compared as far as both are precise."""
    if date is None:
        return True
    since, until = entry.since or "", entry.until or "9999"
    return since[: len(date)] <= date[: len(since)] and date[: len(until)] <= until[: len(date)]


def _with_defined(matches: Iterable[Match], text: str, defined: dict[str, Entry]) -> Iterator[Match]:
    taken: list[Span] = []
    for match in matches:
        surface = text[match.start : match.end]
        if surface in defined:
            match = match._replace(entries=(defined[surface],), role="defined")
        taken.append(Span(match.start, match.end))
        yield match
    for acronym, entry in defined.items():
        for hit in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?!\w)", text):
            span = Span(hit.start(), hit.end())
            if not any(span.overlaps(other) for other in taken):
                yield Match(span.start, span.end, (entry,), "defined")
