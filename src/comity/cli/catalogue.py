"""``comity catalogue``: look up what a statement can name."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.output import printing
from comity.cli.terminal import clean, rendered, width
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.catalogue import Entry

app = typer.Typer(
    help="Look up states, organisations, instruments and whatever else a statement can name.",
    add_completion=False,
    rich_markup_mode=None,
)


class Form(StrEnum):
    """The forms of output of ``comity catalogue find``."""

    TABLE = "table"
    JSONL = "jsonl"


@app.callback()
def _group() -> None:
    """Look up states, organisations, instruments and whatever else a statement can name."""


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id or a name: CHN, China, Beijing, ASEAN.")],
    form: Annotated[
        Form | None,
        typer.Option("--format", help="Form of the output. By default a table on a terminal, JSON lines in a pipe."),
    ] = None,
) -> None:
    """Print the entries that bear a name, the best first."""
    from comity.catalogue import load

    catalogue = load()
    found = catalogue.find(name)
    if not found:
        near = catalogue.near(name)
        advice = f"; did you mean {', '.join(near)}?" if near else ""
        raise ComityError(f"nothing in catalogue {catalogue.version} is called {name}{advice}")
    terminal = sys.stdout.isatty()
    as_table = form is Form.TABLE or (form is None and terminal)
    with printing() as words:
        words.write(_table(found, colour=terminal) if as_table else "".join(map(_json, found)))


def _json(entry: "Entry") -> str:
    row = {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "formal": entry.formal,
        "names": entry.names,
        "acronyms": entry.acronyms,
        "adjectives": entry.adjectives,
        "metonyms": entry.metonyms,
        "contextual": entry.contextual,
        "parties": entry.parties,
        "since": entry.since,
        "until": entry.until,
        "note": entry.note,
        "sources": entry.sources,
    }
    return json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n"


def _table(found: Sequence["Entry"], *, colour: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in ("id", "kind", "name", "other names", "sources"):
        table.add_column(column, no_wrap=column in ("id", "kind"))
    for entry in found:
        others = [*entry.all_names[1:], *entry.adjectives, *entry.metonyms, *entry.contextual]
        row = (entry.id, entry.kind, entry.name, ", ".join(dict.fromkeys(others)), ", ".join(entry.sources))
        table.add_row(*(Text(clean(words)) for words in row))
    return rendered(table, columns=width(sys.stdout), colour=colour)
