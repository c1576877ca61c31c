"""A file -> documents; one module a format. What cannot be read is a problem, and the rest is read."""

from collections.abc import Iterator
from pathlib import Path

from comity.model import Document, Problem
from comity.read.document_json import read_json, read_jsonl
from comity.read.files import SUFFIXES, find_files, shown
from comity.read.text import read_text

__all__ = ["find_files", "read"]

_READERS = {".txt": read_text, ".json": read_json, ".jsonl": read_jsonl}


def read(path: Path) -> Iterator[Document | Problem]:
    """Yield the documents of a file and what is wrong with it, in the file's order; nothing in data raises."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        message = f"only {', '.join(SUFFIXES)} files are read: save the document as plain text (.txt)"
        yield Problem(shown(path), "unknown-format", message)
        return
    yield from reader(path)
