"""Pairs of statements, and what is counted on them. Two coders' statements stand in the tests."""

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comity.model import CoderIdentity, Entity, Mention, Span, Statement, decode
from comity.review import agreement, by_document, match
from comity.review.matching import partners_f1, same_actor, same_object

SHARED = Path(__file__).parents[3] / "shared"
CHINA = Mention(Entity("CHN", "China"))
INDIA = Mention(Entity("IND", "India"))
ASEAN = Mention(Entity("asean", "ASEAN"))


def said(start: int = 0, **changed: Any) -> Statement:
    quote = "China supports the Five Principles"
    plain = Statement(
        document="d", span=Span(start, start + len(quote)), quote=quote, speaker=None, actor=CHINA, act="support",
        object_kind="instrument",
        object=Mention(Entity("five-principles", "Five Principles"), Span(start + 19, start + 34)),
        partners=(), force="assertive", strength=None, tense="present", negated=False, topics=(), date=None, place=None,
        coder=CoderIdentity("a", "", "", ""), confidence=1.0,
    )  # fmt: skip
    return replace(plain, **changed)


def test_the_same_statement_is_a_core_pair() -> None:
    (pair,) = match([said()], [said()])
    assert (pair.core, pair.tie) == (True, True)


@pytest.mark.parametrize(
    ("changed", "core", "tie"),
    [({"act": "uphold"}, False, True), ({"actor": INDIA}, False, False), ({"force": "expressive"}, True, True)],
)
def test_what_differs_tells_the_level(changed: dict[str, Any], core: bool, tie: bool) -> None:
    (pair,) = match([said()], [said(**changed)])
    assert (pair.core, pair.tie) == (core, tie)


@pytest.mark.parametrize("changed", [{"document": "e"}, {"object_kind": "principle"}])
def test_what_is_no_pair(changed: dict[str, Any]) -> None:
    assert match([said()], [said(**changed)]) == []
    assert match([said()], [said(start=100)]) == []


def test_each_statement_is_used_once_and_the_best_fit_goes_first() -> None:
    right, wrong = said(), said(act="uphold")
    assert [pair.other for pair in match([right], [wrong, right])] == [right]
    assert len(match([right, right], [right])) == 1


def test_actors_without_id_and_collectives_are_compared_by_name() -> None:
    def actor(key: str | None, name: str) -> Mention:
        return Mention(Entity(key, name))

    assert same_actor(actor(None, "the Merrow Forum"), actor("merrow", "Merrow Forum"))
    assert same_actor(actor("any:all parties", "all parties"), actor("any:all the parties", "parties"))
    assert not same_actor(CHINA, INDIA)


def test_objects_by_place_unless_one_is_a_whole_clause() -> None:
    def thing(start: int, end: int, name: str) -> Statement:
        return said(object=Mention(Entity(None, name), Span(start, end)))

    assert same_object(thing(10, 20, "x"), thing(14, 30, "y"))
    assert not same_object(thing(10, 20, "x"), thing(16, 30, "y"))
    assert not same_object(thing(10, 20, "x"), thing(5, 60, "y"))


def test_partners() -> None:
    assert partners_f1(said(), said()) == 1
    assert partners_f1(said(partners=(INDIA, ASEAN)), said(partners=(ASEAN,))) == pytest.approx(2 / 3)
    assert partners_f1(said(partners=(INDIA,)), said()) == 0


def test_the_report() -> None:
    mine = [said(), said(start=100), said(document="e")]
    theirs = [said(), said(start=100, act="uphold"), said(start=300), said(document="f")]
    found = agreement(mine, theirs)
    assert (found.documents, found.one, found.other) == (1, 2, 3)
    assert found.scores["core"].f1 == pytest.approx(2 / 5)
    assert found.scores["objects"].recall == 1
    assert found.acts[("support", "uphold")] == 1
    assert [pair.other.act for pair in found.differing] == ["uphold"]
    assert [one.span.start for one in found.only_other] == [300]
    assert all(score.low <= score.f1 <= score.high for score in found.scores.values())


def test_documents_in_which_one_coder_found_nothing_count_where_they_are_named() -> None:
    mine, theirs = [said(), said(document="e"), said(document="g")], [said(), said(document="f")]
    assert agreement(mine, theirs).scores["core"].f1 == 1
    whole = agreement(mine, theirs, documents={"d", "e", "g"})
    assert (whole.documents, whole.one, whole.other) == (3, 3, 1)
    assert whole.scores["core"].f1 == pytest.approx(2 / 4)


def test_by_document_the_least_first() -> None:
    mine, theirs = [said(), said(document="e"), said(document="g")], [said(), said(document="e", act="uphold")]
    assert [(name, one.scores["core"].f1) for name, one in by_document(mine, theirs).items()] == [("e", 0), ("d", 1)]
    assert list(by_document(mine, theirs, documents={"d", "g"})) == ["g", "d"]


def test_the_same_twice_gives_the_same() -> None:
    mine, theirs = [said(), said(start=100)], [said(), said(start=100, act="uphold")]
    assert agreement(mine, theirs).scores == agreement(mine, theirs).scores


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason="the hand-coded texts are not here")
def test_it_counts_as_the_scoring_tool_does() -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    files = [(SHARED / "gold" / f"coder-{name}.jsonl").read_text(encoding="utf-8").splitlines() for name in "ab"]
    expected, _ = tool.score(*([json.loads(line) for line in lines] for lines in files))
    found = agreement(*([decode(line) for line in lines] for lines in files))
    for level, score in found.scores.items():
        assert round(score.f1, 4) == expected[level]["f1"]
    slots = {slot.slot: round(slot.share, 4) for slot in found.slots}
    assert {key: slots[key] for key in expected["attributes"]} == expected["attributes"]
