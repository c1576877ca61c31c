"""Segments cut a text wherever a span begins or ends, so that overlapping spans can be shown side by side.

The segments of a text, put together, are the text: nothing is lost, doubled or moved. Spans keep the order in
which they are given; nobody looks at what they mean here.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from comity.model import Span


class Segment(NamedTuple):
    """A stretch of text that the same spans cover from end to end: ``over`` are their positions, ascending."""

    span: Span
    over: tuple[int, ...]


def segments(length: int, spans: Sequence[Span], cuts: Iterable[int] = ()) -> list[Segment]:
    """Cut ``[0, length)`` at both ends of every span and at ``cuts``; spans are taken as far as they lie inside."""
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for position, span in enumerate(spans):
        start, end = max(span.start, 0), min(span.end, length)
        if start < end:
            opening[start].append(position)
            closing[end].append(position)
    inside = (cut for cut in cuts if 0 < cut < length)
    bounds = sorted({0, length, *opening, *closing, *inside})
    return _swept(bounds, opening, closing)


def _swept(bounds: Sequence[int], opening: dict[int, list[int]], closing: dict[int, list[int]]) -> list[Segment]:
    active: list[int] = []
    found = []
    for start, end in pairwise(bounds):
        for position in closing.get(start, ()):
            active.remove(position)
        for position in opening.get(start, ()):
            insort(active, position)
        found.append(Segment(Span(start, end), tuple(active)))
    return found


def levels(spans: Sequence[Span], looks: Sequence[str]) -> list[int | None]:
    """Say on which line under the text each span is drawn: 0 nearest to it, short spans first.

    Spans that share a character are on different lines, but for equal spans of one look: they share one line,
    which the first of them has; the others have None.
    """
    given: list[int | None] = [None] * len(spans)
    drawn: set[tuple[Span, str]] = set()
    order = sorted(range(len(spans)), key=lambda position: spans[position].start)
    starts = [spans[position].start for position in order]
    longest = max((span.length for span in spans), default=0)
    for position in sorted(range(len(spans)), key=lambda position: (spans[position].length, position)):
        span, look = spans[position], looks[position]
        if (span, look) in drawn:
            continue
        drawn.add((span, look))
        near = order[bisect_left(starts, span.start - longest) : bisect_right(starts, span.end)]
        given[position] = _lowest_free({given[other] for other in near if spans[other].overlaps(span)})
    return given


def _lowest_free(taken: set[int | None]) -> int:
    return next(level for level in range(len(taken) + 1) if level not in taken)
