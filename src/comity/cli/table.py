"""Statements as a table for a terminal: one table a document, columns that nothing fills left out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from comity.cli.terminal import clean, count, rendered
from comity.model import Document, Statement

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_ROOMY: Final = 120
_GAP: Final = 2
_LEAST: Final = 10
_LIMITS: Final[Mapping[str, int]] = {"actor": 22, "act": 14, "partners": 22, "force": 17, "tense": 7, "date": 21}
_NARROW_LIMITS: Final[Mapping[str, int]] = {"actor": 16, "act": 11, "force": 11, "tense": 0, "date": 10}
_STYLES: Final[Mapping[str, str]] = {
    "assertive": "",
    "commissive": "blue",
    "directive": "yellow",
    "expressive": "green",
    "declarative": "magenta",
}


def of_document(document: Document, statements: Sequence[Statement], *, columns: int, colour: bool) -> str:
    """Draw the header of a document and its statements."""
    from rich.text import Text

    head = rendered(Text(header(document), style="bold"), columns=columns, colour=colour)
    if not statements:
        return f"{head}  no statements\n\n"
    return f"{head}{rendered(_table(statements, columns), columns=columns, colour=colour)}\n"


def header(document: Document) -> str:
    """Name a document in one line: title, date, issuers."""
    parts = [document.title or document.id, document.date or "no date", ", ".join(document.issuers) or "no issuer"]
    return " · ".join(map(clean, parts))


def count_line(documents: int, statements: int) -> str:
    """Say how much there was."""
    return f"{count(statements, 'statement')} in {count(documents, 'document')}\n"


def cells(statement: Statement) -> dict[str, str]:
    """Return what a table says of a statement, by column, free of control characters."""
    strength = f" ({statement.strength})" if statement.strength else ""
    words = {
        "actor": statement.actor.entity.name,
        "act": f"not {statement.act}" if statement.negated else statement.act,
        "object": f"{statement.object.entity.name} ({statement.object_kind})",
        "partners": ", ".join(partner.entity.name for partner in statement.partners),
        "force": f"{statement.force}{strength}",
        "tense": statement.tense,
        "date": statement.date or "",
        "quote": statement.quote,
    }
    return {column: clean(value) for column, value in words.items()}


def layout(rows: Sequence[Mapping[str, str]], columns: int) -> dict[str, int]:
    """Share the width of a terminal out among the columns; what nothing fills, and tense on a narrow one, is left out.

    Actor, act, partners, force, tense and date take what they need up to a limit; object and quote share the rest.
    """
    limits = _LIMITS if columns >= _ROOMY else _NARROW_LIMITS
    needed = {name: max(len(name), *(len(row[name]) for row in rows)) for name in rows[0]}
    shown = [name for name in rows[0] if any(row[name] for row in rows) and limits.get(name, 1)]
    fixed = {name: min(needed[name], limits[name]) for name in shown if name in limits}
    rest = columns - sum(fixed.values()) - _GAP * (len(shown) - 1)
    thing = max(min(needed["object"], rest * 9 // 20), _LEAST)
    return {name: fixed.get(name, thing if name == "object" else max(rest - thing, _LEAST)) for name in shown}


def _table(statements: Sequence[Statement], columns: int) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    rows = [cells(statement) for statement in statements]
    if columns < _ROOMY:
        rows = [_narrowed(row) for row in rows]
    widths = layout(rows, columns)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, _GAP - 1, 0, 0))
    for name, width in widths.items():
        quote = name == "quote"
        table.add_column(name, width=width, no_wrap=quote, overflow="ellipsis" if quote else "fold")
    for statement, row in zip(statements, rows, strict=True):
        table.add_row(*(_text(name, row[name], statement) for name in widths))
    return table


def _narrowed(row: Mapping[str, str]) -> dict[str, str]:
    """Put the partners behind the object, where a column of their own would be too narrow; let intervals break."""
    thing = f"{row['object']}, with {row['partners']}" if row["partners"] else row["object"]
    return {**row, "object": thing, "partners": "", "date": row["date"].replace("/", "/ ")}


def _text(name: str, words: str, statement: Statement) -> "Text":
    from rich.text import Text

    return Text(words, style=_STYLES[statement.force] if name == "force" else "dim" if name == "quote" else "")
