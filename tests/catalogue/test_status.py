"""The status of an instrument follows from its dates."""

import pytest

from comity.catalogue import Entry
from comity.catalogue.status import status

TREATY = Entry("t", "instrument", "T", since="1968-07-01", until="1990", extra={"in_force": "1970-03-05"})
DECLARATION = Entry("d", "instrument", "D", since="2002-11-04")
DRAFT = Entry("c", "instrument", "C", extra={"status": "negotiating"})


@pytest.mark.parametrize(
    ("instrument", "on", "expected"),
    [
        (TREATY, "1968-06", None),
        (TREATY, "1969", "adopted"),
        (TREATY, "1970-03-04", "adopted"),
        (TREATY, "1970-03-05", "in force"),
        (TREATY, "1990", "lapsed"),
        (TREATY, None, "lapsed"),
        (DECLARATION, "2002-11-04", "adopted"),
        (DECLARATION, None, "adopted"),
        (DRAFT, None, "negotiating"),
        (DRAFT, "2005", "negotiating"),
        (Entry("x", "instrument", "X"), None, None),
    ],
)
def test_status(instrument: Entry, on: str | None, expected: str | None) -> None:
    assert status(instrument, on) == expected
