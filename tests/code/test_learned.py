"""The learned coder: its models, its explanations, processes, what is passed over, and very long sentences."""

import time
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity import catalogue as catalogues
from comity import codebook as codebooks
from comity.code.coder import CoderName
from comity.code.coders import code_all, make_coder
from comity.code.learned import LearnedCoder
from comity.code.learned.explain import explain
from comity.code.learned.model import Linear, read_model
from comity.code.passage import PassageReader
from comity.code.rules import RuleCoder
from comity.model import Document, Problem, Statement, encode
from comity.read import read
from tests.code.conftest import document_of

SAMPLE = Path(__file__).parents[2] / "examples" / "joint-statement.json"
PLEDGE = "China will deepen its partnership with Russia. The sky is blue. It supports multilateralism."


def sample() -> Document:
    return next(one for one in read(SAMPLE) if isinstance(one, Document))


def lines(statements: list[Statement]) -> list[str]:
    return [encode(one) for one in statements]


def test_a_pledge_is_read_whole(learned: LearnedCoder) -> None:
    first = next(iter(learned.code(document_of(PLEDGE))))
    assert (first.actor.entity.id, first.act, first.object_kind) == ("CHN", "strengthen", "relationship")
    assert (first.force, first.strength, first.tense) == ("commissive", "firm", "future")
    assert [partner.entity.id for partner in first.partners] == ["RUS"]


def test_one_sentence_says_nothing_twice(learned: LearnedCoder) -> None:
    coded = list(learned.code(sample()))
    for one, other in product(coded, coded):
        same = one.act == other.act and one.actor.entity == other.actor.entity and one.span.overlaps(other.span)
        if one is not other and same and one.object.span and other.object.span:
            assert not one.object.span.overlaps(other.object.span)


def test_a_model_is_written_and_read_back_the_same(learned: LearnedCoder, tmp_path: Path) -> None:
    learned.model.save(tmp_path / "one.npz")
    again = read_model(tmp_path / "one.npz")
    again.save(tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    coder = LearnedCoder(model=again)
    assert lines(list(coder.code(sample()))) == lines(list(learned.code(sample())))


def test_features_unknown_to_a_model_count_nothing() -> None:
    linear = Linear({"a": 0, "b": 1}, np.array([[1.0], [2.0], [0.0]], np.float32), np.array([0.5], np.float32))
    assert linear.logits([["a", "b"], ["b", "c"], [], ["c"]]).ravel().tolist() == [3.5, 2.5, 0.5, 0.5]


def test_confidence_rises_with_the_chance(learned: LearnedCoder) -> None:
    found = [learned.model.confidence(chance) for chance in np.linspace(0, 1, 50)]
    assert found == sorted(found)
    assert found[0] >= 0.0
    assert found[-1] <= 1.0


def test_every_statement_is_explained_and_every_other_sentence_told_what_it_lacks(learned: LearnedCoder) -> None:
    document = sample()
    found = list(explain(document, learned))
    assert [one for row in found for one, _ in row.statements] == list(learned.code(document))
    for row in found:
        assert bool(row.statements) != bool(row.missing)
        for statement, why in row.statements:
            slots = {choice.slot: choice for choice in why.choices}
            assert slots.keys() == {"actor", "act", "kind", "force"}
            assert slots["act"].value == statement.act
            assert why.product >= why.least
            assert document.quote(why.span).split() == why.object.split()
        if row.nearest and row.nearest.choices and "too doubtful" in row.missing:
            assert row.nearest.product < row.nearest.least


def test_what_a_sentence_lacks_is_named(learned: LearnedCoder) -> None:
    text = "The sky is blue. China came. He came late. China likes the blue sky."
    found = {row.text: row.missing for row in explain(document_of(text), learned)}
    assert "The sky is blue." not in found  # it names nobody: it is not even read
    assert found["He came late."] == "no noun in it can be an object of an act"
    assert "no word of an act" in found["China likes the blue sky."]


@pytest.mark.parametrize("name", list(CoderName))
def test_several_processes_give_what_one_gives_in_the_same_order(name: CoderName) -> None:
    items: list[Document | Problem] = [
        sample(),
        Problem("x", "unreadable", "no"),
        document_of(PLEDGE),
        document_of("Nothing."),
    ]
    alone = list(code_all(items, lambda: make_coder(name), name=name, jobs=1))
    assert list(code_all(items, lambda: make_coder(name), name=name, jobs=2)) == alone
    assert alone[1] is items[1]


_PARTS = st.sampled_from(
    ["China will sign the treaty.", "The sky is blue.", "It must respect sovereignty.", "They agreed to talks.",
     "Support for the ceasefire grew.", "Strengthen regional cooperation.", "Peace matters.", "Tanks rolled in.",
     "The two countries met.", "Prime Minister Kishida visited Hanoi.", "Our navies exercised together.",
     "Enhancing trust is vital.", "Japanese aid was delivered.", "A treaty was signed by all parties."]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PARTS, max_size=8))
def test_sentences_that_name_nobody_need_no_parse(rules: RuleCoder, learned: LearnedCoder, parts: list[str]) -> None:
    document = document_of(" ".join(parts) or ".", ("VNM",))
    for coder in (rules, learned):
        found = lines(list(coder.code(document)))
        kept = coder.passages
        coder.passages = PassageReader(catalogues.load(), codebooks.load(), skip=False)
        try:
            assert lines(list(coder.code(document))) == found
        finally:
            coder.passages = kept


def test_a_very_long_sentence_is_read_in_pieces_quickly_and_said_to_be(learned: LearnedCoder) -> None:
    clause = (
        "China supports the peace process and opposes terrorism, which Japan, India and the United States condemn, "
    )
    document = document_of(clause * 120)
    start = time.perf_counter()
    coded = [
        item for item in code_all([document], lambda: learned, name=CoderName.LEARNED) if not isinstance(item, Problem)
    ]
    assert time.perf_counter() - start < 40  # 12,700 characters: a guard against a blow-up, not a timing
    assert len(coded[0][1]) > 10
    said = [item for item in code_all([document], lambda: learned, name=CoderName.LEARNED) if isinstance(item, Problem)]
    assert [problem.kind for problem in said] == ["long-sentence"] * len(said)
    assert "read in pieces" in said[0].message


def test_a_list_of_hundreds_of_names_does_not_blow_up(learned: LearnedCoder) -> None:
    names = "China, Japan, India, Russia, Indonesia, Malaysia, Viet Nam, Thailand, ASEAN, the EU, NATO, " * 32
    start = time.perf_counter()
    list(learned.code(document_of(f"China and Japan will support {names}.")))
    assert time.perf_counter() - start < 8  # it was 14 s once, where every name was weighed against every other


def test_a_text_that_is_not_english_is_said_to_be_none(learned: LearnedCoder) -> None:
    dutch = "De Partijen bij dit Verdrag verbinden zich ertoe de vrede te bewaren en geschillen vreedzaam te regelen. "
    items = [document_of(dutch * 5), document_of(PLEDGE * 5), document_of("De Partijen.")]
    found = list(code_all(items, lambda: learned, name=CoderName.LEARNED))
    assert [item.kind for item in found if isinstance(item, Problem)] == ["not-english"]
