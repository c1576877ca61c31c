"""Regions -> sentences. A sentence never crosses a region, and its span begins and ends with a character.

Boundaries are nupunkt's (the Punkt algorithm of Kiss and Strunk 2006, trained on legal prose): it reads the whole
development corpus in half a second, which a tagger does not.
"""

import re
from collections.abc import Iterator, Sequence

from comity.model import Region, Sentence, Span

_MOST = 1500
_CUT = re.compile(r";\s+|\n\s*\n|:\s*\n")


def split_sentences(text: str, regions: Sequence[Region]) -> tuple[Sentence, ...]:
    """Return the sentences of every region that is not furniture, in text order."""
    return tuple(
        Sentence(span, region.role, region.label, number)
        for number, region in enumerate(regions)
        if region.role != "furniture"
        for span in sentence_spans(text, region.span)
    )


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of ``text`` inside ``within``; one of more than 1,500 characters is cut at semicolons."""
    from nupunkt import sent_spans

    body = text[within.start : within.end]
    for start, end in sent_spans(body):
        for first, last in _cut(body, start, end):
            piece = body[first:last]
            left = first + len(piece) - len(piece.lstrip())
            right = first + len(piece.rstrip())
            if left < right:
                yield Span(within.start + left, within.start + right)


def _cut(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MOST:
        cuts = [match.end() for match in _CUT.finditer(body, start, start + _MOST)]
        at = cuts[-1] if cuts else _space(body, start + _MOST)
        if at <= start or at >= end:
            break
        yield start, at
        start = at
    yield start, end


def _space(body: str, near: int) -> int:
    found = body.rfind(" ", near - _MOST // 2, near)
    return found + 1 if found > 0 else near
