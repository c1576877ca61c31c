"""The text is shown as it stands, every statement underlined at exactly its characters, its card beside it.

A segment that statements cover is one link to the card of the innermost of them; inside it stands one ``span``
for every statement, the outermost first, so that their lines lie one under the other.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from comity.model import Document, Mention, Span
from comity.show.blocks import Block, blocks, is_wrapped
from comity.show.cards import cards
from comity.show.html import Html, lines, tag, text
from comity.show.placed import Part, Placed
from comity.show.segments import Segment, segments

if TYPE_CHECKING:
    from comity.codebook import Codebook

_LINES_DRAWN = 3


@dataclass(frozen=True, slots=True)
class _Naming:
    """The words that name one party of one statement; ``attribute`` is the role as the page writes it."""

    span: Span
    attribute: str
    statement: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A document cut into segments by its statements and by the names in them."""

    document: Document
    placed: Sequence[Placed]
    namings: Sequence[_Naming]
    pieces: Sequence[Segment]

    def over(self, piece: Segment) -> tuple[int, ...]:
        return tuple(position for position in piece.over if position < len(self.placed))

    def names(self, piece: Segment) -> Iterator[_Naming]:
        count = len(self.placed)
        return (self.namings[position - count] for position in piece.over if position >= count)


def passage(part: Part, heading: str, codebook: "Codebook | None" = None) -> Html:
    """Write the text of one document block by block; ``heading`` is the element for its headings."""
    laid_out = blocks(part.document)
    cut = _cut(part, laid_out)
    beside = _by_block(part.placed, laid_out)
    title = " ".join((part.document.title or "").split())
    written = []
    for position, block in enumerate(laid_out):
        is_title = position == 0 and title == " ".join(part.document.text[slice(*block.span)].split())
        name = heading if block.role == "heading" and not is_title else "p"
        style = "title" if is_title else block.role
        words = tag(name, *_inline(cut, block.span), **_look(part.document, block, style))
        notes = tag("div", cards(beside[position], codebook), class_="notes") if beside[position] else Html("")
        written.append(tag("div", words, notes, class_="block"))
    return lines(*written)


def _look(document: Document, block: Block, style: str) -> dict[str, str | None]:
    broken = "" if is_wrapped(document.text[slice(*block.span)]) else " lines"
    left_out = f"Not coded: {block.reason or 'not part of the document'}"
    return {"class_": f"t {style}{broken}", "dir": "auto", "title": left_out if style == "furniture" else None}


def _cut(part: Part, laid_out: Iterable[Block]) -> _Cut:
    namings = [naming for one in part.placed for naming in _namings(one)]
    spans = [*(one.statement.span for one in part.placed), *(naming.span for naming in namings)]
    edges = [edge for block in laid_out for edge in block.span]
    return _Cut(part.document, part.placed, namings, segments(len(part.document.text), spans, edges))


def _namings(placed: Placed) -> Iterator[_Naming]:
    statement = placed.statement
    parties: list[tuple[str, Mention]] = [("data_a", statement.actor), ("data_o", statement.object)]
    for attribute, mention in [*parties, *(("data_p", partner) for partner in statement.partners)]:
        if mention.span is not None:
            yield _Naming(mention.span, attribute, statement.id)


def _by_block(placed: Iterable[Placed], laid_out: Sequence[Block]) -> dict[int, list[Placed]]:
    """Give every statement to the block in which it begins."""
    beside: defaultdict[int, list[Placed]] = defaultdict(list)
    position = 0
    for one in placed:
        while position + 1 < len(laid_out) and laid_out[position + 1].span.start <= one.statement.span.start:
            position += 1
        beside[position].append(one)
    return beside


def _inline(cut: _Cut, within: Span) -> Iterator[Html]:
    first, end = (bisect_left(cut.pieces, edge, key=lambda piece: piece.span.start) for edge in within)
    for over, pieces in groupby(cut.pieces[first:end], key=cut.over):
        run = list(pieces)
        words = Html("".join(_piece(cut, piece) for piece in run))
        yield _underlined(cut, over, words, run[0].span.start) if over else words


def _piece(cut: _Cut, piece: Segment) -> Html:
    words = text(cut.document.text[slice(*piece.span)])
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for naming in cut.names(piece):
        roles[naming.attribute].append(naming.statement)
    if not roles:
        return words
    return tag("span", words, class_="m", **{role: " ".join(dict.fromkeys(ids)) for role, ids in roles.items()})


def _underlined(cut: _Cut, over: Sequence[int], words: Html, start: int) -> Html:
    stack = sorted(
        (cut.placed[position] for position in over), key=lambda one: (-one.statement.span.length, one.number)
    )
    for placed in reversed(stack):
        words = _line(placed, words, begins=placed.statement.span.start == start)
    begun = sorted(placed.number for placed in stack if placed.statement.span.start == start)
    return tag(
        "a",
        words,
        class_="s",
        href=f"#{stack[-1].card_id}",
        data_n=" ".join(map(str, begun)) or None,
        aria_describedby=" ".join(placed.card_id for placed in stack),
    )


def _line(placed: Placed, words: Html, *, begins: bool) -> Html:
    level = placed.level
    drawn = f"u l{level}" if level is not None and level < _LINES_DRAWN else "u"
    anchor = placed.text_id if begins else None
    return tag("span", words, class_=f"{drawn} {placed.look}", data_s=placed.statement.id, id=anchor)
