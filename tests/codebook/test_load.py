"""The codebook that comes with the package is whole, and one that contradicts itself does not load."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from comity.codebook import CodebookError, Sense, load, to_markdown
from comity.model import Force, Kind

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"
CODEBOOK = load()


def test_every_act_has_a_meaning_and_words() -> None:
    assert len(CODEBOOK.acts) >= 15
    for act in CODEBOOK.acts.values():
        assert act.definition.strip(), act.id
        assert act.wording, f"no wording marks {act.id}"


def test_kinds_and_forces_are_those_of_the_record() -> None:
    assert set(CODEBOOK.kinds) == set(get_args(Kind))
    assert set(CODEBOOK.forces) == set(get_args(Force))


@pytest.mark.parametrize("part", ["verbs", "nouns", "adjectives"])
def test_every_wording_brings_about_an_act_that_is_defined(part: str) -> None:
    senses: dict[str, Sense] = getattr(CODEBOOK, part)
    assert senses
    for wording, sense in senses.items():
        assert {sense.otherwise, *sense.by_kind.values()} <= set(CODEBOOK.acts), wording


def test_senses_are_told_apart_by_kinds_that_there_are() -> None:
    groups = re.compile(r"[a-z-]+")
    for wording, sense in CODEBOOK.verbs.items():
        assert all(groups.fullmatch(kind) for kind in sense.by_kind), wording
        assert all(sense.act(kind) == act for kind, act in sense.by_kind.items())
        assert sense.act(None) == sense.act("no such kind") == sense.otherwise


@pytest.mark.parametrize("part", ["modals", "marking_verbs", "marking_nouns", "marking_adjectives"])
def test_strength_goes_with_promising_and_telling_alone(part: str) -> None:
    for word, marker in getattr(CODEBOOK, part).items():
        assert marker.force in CODEBOOK.forces, word
        assert (marker.strength is not None) == (marker.force in ("commissive", "directive")), word


def test_what_takes_and_names_give_is_a_kind_and_deeds_are_acts() -> None:
    assert {*CODEBOOK.takes.values(), *CODEBOOK.names.values()} <= set(CODEBOOK.kinds)
    assert {*CODEBOOK.takes, *CODEBOOK.names, *CODEBOOK.deeds.values()} <= set(CODEBOOK.acts)
    assert set(CODEBOOK.heads.values()) <= set(CODEBOOK.kinds)


def test_wordings_are_lower_case_without_odd_spaces() -> None:
    for wording in (*CODEBOOK.verbs, *CODEBOOK.nouns, *CODEBOOK.adjectives, *CODEBOOK.heads):
        assert wording == " ".join(wording.split())
        assert wording == wording.lower() or wording[0].isupper(), wording


@pytest.fixture
def load_with(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., object]]:
    """Load the codebook with some of its files replaced."""
    import importlib

    module = importlib.import_module("comity.codebook.load")
    original: Callable[[str], Any] = module._read

    def loaded(**files: Any) -> object:
        monkeypatch.setattr(module, "_read", lambda name: files.get(name, original(name)))
        module.load.cache_clear()
        return module.load()

    yield loaded
    module.load.cache_clear()


def act(name: str, **wording: Any) -> dict[str, Any]:
    return {"id": name, "definition": name, **wording}


def test_a_wording_under_two_acts_is_a_contradiction(load_with: Callable[..., object]) -> None:
    with pytest.raises(CodebookError, match=r"'brace' under weaken"):
        load_with(acts=[act("strengthen", verbs=["brace"]), act("weaken", verbs=["brace"])], senses=[])


def test_a_wording_may_be_a_verb_of_one_act_and_a_noun_of_another(load_with: Callable[..., object]) -> None:
    assert load_with(acts=[act("strengthen", verbs=["brace"]), act("weaken", nouns=["brace"])], senses=[])


def test_an_ambiguous_wording_is_not_listed_under_an_act_as_well(load_with: Callable[..., object]) -> None:
    with pytest.raises(CodebookError, match="'brace'"):
        load_with(acts=[act("strengthen", verbs=["brace"])], senses=[{"wording": "brace", "else": "strengthen"}])


def test_a_sense_that_names_no_act_is_a_contradiction(load_with: Callable[..., object]) -> None:
    senses = [{"wording": "brace", "activity": "wobble", "else": "strengthen"}]
    with pytest.raises(CodebookError, match=r"'brace' names unknown acts wobble"):
        load_with(acts=[act("strengthen")], senses=senses)


def test_the_page_tells_every_term_once() -> None:
    page = to_markdown(CODEBOOK)
    assert page.startswith(f"# The codebook, version {CODEBOOK.version}\n")
    for terms in (CODEBOOK.acts, CODEBOOK.kinds, CODEBOOK.forces, CODEBOOK.topics):
        for term in terms.values():
            assert f"### `{term.id}`\n" in page
            assert all(word in page for word in term.wording)


@pytest.mark.skipif(not PAGE.is_file(), reason="docs/codebook.md is not written yet")
def test_the_page_of_the_docs_is_what_the_data_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == to_markdown(CODEBOOK)
