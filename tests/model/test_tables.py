"""CSV for spreadsheets, which must not run what it holds, and Parquet for everything else."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Entity, Mention, Statement
from comity.model.codec import as_dict
from comity.model.tables import COLUMNS, write_csv, write_parquet

from .conftest import Make, statements


def table(*found: Statement) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_csv(found, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_no_statements_are_a_header() -> None:
    stream = io.StringIO(newline="")
    write_csv([], stream)
    assert stream.getvalue() == ",".join(COLUMNS) + "\r\n"


def test_fields_come_back_through_csv(make: Make) -> None:
    isles = Mention(Entity(None, "the Isles"))
    quote = 'Veridia said: "a,\r\nb;\nc".'
    statement = make(quote=quote, partners=(*make().partners, isles), topics=("maritime", "cyber"))
    row = table(statement)[0]
    assert row["quote"] == quote
    assert (row["start"], row["end"], row["confidence"], row["negated"]) == ("0", "25", "0.5", "false")
    assert (row["partners"], row["partner_ids"]) == ("Marrow; the Isles", "MAR; ")
    assert (row["topics"], row["speaker"], row["object_id"]) == ("maritime; cyber", "", "pact")
    assert row["id"] == statement.id


@given(statements())
@settings(max_examples=50)
def test_every_row_has_every_column_and_none_more(statement: Statement) -> None:
    (row,) = table(statement)
    assert list(row) == list(COLUMNS)
    assert None not in row.values()


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(make: Make, first: str) -> None:
    quote = first + "cmd|' /C calc'!A0 and more"
    statement = make(quote=quote[:25], place=first + "1")
    row = table(statement)[0]
    assert row["quote"] == "'" + quote[:25]
    assert row["place"] == "'" + first + "1"


def test_numbers_stay_numbers(make: Make) -> None:
    assert table(make(confidence=0.0))[0]["confidence"] == "0.0"


@given(st.lists(statements(), max_size=4))
@settings(max_examples=25, deadline=None)
def test_parquet_holds_what_the_lines_hold(found: list[Statement]) -> None:
    stream = io.BytesIO()
    write_parquet(found, stream)
    rows = pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    assert rows == [json.loads(json.dumps(as_dict(statement))) for statement in found]


def test_an_empty_parquet_keeps_its_columns() -> None:
    stream = io.BytesIO()
    write_parquet([], stream)
    assert pq.read_table(io.BytesIO(stream.getvalue())).column_names[:4] == ["id", "document", "span", "quote"]
