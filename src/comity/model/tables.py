"""The record as a table: flat CSV for spreadsheets, nested Parquet for everything else.

CSV has one column a field, lists joined with ``; ``; a cell that a spreadsheet would run as a formula gets an
apostrophe in front. Parquet keeps the interchange format's nesting as structs and lists.
"""

import csv
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

from comity.model.codec import as_dict
from comity.model.statement import Statement

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = (
    "id", "document", "start", "end", "quote", "speaker", "actor_id", "actor", "act", "object_kind", "object_id",
    "object", "partner_ids", "partners", "force", "strength", "tense", "negated", "topics", "date", "place",
    "coder", "coder_version", "codebook", "catalogue", "confidence",
)  # fmt: skip


def write_csv(statements: Iterable[Statement], stream: IO[str]) -> None:
    """Write a header and one row a statement (RFC 4180); ``stream`` is opened with ``newline=""``."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for statement in statements:
        writer.writerow([_safe(cell) for cell in _row(statement)])


def write_parquet(statements: Iterable[Statement], stream: IO[bytes]) -> None:
    """Write one Parquet table (zstd), columns as in the interchange format."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist([as_dict(statement) for statement in statements], schema=schema())
    pq.write_table(table, stream, compression="zstd")


def schema() -> "pa.Schema":
    """Return the Arrow schema of the interchange format."""
    import pyarrow as pa

    span = pa.list_(pa.int64(), 2)
    mention = [pa.field("id", pa.string()), pa.field("name", pa.string()), pa.field("span", span)]
    text = [(name, pa.string()) for name in ("force", "strength", "tense")]
    coder = [(name, pa.string()) for name in ("coder", "coder_version", "codebook", "catalogue")]
    return pa.schema(
        [
            ("id", pa.string()),
            ("document", pa.string()),
            ("span", span),
            ("quote", pa.string()),
            ("speaker", pa.string()),
            ("actor", pa.struct(mention)),
            ("act", pa.string()),
            ("object", pa.struct([pa.field("kind", pa.string()), *mention])),
            ("partners", pa.list_(pa.struct(mention))),
            *text,
            ("negated", pa.bool_()),
            ("topics", pa.list_(pa.string())),
            ("date", pa.string()),
            ("place", pa.string()),
            *coder,
            ("confidence", pa.float64()),
        ]
    )


def _row(statement: Statement) -> tuple[object, ...]:
    coder = statement.coder
    return (
        statement.id, statement.document, statement.span.start, statement.span.end, statement.quote,
        statement.speaker, statement.actor.entity.id, statement.actor.entity.name, statement.act,
        statement.object_kind, statement.object.entity.id, statement.object.entity.name,
        "; ".join(partner.entity.id or "" for partner in statement.partners),
        "; ".join(partner.entity.name for partner in statement.partners),
        statement.force, statement.strength, statement.tense, "true" if statement.negated else "false",
        "; ".join(statement.topics), statement.date, statement.place,
        coder.name, coder.version, coder.codebook, coder.catalogue, statement.confidence,
    )  # fmt: skip


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
