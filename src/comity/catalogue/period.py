"""Dates and periods of the catalogue: EDTF level 0 (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``), as precise as the source.

Two dates of different precision are compared as far as both go: "2017" neither begins before nor after "2017-06-09".
A period holds from its first date until the day before its last.
"""

import re
from dataclasses import dataclass

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def is_edtf(date: str) -> bool:
    """Tell whether ``date`` has one of the three forms."""
    return _DATE.fullmatch(date) is not None


def before(one: str, other: str) -> bool:
    """Tell whether ``one`` is surely earlier than ``other``."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def reached(date: str | None, on: str | None) -> bool:
    """Tell whether a date had come on ``on`` (None: it has by now); one that is not known has not."""
    return date is not None and (on is None or not before(on, date))


def _over(on: str, until: str) -> bool:
    """Tell whether what ended on ``until`` was surely over on ``on``; a day on which it ended no longer counts."""
    return before(until, on) or (on == until and len(on) == len("YYYY-MM-DD"))


@dataclass(frozen=True, slots=True)
class Period:
    """From ``since`` until ``until``; None where the beginning is not known, or where it has not ended."""

    since: str | None = None
    until: str | None = None

    def holds(self, on: str | None) -> bool:
        """Tell whether it may hold on a date: not surely before its beginning nor surely after its end.

        Without a date, tell whether it holds to this day.
        """
        if on is None:
            return self.until is None
        begun = self.since is None or not before(on, self.since)
        return begun and not (self.until is not None and _over(on, self.until))

    def overlaps(self, other: "Period") -> bool:
        """Tell whether two periods surely share a day."""
        first = self.until is None or other.since is None or before(other.since, self.until)
        second = other.until is None or self.since is None or before(self.since, other.until)
        return first and second
