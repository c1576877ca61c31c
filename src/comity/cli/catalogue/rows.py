"""Rows on the way out: a table on a terminal, JSON lines in a pipe. A row is a mapping; empty values are left out."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from comity.catalogue import Catalogue, Entry
from comity.catalogue.period import is_edtf
from comity.cli.output import printing
from comity.cli.terminal import clean, rendered, width
from comity.model.errors import ComityError

Row = Mapping[str, object]

_PLAIN = ("date", "event", "name")  # what a nested row is about needs no word before it


class Form(StrEnum):
    """The forms of output of ``comity catalogue``."""

    TABLE = "table"
    JSONL = "jsonl"


FormOption = Annotated[
    Form | None,
    typer.Option("--format", help="Form of the output. By default a table on a terminal, JSON lines in a pipe."),
]
DateOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="What held on this date: YYYY, YYYY-MM or YYYY-MM-DD.")
]


def put(rows: Sequence[Row], form: Form | None) -> None:
    """Write rows to standard output in the form asked for."""
    with printing() as words:
        words.write(_table(rows, colour=sys.stdout.isatty()) if is_table(form) else "".join(map(_json, rows)))


def is_table(form: Form | None) -> bool:
    """Tell whether the output will be a table: asked for, or by default on a terminal."""
    return form is Form.TABLE or (form is None and sys.stdout.isatty())


def entry_named(catalogue: Catalogue, name: str) -> Entry:
    """Return the entry of an id or name; raise :class:`ComityError` with near names where there is none."""
    found = catalogue.find(name)
    if found:
        return found[0]
    near = catalogue.near(name)
    advice = f"; did you mean {', '.join(near)}?" if near else ""
    raise ComityError(f"nothing in catalogue {catalogue.version} is called {name}{advice}")


def checked_date(date: str | None) -> str | None:
    """Return the date; raise :class:`ComityError` if it has none of the three forms."""
    if date is not None and not is_edtf(date):
        raise ComityError(f"--on {date}: give a date as YYYY, YYYY-MM or YYYY-MM-DD")
    return date


def _json(row: Row) -> str:
    told = {key: value for key, value in row.items() if value or type(value) is int}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _table(rows: Sequence[Row], *, colour: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    columns = list(dict.fromkeys(key for row in rows for key, value in row.items() if value))
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=column in ("id", "kind", "from", "to"))
    for row in rows:
        table.add_row(*(Text(clean(_cell(row.get(column)))) for column in columns))
    return rendered(table, columns=width(sys.stdout), colour=colour)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        nested = any(isinstance(one, Mapping) for one in value)
        return ("; " if nested else ", ").join(map(_cell, value))
    if isinstance(value, Mapping):
        return ", ".join(_cell(one) if key in _PLAIN else f"{key} {_cell(one)}" for key, one in value.items())
    return "yes" if value is True else str(value or "")
