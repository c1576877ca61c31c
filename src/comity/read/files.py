"""Paths -> files -> characters. Whatever is wrong with a file is a problem that says what to do; the rest is read.

Nothing larger than :data:`MOST_BYTES` is held in memory, and only regular files are opened: a pipe could block.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from comity.model import Problem

SUFFIXES = (".txt", ".json", ".jsonl")
MOST_BYTES = 16 * 1024 * 1024
_KNOWN = ", ".join(SUFFIXES)
_REASONS = (
    (FileNotFoundError, "not-found", "there is no such file or folder: check the spelling"),
    (NotADirectoryError, "not-found", "there is no such file or folder: check the spelling"),
    (IsADirectoryError, "is-a-folder", "this is a folder: name the files in it"),
    (PermissionError, "not-allowed", "you may not read this: ask its owner, or copy it to where you may"),
)


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the files behind ``paths`` and a problem for each that is not there; folders are walked in order of name.

    In a folder only files of a known suffix count; hidden files and folders are passed over.
    """
    files: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            problems.append(problem_of(path, error))
            continue
        if not stat.S_ISDIR(mode):
            files.append(path)
            continue
        found = sorted(_walked(path, problems))
        files += found
        if not found:
            problems.append(Problem(shown(path), "empty-folder", f"there is no {_KNOWN} file in this folder"))
    return list(dict.fromkeys(files)), problems


def read_bytes(path: Path) -> bytes | Problem:
    """Return the content of a file, or the problem that keeps it from being read."""
    try:
        if problem := unfit(path):
            return problem
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return problem_of(path, error)
    if len(content) > MOST_BYTES:
        return too_large(shown(path))
    return content or empty(path)


def unfit(path: Path) -> Problem | None:
    """Return why ``path`` is not opened at all; raise OSError where it cannot even be asked."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return problem_of(path, IsADirectoryError())
    if not stat.S_ISREG(mode):
        return Problem(shown(path), "not-a-file", "this is no ordinary file: save the document to one")
    return None


def problem_of(path: Path, error: OSError | ValueError) -> Problem:
    """Return what the system says about a path as a problem that says what to do."""
    for kind, slug, message in _REASONS:
        if isinstance(error, kind):
            return Problem(shown(path), slug, message)
    reason = error.strerror if isinstance(error, OSError) else None
    return Problem(shown(path), "unreadable", f"it cannot be read: {reason or error}")


def too_large(source: str, line: int | None = None) -> Problem:
    """Return the problem of a document that takes more than :data:`MOST_BYTES`."""
    return Problem(source, "too-large", f"larger than {MOST_BYTES >> 20} MiB: split it into documents", line)


def empty(path: Path) -> Problem:
    """Return the problem of a file without a byte in it."""
    return Problem(shown(path), "empty-file", "the file is empty: was it saved or copied completely?")


def shown(path: Path) -> str:
    """Return the path as text that can be written anywhere, whatever bytes its name is made of."""
    return printable(str(path))


def printable(name: str) -> str:
    """Return ``name`` with U+FFFD for what is no character (bytes of a file name that are not UTF-8)."""
    return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _walked(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        problems.append(problem_of(Path(error.filename or folder), error))

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(here, name)
