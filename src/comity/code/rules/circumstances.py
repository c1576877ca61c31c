"""When it was: the dates a clause states, as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (EDTF level 0).

Only what stands there is read. A day without a year, a quarter, "last year" give no date.
"""

import re

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_YEAR = r"(?:19|20)\d{2}"
_DATES = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<m1>{_MONTH})(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+(?:of\s+)?(?P<y1>{_YEAR})\b"
    rf"|\b(?:in|since|by|until|from|for|of|during|the|early|late|year|mid)\s+(?P<y2>{_YEAR})\b(?![-/]\d)"
    rf"|\b(?P<y3>{_YEAR})\b(?=\s+(?:summit|meeting|conference|session))",
    re.IGNORECASE,
)


def find_date(text: str) -> str | None:
    """Return the first date that ``text`` states, None where there is none."""
    match = _DATES.search(text)
    if match is None:
        return None
    year = match["y1"] or match["y2"] or match["y3"]
    if match["m1"] is None:
        return str(year)
    month = _MONTHS.index(match["m1"].lower()) + 1
    day = match["d1"] or match["d2"]
    if day is None or not 1 <= int(day) <= 31:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{int(day):02d}"
