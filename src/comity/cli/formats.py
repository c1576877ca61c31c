"""The forms in which coded documents are written; table, JSON lines and CSV come out document after document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Final

from comity.cli.output import as_text
from comity.model import CoderIdentity, Document, Statement, encode
from comity.model.errors import ComityError

Coded = tuple[Document, list[Statement]]


class Format(StrEnum):
    """The forms of output of ``comity code``."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Look:
    """How wide and in colour or not a table is drawn, and whose work the page names."""

    columns: int = 120
    colour: bool = False
    coder: CoderIdentity | None = None


_WHOLE_FILES: Final = (Format.PARQUET, Format.HTML)


def chosen(wanted: Format | None, path: Path | None, *, terminal: bool) -> Format:
    """Return the form to write: as wanted, else by the file's suffix, else for a terminal or a pipe.

    Raise :class:`ComityError` for a suffix that tells nothing, and for a whole file to a terminal.
    """
    if wanted is None and path is not None:
        return _by_suffix(path)
    form = wanted or (Format.TABLE if terminal else Format.JSONL)
    if path is None and terminal and form in _WHOLE_FILES:
        raise ComityError(f"{form} does not belong on a terminal: give a file with -o, such as -o comity.{form}")
    return form


def write(form: Format, coded: Iterable[Coded], stream: IO[bytes], look: Look) -> None:
    """Write coded documents to an open stream."""
    if form is Format.PARQUET:
        from comity.model.tables import write_parquet

        return write_parquet((statement for _, statements in coded for statement in statements), stream)
    with as_text(stream) as words:
        return _WRITERS[form](coded, words, look)


def _by_suffix(path: Path) -> Format:
    suffix = path.suffix.lower().lstrip(".")
    if suffix in {form.value for form in Format}:
        return Format(suffix)
    known = ", ".join(Format)
    raise ComityError(f"cannot tell the format of {path.name} from its name: give one with --format ({known})")


def _write_table(coded: Iterable[Coded], words: IO[str], look: Look) -> None:
    from comity.cli import table

    documents = statements = 0
    for document, found in coded:
        documents, statements = documents + 1, statements + len(found)
        words.write(table.of_document(document, found, columns=look.columns, colour=look.colour))
        words.flush()
    words.write(table.count_line(documents, statements))


def _write_jsonl(coded: Iterable[Coded], words: IO[str], look: Look) -> None:
    for statement in _flushed(coded, words):
        words.write(encode(statement) + "\n")


def _write_csv(coded: Iterable[Coded], words: IO[str], look: Look) -> None:
    from comity.model.tables import write_csv

    write_csv(_flushed(coded, words), words)


def _write_html(coded: Iterable[Coded], words: IO[str], look: Look) -> None:
    from comity.codebook import load
    from comity.show import report_all

    words.write(report_all(coded, load(), coder=look.coder))


def _flushed(coded: Iterable[Coded], words: IO[str]) -> Iterator[Statement]:
    for _, statements in coded:
        yield from statements
        words.flush()


_WRITERS: Final[Mapping[Format, Callable[[Iterable[Coded], IO[str], Look], None]]] = {
    Format.TABLE: _write_table,
    Format.JSONL: _write_jsonl,
    Format.CSV: _write_csv,
    Format.HTML: _write_html,
}
