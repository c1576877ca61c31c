"""A file -> documents; one module a format. What cannot be read is a problem, and the rest is read."""

from collections.abc import Iterator
from pathlib import Path

from comity.model import Document, Problem
from comity.read.document_json import read_json, read_jsonl
from comity.read.files import SUFFIXES, find_files
from comity.read.text import read_text

_READERS = {".txt": read_text, ".json": read_json, ".jsonl": read_jsonl}


def read(path: Path) -> Iterator[Document | Problem]:
    """Yield the documents of a file and what is wrong with it, in the file's order."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        yield Problem(str(path), "unknown-format", f"Comity reads {', '.join(SUFFIXES)} so far; save it as .txt")
        return
    yield from reader(path)


__all__ = ["find_files", "read"]
