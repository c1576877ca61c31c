"""Paths -> files -> characters. Whatever is wrong with a file is a problem that says what to do; the rest is read."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comity.model import OffsetMap, Problem

SUFFIXES = (".txt", ".json", ".jsonl")
MOST_BYTES = 16 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical text of a file, the way back to its characters, and what was odd about it."""

    text: str
    offsets: OffsetMap
    problems: tuple[Problem, ...] = ()


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the files behind ``paths``, folders walked in order of name, and a problem for each that is not there."""
    files: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            files += inside
            if not inside:
                problems.append(Problem(str(path), "empty-folder", f"no {', '.join(SUFFIXES)} file in this folder"))
        elif path.exists():
            files.append(path)
        else:
            problems.append(Problem(str(path), "not-found", "there is no such file or folder"))
    return list(dict.fromkeys(files)), problems


def read_bytes(path: Path) -> bytes | Problem:
    """Return the content of a file, or the problem that keeps it from being read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Problem(str(path), "too-large", f"larger than {MOST_BYTES >> 20} MiB: split it into documents")
        content = path.read_bytes()
    except FileNotFoundError:
        return Problem(str(path), "not-found", "there is no such file")
    except IsADirectoryError:
        return Problem(str(path), "is-a-folder", "this is a folder; name the files in it")
    except PermissionError:
        return Problem(str(path), "not-allowed", "you may not read this file")
    except OSError as error:
        return Problem(str(path), "unreadable", f"the file cannot be read: {error.strerror or error}")
    return content if content else Problem(str(path), "empty-file", "the file is empty")


def decode(content: bytes, source: str) -> Decoded | Problem:
    """Return canonical text: decoded, without byte order mark, with ``\\n`` line ends; or why it is no text."""
    text, problems = _characters(content, source)
    if _is_binary(text):
        return Problem(source, "binary", "this is not text; save the document as UTF-8 plain text")
    canonical, offsets = unify_line_ends(text)
    if not canonical.strip():
        return Problem(source, "empty-text", "the file holds nothing but white space")
    return Decoded(canonical, offsets, problems)


def unify_line_ends(text: str) -> tuple[str, OffsetMap]:
    """Return ``text`` with ``\\n`` line ends, and the map from its offsets to those of ``text``."""
    if "\r" not in text:
        return text, OffsetMap()
    starts, shifts, dropped = [0], [0], 0
    position = text.find("\r\n")
    while position >= 0:
        dropped += 1
        starts.append(position - dropped + 1)
        shifts.append(dropped)
        position = text.find("\r\n", position + 2)
    return text.replace("\r\n", "\n").replace("\r", "\n"), OffsetMap(tuple(starts), tuple(shifts))


def _characters(content: bytes, source: str) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, errors="replace")
            return text, _replaced(text, source)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _not_utf8(content, source, error.start)


def _not_utf8(content: bytes, source: str, at: int) -> tuple[str, tuple[Problem, ...]]:
    """Read as Windows-1252 what can be read so, else put U+FFFD for what cannot be decoded; say which."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        return text, _replaced(text, source)
    message = f"not valid UTF-8 (byte {at}); read as Windows-1252: save it as UTF-8 to be sure"
    return text, (Problem(source, "not-utf-8", message),)


def _replaced(text: str, source: str) -> tuple[Problem, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    return (Problem(source, "undecodable", f"{count} undecodable characters stand as \ufffd: save the file as UTF-8"),)


def _is_binary(text: str) -> bool:
    sample = text[:65536]
    odd = sum(char < " " and char not in "\n\r\t\f\v" for char in sample) + sample.count("\ufffd")
    return "\0" in sample or odd > 0.1 * max(1, len(sample))
