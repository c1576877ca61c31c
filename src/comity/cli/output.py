"""Where output goes: to standard output as it comes, or to a file that is there whole or not at all."""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

from comity.cli.exits import HAD_ENOUGH
from comity.model.errors import ComityError


@contextmanager
def opened(path: Path | None) -> Iterator[IO[bytes]]:
    """Open a file, or standard output for None; a failure inside leaves a file as it was before."""
    if path is None:
        with _standard_output() as stream:
            yield stream
    elif path.exists() and not path.is_file():
        with _special(path) as stream:
            yield stream
    else:
        with _replacing(path.resolve()) as stream:
            yield stream


@contextmanager
def as_text(stream: IO[bytes]) -> Iterator[IO[str]]:
    """Write UTF-8 with line ends as they are; what is no character at all is written as its escape."""
    words = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    try:
        yield words
        words.flush()
    finally:
        if not stream.closed:
            words.detach()


@contextmanager
def printing() -> Iterator[IO[str]]:
    """Write text to standard output."""
    with opened(None) as stream, as_text(stream) as words:
        yield words


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    sys.stdout.flush()
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(HAD_ENOUGH) from None


@contextmanager
def _special(path: Path) -> Iterator[IO[bytes]]:
    if path.is_dir():
        raise ComityError(f"{path} is a folder: give the name of a file with -o")
    with path.open("wb") as stream:
        yield stream


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    if not path.parent.is_dir():
        raise ComityError(f"cannot write {path.name}: there is no folder {path.parent}")
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        _set_mode(part, path)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _set_mode(part: Path, path: Path) -> None:
    """Give the new file the mode of the one it replaces, else the one any new file gets."""
    if path.exists():
        shutil.copymode(path, part)
    else:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
