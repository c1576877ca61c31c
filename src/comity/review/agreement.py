"""How far two coders agree: statements found alike, slot by slot, above chance, with intervals over documents.

F1 counts what both found against what either found: actor, act and object (core), actor and object (ties), object alone
(objects). Slots are compared on pairs with one object, force and what goes with it on core pairs. Intervals are
percentile bootstraps over documents (Efron & Tibshirani 1993), with a fixed seed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from comity.model import Span, Statement
from comity.review.alpha import Continuum, nominal, unitizing
from comity.review.matching import Pair, match, partners_f1, same_actor

LEVELS: Final = ("core", "ties", "objects")
_DRAWS = 1000
_SEED = 20
_EDGES = (2.5, 97.5)
_Slot = Callable[[Statement], Hashable]
_ON_OBJECTS: Final[dict[str, _Slot]] = {"act": lambda one: one.act}
_ON_CORE: Final[dict[str, _Slot]] = {
    "force": lambda one: one.force,
    "strength": lambda one: one.strength or "none",
    "tense": lambda one: one.tense,
    "negated": lambda one: one.negated,
    "date": lambda one: one.date or "none",
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of the second coder by the first, their F1, and its 95 per cent interval."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SlotAgreement:
    """The share of pairs that agree in a slot, on how many, and alpha (None where it cannot be told)."""

    slot: str
    pairs: int
    share: float
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything there is to say of two coders' statements on the documents that both have coded."""

    documents: int
    one: int
    other: int
    scores: dict[str, Score]
    slots: tuple[SlotAgreement, ...]
    unitizing: float | None
    acts: Counter[tuple[str, str]]
    forces: Counter[tuple[str, str]]
    only_one: tuple[Statement, ...]
    only_other: tuple[Statement, ...]
    differing: tuple[Pair, ...]


def agreement(
    one: Sequence[Statement],
    other: Sequence[Statement],
    *,
    documents: Collection[str] | None = None,
    draws: int = _DRAWS,
) -> Agreement:
    """Compare two coders on ``documents``: those both coded, though one may have found nothing in some of them.

    Where none are given, they are those in which both have statements.
    """
    documents = _common(one, other, documents)
    both = set(documents)
    mine = [statement for statement in one if statement.document in both]
    theirs = [statement for statement in other if statement.document in both]
    pairs = match(mine, theirs)
    paired = {id(pair.one) for pair in pairs} | {id(pair.other) for pair in pairs}
    ties = [pair for pair in pairs if pair.tie]
    core = [pair for pair in pairs if pair.core]
    return Agreement(
        documents=len(documents),
        one=len(mine),
        other=len(theirs),
        scores=_scores(documents, mine, theirs, pairs, draws),
        slots=tuple(_slots(pairs, core)),
        unitizing=unitizing([*_continua(documents, mine, theirs)]),
        acts=Counter((pair.one.act, pair.other.act) for pair in ties),
        forces=Counter((pair.one.force, pair.other.force) for pair in core),
        only_one=tuple(statement for statement in mine if id(statement) not in paired),
        only_other=tuple(statement for statement in theirs if id(statement) not in paired),
        differing=tuple(pair for pair in pairs if not pair.core),
    )


def _common(one: Sequence[Statement], other: Sequence[Statement], documents: Collection[str] | None) -> list[str]:
    of_one, of_other = ({statement.document for statement in side} for side in (one, other))
    return sorted(of_one & of_other if documents is None else set(documents) & (of_one | of_other))


def _scores(
    documents: Sequence[str], mine: Sequence[Statement], theirs: Sequence[Statement], pairs: Sequence[Pair], draws: int
) -> dict[str, Score]:
    """Return the three scores; a draw of the bootstrap is as many documents as there are, with repetition."""
    counts = np.zeros((len(documents), 5))  # statements of the one and of the other, hits at the three levels
    row = {document: index for index, document in enumerate(documents)}
    for column, statements in enumerate((mine, theirs)):
        for statement in statements:
            counts[row[statement.document], column] += 1
    for pair in pairs:
        counts[row[pair.one.document], 2:] += (pair.core, pair.tie, True)
    drawn = np.random.default_rng(_SEED).integers(0, max(1, len(documents)), (draws, len(documents)))
    sums = counts[drawn].sum(axis=1) if documents else np.zeros((draws, 5))
    return {name: _score(counts.sum(axis=0), sums, 2 + level) for level, name in enumerate(LEVELS)}


def _score(total: np.ndarray, draws: np.ndarray, level: int) -> Score:
    f1 = 2 * draws[:, level] / np.maximum(1, draws[:, 0] + draws[:, 1])
    low, high = np.percentile(f1, _EDGES)
    return Score(
        precision=float(total[level] / max(1, total[1])),
        recall=float(total[level] / max(1, total[0])),
        f1=float(2 * total[level] / max(1, total[0] + total[1])),
        low=float(low),
        high=float(high),
    )


def _slots(pairs: Sequence[Pair], core: Sequence[Pair]) -> Iterator[SlotAgreement]:
    actors = [same_actor(pair.one.actor, pair.other.actor) for pair in pairs]
    yield SlotAgreement("actor", len(pairs), _mean(actors), None)
    for on, slots in ((pairs, _ON_OBJECTS), (core, _ON_CORE)):
        for name, slot in slots.items():
            values = [(slot(pair.one), slot(pair.other)) for pair in on]
            yield SlotAgreement(name, len(on), _mean([mine == its for mine, its in values]), nominal(values))
    yield SlotAgreement("partners", len(core), _mean([partners_f1(pair.one, pair.other) for pair in core]), None)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _continua(documents: Sequence[str], mine: Sequence[Statement], theirs: Sequence[Statement]) -> Iterator[Continuum]:
    """Yield what each coder marked in a document: the clauses of statements, overlapping ones as one stretch."""
    spans: defaultdict[str, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for side, statements in enumerate((mine, theirs)):
        for statement in statements:
            spans[statement.document][side].append(statement.span)
    for document in documents:
        marked = [_merged(side) for side in spans[document]]
        yield Continuum(max(span.end for side in marked for span in side), marked)


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlaps(span):
            merged[-1] = merged[-1].joined(span)
        else:
            merged.append(span)
    return merged


def by_document(
    one: Sequence[Statement], other: Sequence[Statement], *, documents: Collection[str] | None = None
) -> dict[str, Agreement]:
    """Return the agreement on each document, the least of core F1 first; intervals are of no width."""
    named = _common(one, other, documents)
    found = {document: agreement(one, other, documents=(document,), draws=1) for document in named}
    return dict(sorted(found.items(), key=lambda row: (row[1].scores["core"].f1, row[0])))
