"""The algebra of half-open spans, stated over the characters they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import EvidenceError, Span

SPANS = st.builds(lambda start, length: Span.of(start, start + length), st.integers(0, 30), st.integers(1, 12))


def characters(span: Span) -> set[int]:
    return set(range(*span))


@given(SPANS, SPANS)
def test_spans_relate_as_their_sets_of_characters_do(one: Span, other: Span) -> None:
    assert one.length == len(characters(one))
    assert one.covers(other) == (characters(one) >= characters(other))
    assert one.overlaps(other) == bool(characters(one) & characters(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_joined_is_the_smallest_span_that_covers_both(one: Span, other: Span) -> None:
    joined = one.joined(other)
    assert joined == other.joined(one)
    assert joined.covers(one)
    assert joined.covers(other)
    assert {joined.start, joined.end - 1} <= characters(one) | characters(other)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_without_characters_is_no_evidence(start: int, end: int) -> None:
    with pytest.raises(EvidenceError, match=rf"\[{start}, {end}\)"):
        Span.of(start, end)


def test_spans_sort_by_place_in_the_text() -> None:
    assert sorted([Span(5, 6), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(5, 6)]
