"""Bytes -> canonical text: decoded, without byte order mark, with ``\\n`` line ends; nothing else is touched.

UTF-8 is expected, UTF-16 and UTF-32 are known by their byte order mark. What is none of them is read as Windows-1252
if that gives every byte a meaning, else as UTF-8 with U+FFFD for what is none; a problem says so.
"""

import codecs
from dataclasses import dataclass

from comity.model import OffsetMap, Problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
)
_SAMPLE = 65536
_SPACES = frozenset("\n\r\t\f\v\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical text, the way back to the characters of the file (its byte order mark is one), and what was odd."""

    text: str
    offsets: OffsetMap
    problems: tuple[Problem, ...] = ()


def decode(content: bytes, source: str) -> Decoded | Problem:
    """Return the canonical text of a plain text file, or why it is none."""
    for start, name in _OTHER_FORMATS:
        if content.startswith(start):
            return Problem(source, "binary", f"this is {name}: save it as plain text (UTF-8)")
    text, problems = characters(content, source)
    if is_binary(text):
        return Problem(source, "binary", "this is not text: save the document as plain text (UTF-8)")
    canonical, offsets = unify_line_ends(text)
    if not canonical.strip():
        return Problem(source, "empty-text", "there is nothing but white space in it")
    return Decoded(canonical, _behind_mark(offsets) if _mark(content) else offsets, problems)


def characters(content: bytes, source: str, line: int | None = None) -> tuple[str, tuple[Problem, ...]]:
    """Return ``content`` decoded, without byte order mark, and what could not be decoded as it should."""
    if found := _mark(content):
        mark, encoding = found
        text = content[len(mark) :].decode(encoding, errors="replace")
        return text, _replaced(text, source, line)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start, source, line)


def is_binary(text: str) -> bool:
    """Tell whether the beginning of ``text`` is no text: a NUL, or more than a tenth control or unknown characters."""
    sample = text[:_SAMPLE]
    odd = sum(char < " " and char not in _SPACES for char in sample) + sample.count("\ufffd")
    return "\0" in sample or odd > 0.1 * max(1, len(sample))


def unify_line_ends(text: str) -> tuple[str, OffsetMap]:
    """Return ``text`` with ``\\n`` line ends, and the map from its offsets to those of ``text``."""
    if "\r" not in text:
        return text, OffsetMap()
    starts, shifts = [0], [0]
    position = text.find("\r\n")
    while position >= 0:
        starts.append(position - shifts[-1] + 1)
        shifts.append(shifts[-1] + 1)
        position = text.find("\r\n", position + 2)
    return text.replace("\r\n", "\n").replace("\r", "\n"), OffsetMap(tuple(starts), tuple(shifts))


def _mark(content: bytes) -> tuple[bytes, str] | None:
    return next(((mark, encoding) for mark, encoding in _BOMS if content.startswith(mark)), None)


def _behind_mark(offsets: OffsetMap) -> OffsetMap:
    return OffsetMap(offsets.starts, tuple(shift + 1 for shift in offsets.shifts))


def _not_utf8(content: bytes, at: int, source: str, line: int | None) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        return text, _replaced(text, source, line)
    message = f"not valid UTF-8 (byte {at}), read as Windows-1252: save it as UTF-8 to be sure"
    return text, (Problem(source, "not-utf-8", message, line),)


def _replaced(text: str, source: str, line: int | None) -> tuple[Problem, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    which = "1 character that cannot be decoded stands" if count == 1 else f"{count} undecodable characters stand"
    return (Problem(source, "undecodable", f"{which} as \ufffd: save the file as UTF-8", line),)
