"""``comity codebook``: print the acts, kinds, forces and topics with what they mean and the words that mark them."""

import json
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.output import printing
from comity.cli.terminal import clean, rendered, width

if TYPE_CHECKING:
    from comity.codebook import Codebook, Term


class Form(StrEnum):
    """The forms of output of ``comity codebook``."""

    TABLE = "table"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def codebook(
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Form of the output. By default a table on a terminal, JSON lines in a pipe."),
    ] = None,
) -> None:
    """Print the acts, kinds of object, forces and topics: what each means and the words that mark it."""
    from comity.codebook import load

    book = load()
    terminal = sys.stdout.isatty()
    with printing() as words:
        words.writelines(_written(book, form or (Form.TABLE if terminal else Form.JSONL), terminal=terminal))


def tables(book: "Codebook") -> Mapping[str, "Mapping[str, Term]"]:
    """Return the tables of a codebook by name, in the order in which they are printed."""
    return {"acts": book.acts, "kinds": book.kinds, "forces": book.forces, "topics": book.topics}


def _written(book: "Codebook", form: Form, *, terminal: bool) -> Iterator[str]:
    if form is Form.MARKDOWN:
        from comity.codebook import to_markdown

        yield to_markdown(book)
        return
    if form is Form.TABLE:
        yield f"Codebook {book.version}\n"
    for name, terms in tables(book).items():
        yield _table(name, terms, colour=terminal) if form is Form.TABLE else _json(book.version, name, terms)


def _json(version: str, name: str, terms: "Mapping[str, Term]") -> str:
    rows = (
        {"codebook": version, "table": name, "id": term.id, "definition": term.definition, "wording": term.wording}
        for term in terms.values()
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _table(name: str, terms: "Mapping[str, Term]", *, colour: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column(name, no_wrap=True, min_width=20)
    table.add_column("meaning", ratio=2)
    table.add_column("words that mark it", ratio=3)
    for term in terms.values():
        table.add_row(*map(Text, (term.id, clean(term.definition), clean(", ".join(term.wording)))))
    return "\n" + rendered(table, columns=width(sys.stdout), colour=colour)
