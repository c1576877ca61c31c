"""Problems go to standard error: every one of the first twenty, the count of each kind after them."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from comity.cli.terminal import clean
from comity.model import Problem

_SHOWN: Final = 20


def report(problems: Sequence[Problem]) -> None:
    """Write problems to standard error, without anything that could steer a terminal."""
    for line in summary(problems):
        print(clean(line), file=sys.stderr)


def summary(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the lines: problems as they came, and where there are several, how many of which kind."""
    yield from map(str, problems[:_SHOWN])
    if len(problems) > _SHOWN:
        yield f"... and {len(problems) - _SHOWN} more"
    if len(problems) > 1:
        kinds = Counter(problem.kind for problem in problems)
        yield f"{len(problems)} problems: " + ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
