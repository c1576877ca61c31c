"""The command with the real reader and the real coder: bad files among good ones, and every form of output."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]

GOOD = "China and Japan will strengthen security cooperation. They reaffirmed their commitment to the UN Charter.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "latin.txt").write_bytes(GOOD.encode() + b"caf\xe9\n")
    (tmp_path / "no-text.json").write_text('{"id": "x"}')
    (tmp_path / "broken.json").write_text('{"text": ')
    return tmp_path


def test_bad_files_do_not_cost_good_ones(comity_command: Command, folder: Path) -> None:
    done = comity_command("code", folder, folder / "missing.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert {Path(row["document"]).stem for row in rows} == {"good", "latin"}
    assert all(row["quote"] == GOOD[slice(*row["span"])] for row in rows)
    for name in ("empty.txt", "binary.txt", "latin.txt", "no-text.json", "broken.json", "missing.txt"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_only_bad_files(comity_command: Command, folder: Path) -> None:
    done = comity_command("code", folder / "empty.txt", folder / "binary.txt")
    assert done.returncode == 1
    assert done.stdout == ""


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "parquet", "html"])
def test_the_same_input_gives_the_same_bytes(comity_command: Command, folder: Path, form: str) -> None:
    first, second = (comity_command("code", folder / "good.txt", "--format", form) for _ in range(2))
    assert first.returncode == 0
    assert first.stdout == second.stdout != ""


def test_codebook_as_markdown(comity_command: Command) -> None:
    done = comity_command("codebook", "--format", "markdown")
    assert done.returncode == 0
    assert "strengthen" in done.stdout


def test_a_document_without_issuer_is_coded_with_advice(comity_command: Command, tmp_path: Path) -> None:
    said = tmp_path / "said.txt"
    said.write_text("Japan condemned the attack. We will deepen cooperation.\n", encoding="utf-8")
    done = comity_command("code", said, "--format", "jsonl")
    assert done.returncode == 0
    assert "1 document without issuer" in done.stderr
    assert "--issuer" in done.stderr
    named = comity_command("code", said, "--issuer", "JPN", "--format", "jsonl")
    assert named.stderr == ""
