"""The cache gives back what was made, makes anew what is broken or changed, and keeps few."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue import Catalogue, NameMatcher
from comity.catalogue.cache import digest, kept

from .conftest import Written

texts = st.dictionaries(st.text(), st.binary(), max_size=4)


def never() -> dict[str, object]:
    raise AssertionError("made anew, though it was kept")


def test_what_was_made_is_not_made_again(cache: Path) -> None:
    assert kept("things", "a1", lambda: {"one": [1, "é"]}) == {"one": [1, "é"]}
    assert kept("things", "a1", never) == {"one": [1, "é"]}
    assert kept("things", "a2", lambda: {"two": 2}) == {"two": 2}


@pytest.mark.parametrize("broken", [b"", b"{", b"\xff", b"[1]", b"null"])
def test_what_is_broken_is_made_anew(cache: Path, broken: bytes) -> None:
    cache.mkdir(parents=True)
    (cache / "things-a1.json").write_bytes(broken)
    assert kept("things", "a1", lambda: {"one": 1}) == {"one": 1}


def test_only_the_last_forms_are_kept_and_nothing_else_is_touched(cache: Path) -> None:
    kept("others", "a1", lambda: {"one": 1})
    for number in range(7):
        kept("things", f"a{number}", lambda: {"one": 1})
        os.utime(cache / f"things-a{number}.json", (number, number))
    left = {file.name for file in cache.iterdir()}
    assert "things-a6.json" in left
    assert "things-a0.json" not in left
    assert "others-a1.json" in left


@given(texts, texts)
def test_other_texts_have_another_digest(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert (digest(one) == digest(other)) == (list(one.items()) == list(other.items()))


STATES = "- {id: VER, kind: state, name: Veridia, adjectives: [Veridian], acronyms: [RV]}"


def found(catalogue: Catalogue) -> list[tuple[int, int, str, str]]:
    text = "Veridia and the VERIDIAN navy; rv is not RV."
    return [(m.start, m.end, m.entries[0].id, m.role) for m in NameMatcher(catalogue).find(text)]


def test_names_from_the_cache_are_the_names_that_were_made(write: Written, cache: Path) -> None:
    catalogue = write(states=STATES)
    made = found(catalogue)
    assert [role for *_, role in made] == ["name", "adjective", "acronym"]
    assert list(cache.glob("names-*.json"))
    assert found(catalogue) == made
    assert found(write(states=STATES.replace("RV", "rv"))) != made
