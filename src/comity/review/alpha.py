"""Krippendorff's alpha: 1 - observed / expected disagreement; 1 is perfect, 0 what chance would give.

Nominal: Krippendorff (2019), Content Analysis, 4th ed., chapter 12, by the coincidence matrix. Unitizing: Krippendorff
(1995), "On the reliability of unitizing continuous data", Sociological Methodology 25: 47-76: coders mark stretches of
a text of length L; two stretches that overlap disagree by the squares of the distances of their ends, a stretch in
the other's gap by the square of its length.
"""

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from comity.model import Span


def nominal(values: Sequence[Sequence[Hashable | None]]) -> float | None:
    """Return alpha of nominal data; ``values`` has a row a unit and in it a value a coder, None where one gave none.

    None is returned where nothing can be compared: no unit with two values, or one value in all of them.
    """
    units = [[value for value in row if value is not None] for row in values]
    units = [row for row in units if len(row) > 1]
    names = {value: index for index, value in enumerate(dict.fromkeys(value for row in units for value in row))}
    coincidences = np.zeros((len(names), len(names)))
    for row in units:
        counts = np.bincount([names[value] for value in row], minlength=len(names)).astype(float)
        coincidences += (np.outer(counts, counts) - np.diag(counts)) / (len(row) - 1)
    totals = coincidences.sum(axis=1)
    observed = coincidences.sum() - np.trace(coincidences)
    expected = (totals.sum() ** 2 - (totals**2).sum()) / max(1.0, totals.sum() - 1)
    return float(1 - observed / expected) if expected > 0 else None


class Continuum(NamedTuple):
    """A text of ``length`` characters and the stretches each coder marked in it; a coder's own do not overlap."""

    length: int
    marked: Sequence[Sequence[Span]]


def unitizing(texts: Sequence[Continuum]) -> float | None:
    """Return alpha of unitizing over texts laid end to end; None where nobody marked anything."""
    length = sum(text.length for text in texts)
    coders = max((len(text.marked) for text in texts), default=0)
    if coders < 2:
        return None
    sections = [_sections(texts, coder) for coder in range(coders)]
    observed = sum(
        _difference(one, other)
        for first, second in ((a, b) for a in range(coders) for b in range(coders) if a != b)
        for one, other in _meeting(sections[first], sections[second])
    ) / (coders * (coders - 1) * length**2)
    expected = _expected(sections, length)
    return 1 - observed / expected if expected else None


class _Section(NamedTuple):
    start: int
    end: int
    is_unit: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def _sections(texts: Sequence[Continuum], coder: int) -> list[_Section]:
    """Return a coder's units and the gaps between them, over all texts laid end to end."""
    cuts, at = [_Section(0, 0, is_unit=True)], 0
    for text in texts:
        cuts += [_Section(at + span.start, at + span.end, is_unit=True) for span in sorted(text.marked[coder])]
        at += text.length
    cuts.append(_Section(at, at, is_unit=True))
    gaps = [_Section(one.end, other.start, is_unit=False) for one, other in pairwise(cuts)]
    return sorted(section for section in [*cuts[1:-1], *gaps] if section.length > 0)


def _meeting(one: Sequence[_Section], other: Sequence[_Section]) -> list[tuple[_Section, _Section]]:
    """Return the pairs of sections that share a character, in one pass over both."""
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i].start < other[j].end and other[j].start < one[i].end:
            found.append((one[i], other[j]))
        if one[i].end <= other[j].end:
            i += 1
        else:
            j += 1
    return found


def _difference(one: _Section, other: _Section) -> float:
    if one.is_unit and other.is_unit:
        return float((one.start - other.start) ** 2 + (one.end - other.end) ** 2)
    if one.is_unit and not other.is_unit and other.start <= one.start and one.end <= other.end:
        return float(one.length**2)
    if other.is_unit and not one.is_unit and one.start <= other.start and other.end <= one.end:
        return float(other.length**2)
    return 0.0


def _expected(sections: Sequence[Sequence[_Section]], length: int) -> float:
    """Return the disagreement of units of these lengths thrown at random on the continuum."""
    units = np.array([one.length for row in sections for one in row if one.is_unit], dtype=float)
    gaps = np.sort(np.array([one.length for row in sections for one in row if not one.is_unit], dtype=float))
    if not units.size:
        return 0.0
    among = (units.size - 1) / 3 * (2 * units**3 - 3 * units**2 + units)
    first = np.searchsorted(gaps, units)
    longer = np.concatenate([np.cumsum(gaps[::-1])[::-1], [0.0]])[first]
    rooms = longer - (gaps.size - first) * (units - 1)
    total = float((among + units**2 * rooms).sum())
    places = len(sections) * length
    return 2 / length * total / (places * (places - 1) - float((units * (units - 1)).sum()))
