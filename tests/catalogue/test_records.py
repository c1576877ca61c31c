"""Dated records: what held on a date, and what is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue.period import Period, before, is_edtf
from comity.catalogue.records import Records, read_records

BLOCK = {
    "body": "sco",
    "sources": ["sco-site"],
    "members": [
        {"who": "CHN", "from": "2001-06-15", "founding": True},
        {"who": "IND", "from": "2017-06-09"},
        {"who": "XXX", "from": "2001", "to": "2010-05"},
        {"who": "YYY", "unconfirmed": True},
    ],
    "observers": [{"who": "IND", "from": "2005-07-05", "to": "2017-06-09"}],
}
TIES = [
    {"between": ["CHN", "PAK"], "grade": "strategic partnership", "from": "2005", "to": "2015-04-20", "sources": ["a"]},
    {"between": ["PAK", "CHN"], "grade": "all-weather partnership", "from": "2015-04-20", "sources": ["a"]},
]


CODES = [
    {"state": "VNM", "system": "cow", "number": 816, "abbreviation": "DRV", "from": "1954-07-21", "sources": ["a"]},
    {
        "state": "RVN",
        "system": "cow",
        "number": 817,
        "abbreviation": "RVN",
        "from": "1954",
        "to": "1975",
        "sources": ["a"],
    },
]


def records() -> Records:
    return Records.of(read_records([BLOCK, *TIES, *CODES]))


def test_codes_hold_by_date() -> None:
    assert [code.number for code in records().codes_of("VNM", "1970")] == [816]
    assert [code.state for code in records().state_of("cow", 817, "1970")] == ["RVN"]
    assert records().state_of("cow", 817, "1980") == []


@pytest.mark.parametrize(
    ("date", "members", "observers"),
    [
        ("2001-06-14", {"XXX", "YYY"}, set()),
        ("2001-06-15", {"CHN", "XXX", "YYY"}, set()),
        ("2016", {"CHN", "YYY"}, {"IND"}),
        ("2018", {"CHN", "IND", "YYY"}, set()),
        (None, {"CHN", "IND", "YYY"}, set()),
    ],
)
def test_who_stood_in_a_body_on_a_date(date: str | None, members: set[str], observers: set[str]) -> None:
    found = records().members("sco", date)
    assert {one.who for one in found if one.role == "member"} == members
    assert {one.who for one in found if one.role == "observer"} == observers


def test_what_is_not_confirmed_says_so_and_inherits_no_source_it_lacks() -> None:
    found = {one.who: one for one in records().members("sco")}
    assert found["YYY"].unconfirmed
    assert found["CHN"].founding
    assert found["CHN"].sources == ("sco-site",)


def test_the_bodies_of_a_state() -> None:
    assert [(one.body, one.role) for one in records().bodies_of("IND", "2010")] == [("sco", "observer")]
    assert [(one.body, one.role) for one in records().bodies_of("IND", "2020")] == [("sco", "member")]


def test_ties_hold_in_either_order_and_on_their_dates() -> None:
    assert [tie.grade for tie in records().between("CHN", "PAK")] == [
        "strategic partnership",
        "all-weather partnership",
    ]
    assert [tie.grade for tie in records().between("PAK", "CHN", "2010")] == ["strategic partnership"]
    assert [tie.grade for tie in records().between("PAK", "CHN", "2020-01-01")] == ["all-weather partnership"]
    assert records().between("CHN", "IND") == []


@pytest.mark.parametrize("date", ["2017", "2017-06", "2017-06-09"])
def test_the_three_forms_of_a_date(date: str) -> None:
    assert is_edtf(date)


@pytest.mark.parametrize("date", ["17", "2017-13", "2017-6-9", "June 2017", "2017-06-09.", ""])
def test_what_is_no_date(date: str) -> None:
    assert not is_edtf(date)


def test_dates_are_compared_as_far_as_both_are_precise() -> None:
    assert before("2016", "2017-06-09")
    assert not before("2017", "2017-06-09")
    assert not before("2017-06-09", "2017")


def test_a_coarse_date_may_lie_in_both_of_two_periods() -> None:
    assert Period(None, "2017-06-09").holds("2017")
    assert Period("2017-06-09", None).holds("2017")
    assert not Period(None, "2017-06-09").holds("2017-06-09")
    assert not Period(None, "2017-06-09").holds("2018")


days = st.dates().map(lambda day: day.isoformat())


@given(days, days, days)
def test_a_period_that_holds_on_a_day_overlaps_every_period_that_does(one: str, other: str, on: str) -> None:
    first, second = Period(min(one, other), None), Period(None, max(one, other))
    if first.holds(on) and second.holds(on):
        assert first.overlaps(second)
        assert second.overlaps(first)


PARTIES = {
    "treaty": "npt",
    "sources": ["a"],
    "parties": [
        {"who": "JPN", "signed": "1970-02-03", "consent": "1976-06-08"},
        {"who": "CHN", "consent": "1992-03-09", "by": "accession"},
        {"who": "PRK", "consent": "1985-12-12", "by": "accession", "to": "2003-04-10"},
        {"who": "YYY", "signed": "1999"},
        {"who": "ZZZ", "signed": "1972", "by": "ratification"},
    ],
}


@pytest.mark.parametrize(
    ("date", "standings"),
    [
        ("1970-02-02", []),
        ("1971", [("JPN", "signatory")]),
        ("1975", [("ZZZ", "party"), ("JPN", "signatory")]),
        ("1990", [("ZZZ", "party"), ("JPN", "party"), ("PRK", "party")]),
        ("2003-04-09", [("ZZZ", "party"), ("JPN", "party"), ("PRK", "party"), ("CHN", "party"), ("YYY", "signatory")]),
        (None, [("ZZZ", "party"), ("JPN", "party"), ("CHN", "party"), ("YYY", "signatory"), ("PRK", "withdrawn")]),
    ],
)
def test_parties_by_date(date: str | None, standings: list[tuple[str, str]]) -> None:
    found = Records.of(read_records([PARTIES])).parties_of("npt", date)
    assert [(one.who, how) for one, how in found] == standings


def test_how_consent_was_given() -> None:
    rows = Records.of(read_records([PARTIES])).parties
    assert [one.by for one in rows] == ["ratification", "accession", "accession", None, "ratification"]


def test_the_treaties_of_a_state() -> None:
    own = Records.of(read_records([PARTIES, {**PARTIES, "treaty": "ctbt"}]))
    assert [(one.treaty, how) for one, how in own.treaties_of("CHN", "2000")] == [("ctbt", "party"), ("npt", "party")]
    assert own.treaties_of("CHN", "1980") == []
