"""``comity code``: what comes out in which form, where it goes, and which exit code says what."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

pytestmark = pytest.mark.usefixtures("fakes")
Command = Callable[..., CompletedProcess[str]]
Files = Callable[..., list[Path]]


def test_json_lines_in_a_pipe(comity_command: Command, files: Files) -> None:
    """I pledge and pledge. | We pledge."""
    done = comity_command("code", *files("I pledge and pledge.", "We pledge."))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [(row["document"], row["span"]) for row in rows] == [("a", [2, 8]), ("a", [13, 19]), ("b", [3, 9])]
    assert done.stderr == ""


def test_csv(comity_command: Command, files: Files) -> None:
    done = comity_command("code", *files("I pledge."), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["document"], row["quote"], row["act"]) for row in rows] == [("a", "pledge", "uphold")]


def test_table_is_free_of_what_could_steer_a_terminal(comity_command: Command, files: Files) -> None:
    done = comity_command("code", *files("I pledge.", "Nothing."), "--format", "table")
    assert done.returncode == 0
    assert "Title of a · no date · IND" in done.stdout
    assert "[bold]Charter[/bold]" in done.stdout
    assert "\x1b" not in done.stdout
    assert "no statements" in done.stdout
    assert done.stdout.endswith("1 statement in 2 documents\n")


def test_parquet_in_a_pipe(comity_command: Command, files: Files) -> None:
    import pyarrow.parquet as pq

    done = comity_command("code", *files("I pledge."), "--format", "parquet")
    assert pq.read_table(io.BytesIO(done.stdout.encode(errors="surrogateescape"))).column("quote").to_pylist() == [
        "pledge"
    ]


def test_html_of_several_documents(comity_command: Command, files: Files, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    done = comity_command("code", *files("I pledge.", "We pledge."), "-o", target)
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr == f"2 statements in 2 documents, written to {target}\n"
    assert "2 documents" in target.read_text()


def test_the_form_follows_the_name_of_the_file(comity_command: Command, files: Files, tmp_path: Path) -> None:
    assert comity_command("code", *files("I pledge."), "-o", tmp_path / "out.csv").returncode == 0
    assert (tmp_path / "out.csv").read_text().startswith("id,document,")
    done = comity_command("code", *files("I pledge."), "-o", tmp_path / "out.doc")
    assert done.returncode == 1
    assert "give one with --format (table, jsonl, csv, parquet, html)" in done.stderr


@pytest.mark.parametrize("form", ["parquet", "html"])
def test_a_whole_file_does_not_go_to_a_terminal(
    comity_command: Command, files: Files, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = comity_command("code", *files("I pledge."), "--format", form)
    assert done.returncode == 1
    assert "give a file with -o" in done.stderr
    assert done.stdout == ""


def test_a_bad_file_does_not_cost_the_good_ones(comity_command: Command, files: Files) -> None:
    done = comity_command("code", *files("bad", "I pledge.", "warn, pledge"))
    assert done.returncode == 2
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["b", "c"]
    assert "a.txt:3: this is not text [not-text]" in done.stderr
    assert "2 problems: 1 not-text, 1 odd" in done.stderr


def test_a_document_that_cannot_be_coded_is_a_problem(comity_command: Command, files: Files) -> None:
    done = comity_command("code", *files("explode", "I pledge."))
    assert done.returncode == 2
    assert "the parser gave up [not-coded]" in done.stderr
    assert json.loads(done.stdout)["document"] == "b"


def test_nothing_could_be_coded(comity_command: Command, files: Files, tmp_path: Path) -> None:
    done = comity_command("code", *files("bad"), tmp_path / "missing.txt", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 1
    assert "there is no such file [no-such-file]" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_an_empty_folder(comity_command: Command, tmp_path: Path) -> None:
    done = comity_command("code", tmp_path)
    assert done.returncode == 1
    assert done.stderr == "Error: no documents were found: give a file, or a folder that holds some\n"


def test_standard_input_is_refused(comity_command: Command) -> None:
    done = comity_command("code", "-")
    assert done.returncode == 1
    assert "standard input (-) is not read" in done.stderr


def test_a_file_that_vanishes_is_a_problem(
    comity_command: Command, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files("I pledge.", "We pledge.")
    monkeypatch.setattr(
        sys.modules["comity.read"], "find_files", lambda given: ([*given, paths[0].with_name("gone")], [])
    )
    done = comity_command("code", *paths)
    assert done.returncode == 2
    assert "No such file or directory [unreadable]" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_ctrl_c_leaves_the_old_file(comity_command: Command, files: Files, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    done = comity_command("code", *files("I pledge.", "interrupt"), "-o", target)
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "out.jsonl"]


def test_issuers_and_date_are_laid_on_every_document(comity_command: Command, files: Files) -> None:
    done = comity_command(
        "code", *files("I pledge."), "--format=table", "--issuer", "China", "--issuer=asean", "--date", "2017-01"
    )
    assert "Title of a · 2017-01 · CHN, asean" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--date", "2017-02-30"], "--date 2017-02-30: not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (["--issuer", "Chinna"], "is called this; did you mean China"),
        (["--issuer", "qqqqq"], "look it up with 'comity catalogue find'"),
        (["--format", "xml"], "xml"),
        (["--nonsense"], "No such option"),
    ],
)
def test_faults_of_use(comity_command: Command, files: Files, arguments: list[str], message: str) -> None:
    done = comity_command("code", *files("I pledge."), *arguments)
    assert done.returncode == 1
    assert message in done.stderr
    assert done.stdout == ""


def test_paths_are_asked_for(comity_command: Command) -> None:
    assert comity_command("code").returncode == 1
