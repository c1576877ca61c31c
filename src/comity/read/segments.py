"""The parts of a text: furniture, headings, list items, paragraphs, in text order and apart from each other.

Regions hold every character but white space, list markers and the tags and marks around a line. What a paragraph is
follows from the layout of the whole document; a region never runs across furniture.
"""

import re
from collections.abc import Iterator, Sequence

from comity.model import Region, Span
from comity.read.furniture import furniture_reasons, furniture_regions
from comity.read.layout import Layout, find_layout, fits, joins
from comity.read.lines import Line, split_lines
from comity.read.markers import Marker, find_division, find_hashes, find_marker, find_ordinal, is_operative
from comity.read.titles import Block, is_bold, is_heading, is_short

_DROP_CAP = re.compile(r"[A-Z“\"]{1,2}")
_LINK = 60


def find_regions(text: str) -> tuple[Region, ...]:
    """Return the regions of ``text``; they are ordered, apart, not empty, and begin and end with a character."""
    lines = split_lines(text)
    reasons = furniture_reasons(lines)
    layout = find_layout([line for line, reason in zip(lines, reasons, strict=True) if reason is None])
    regions = list(furniture_regions(lines, reasons))
    blocks = [block for run in _runs(lines, reasons) for block in _labelled(_blocks(run, layout))]
    regions += _regions(text, blocks, layout)
    return tuple(sorted(regions, key=lambda region: region.span))


def _runs(lines: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[list[Line]]:
    """Yield the stretches of lines between furniture."""
    run: list[Line] = []
    for line, reason in zip(lines, reasons, strict=True):
        if reason is None:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _blocks(run: Sequence[Line], layout: Layout) -> Iterator[Block]:
    """Yield the lines of a run that belong together, with the marker they begin with."""
    block: Block | None = None
    for place, line in enumerate(run):
        after = run[place + 1] if place + 1 < len(run) else None
        marker = _marker(line)
        if block is not None and not _begins(block, line, after, marker, layout):
            block.lines.append(line)
            continue
        if block is not None:
            yield block
        block = Block([line], marker)
    if block is not None:
        yield block


def _marker(line: Line) -> Marker | None:
    hashes = find_hashes(line.text)
    division = find_division(line.text[hashes:])
    if hashes:
        return Marker(hashes, "heading", division.label if division else None)
    return division or find_marker(line.text) or (Marker(0, "bullet", None) if line.tag == "li" else None)


def _begins(block: Block, line: Line, after: Line | None, marker: Marker | None, layout: Layout) -> bool:
    """Tell whether ``line`` begins a new block."""
    before = block.lines[-1]
    if len(block.lines) == 1 and _is_drop_cap(before) and not line.apart and line.text[:1].isalpha():
        return False
    if marker and (line.apart or block.kind == marker.kind or _may_break(before, line, layout)):
        return True
    if block.kind == "heading" or (block.kind == "division" and not block.plain):
        return True
    if (len(block.lines) == 1 and is_bold(before)) or (is_bold(line) and before.closed):
        return True
    if _changes_case(before, line) or (_is_drop_cap(line) and not before.dangles):
        return True
    if is_operative(line.text) and before.text.endswith((",", ";", ":")) and _may_break(before, line, layout):
        return True
    return not (joins(before, line, layout) or _links(before, line, after, layout))


def _may_break(before: Line, line: Line, layout: Layout) -> bool:
    return layout.width is None or (before.closed and not before.dangles) or fits(before, line, layout.width)


def _links(before: Line, line: Line, after: Line | None, layout: Layout) -> bool:
    """Tell whether ``line`` is a link set on a line of its own inside a sentence ("dubbed / REPMUS24 / , which")."""
    if layout.width is not None or line.apart or after is None or after.apart or before.closed or line.closed:
        return False
    return len(line.text) <= _LINK and (after.runs_on or after.text[0] == "(") and before.text[-1] not in ")]"


def _is_drop_cap(line: Line) -> bool:
    return _DROP_CAP.fullmatch(line.text) is not None


def _changes_case(before: Line, line: Line) -> bool:
    """Tell whether one of two lines is a title in capitals and the other is not."""
    if before.apart and _is_capitals(before):
        return not line.text.isupper() and not line.runs_on
    return _is_capitals(line) and before.closed


def _is_capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.text) > 8 and " " in line.text


def _labelled(blocks: Iterator[Block]) -> list[Block]:
    """Give a number alone on a line to the block after it."""
    found: list[Block] = []
    waiting: Block | None = None
    for block in blocks:
        if block.marker and block.kind != "division" and not block.plain:
            waiting = block
            continue
        block.waiting = waiting.label if waiting else None
        waiting = None
        found.append(block)
    return [*found, Block(waiting.lines)] if waiting else found


def _regions(text: str, blocks: Sequence[Block], layout: Layout) -> Iterator[Region]:
    listing = False
    for place, block in enumerate(blocks):
        before = blocks[place - 1] if place else None
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if is_heading(block, after, layout, listing=listing):
            region = Region(Span(block.lines[0].start, block.end), "heading", label=block.label)
            listing = False
        else:
            region = _prose(text, block, before, listing=listing)
            listing = block.plain.endswith(":") or (listing and region.role == "item" and is_short(block.plain))
        if region.span.length:
            yield region


def _prose(text: str, block: Block, before: Block | None, *, listing: bool) -> Region:
    words = text[block.start : block.end]
    span = Span(block.start + len(words) - len(words.lstrip()), block.end)
    first = block.lines[0].text
    series = before is not None and before.plain.endswith((",", ";", ":"))
    if block.kind == "division":
        return Region(span, "paragraph", label=block.label)
    if block.marker or block.waiting or (series and is_operative(first)) or (listing and is_short(block.plain)):
        return Region(span, "item", label=block.label)
    return Region(span, "paragraph", label=find_ordinal(first))
