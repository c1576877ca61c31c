"""``comity catalogue export`` and ``candidates``: the catalogue as a data set, and the names it does not have yet."""

import csv
import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from comity.catalogue import Match
from comity.cli.catalogue.rows import FormOption, Row, is_table, put
from comity.cli.output import as_text, opened
from comity.cli.problems import report
from comity.model import Document, Problem
from comity.model.errors import ComityError


class Shape(StrEnum):
    """The shapes in which the catalogue is exported."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    MARKDOWN = "markdown"


class Table(StrEnum):
    """What is exported: the entries, or one sort of record between them."""

    ENTRIES = "entries"
    MEMBERSHIPS = "memberships"
    PARTIES = "parties"
    TIES = "ties"
    CODES = "codes"


def export(
    shape: Annotated[Shape, typer.Option("--format", help="csv, parquet, jsonld, or markdown: a page a kind.")],
    table: Annotated[
        Table, typer.Option("--table", help="What to write: entries, or the records between them (csv and parquet).")
    ] = Table.ENTRIES,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; for markdown a folder.")
    ] = None,
) -> None:
    """Write the whole catalogue as a data set."""
    from comity.catalogue import load
    from comity.catalogue.export import json_ld, record_rows, rows

    if table is not Table.ENTRIES and shape not in (Shape.CSV, Shape.PARQUET):
        raise ComityError(f"--table {table}: records are written as csv or parquet, not as {shape}")
    catalogue = load()
    if shape is Shape.MARKDOWN:
        _pages(output or Path("docs/catalogue"))
        return
    found = rows(catalogue) if table is Table.ENTRIES else record_rows(catalogue, table)
    with opened(output) as stream:
        if shape is Shape.PARQUET:
            _parquet(found, stream)
            return
        with as_text(stream) as words:
            if shape is Shape.CSV:
                writer = csv.DictWriter(words, list(found[0]) if found else [])
                writer.writeheader()
                writer.writerows({key: _joined(value) for key, value in row.items()} for row in found)
            else:
                json.dump(json_ld(catalogue), words, ensure_ascii=False, indent=1)
                words.write("\n")


def names(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, or folders of them.")],
    form: FormOption = None,
) -> None:
    """Print the names in documents, what each means there, how sure that is, and what else it could mean."""
    from comity.catalogue import Context, NameMatcher, load

    catalogue = load()
    matcher = NameMatcher(catalogue)
    row = _short_row if is_table(form) else _named
    problems: list[Problem] = []
    rows = [
        row(document, match)
        for document in _documents(paths, problems)
        for match in Context(document, catalogue, matcher).find(document.text)
    ]
    put(rows, form)
    _say(problems)


def _named(document: Document, match: Match) -> Row:
    best, *others = match.entries
    return {
        "document": document.id,
        "start": match.start,
        "end": match.end,
        "words": " ".join(document.text[match.start : match.end].split()),
        "id": best.id,
        "kind": best.kind,
        "name": best.name,
        "as": match.role,
        "confidence": match.confidence,
        "or": tuple(entry.id for entry in others),
    }


def _short_row(document: Document, match: Match) -> Row:
    full = _named(document, match)
    return {"at": f"{match.start}-{match.end}", **{key: full[key] for key in ("words", "id", "as", "confidence", "or")}}


def candidates(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, or folders of them.")],
    most: Annotated[int, typer.Option("--most", min=1, help="How many to print.")] = 50,
    form: FormOption = None,
) -> None:
    """Print the proper names in documents that the catalogue does not know, commonest first, with an example."""
    from comity.catalogue import NameMatcher, load
    from comity.catalogue.candidates import find_candidates

    problems: list[Problem] = []
    texts = [(document.id, document.text) for document in _documents(paths, problems)]
    named = find_candidates(texts, NameMatcher(load()))[:most]
    rows = [
        {"name": one.name, "count": one.count, "documents": one.documents, "first in": one.document, "as": one.example}
        for one in named
    ]
    put(rows, form)
    _say(problems)


def _documents(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Document]:
    """Yield the documents of files and folders; what cannot be read is added to ``problems``."""
    from comity.read import find_files, read

    files, not_found = find_files(paths)
    problems.extend(not_found)
    for found in (one for file in files for one in read(file)):
        if isinstance(found, Document):
            yield found
        else:
            problems.append(found)


def _say(problems: Sequence[Problem]) -> None:
    from comity.cli.exits import PROBLEMS

    if problems:
        report(problems)
        raise typer.Exit(PROBLEMS)


def _pages(folder: Path) -> None:
    from comity.catalogue import load
    from comity.catalogue.page import to_pages

    folder.mkdir(parents=True, exist_ok=True)
    for name, page in to_pages(load()).items():
        (folder / name).write_text(page, encoding="utf-8", newline="")


def _parquet(rows: Sequence[dict[str, object]], stream: IO[bytes]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(list(rows)), stream, compression="zstd")


def _joined(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value
