"""Laws of segments and levels."""

from hypothesis import given
from hypothesis import strategies as st

from comity.model import Span
from comity.show.segments import levels, segments

LENGTH = 60
spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=12,
)


@given(st.integers(1, LENGTH), spans, st.lists(st.integers(-3, LENGTH + 3)))
def test_segments_put_together_are_the_text(length: int, given_spans: list[Span], cuts: list[int]) -> None:
    found = segments(length, given_spans, cuts)
    assert [position for segment in found for position in range(*segment.span)] == list(range(length))
    assert {cut for cut in cuts if 0 < cut < length} <= {segment.span.start for segment in found}


@given(spans)
def test_a_segment_is_under_exactly_the_spans_that_cover_it(given_spans: list[Span]) -> None:
    for segment in segments(LENGTH, given_spans):
        expected = tuple(i for i, span in enumerate(given_spans) if span.overlaps(segment.span))
        assert segment.over == expected
        inside = [Span(span.start, min(span.end, LENGTH)) for span in given_spans]
        assert all(inside[position].covers(segment.span) for position in segment.over)


def test_an_empty_text_has_no_segments() -> None:
    assert segments(0, [Span(0, 3)], [1]) == []


@given(spans, st.data())
def test_spans_that_overlap_are_on_different_lines(given_spans: list[Span], data: st.DataObject) -> None:
    looks = data.draw(st.lists(st.sampled_from("ab"), min_size=len(given_spans), max_size=len(given_spans)))
    given_levels = levels(given_spans, looks)
    drawn = [(span, look, level) for span, look, level in zip(given_spans, looks, given_levels, strict=True)]
    for i, (span, look, level) in enumerate(drawn):
        others = [other for j, other in enumerate(drawn) if j != i and other[0].overlaps(span)]
        if level is None:
            assert any(other[:2] == (span, look) and other[2] is not None for other in others)
        else:
            assert level not in {other[2] for other in others}


def test_the_shorter_span_lies_nearer_to_the_text() -> None:
    assert levels([Span(0, 30), Span(5, 10), Span(40, 50)], ["x", "x", "x"]) == [1, 0, 0]


def test_equal_spans_of_one_look_share_a_line() -> None:
    assert levels([Span(0, 9), Span(0, 9), Span(0, 9)], ["x", "x", "y"]) == [0, None, 1]
