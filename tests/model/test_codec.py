"""The interchange format: what goes in comes out, and a broken line says which field is broken."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from comity.model import (
    CodecError,
    CoderIdentity,
    Entity,
    EvidenceError,
    Mention,
    Span,
    Statement,
    decode,
    encode,
)

from .conftest import Make, statements

GOLD = Path(__file__).parents[3] / "shared" / "gold"

ORDER = [
    "id", "document", "span", "quote", "speaker", "actor", "act", "object", "partners", "force", "strength", "tense",
    "negated", "topics", "date", "place", "coder", "coder_version", "codebook", "catalogue", "confidence",
]  # fmt: skip

HAND_CODED = """{"document": "d1", "span": [0, 14], "quote": "Marrow objects", "speaker": "MAR",
"actor": {"id": "MAR", "name": "Marrow", "span": [0, 6]}, "act": "oppose",
"object": {"kind": "issue", "id": null, "name": "dredging", "span": null}, "partners": [], "force": "assertive",
"strength": null, "tense": "present", "negated": false, "topics": ["maritime"], "date": null, "place": null,
"note": "not sure about the object"}""".replace("\n", " ")


@given(statements())
def test_what_goes_in_comes_out(statement: Statement) -> None:
    line = encode(statement)
    assert decode(line) == statement
    assert encode(decode(line)) == line
    assert "\n" not in line


def test_fields_stand_in_one_order(make: Make) -> None:
    row = json.loads(encode(make()))
    assert list(row) == ORDER
    assert list(row["object"]) == ["kind", "id", "name", "span"]
    assert list(row["actor"]) == ["id", "name", "span"]


def test_equal_statements_are_equal_bytes_in_readable_letters(make: Make) -> None:
    assert encode(make()) == encode(make())
    assert "Phú Quốc" in encode(make(place="Phú Quốc"))


def test_lines_of_hand_coders_and_their_notes_are_read() -> None:
    statement = decode(HAND_CODED)
    assert statement.coder == CoderIdentity("unknown", "", "", "")
    assert (statement.confidence, statement.topics, statement.object.span) == (1.0, ("maritime",), None)


def test_keys_that_may_be_missing() -> None:
    row = json.loads(HAND_CODED)
    for key in ("speaker", "partners", "strength", "negated", "topics", "date", "place", "note"):
        del row[key]
    statement = decode(json.dumps(row))
    assert (statement.partners, statement.negated, statement.date) == ((), False, None)


def test_the_id_of_a_line_is_computed_and_not_believed(make: Make) -> None:
    row = json.loads(encode(make()))
    assert decode(json.dumps({**row, "id": "0" * 16})).id == make().id


@pytest.mark.parametrize("field", ["document", "span", "quote", "actor", "act", "object", "force", "tense"])
def test_a_missing_field_is_named(make: Make, field: str) -> None:
    row = json.loads(encode(make()))
    del row[field]
    with pytest.raises(CodecError, match=f"'{field}' is missing"):
        decode(json.dumps(row))


WRONG: list[tuple[str, Any]] = [
    ("document", 7), ("quote", None), ("act", []), ("speaker", 3), ("date", 2031), ("place", {}), ("coder", 5),
    ("codebook", 1), ("span", None), ("span", [3]), ("span", [5, 5]), ("span", [-1, 24]), ("span", ["0", "25"]),
    ("span", [0.0, 25.0]), ("span", [0, 25, 26]), ("span", [False, True]), ("actor", "Veridia"), ("actor", None),
    ("object", []), ("partners", {"id": "MAR"}), ("partners", ["MAR"]), ("topics", "maritime"), ("topics", [1]),
    ("force", "promise"), ("force", None), ("force", ["assertive"]), ("strength", "strong"), ("tense", "soon"),
    ("negated", "no"), ("negated", 0), ("confidence", "high"), ("confidence", True), ("confidence", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_a_field_of_the_wrong_kind_is_named(make: Make, field: str, value: Any) -> None:
    row = json.loads(encode(make()))
    with pytest.raises(CodecError, match=f"'{field}'"):
        decode(json.dumps({**row, field: value}))


@pytest.mark.parametrize(
    ("field", "key", "value", "named"),
    [
        ("actor", "id", 4, "actor.id"),
        ("actor", "name", ["x"], "actor.name"),
        ("actor", "span", [2, 1], "actor.span"),
        ("object", "kind", "treaty", "object.kind"),
        ("object", "span", "all", "object.span"),
    ],
)
def test_a_field_inside_a_mention_is_named(make: Make, field: str, key: str, value: Any, named: str) -> None:
    row = json.loads(encode(make()))
    row[field][key] = value
    with pytest.raises(CodecError, match=f"'{named}'"):
        decode(json.dumps(row))


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '"text"', "7", "[" * 100_000])
def test_what_is_no_object_of_json_is_no_statement(line: str) -> None:
    with pytest.raises(CodecError, match="JSON"):
        decode(line)


def test_a_quote_that_its_span_does_not_hold_breaks_the_law_of_evidence() -> None:
    with pytest.raises(EvidenceError):
        decode(HAND_CODED.replace('"span": [0, 14]', '"span": [0, 15]'))


def test_a_mention_without_a_name_shows_its_id() -> None:
    row = json.loads(HAND_CODED)
    del row["actor"]["name"]
    assert decode(json.dumps(row)).actor == Mention(Entity("MAR", "MAR"), Span(0, 6))


def decode_or_none(line: str) -> Statement | None:
    try:
        return decode(line)
    except CodecError:
        return None


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here")
@pytest.mark.parametrize(("name", "faults"), [("dev", 0), ("coder-a", 0), ("coder-b", 0), ("silver", 1)])
def test_the_hand_codings_are_statements(name: str, faults: int) -> None:
    """One line of the silver has a list for a date; every other line of every file is read."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 100
    read = [decoded for line in lines if (decoded := decode_or_none(line))]
    assert len(lines) - len(read) == faults
    assert [decode(encode(statement)) for statement in read] == read
