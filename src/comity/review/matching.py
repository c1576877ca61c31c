"""Which statement of one coder is which of another's: the pairs on which agreement is counted.

Two statements of one document can be a pair if their clauses overlap and their objects agree; each is used once, the
best fit first. What "agree" means for actors and objects follows the codebook: ids are equal, or, where one has none,
the names share their words; spans of objects overlap by half of the shorter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from comity.model import Mention, Span, Statement

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("the", "a", "an", "of", "and"))
_COLLECTIVE = "any:"
_ALIKE = 0.5
_SAME_NAME = 0.6
_HALF = 0.5
_LONGER, _SLACK = 2.5, 15  # a whole clause is no mention of the thing it speaks of
_CORE, _TIE, _OBJECT, _ACT, _EXTRA = 8, 4, 2, 1, 0.1


class Pair(NamedTuple):
    """A statement of the one coder and its fellow of the other: ``core`` if actor, act and object agree, ``tie``
    if actor and object do.
    """

    one: Statement
    other: Statement
    core: bool
    tie: bool


def match(one: Sequence[Statement], other: Sequence[Statement]) -> list[Pair]:
    """Return the pairs of two coders' statements, best fit first within a document."""
    by_document: defaultdict[str, tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for side, statements in enumerate((one, other)):
        for statement in statements:
            by_document[statement.document][side].append(statement)
    return [pair for mine, theirs in by_document.values() for pair in _of_document(mine, theirs)]


def same_actor(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions mean one actor: by id, or by name where one has no id or is a collective."""
    mine, its = one.entity.id or "", other.entity.id or ""
    if mine and its and mine.lower() == its.lower():
        return True
    by_words = mine.startswith(_COLLECTIVE) or not mine or not its
    names = [one.entity.name, mine.removeprefix(_COLLECTIVE) if by_words else ""]
    others = [other.entity.name, its.removeprefix(_COLLECTIVE) if by_words else ""]
    return any(_alike(name, fellow) >= _ALIKE for name in names if name for fellow in others if fellow)


def same_object(one: Statement, other: Statement) -> bool:
    """Tell whether two statements have one object: of one kind, and by id, by place in the text or by name."""
    if one.object_kind != other.object_kind:
        return False
    mine, its = one.object.entity.id, other.object.entity.id
    if mine and its and mine.lower() == its.lower():
        return True
    if one.object.span and other.object.span:
        shared = _overlap(one.object.span, other.object.span)
        shorter = max(1, min(one.object.span.length, other.object.span.length))
        if shared / shorter >= _HALF and other.object.span.length <= _LONGER * one.object.span.length + _SLACK:
            return True
    return _alike(one.object.entity.name, other.object.entity.name) >= _SAME_NAME


def partners_f1(one: Statement, other: Statement) -> float:
    """Return the harmonic mean of precision and recall of partners; 1 where neither names any."""
    if not one.partners and not other.partners:
        return 1.0
    free, hits = list(other.partners), 0
    for partner in one.partners:
        fellow = next((it for it in free if same_actor(partner, it)), None)
        if fellow is not None:
            free.remove(fellow)
            hits += 1
    return 2 * hits / (len(one.partners) + len(other.partners))


def _of_document(mine: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[Pair]:
    weighed = [
        (value, i, j, pair)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        for value, pair in [_weighed(one, other)]
        if value
    ]
    used: set[tuple[int, int]] = set()
    for _, i, j, pair in sorted(weighed, key=lambda row: (-row[0], row[1], row[2])):
        if (0, i) not in used and (1, j) not in used:
            used |= {(0, i), (1, j)}
            yield pair


def _weighed(one: Statement, other: Statement) -> tuple[float, Pair]:
    """Return how well two statements fit, 0 where they are no pair."""
    if not _overlap(one.span, other.span) or not same_object(one, other):
        return 0.0, Pair(one, other, core=False, tie=False)
    tie = same_actor(one.actor, other.actor)
    act = one.act == other.act
    alike = sum(getattr(one, slot) == getattr(other, slot) for slot in ("force", "tense", "negated"))
    extra = _EXTRA * (alike + partners_f1(one, other))
    return _CORE * (tie and act) + _TIE * tie + _OBJECT + _ACT * act + extra, Pair(one, other, tie and act, tie)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _alike(one: str, other: str) -> float:
    mine, its = _words(one), _words(other)
    return len(mine & its) / len(mine | its) if mine | its else 0.0


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.lower())) - _SMALL
