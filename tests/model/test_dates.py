"""Dates as documents write them. Months are spelled out here, so that the locale of a machine does not matter."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model.dates import find_date, find_dates, is_date, month_number

_NAMES = "January February March April May June July August September October November December"
MONTHS = _NAMES.split()
DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31))


def found(text: str) -> list[str]:
    return [date for _, _, date in find_dates(text)]


@given(DAYS)
def test_every_day_is_found_in_each_of_its_english_forms(day: datetime.date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"the {day.day}th of {month}, {day.year}",
        day.isoformat(),
    ]
    for form in forms:
        text = f"Signed at Port Veridia on {form}."
        ((start, end, date),) = find_dates(text)
        assert date == day.isoformat()
        assert form.endswith(text[start:end])


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("in November 2014", ["2014-11"]),
        ("on Sept. 3, 1954", ["1954-09-03"]),
        ("1 May 2001 and 2 JUNE 2002", ["2001-05-01", "2002-06-02"]),
        ("30 February 2015", []),
        ("2015-13-01", []),
        ("31 April 2015", []),
        ("on 4 March", []),
        ("Marchers 2015", []),
        ("January 11,\n2017", ["2017-01-11"]),
    ],
)
def test_only_dates_that_are_in_the_calendar(text: str, dates: list[str]) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    ("clause", "date"),
    [
        ("Since 2014, and on 3 May 2016, they met", "2014"),
        ("On 3 May 2016, as in 2014, they met", "2016-05-03"),
        ("in May 2016 they met", "2016-05"),
        ("at the 2019 summit", "2019"),
        ("between 1950-53", None),
        ("in 2015-16", None),
        ("Resolution 2014 of the Council", None),
        ("last year", None),
        ("", None),
    ],
)
def test_the_first_date_of_a_clause(clause: str, date: str | None) -> None:
    assert find_date(clause) == date


@pytest.mark.parametrize("text", ["2015", "2015-02", "2016-02-29", "0001", "9999-12-31"])
def test_dates_of_the_calendar(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["", "15", "0000", "2015-2", "2015-00", "2015-02-29", "2015-02-1", "2015/02", "2015 "])
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)


def test_months_by_name_and_by_three_letters() -> None:
    assert [month_number(month) for month in MONTHS] == list(range(1, 13))
    assert [month_number(month[:3].upper()) for month in MONTHS] == list(range(1, 13))
