"""Files that are hostile, broken or not there: a problem each, and no crash."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Document, Problem, Span
from comity.read import find_files, read
from comity.read.files import MOST_BYTES

from .conftest import Read

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents"
GOLD = DOCUMENTS.parent / "gold"


def kinds(path: Path) -> list[str]:
    return [found.kind if isinstance(found, Problem) else "document" for found in read(path)]


@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl"])
def test_an_empty_file(reading: Read, suffix: str) -> None:
    documents, problems = reading(b"", f"empty.{suffix}")
    assert (documents, [problem.kind for problem in problems]) == ([], ["empty-file"])


def test_a_file_of_white_space(reading: Read) -> None:
    assert [problem.kind for problem in reading(" \r\n\t\n")[1]] == ["empty-text"]
    assert [problem.kind for problem in reading("\n\n", "d.jsonl")[1]] == ["empty-file"]


@pytest.mark.parametrize(
    "content",
    [b"\x7fELF\x02\x01\x01\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 8, b"\x01\x02\x03\x04" * 40],
)
def test_a_binary_file(reading: Read, content: bytes) -> None:
    documents, problems = reading(content)
    assert (documents, [problem.kind for problem in problems]) == ([], ["binary"])


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode), st.sampled_from(["txt", "json", "jsonl"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_documents_or_problems(content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"any.{suffix}")
        path.write_bytes(content)
        found = list(read(path))
    assert found
    for one in found:
        assert isinstance(one, Document | Problem)
        if isinstance(one, Problem):
            assert one.source == str(path)
            assert one.message
            assert (one.line is not None) <= (suffix == "jsonl")


@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl"])
def test_what_is_not_there_or_is_a_folder(tmp_path: Path, suffix: str) -> None:
    assert kinds(tmp_path / f"none.{suffix}") in (["not-found"], ["unreadable"])
    (tmp_path / f"folder.{suffix}").mkdir()
    assert kinds(tmp_path / f"folder.{suffix}") in (["is-a-folder"], ["unreadable"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl"])
def test_what_may_not_be_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"secret.{suffix}"
    path.write_text("Veridia joins.")
    path.chmod(0)
    assert kinds(path) in (["not-allowed"], ["unreadable"])


def test_a_format_that_comity_does_not_read(tmp_path: Path) -> None:
    ((problem),) = read(tmp_path / "paper.pdf")
    assert isinstance(problem, Problem)
    assert problem.kind == "unknown-format"
    assert ".txt" in problem.message


def test_a_line_of_fifty_megabytes_in_a_text(reading: Read) -> None:
    documents, problems = reading(b"Veridia joins. " * (50 * 1024 * 1024 // 15))
    assert (documents, [problem.kind for problem in problems]) == ([], ["too-large"])


def test_a_line_of_fifty_megabytes_among_good_ones(reading: Read) -> None:
    good = [json.dumps({"id": name, "text": "Veridia joins."}).encode() for name in ("one", "two")]
    documents, problems = reading(b"\n".join([good[0], b"x" * (50 * 1024 * 1024), good[1]]), "d.jsonl")
    assert [document.id for document in documents] == ["one", "two"]
    assert [(problem.kind, problem.line) for problem in problems] == [("too-large", 2)]


def test_a_line_that_is_just_too_long_takes_no_other_with_it(reading: Read) -> None:
    good = json.dumps({"id": "one", "text": "Veridia joins."}).encode()
    documents, problems = reading(b"x" * MOST_BYTES + b"\n" + good + b"\n", "d.jsonl")
    assert [document.id for document in documents] == ["one"]
    assert [(problem.kind, problem.line) for problem in problems] == [("too-large", 1)]


def test_folders_are_walked_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.json", "a/notes.md", "c.JSONL"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    files, problems = find_files([tmp_path, tmp_path / "b.txt"])
    assert [file.relative_to(tmp_path).as_posix() for file in files] == ["a/z.json", "b.txt", "c.JSONL"]
    assert problems == []


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    for name in (".a.txt", ".git/b.json", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [file.name for file in find_files([tmp_path])[0]] == ["c.txt"]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to(tmp_path / "none")
    (path,), problems = find_files([tmp_path])
    assert problems == []
    assert kinds(path) == ["not-found"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"pipe.{suffix}"
    os.mkfifo(path)
    assert kinds(path) == ["not-a-file"]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX systems only")
def test_a_file_name_that_is_not_utf_8_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Veridia joins.")
    except OSError:
        pytest.skip("this file system takes no such name")
    (document,) = read(path)
    assert isinstance(document, Document)
    assert f"{document.id} {document.source}".encode()


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000 + ".txt"])
def test_a_name_that_no_file_can_have(name: str) -> None:
    assert len(kinds(Path(name))) == 1
    assert len(find_files([Path(name)])[1]) == 1


def test_paths_without_files_are_problems_and_the_others_are_found(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    files, problems = find_files([tmp_path / "empty", tmp_path / "none.txt", tmp_path / "a.txt"])
    assert [file.name for file in files] == ["a.txt"]
    assert [problem.kind for problem in problems] == ["empty-folder", "not-found"]


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="../shared/documents is not here")
def test_all_documents_of_others_are_read() -> None:
    files, _ = find_files([DOCUMENTS])
    found = [one for path in files for one in read(path)]
    assert [problem for problem in found if isinstance(problem, Problem)] == []
    assert len(found) > 500
    for document in found:
        assert isinstance(document, Document)
        assert document.regions
        assert document.sentences, document.id


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here")
def test_what_people_coded_lies_in_one_sentence() -> None:
    """A floor: of the spans that people coded this share lies in one sentence; the rest are lists and broken scans."""
    files, _ = find_files([DOCUMENTS])
    documents = {one.id: one for path in files for one in read(path) if isinstance(one, Document)}
    rows = [json.loads(line) for name in ("dev", "silver") for line in (GOLD / f"{name}.jsonl").open(encoding="utf-8")]
    whole = 0
    for row in rows:
        span = Span(*row["span"])
        met = [one for one in documents[row["document"]].sentences if one.span.overlaps(span)]
        whole += len(met) == 1 and met[0].role != "heading"
    assert whole >= 0.98 * len(rows)
