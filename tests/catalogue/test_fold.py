"""Folding keeps every character in its place; spelling is folded on names alone."""

from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue.fold import fold, name_key, spellings


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folded_characters() -> None:
    assert fold("Viet\u00a0Nam’s “Co\u2011operation”\nİ")[:-1] == 'viet nam\'s "co operation" '


def test_a_name_is_filed_under_one_spelling() -> None:
    assert name_key("The Defence Co-operation  Centre") == name_key("defense cooperation center")


def test_each_spelling_of_a_name() -> None:
    assert {"defence centre", "defense center", "defense centre", "defence center"} <= set(spellings("Defence Centre"))


@given(st.text(alphabet="abcdeno -centrisz", max_size=20))
def test_a_name_is_among_its_own_spellings(name: str) -> None:
    assert " ".join(fold(name).split()) in set(spellings(name))
