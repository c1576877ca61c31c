"""``comity explain`` and what is new in ``comity code``, as a user calls them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

SAMPLE = Path(__file__).parents[2] / "examples" / "joint-statement.json"
Command = Callable[..., CompletedProcess[str]]


def statements(comity_command: Command, *options: object) -> list[dict[str, object]]:
    found = comity_command("code", SAMPLE, "--format", "jsonl", *options)
    assert found.returncode == 0
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_every_sentence_is_explained_in_words(comity_command: Command) -> None:
    found = comity_command("explain", SAMPLE)
    assert found.returncode == 0
    for slot in ("object", "actor", "act", "kind", "force", "statement", "in all"):
        assert f"\n    {slot} " in found.stdout
    assert "nothing coded: " in found.stdout
    for row in statements(comity_command):
        assert f"  {row['id']}  " in found.stdout


def test_one_statement_is_explained_by_the_beginning_of_its_id(comity_command: Command) -> None:
    wanted = statements(comity_command)[3]
    found = comity_command("explain", SAMPLE, "--statement", str(wanted["id"])[:8], "--json")
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(rows) == 1
    why = next(one["why"] for one in rows[0]["statements"] if one["id"] == wanted["id"])
    assert {choice["slot"]: choice["value"] for choice in why["choices"]}["act"] == wanted["act"]


def test_an_id_that_no_statement_has_is_said_to_be_none(comity_command: Command) -> None:
    found = comity_command("explain", SAMPLE, "--statement", "nothing")
    assert found.returncode == 1
    assert "no statement has the id nothing" in found.stderr


def test_a_file_that_is_not_there_is_said_to_be_none(comity_command: Command, tmp_path: Path) -> None:
    found = comity_command("explain", tmp_path / "none.txt")
    assert found.returncode == 1
    assert "there is no such file" in found.stderr


def test_less_sure_statements_are_left_out_on_request(comity_command: Command) -> None:
    every, sure = statements(comity_command), statements(comity_command, "--min-confidence", 0.6)
    assert 0 < len(sure) < len(every)
    assert sure == [row for row in every if float(str(row["confidence"])) >= 0.6]


@pytest.mark.parametrize("wrong", ["-0.1", "1.5", "much"])
def test_a_confidence_that_is_no_share_is_refused(comity_command: Command, wrong: str) -> None:
    assert comity_command("code", SAMPLE, "--min-confidence", wrong).returncode == 1


def test_the_rules_code_too_and_say_who_they_are(comity_command: Command) -> None:
    assert {row["coder"] for row in statements(comity_command, "--coder", "rules")} == {"rules"}
    assert {row["coder"] for row in statements(comity_command)} == {"learned"}


def test_two_processes_write_the_same_bytes(comity_command: Command) -> None:
    assert statements(comity_command, "--jobs", 2) == statements(comity_command)
