"""What training keeps of texts without their words: hand codings' examples, and what a teacher makes of proposals."""

from pathlib import Path

import numpy as np
import pytest
from hand_coded import MOODS, Example, all_examples, mood_of, texts_of
from taught import Taught, read_taught, write_taught

from comity.model import Statement, decode

SAMPLE = Path(__file__).parents[2] / "examples" / "joint-statement.json"
CODED = SAMPLE.with_name("joint-statement.statements.jsonl")


def statements() -> list[Statement]:
    return [decode(line) for line in CODED.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return list(all_examples(texts_of(SAMPLE), statements()))


def test_every_statement_of_the_sample_is_found_among_its_proposals(examples: list[Example]) -> None:
    coded = statements()
    found = {id(one.gold) for one in examples if one.gold is not None}
    assert len(found) == len({one.object.span for one in coded})
    assert all(any(one.right) for one in examples if one.gold is not None)


def test_words_and_places_are_those_of_the_text(examples: list[Example]) -> None:
    text = texts_of(SAMPLE)[0].text
    for one in examples:
        assert one.head < len(one.words)
        assert one.verb < len(one.words)
        assert 0 <= one.at < len(text)
        assert len(one.actors) == len(one.options)


def test_what_is_taught_comes_back(examples: list[Example], tmp_path: Path) -> None:
    chances = np.random.default_rng(0).random((len(examples), 1 + len(MOODS)))
    write_taught(tmp_path / "taught.npz", examples, chances)
    back = read_taught(tmp_path / "taught.npz", SAMPLE)
    assert back.features == [one.features for one in examples]
    assert np.abs(back.chances - chances).max() <= 0.5 / 255 + 1e-9


def test_what_is_taught_of_a_document_can_be_left_out() -> None:
    taught = Taught(["a", "b", "a"], [["x"], ["y"], ["z"]], np.array([[0.1], [0.2], [0.3]]))
    left = taught.without({"a"})
    assert (left.documents, left.features, left.chances.tolist()) == (["b"], [["y"]], [[0.2]])
    assert not taught.without({"a", "b"}).features


def test_every_mood_of_a_statement_has_a_class() -> None:
    assert all(mood_of(one) in MOODS for one in statements())
