"""Document JSON: every fault is a problem with its kind and line, and every good line is read."""

import json
from typing import Any

import pytest

from .conftest import Read

GOOD: dict[str, Any] = {"id": "d1", "text": "Veridia will join Marrow."}

FAULTS: list[tuple[str, str]] = [
    ("{", "broken-json"),
    ("Veridia will join", "broken-json"),
    ("[" * 100_000, "broken-json"),
    ("[]", "not-a-document"),
    ('"text"', "not-a-document"),
    ("null", "not-a-document"),
    ("{}", "no-text"),
    ('{"text": ""}', "no-text"),
    ('{"text": " \\n "}', "no-text"),
    ('{"text": 7}', "no-text"),
    ('{"text": "half \\ud83d pair"}', "broken-text"),
]


@pytest.mark.parametrize(("line", "kind"), FAULTS)
def test_a_faulty_file(reading: Read, line: str, kind: str) -> None:
    documents, problems = reading(line, "d.json")
    assert (documents, [(problem.kind, problem.line) for problem in problems]) == ([], [(kind, None)])


@pytest.mark.parametrize(("line", "kind"), FAULTS)
def test_a_faulty_line_among_good_ones(reading: Read, line: str, kind: str) -> None:
    lines = [json.dumps(GOOD), "", line, json.dumps({**GOOD, "id": "d2"})]
    documents, problems = reading("\n".join(lines), "d.jsonl")
    assert [document.id for document in documents] == ["d1", "d2"]
    assert [(problem.kind, problem.line) for problem in problems] == [(kind, 3)]


def test_bytes_that_are_not_utf_8(reading: Read) -> None:
    documents, problems = reading(json.dumps(GOOD).encode() + b'\n{"text": "caf\xe9"}\n', "d.jsonl")
    assert [document.text for document in documents] == [GOOD["text"], "café"]
    assert [(problem.kind, problem.line) for problem in problems] == [("not-utf-8", 2)]


def test_json_lines_in_utf_16_are_one_problem(reading: Read) -> None:
    documents, problems = reading(f"\ufeff{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n".encode("utf-16-le"), "d.jsonl")
    assert (documents, [problem.kind for problem in problems]) == ([], ["not-utf-8"])


def test_a_json_file_in_utf_16_is_read(reading: Read) -> None:
    documents, problems = reading(f"\ufeff{json.dumps(GOOD)}".encode("utf-16-le"), "d.json")
    assert ([document.id for document in documents], problems) == (["d1"], [])


def test_an_id_that_was_there_before_is_left_out(reading: Read) -> None:
    again = json.dumps({**GOOD, "text": "Another text."})
    documents, problems = reading(f"{json.dumps(GOOD)}\n{again}\n", "d.jsonl")
    assert [document.text for document in documents] == [GOOD["text"]]
    assert [(problem.kind, problem.line) for problem in problems] == [("duplicate-id", 2)]


def test_every_field_is_read(reading: Read) -> None:
    about = {
        "title": " Joint Statement ",
        "date": "2031-01",
        "kind": "joint-statement",
        "issuers": ["VER", "MAR"],
        "language": "fr",
        "publisher": "Tidewire",
        "source": "https://example.org/1",
        "unknown": {"a": 1},
    }
    ((document,), problems) = reading(json.dumps({**GOOD, **about}), "d.json")
    assert problems == []
    assert (document.title, document.date, document.kind) == ("Joint Statement", "2031-01", "joint-statement")
    assert (document.issuers, document.language) == (("VER", "MAR"), "fr")
    assert (document.publisher, document.source) == ("Tidewire", "https://example.org/1")


def test_text_is_canonical_as_it_stands(reading: Read) -> None:
    text = "  Veridia joins.\r\nMarrow\u00a0stays. 🕊 "
    ((document,), _) = reading(json.dumps({"text": text}), "d.json")
    assert document.text == text


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("date", "2031-13", "not-a-date"),
        ("date", "last year", "not-a-date"),
        ("issuers", "VER", "not-issuers"),
        ("issuers", [1], "not-issuers"),
        ("title", 7, "wrong-type"),
        ("title", ["a"], "wrong-type"),
        ("kind", {"a": 1}, "wrong-type"),
        ("publisher", True, "wrong-type"),
        ("title", "half \ud83d pair", "broken-text"),
    ],
)
def test_a_field_that_cannot_be_used_is_left_out(reading: Read, field: str, value: Any, kind: str) -> None:
    ((document,), problems) = reading(json.dumps({**GOOD, field: value}), "d.json")
    assert [problem.kind for problem in problems] == [kind]
    assert not getattr(document, field)


@pytest.mark.parametrize("value", [7, "", " ", None, "\udc80"])
def test_an_id_that_is_none_is_replaced(reading: Read, value: Any) -> None:
    assert [document.id for document in reading(json.dumps({**GOOD, "id": value}), "paper.json")[0]] == ["paper"]


def test_issuers_are_kept_in_order_and_once(reading: Read) -> None:
    ((document,), _) = reading(json.dumps({**GOOD, "issuers": ["VER", " MAR ", "VER", 3, ""]}), "d.json")
    assert document.issuers == ("VER", "MAR")


def test_the_message_tells_where_several_objects_belong(reading: Read) -> None:
    (problem,) = reading(f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n", "d.json")[1]
    assert ".jsonl" in problem.message
    (problem,) = reading(json.dumps([GOOD]), "d.json")[1]
    assert ".jsonl" in problem.message


def test_without_an_id_the_file_and_the_line_are_the_id(reading: Read) -> None:
    text = json.dumps({"text": "Veridia joins."})
    assert reading(text, "paper.json")[0][0].id == "paper"
    assert [document.id for document in reading(f"{text}\n\n{text}\n", "p.jsonl")[0]] == ["p-1", "p-3"]


def test_a_byte_order_mark_before_json(reading: Read) -> None:
    documents, problems = reading(b"\xef\xbb\xbf" + json.dumps(GOOD).encode(), "d.json")
    assert (len(documents), problems) == (1, [])


def test_a_byte_order_mark_before_json_lines(reading: Read) -> None:
    documents, problems = reading(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\n", "d.jsonl")
    assert (len(documents), problems) == (1, [])


def test_deep_nesting_is_no_crash(reading: Read) -> None:
    deep = '{"text": "Veridia joins.", "more": ' + "[" * 50_000 + "]" * 50_000 + "}"
    _, problems = reading(f"{deep}\n", "d.jsonl")
    assert [problem.kind for problem in problems] == ["broken-json"]


def test_a_number_of_too_many_digits_is_no_crash(reading: Read) -> None:
    documents, problems = reading('{"text": "Veridia joins.", "n": ' + "9" * 6000 + "}\n", "d.jsonl")
    assert [problem.kind for problem in problems] == ["broken-json"] or len(documents) == 1
