"""Comity document JSON -> documents: one object in a ``.json`` file, one a line in ``.jsonl``.

``text`` is canonical as it stands: spans of statements index into it, so nothing in it is changed. Keys that the
format does not know are ignored; a field of the wrong type is left out with a problem, the document is read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from comity.model import Document, Problem
from comity.model.dates import is_date
from comity.read import files
from comity.read.decoding import characters
from comity.read.files import printable, problem_of, read_bytes, shown, too_large
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_FORMAT = '{"id", "title", "date", "kind", "issuers": [..], "language", "text"}'
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SURROGATE = re.compile("[\ud800-\udfff]")
_TYPES = ((bool, "true or false"), (int, "a number"), (float, "a number"), (list, "a list"), (object, "an object"))
_FIELDS = ("id", "title", "date", "kind", "language", "publisher", "source")


def read_json(path: Path) -> Iterator[Document | Problem]:
    """Yield the document of a ``.json`` file, or what is wrong with it."""
    content = read_bytes(path)
    if isinstance(content, Problem):
        yield content
    else:
        yield from _parsed(content, shown(path), None, path.stem)


def read_jsonl(path: Path) -> Iterator[Document | Problem]:
    """Yield the documents of a ``.jsonl`` file one by one; a broken line is a problem, the others are read."""
    try:
        if problem := files.unfit(path):
            yield problem
            return
        with path.open("rb") as stream:
            yield from _lines(stream, path)
    except (OSError, ValueError) as error:
        yield problem_of(path, error)


def _lines(stream: IO[bytes], path: Path) -> Iterator[Document | Problem]:
    source, number, held = shown(path), 0, False
    seen: set[str] = set()
    while line := stream.readline(files.MOST_BYTES + 1):
        number += 1
        if number == 1 and line.startswith(_WIDE_MARKS):
            yield Problem(source, "not-utf-8", "JSON lines have to be UTF-8, this is UTF-16 or -32: save it as UTF-8")
            return
        if len(line) > files.MOST_BYTES:
            if not line.endswith(b"\n"):
                _skip_line(stream)
            yield too_large(source, number)
        elif line.strip():
            for found in _parsed(line, source, number, f"{path.stem}-{number}"):
                yield _first(found, seen, source, number)
        held = held or bool(line.strip())
    if not held:
        yield files.empty(path)


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(files.MOST_BYTES)) and not rest.endswith(b"\n"):
        continue


def _first(found: Document | Problem, seen: set[str], source: str, line: int) -> Document | Problem:
    """Return a problem in place of a document whose id was there before: one could not tell their statements apart."""
    if isinstance(found, Problem):
        return found
    if found.id in seen:
        return Problem(source, "duplicate-id", f"id {found.id!r} was there before, left out: give it another id", line)
    seen.add(found.id)
    return found


def _parsed(content: bytes, source: str, line: int | None, fallback: str) -> Iterator[Document | Problem]:
    decoded, problems = characters(content, source, line)
    yield from problems
    row = _object(decoded, source, line)
    if isinstance(row, Problem):
        yield row
        return
    text = row.get("text")
    if problem := _unreadable(text, source, line):
        yield problem
        return
    yield from _document(row, str(text), source, line, fallback)


def _object(decoded: str, source: str, line: int | None) -> Mapping[str, object] | Problem:
    try:
        row = json.loads(decoded)
    except RecursionError:
        return Problem(source, "broken-json", f"nested too deeply: a document is one object {_FORMAT}", line)
    except ValueError as error:
        hint = "; if it holds an object a line, name it .jsonl" if line is None and "Extra data" in str(error) else ""
        return Problem(source, "broken-json", f"not valid JSON: {error}{hint}", line)
    if not isinstance(row, dict):
        hint = "; put its objects one a line into a .jsonl file" if isinstance(row, list) else ""
        return Problem(source, "not-a-document", f"this is no object {_FORMAT}{hint}", line)
    return row


def _unreadable(text: object, source: str, line: int | None) -> Problem | None:
    """Return why there is no text to read."""
    if text is None:
        return Problem(source, "no-text", f"there is no 'text' in it: a document is an object {_FORMAT}", line)
    if not isinstance(text, str):
        return Problem(source, "no-text", f"'text' should be text, this is {_type_of(text)}", line)
    if not text.strip():
        return Problem(source, "no-text", "its 'text' is empty: leave the document out, or fill it in", line)
    if _has_surrogates(text):
        message = "its text holds half a surrogate pair, which no encoding can write: make it anew from the source"
        return Problem(source, "broken-text", message, line)
    return None


def _document(
    row: Mapping[str, object], text: str, source: str, line: int | None, fallback: str
) -> Iterator[Document | Problem]:
    fields = {name: _text(row.get(name)) for name in _FIELDS}
    yield from _wrong_fields(row, source, line)
    if fields["date"] is not None and not is_date(fields["date"]):
        message = f"date {fields['date']!r} is no YYYY, YYYY-MM or YYYY-MM-DD: left out"
        yield Problem(source, "not-a-date", message, line)
        fields["date"] = None
    regions = find_regions(text)
    yield Document(
        id=fields["id"] or printable(fallback),
        text=text,
        title=fields["title"],
        date=fields["date"],
        kind=fields["kind"],
        issuers=_issuers(row.get("issuers")),
        language=fields["language"] or "en",
        publisher=fields["publisher"],
        source=fields["source"] or source,
        regions=regions,
        sentences=split_sentences(text, regions),
    )


def _wrong_fields(row: Mapping[str, object], source: str, line: int | None) -> Iterator[Problem]:
    for name in _FIELDS:
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            yield Problem(source, "wrong-type", f"'{name}' should be text, this is {_type_of(value)}: left out", line)
        elif isinstance(value, str) and _has_surrogates(value):
            yield Problem(source, "broken-text", f"'{name}' holds half a surrogate pair: left out", line)
    issuers = row.get("issuers")
    if issuers is not None and not (isinstance(issuers, list) and all(_is_text(one) for one in issuers)):
        yield Problem(source, "not-issuers", "'issuers' should be a list of ids or names: the rest is left out", line)


def _issuers(value: object) -> tuple[str, ...]:
    found = (_text(one) for one in value) if isinstance(value, list) else ()
    return tuple(dict.fromkeys(one for one in found if one))


def _text(value: object) -> str | None:
    return value.strip() or None if _is_text(value) and isinstance(value, str) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not _has_surrogates(value)


def _has_surrogates(text: str) -> bool:
    return not text.isascii() and _SURROGATE.search(text) is not None


def _type_of(value: object) -> str:
    return next(name for kind, name in _TYPES if isinstance(value, kind))
