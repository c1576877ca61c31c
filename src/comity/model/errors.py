"""Faults of use are exceptions; faults in data are values.

Whoever calls Comity wrongly gets a :class:`ComityError` whose message says what to do. What is wrong with a
document, a line or a name is a :class:`Problem`: counted, shown, and never a reason to lose the rest.
"""

from dataclasses import dataclass


class ComityError(Exception):
    """Raise for a fault of use; the message says what to do about it."""


class EvidenceError(ComityError, ValueError):
    """Raise where a statement would not carry exactly the words it rests on."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with data: where it is, what kind it is, what it says.

    ``source`` is the path or the document id, ``line`` counts from 1. ``kind`` is a short slug that can be
    counted (``empty-file``, ``not-utf-8``).
    """

    source: str
    kind: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.message} [{self.kind}]"
