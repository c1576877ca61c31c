"""Comity document JSON -> documents: one object in a ``.json`` file, one a line in ``.jsonl``.

``text`` is canonical as it stands: spans of statements index into it, so nothing in it is changed. Keys that the
format does not know are ignored.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from comity.model import Document, Problem
from comity.model.dates import is_date
from comity.read.files import MOST_BYTES, read_bytes
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_FORMAT = '{"id", "title", "date", "kind", "issuers": [..], "language", "text"}'


def read_json(path: Path) -> Iterator[Document | Problem]:
    """Yield the document of a ``.json`` file, or what is wrong with it."""
    content = read_bytes(path)
    yield from [content] if isinstance(content, Problem) else _parsed(content, str(path), None, path.stem)


def read_jsonl(path: Path) -> Iterator[Document | Problem]:
    """Yield the documents of a ``.jsonl`` file one by one; a broken line is a problem, the others are read."""
    source = str(path)
    seen: set[str] = set()
    empty = True
    try:
        with path.open("rb") as lines:
            number = 0
            while line := lines.readline(MOST_BYTES + 1):
                number += 1
                if len(line) > MOST_BYTES:
                    empty = False
                    yield Problem(source, "too-large", f"a line of more than {MOST_BYTES >> 20} MiB: split it", number)
                    if not line.endswith(b"\n"):
                        _skip_line(lines)
                elif line.strip():
                    empty = False
                    for found in _parsed(line, source, number, f"{path.stem}-{number}"):
                        if isinstance(found, Document) and found.id in seen:
                            found = Problem(
                                source, "duplicate-id", f"id {found.id!r} was there before: left out", number
                            )
                        elif isinstance(found, Document):
                            seen.add(found.id)
                        yield found
    except OSError as error:
        yield Problem(source, "unreadable", f"the file cannot be read: {error.strerror or error}")
        return
    if empty:
        yield Problem(source, "empty-file", "the file is empty")


def _skip_line(lines: object) -> None:
    read = lines.readline  # type: ignore[attr-defined]
    while (rest := read(MOST_BYTES)) and not rest.endswith(b"\n"):
        continue


def _parsed(content: bytes, source: str, line: int | None, fallback: str) -> Iterator[Document | Problem]:
    try:
        row = json.loads(content)
    except UnicodeDecodeError as error:
        yield Problem(source, "not-utf-8", f"JSON has to be UTF-8; byte {error.start} is not", line)
        return
    except (ValueError, RecursionError) as error:
        yield Problem(source, "broken-json", f"not valid JSON: {error}", line)
        return
    if not isinstance(row, dict):
        yield Problem(source, "not-a-document", f"expected an object {_FORMAT}", line)
        return
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        yield Problem(source, "no-text", f"no 'text' in it; a document is an object {_FORMAT}", line)
        return
    if _has_surrogates(text):
        yield Problem(source, "broken-text", "the text holds half a surrogate pair, which no encoding can write", line)
        return
    yield from _document(row, text, source, line, fallback)


def _document(
    row: dict[str, object], text: str, source: str, line: int | None, fallback: str
) -> Iterator[Document | Problem]:
    date = _text(row.get("date"))
    if date is not None and not is_date(date):
        yield Problem(source, "not-a-date", f"date {date!r} is no YYYY, YYYY-MM or YYYY-MM-DD: left out", line)
        date = None
    issuers = row.get("issuers")
    if issuers is not None and (not isinstance(issuers, list) or not all(isinstance(one, str) for one in issuers)):
        yield Problem(source, "not-issuers", "'issuers' should be a list of ids or names: left out", line)
        issuers = None
    regions = find_regions(text)
    yield Document(
        id=_text(row.get("id")) or fallback,
        text=text,
        title=_text(row.get("title")),
        date=date,
        kind=_text(row.get("kind")),
        issuers=tuple(str(one) for one in issuers or ()),
        language=_text(row.get("language")) or "en",
        publisher=_text(row.get("publisher")),
        source=_text(row.get("source")) or source,
        regions=regions,
        sentences=split_sentences(text, regions),
    )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
