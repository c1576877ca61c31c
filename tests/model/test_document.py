"""What a document quotes, and where in its source that stood."""

import pytest

from comity.model import Document, EvidenceError, OffsetMap, Span


def test_a_quote_is_exactly_the_characters_of_its_span() -> None:
    document = Document("d", "Veridia — joins.\nMarrow 🕊 too.")
    assert document.quote(Span(8, 15)) == "— joins"
    assert document.quote(Span(24, 25)) == "🕊"
    assert document.quote(Span(0, len(document.text))) == document.text


@pytest.mark.parametrize("span", [Span(-1, 2), Span(0, 5), Span(2, 2), Span(3, 1), Span(9, 12)])
def test_outside_the_text_there_is_nothing_to_quote(span: Span) -> None:
    with pytest.raises(EvidenceError, match="document d"):
        Document("d", "four").quote(span)


def test_origin_counts_the_characters_that_were_dropped() -> None:
    # "a\r\nb\r\nc" was read as "a\nb\nc"; from offset 2 one character is missing, from 4 two.
    document = Document("d", "a\nb\nc", offsets=OffsetMap((0, 2, 4), (0, 1, 2)))
    assert document.origin(Span(0, 1)) == (0, 1)
    assert document.origin(Span(2, 3)) == (3, 4)
    assert document.origin(Span(0, 5)) == (0, 7)


def test_without_an_offset_map_the_source_is_the_text() -> None:
    assert Document("d", "same").origin(Span(1, 3)) == (1, 3)
