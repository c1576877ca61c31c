"""Sentence -> parse unit: the words as the parser should see them, each character traced to the document.

Line breaks, mark-up and bracketed acronyms confuse a parser, and so do long names with prepositions inside. A
unit is the sentence without them: white space folded, mark-up and bracketed acronyms dropped, and each name of
the catalogue put in the place of one word, the head of the name. What a token of the unit stands for in the
document is always known exactly.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from comity.catalogue import Entry, Match
from comity.model import Span

Finder = Callable[[str], Sequence[Match]]

_DROPPED = re.compile(
    r"<[^<>\n]{0,200}>"  # tags that were left over
    r"|&(?:nbsp|amp|quot|#\d{2,5});"
    r"|(?<=\])\(https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"  # the address of a Markdown link
    r"|\[\d{1,3}\]"  # footnote marks
    r"|[*_`#|\\\[\]]+"  # Markdown
)
_SPACE = re.compile(r"\s")
_UNEVEN = re.compile(r"\s\s|[<&*_`#|\\\[\]]")  # what is folded or may be dropped
_BRACKETED = re.compile(r"\s*\((?:the |hereinafter |hereafter |“|\"|')*[A-Z][\w&.+/’'\- ]{0,24}(?:”|\"|')?\)")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u2010": "-"})
_LINKS = re.compile(r" (?:of|on|for|in|to|against|at|with|between|and|from|concerning|relating|by|regarding) ")

#: Names that the parser knows well, for those of whose kind it knows only some.
_STAND_IN = {"state": "China", "polity": "China", "person": "Biden", "place": "Asia"}
_ADJECTIVE = "Chinese"


@dataclass(slots=True)
class ParseUnit:
    """Text for the parser; ``starts[i]`` and ``ends[i]`` are the document characters behind its character i.

    ``names`` maps an offset in the unit's text to the catalogue match that begins there. Characters before
    ``lead`` repeat the words that open a list and belong to every item of it. ``speaker`` is who says it, where a
    transcript names its speakers.
    """

    text: str
    starts: list[int]
    ends: list[int]
    names: dict[int, Match] = field(default_factory=dict)
    lead: int = 0
    speaker: Entry | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the document characters behind ``[start, end)`` of the unit's text."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Flat:
    """Text with white space folded and mark-up dropped; ``at[i]`` is the document offset of character i."""

    text: str
    at: list[int]

    def before(self, end: int) -> "Flat":
        """Return what stands before character ``end``."""
        return Flat(self.text[:end], self.at[:end])

    def after(self, start: int) -> "Flat":
        """Return what stands from character ``start`` on."""
        return Flat(self.text[start:], self.at[start:])


def flatten(text: str, span: Span) -> Flat:
    """Fold the white space of ``text[span]`` and drop mark-up; length 0 where nothing is left."""
    if not _UNEVEN.search(text, span.start, span.end):
        words = text[span.start : span.end].strip()
        first = text.index(words, span.start)
        return Flat(_SPACE.sub(" ", words).translate(_QUOTES), list(range(first, first + len(words))))
    chars: list[str] = []
    at: list[int] = []
    for start, piece in _pieces(text, span):
        for offset, char in enumerate(piece, start):
            space = char.isspace()
            if space and (not chars or chars[-1] == " "):
                continue
            chars.append(" " if space else char)
            at.append(offset)
    while chars and chars[-1] == " ":
        chars.pop()
        at.pop()
    return Flat("".join(chars).translate(_QUOTES), at)


def build_unit(flat: Flat, find: Finder) -> ParseUnit:
    """Put each name in the place of one word and drop bracketed acronyms."""
    unit = ParseUnit("", [], [])
    text: list[str] = []
    matches = list(find(flat.text))
    brackets = [m.span() for m in _BRACKETED.finditer(flat.text) if _is_acronym(m.group())]
    position = 0
    for start, end, match in _cuts(matches, brackets):
        if start < position:
            continue
        _copy(flat, position, start, text, unit)
        if match is not None:
            unit.names[len(unit.starts)] = match
            word = _stand_in(flat.text[start:end], match)
            text.append(word)
            unit.starts += [flat.at[start]] * len(word)
            unit.ends += [flat.at[end - 1] + 1] * len(word)
        position = end
    _copy(flat, position, len(flat.text), text, unit)
    unit.text = _sentence_case("".join(text))
    return unit


def cut(unit: ParseUnit, length: int) -> ParseUnit:
    """Return the first ``length`` characters of a unit."""
    names = {offset: match for offset, match in unit.names.items() if offset < length}
    return ParseUnit(unit.text[:length], unit.starts[:length], unit.ends[:length], names)


def _sentence_case(text: str) -> str:
    """Return a text set in capitals in small letters: the parser takes capitals for names."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 20 or sum(char.isupper() for char in letters) < 0.7 * len(letters):
        return text
    lowered = text.lower()
    return text[0] + lowered[1:] if len(lowered) == len(text) else text


def after_lead(lead: ParseUnit, item: ParseUnit) -> ParseUnit:
    """Return the unit of a list item as it reads after the words that open its list."""
    shift = len(lead.text) + 1
    space = item.starts[:1] or lead.ends[-1:]
    names = {**lead.names, **{offset + shift: match for offset, match in item.names.items()}}
    starts = [*lead.starts, *space, *item.starts]
    ends = [*lead.ends, *space, *item.ends]
    return ParseUnit(f"{lead.text} {item.text}", starts, ends, names, shift, item.speaker)


def _pieces(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the stretches of ``text[span]`` between dropped mark-up, with their offsets."""
    position = span.start
    for match in _DROPPED.finditer(text, span.start, span.end):
        yield position, text[position : match.start()]
        position = match.end()
    yield position, text[position : span.end]


def _cuts(matches: Sequence[Match], brackets: Sequence[tuple[int, int]]) -> list[tuple[int, int, Match | None]]:
    named = [(match.start, match.end, match) for match in matches]
    return sorted([*named, *((start, end, None) for start, end in brackets)], key=lambda cut: (cut[0], cut[1]))


def _copy(flat: Flat, start: int, end: int, text: list[str], unit: ParseUnit) -> None:
    text.append(flat.text[start:end])
    unit.starts += flat.at[start:end]
    unit.ends += [offset + 1 for offset in flat.at[start:end]]


def _is_acronym(bracket: str) -> bool:
    inner = bracket.strip(" ()\"'“”")
    return sum(char.isupper() for char in inner) >= 2 and len(inner.split()) <= 3


def _stand_in(surface: str, match: Match) -> str:
    """Return the one word that stands for a name: a name the parser knows, or the head of the name itself."""
    words = surface.split()
    kind = match.entries[0].kind
    if match.role == "adjective":
        return surface if len(words) == 1 else _ADJECTIVE
    if kind in _STAND_IN:
        return _STAND_IN[kind]
    if len(words) == 1:
        return surface
    head = surface
    if kind in ("organisation", "mechanism", "instrument") or " and " not in surface:
        head = _LINKS.split(surface)[0]
    return re.sub(r"[^\w'-]", "", head.split()[-1]) or words[-1]
