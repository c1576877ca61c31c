"""``comity agree`` through the command line: the sample coded twice, a wrong line, and files with nothing in common."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def coded(comity_command: Command, tmp_path: Path) -> Path:
    file = tmp_path / "a.jsonl"
    comity_command("code", "examples/joint-statement.json", "-o", str(file), "--format", "jsonl")
    return file


def test_a_coder_agrees_with_itself(comity_command: Command, coded: Path) -> None:
    done = comity_command("agree", str(coded), str(coded))
    found = {row["measure"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0
    assert [found[f"F1 of {level}"]["value"] for level in ("core", "ties", "objects")] == ["1.000"] * 3
    assert found["act"]["alpha"] == "1.000"
    assert found["alpha of unitizing"]["value"] == "1.000"


def test_disagreements_and_confusion(comity_command: Command, coded: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in coded.read_text(encoding="utf-8").splitlines()]
    lines[0]["act"] = "oppose" if lines[0]["act"] != "oppose" else "support"
    other = tmp_path / "b.jsonl"
    other.write_text("\n".join(map(json.dumps, lines[:-1])) + "\nnot json\n", encoding="utf-8")
    done = comity_command("agree", str(coded), str(other), "--confusion", "--disagreements", "5")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert f"{other}:{len(lines)}" in done.stderr.replace("\\", "/") or "b.jsonl" in done.stderr
    assert {row["what"] for row in rows if "what" in row} == {"differ", "only A"}
    assert [row["B"] for row in rows if row.get("slot") == "act"] == [lines[0]["act"]]


def test_documents_one_by_one(comity_command: Command, coded: Path, tmp_path: Path) -> None:
    line = json.loads(coded.read_text(encoding="utf-8").splitlines()[0])
    mine = tmp_path / "more.jsonl"
    mine.write_text(coded.read_text(encoding="utf-8") + json.dumps({**line, "document": "more"}) + "\n", "utf-8")
    rows = [
        {row["document"]: row["F1 of core"] for row in map(json.loads, done.stdout.splitlines()) if "document" in row}
        for options in ((), ("--every",))
        for done in [comity_command("agree", str(mine), str(coded), "--by-document", *options)]
    ]
    assert rows == [{line["document"]: "1.000"}, {"more": "0.000", line["document"]: "1.000"}]


def test_nothing_in_common(comity_command: Command, coded: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.jsonl"
    other.write_text(
        coded.read_text(encoding="utf-8").replace('"document": "', '"document": "other-'), encoding="utf-8"
    )
    done = comity_command("agree", str(coded), str(other))
    assert (done.returncode, "no document in common" in done.stderr) == (1, True)


def test_a_file_without_statements(comity_command: Command, coded: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    done = comity_command("agree", str(coded), str(empty))
    assert (done.returncode, "no statement in it" in done.stderr) == (1, True)
