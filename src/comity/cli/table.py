"""Statements as a table for a terminal: one table a document, columns that nothing fills left out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from comity.cli.terminal import clean, count, rendered
from comity.model import Document, Statement

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_ROOMY: Final = 110
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


def _table(statements: Sequence[Statement], columns: int) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    rows = [cells(statement) for statement in statements]
    shown = [name for name in rows[0] if any(row[name] for row in rows) and (name != "tense" or columns >= _ROOMY)]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    for name in shown:
        _add_column(table, name)
    for statement, row in zip(statements, rows, strict=True):
        table.add_row(*(_text(name, row[name], statement) for name in shown))
    return table


def _add_column(table: "Table", name: str) -> None:
    if name == "quote":
        table.add_column(name, ratio=4, no_wrap=True, overflow="ellipsis", min_width=10)
    elif name == "object":
        table.add_column(name, ratio=3, min_width=12)
    elif name in ("actor", "partners"):
        table.add_column(name, max_width=22, min_width=8)
    else:
        table.add_column(name, no_wrap=name != "force")


def _text(name: str, words: str, statement: Statement) -> "Text":
    from rich.text import Text

    return Text(words, style=_STYLES[statement.force] if name == "force" else "dim" if name == "quote" else "")
