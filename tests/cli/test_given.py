"""Dates are days there are; issuers are actors the catalogue has."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue import Catalogue, Entry
from comity.cli.given import Given, checked_date, resolved_issuers
from comity.model import ComityError, Document

CATALOGUE = Catalogue(
    {
        entry.id: entry
        for entry in (
            Entry("CHN", "state", "China", formal="People's Republic of China", metonyms=("Beijing",)),
            Entry("KOR", "state", "South Korea", names=("Korea",)),
            Entry("PRK", "state", "North Korea", names=("Korea",)),
            Entry("asean", "organisation", "Association of Southeast Asian Nations", acronyms=("ASEAN",)),
            Entry("un-charter", "instrument", "UN Charter"),
        )
    },
    {},
    "test",
)


@given(st.dates())
def test_every_day_is_a_date(day: date) -> None:
    words = day.isoformat()
    assert [checked_date(part) for part in (words, words[:7], words[:4])] == [words, words[:7], words[:4]]


@pytest.mark.parametrize("words", ["", "17", "2017-13", "2017-00", "2017-02-30", "0000", "2017-1-1", "٢٠١٧", "2017\n"])
def test_what_is_no_date(words: str) -> None:
    with pytest.raises(ComityError, match="not a date"):
        checked_date(words)


def test_issuers_by_id_name_and_capital() -> None:
    names = ["china", "Beijing", "ASEAN", "people's republic of China"]
    assert resolved_issuers(names, CATALOGUE) == ("CHN", "asean")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Korea", "several bear this name; give the id of one: KOR (South Korea), PRK (North Korea)"),
        ("Chinaa", "did you mean China?"),
        ("UN Charter", "no state or organisation of the catalogue is called this"),
    ],
)
def test_issuers_nobody_can_tell(name: str, message: str) -> None:
    with pytest.raises(ComityError, match=re.escape(message)):
        resolved_issuers([name], CATALOGUE)


def test_what_is_not_given_stays() -> None:
    document = Document("d", "text", date="2000", issuers=("IND",))
    assert Given().applied(document) == document
    assert Given(("CHN",), "2001").applied(document) == Document("d", "text", date="2001", issuers=("CHN",))
