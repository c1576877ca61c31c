"""Blocks are the document as it reads: headings, paragraphs, items and furniture, one under the other.

Every character that is not white space between two blocks is in exactly one block, whether or not the reader
marked a region there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from comity.model import Document, Region, Span

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_WRAPPED_LINE: Final = 50


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page; ``role`` and ``reason`` as in :class:`comity.model.Region`."""

    span: Span
    role: str = "paragraph"
    reason: str | None = None


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in text order; they do not overlap and leave out white space only."""
    return tuple(_trimmed(document.text, _laid_out(document.text, document.regions)))


def is_wrapped(passage: str) -> bool:
    """Tell whether line ends inside a block come from a fixed line length and mean nothing to a reader."""
    lines = passage.split("\n")
    return all(len(line) >= _WRAPPED_LINE for line in lines[:-1])


def _laid_out(text: str, regions: Iterable[Region]) -> Iterator[Block]:
    cursor = 0
    for region in regions:
        start = max(region.span.start, cursor)
        if start >= min(region.span.end, len(text)):
            continue
        start = _with_lead(text, cursor, start)
        yield from _unmarked(text, cursor, start)
        cursor = region.span.end
        yield Block(Span(start, cursor), region.role, region.reason)
    yield from _unmarked(text, cursor, len(text))


def _with_lead(text: str, cursor: int, start: int) -> int:
    """Draw a number or label that stands before a region on its line into the block."""
    line = max(cursor, text.rfind("\n", cursor, start) + 1)
    return line if text[line:start].strip() else start


def _unmarked(text: str, start: int, end: int) -> Iterator[Block]:
    cursor = start
    for gap in _BLANK_LINE.finditer(text, start, end):
        yield Block(Span(cursor, gap.start()))
        cursor = gap.end()
    yield Block(Span(cursor, end))


def _trimmed(text: str, laid_out: Iterable[Block]) -> Iterator[Block]:
    for block in laid_out:
        words = text[block.span.start : block.span.end]
        if stripped := words.strip():
            start = block.span.start + words.index(stripped)
            yield replace(block, span=Span(start, start + len(stripped)))
