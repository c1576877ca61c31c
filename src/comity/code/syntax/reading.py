"""A document before parsing: its sentences as units, its issuers, its sides, its persons."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from comity.catalogue import Catalogue, Context, Entry, Match, NameMatcher
from comity.catalogue.context import PRESS
from comity.code.syntax.actors import Discourse
from comity.code.syntax.units import Finder, Flat, ParseUnit, after_lead, build_unit, cut, flatten
from comity.model import Document, Entity, Mention

_SHORTEST = 3
_LONGEST = 3000  # characters of a sentence that is parsed in one piece
_BREAKS = ("; ", ", ", " ")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(("the", "and", "to", "for", "that", "by", "with", "on", "as"))
_ENOUGH, _FEW = 40, 0.04  # words; English prose has five times as many of these among its own
_SHARED = ("readout", "communique", "joint-statement", "fact-sheet")
_TURN = re.compile(r"(?:Q|[A-Z][A-Za-z.'’ -]{2,60}):\s")
_OPENS_LIST = re.compile(r"\s*(?:the following(?: \w+){0,3})?\s*[:–—-]+\s*$")
_TITLED = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|Secretary|Minister|Chairman|King|Sultan|General Secretary)"
    r"(?: of [A-Z]\w+)?((?: [A-Z][\w.'-]+){1,4})"
)


def units_of(document: Document, context: Context) -> Iterator[ParseUnit]:
    """Yield the sentences of a document as parse units, in text order; headings are not coded."""
    lead: ParseUnit | None = None
    speaker: Entry | None = None
    for sentence in document.sentences:
        if sentence.role == "heading":
            continue
        flat = flatten(document.text, sentence.span)
        if turn := _TURN.match(flat.text):
            speaker = _speaker(turn.group(), context.find, speaker)
            flat = flat.after(turn.end()) if speaker else flat
        for piece in _pieces(flat):
            unit = build_unit(piece, partial(context.find, at=piece.at[0]))
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


def overlong(document: Document) -> Iterator[str]:
    """Yield a message for each sentence that is too long to be read in one piece; tables and lists pass for such."""
    for sentence in document.sentences:
        if sentence.role != "heading" and sentence.span.length > _LONGEST:
            words = " ".join(document.text[sentence.span.start : sentence.span.start + 40].split())
            yield f"a sentence of {sentence.span.length} characters ({words} ...) was read in pieces"


def is_foreign(document: Document) -> bool:
    """Tell whether a text of some length has hardly any of the little words without which there is no English."""
    words = _LETTERS.findall(document.text.lower())
    return len(words) >= _ENOUGH and sum(word in _ENGLISH for word in words) < _FEW * len(words)


def _pieces(flat: Flat) -> Iterator[Flat]:
    """Yield a sentence, cut where it is too long: after a semicolon, else a comma, else a word."""
    while len(flat.text) > _LONGEST:
        at = next(
            (found for sign in _BREAKS if (found := flat.text.rfind(sign, _LONGEST // 2, _LONGEST)) > 0), _LONGEST
        )
        yield flat.before(at + 1)
        flat = flat.after(at + 1)
    if len(flat.text) >= _SHORTEST:
        yield flat


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


def _issuers(document: Document, catalogue: Catalogue) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for issuer in document.issuers:
        if document.kind in PRESS and not catalogue.find(issuer):
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
