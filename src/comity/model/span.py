"""A span is a half-open range of characters ``[start, end)`` in the canonical text of one document."""

from typing import NamedTuple

from comity.model.errors import EvidenceError


class Span(NamedTuple):
    """Characters ``[start, end)``; unpacks and sorts like a pair."""

    start: int
    end: int

    @classmethod
    def of(cls, start: int, end: int) -> "Span":
        """Make a span that holds at least one character; raise :class:`EvidenceError` otherwise."""
        if not 0 <= start < end:
            raise EvidenceError(f"a span needs 0 <= start < end, not [{start}, {end})")
        return cls(start, end)

    @property
    def length(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Tell whether every character of ``other`` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: "Span") -> "Span":
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
