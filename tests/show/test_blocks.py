"""Blocks hold every word of a document once, whatever the reader marked."""

from hypothesis import given
from hypothesis import strategies as st

from comity.model import Document, Region, Span
from comity.show.blocks import Block, blocks, is_wrapped


def _words(document: Document) -> list[str]:
    return [document.text[slice(*block.span)] for block in blocks(document)]


def test_a_text_without_regions_is_split_at_blank_lines() -> None:
    """One.\\n\\nTwo, first line\\nsecond line\\n \\n\\nThree."""
    document = Document("d", "One.\n\nTwo, first line\nsecond line\n \n\nThree.\n")
    assert _words(document) == ["One.", "Two, first line\nsecond line", "Three."]


def test_a_label_before_a_region_is_part_of_its_block() -> None:
    text = "Intro.\n(b) shall abide.\n"
    document = Document("d", text, regions=(Region(Span(11, 23), "item", label="(b)"),))
    assert blocks(document) == (Block(Span(0, 6)), Block(Span(7, 23), "item"))


def test_roles_and_reasons_are_kept(document: Document) -> None:
    roles = [(block.role, block.reason) for block in blocks(document)]
    assert roles == [("heading", None), ("furniture", "site navigation"), ("item", None), ("paragraph", None)]


@given(st.text("ab.\n \t", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_blocks_leave_out_white_space_only(text: str, pairs: list[tuple[int, int]]) -> None:
    regions = tuple(Region(Span(start, start + length), "item") for start, length in sorted(pairs))
    found = blocks(Document("d", text, regions=regions))
    covered = [position for block in found for position in range(*block.span)]
    assert covered == sorted(set(covered))
    assert all(text[position].isspace() for position in set(range(len(text))) - set(covered))


def test_line_ends_of_a_fixed_line_length_mean_nothing() -> None:
    assert is_wrapped("word " * 12 + "\n" + "word " * 12 + "\nend.")
    assert not is_wrapped("Jan Novak\nMinister\nPrague")
