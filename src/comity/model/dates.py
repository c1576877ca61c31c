"""Dates as documents write them -> ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY`` (EDTF level 0).

Only what stands there is read: a day without a year, a quarter, "last year" give no date.
"""

import datetime
import re
from collections.abc import Iterator

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "sept|" + "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in _MONTHS)
_YEAR = r"(?:1[89]|20)\d{2}"
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR_IN_CLAUSE = re.compile(
    rf"\b(?:in|since|by|until|from|for|of|during|the|early|late|year|mid)\s+({_YEAR})\b(?![-/–]\d)"
    rf"|\b({_YEAR})\b(?=\s+(?:summit|meeting|conference|session))",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:{_ORDINAL}\s+(?:of\s+)?)?({_MONTH})\b\.?(?:\s+{_ORDINAL}\b)?,?\s+(?:of\s+)?({_YEAR})\b"
    rf"|\b({_YEAR})-(\d{{2}})-(\d{{2}})\b",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, date) for each date with month and year in ``text``, in text order."""
    for match in _DATE.finditer(text):
        day_before, month, day_after, year, iso_year, iso_month, iso_day = match.groups()
        if iso_year:
            found = _date(int(iso_year), int(iso_month), int(iso_day))
        else:
            day = day_before or day_after
            found = _date(int(year), month_number(month), int(day) if day else None)
        if found:
            yield match.start(), match.end(), found


def find_date(clause: str) -> str | None:
    """Return the first date a clause states, a bare year included; None where it states none."""
    full = next(find_dates(clause), None)
    year = _YEAR_IN_CLAUSE.search(clause)
    if full and (year is None or full[0] <= year.start() + len("since ")):
        return full[2]
    return (year[1] or year[2]) if year else None


def month_number(name: str) -> int:
    """Return 1..12 for the English name of a month or its first three letters."""
    return 1 + next(i for i, month in enumerate(_MONTHS) if month.startswith(name.lower()[:3]))


def is_date(text: str) -> bool:
    """Tell whether ``text`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` and exists in the calendar."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    if match is None or match[1] == "0000":
        return False
    try:
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _date(year: int, month: int, day: int | None) -> str | None:
    written = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return written if is_date(written) else None
