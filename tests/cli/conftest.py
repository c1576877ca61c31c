"""A reader and a coder that are quick and know no language, put where the command finds the real ones."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest

import comity.code.coders
from comity.cli import main
from comity.model import CoderIdentity, ComityError, Document, Entity, Mention, Problem, Span, Statement

IDENTITY = CoderIdentity("fake", "9", "1", "2026.11")


class FakeCoder:
    """Code every word "pledge" as a statement; fail on "explode", be interrupted on "interrupt"."""

    identity = IDENTITY

    def code(self, document: Document) -> Iterator[Statement]:
        """Yield the statements in text order."""
        if "explode" in document.text:
            raise ComityError("the parser gave up")
        if "interrupt" in document.text:
            raise KeyboardInterrupt
        start = document.text.find("pledge")
        while start >= 0:
            yield _pledge(document, Span(start, start + 6))
            start = document.text.find("pledge", start + 1)


def _pledge(document: Document, span: Span) -> Statement:
    return Statement(
        document=document.id, span=span, quote="pledge", speaker=None, actor=Mention(Entity("CHN", "China")),
        act="uphold", object_kind="instrument", object=Mention(Entity(None, "the\x1b[31m [bold]Charter[/bold]"), span),
        partners=(), force="commissive", strength="firm", tense="future", negated=False, topics=(),
        date=document.date, place=None, coder=IDENTITY, confidence=1.0,
    )  # fmt: skip


def fake_read(path: Path) -> Iterator[Document | Problem]:
    """Read a file as one document; a file that says "bad" is a problem, "warn" a document with one."""
    text = path.read_text()
    if "bad" in text:
        yield Problem(str(path), "not-text", "this is not text", 3)
        return
    if "warn" in text:
        yield Problem(str(path), "odd", "something is odd")
    yield Document(path.stem, text, title=f"Title of {path.stem}", issuers=("IND",), source=str(path))


def fake_find(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Find files as they are named and those of folders."""
    files: list[Path] = []
    problems = []
    for path in paths:
        if path.is_dir():
            files.extend(sorted(path.iterdir()))
        elif path.exists():
            files.append(path)
        else:
            problems.append(Problem(str(path), "no-such-file", "there is no such file"))
    return files, problems


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("comity.read")
    module.read = fake_read  # type: ignore[attr-defined]
    module.find_files = fake_find  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "comity.read", module)
    monkeypatch.setattr(comity.code.coders, "make_coder", lambda name: FakeCoder())


Command = Callable[..., CompletedProcess[str]]


@pytest.fixture
def comity_command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run a command in this process; bytes that are no text come back with ``surrogateescape``."""

    def run(*arguments: object) -> CompletedProcess[str]:
        code = main(list(map(str, arguments)))
        sys.stdout.flush()
        out, err = (stream.decode(errors="surrogateescape") for stream in capfdbinary.readouterr())
        return CompletedProcess([*map(str, arguments)], code, out, err)

    return run


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Write texts into files a.txt, b.txt, ..."""

    def write(*texts: str) -> list[Path]:
        paths = [tmp_path / f"{name}.txt" for name in "abcdefghij"[: len(texts)]]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text)
        return paths

    return write
