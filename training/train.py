"""Train the models of the learned coder on hand-coded text, and say how good they are on text they have not seen.

    python training/train.py TEXTS [-o src/comity/code/learned/model.npz] [--folds 4] [--curve]

TEXTS is the folder of the texts and their codings (documents/, gold/): the silver of it and ``codings.jsonl`` here are
learnt from, the development gold is only measured on. Texts whose ids end in the same number are parts of one
document and stay together. By cross-validation over documents the smallest probability that is coded is chosen and
the confidence calibrated; then all text is trained on. The same input gives the same bytes.

References: one-vs-rest logistic regression with an L2 penalty (Fan et al. 2008, LIBLINEAR); conditional logit
(McFadden 1974); calibration by isotonic regression (Zadrozny & Elkan 2002).
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from codings import number_of
from hand_coded import MOODS, Example, all_examples, load_development, load_ours, load_silver, mood_of
from scipy import sparse
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from taught import FILE, Taught, read_taught

from comity import codebook as codebooks
from comity.code.learned import LearnedCoder
from comity.code.learned.model import Linear, Model
from comity.model import Document, Statement
from comity.review import agreement, match

LEAST_OFTEN = 2  # a feature met less often says nothing
PENALTY = {"statement": 0.1, "act": 0.4, "kind": 0.4, "mood": 0.3}  # inverse strength of the L2 penalty
PENALTY_TAUGHT = {**PENALTY, "statement": 0.2}  # with taught examples beside
WEIGHT = 0.5  # of a taught example beside a hand-coded one
LIKELY = 0.27  # a statement by the teacher: from this chance on its act, kind and mood are learnt from
PENALTY_OF_OPTIONS = 5.0  # strength of the L2 penalty
LOST = 0.06  # share of hand-coded statements whose objects are passed over at once; few of them would have been coded
FLOOR = 0.02  # products under this are not looked at when the threshold is chosen
ACTS = tuple(codebooks.load().acts)
KINDS = tuple(codebooks.load().kinds)


def fit(examples: Sequence[Example], version: str, taught: Taught | None = None) -> Model:
    """Train all models on examples, and on what a teacher makes of others; threshold and calibration are still open."""
    things, gate, passed = _gate(examples)
    examples = [one for one, worth in zip(examples, passed, strict=True) if worth]
    coded = [(one, one.gold) for one in examples if one.gold is not None]
    rows = _vocabulary([*(one.features for one in examples), *(taught.features if taught else ())])
    table = _table([one.features for one in examples], rows)
    lesson = _Lesson.of(taught, rows) if taught else None
    on = np.array([one.gold is not None for one in examples])
    columns = [_taught_column(table, on, "statement", lesson, 0)]
    at = 1
    for name, classes, values in (
        ("act", ACTS, [gold.act for _, gold in coded]),
        ("kind", KINDS, [gold.object_kind for _, gold in coded]),
        ("mood", MOODS, [mood_of(gold) for _, gold in coded]),
    ):
        for target, one in enumerate(classes, at):
            columns.append(
                _taught_column(table[on], np.array([value == one for value in values]), name, lesson, target)
            )
        at += len(classes)
    choices = [one for one, _ in coded if any(one.right)]
    option_rows = _vocabulary(option for one in choices for option in one.options)
    weights = _choice(choices, option_rows)
    return Model(
        things,
        _linear(rows, columns),
        _linear(option_rows, [(weights, 0.0)]),
        ACTS,
        KINDS,
        MOODS,
        ((0.0, 0.0), (1.0, 1.0)),
        FLOOR,
        gate,
        version,
    )


def _gate(examples: Sequence[Example]) -> tuple[Linear, float, np.ndarray]:
    """Return the model by which objects are passed over, its threshold, and which examples are not.

    The threshold loses the share ``LOST`` of the statements, by models that did not see the document.
    """
    rows = _vocabulary(one.thing for one in examples)
    table = _table([one.thing for one in examples], rows)
    on = np.array([one.gold is not None for one in examples])
    number = np.array([int(number_of(one.document)) % 3 for one in examples])
    scores = np.zeros(len(examples))
    for fold in range(3):
        weights, bias = _column(table[number != fold], on[number != fold], PENALTY["statement"])
        scores[number == fold] = table[number == fold] @ weights + bias
    least = float(np.quantile(scores[on], LOST))
    return _linear(rows, [_column(table, on, PENALTY["statement"])]), round(least, 3), scores >= least


def _vocabulary(examples: Iterable[Sequence[str]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for example in examples:
        counts.update(example)
    return {name: row for row, name in enumerate(sorted(name for name, n in counts.items() if n >= LEAST_OFTEN))}


def _table(examples: Sequence[Sequence[str]], rows: dict[str, int]) -> sparse.csr_matrix:
    found = [sorted({rows[name] for name in example if name in rows}) for example in examples]
    ends = np.cumsum([0, *map(len, found)])
    flat = np.array([row for one in found for row in one], dtype=np.int64)
    return sparse.csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(examples), len(rows)))


def _column(table: sparse.csr_matrix, on: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    if on.all() or not on.any():
        return np.zeros(table.shape[1], np.float32), 9.0 if on.all() else -9.0
    return _fitted(table, on, penalty)


def _fitted(
    table: sparse.csr_matrix, on: np.ndarray, penalty: float, weights: np.ndarray | None = None
) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=penalty, solver="liblinear", random_state=0, max_iter=200)
    model.fit(table, on, sample_weight=weights)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What is taught, as a table of features; shares of acts, kinds and moods weigh as much as it is a statement."""

    table: sparse.csr_matrix
    chances: np.ndarray
    likely: np.ndarray

    @classmethod
    def of(cls, taught: Taught, rows: dict[str, int]) -> "_Lesson":
        return cls(_table(taught.features, rows), taught.chances, taught.chances[:, 0] > LIKELY)


def _taught_column(
    table: sparse.csr_matrix, on: np.ndarray, name: str, lesson: _Lesson | None, target: int
) -> tuple[np.ndarray, float]:
    """Train one target on hand-coded examples, and on each taught one twice: that it is, and that it is not."""
    if lesson is None or not on.any() or on.all():
        return _column(table, on, PENALTY[name])
    chosen = lesson.likely if target else np.ones(len(lesson.chances), bool)
    chance = lesson.chances[chosen, target]
    weight = WEIGHT * (lesson.chances[chosen, 0] if target else np.ones(len(chance)))
    taught = lesson.table[chosen]
    return _fitted(
        sparse.vstack([table, taught, taught]),
        np.concatenate([on, np.ones(len(chance), bool), np.zeros(len(chance), bool)]),
        PENALTY_TAUGHT[name],
        np.concatenate([np.ones(len(on)), weight * chance, weight * (1 - chance)]),
    )


def _choice(choices: Sequence[Example], rows: dict[str, int]) -> np.ndarray:
    """Return the weights of a conditional logit: the chance that the actor is one of the right options of a proposal.

    Reference: McFadden 1974; several options may name one right actor, so their chances are added up.
    """
    table = _table([option for one in choices for option in one.options], rows).astype(np.float64)
    turned = table.T.tocsr()
    right = np.array([flag for one in choices for flag in one.right], float)
    group = np.repeat(np.arange(len(choices)), [len(one.options) for one in choices])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        largest = np.full(len(choices), -np.inf)
        np.maximum.at(largest, group, scores)
        raised = np.exp(scores - largest[group])
        whole, part = np.bincount(group, raised), np.maximum(np.bincount(group, raised * right), 1e-12)
        slope = raised / whole[group] - raised * right / part[group]
        penalty = 0.5 * PENALTY_OF_OPTIONS * float(weights @ weights)
        return float(np.log(whole / part).sum()) + penalty, turned @ slope + PENALTY_OF_OPTIONS * weights

    found = minimize(loss, np.zeros(len(rows)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return np.asarray(found.x, np.float32)


def _linear(rows: dict[str, int], columns: Sequence[tuple[np.ndarray, float]]) -> Linear:
    weights = np.stack([weights for weights, _ in columns], axis=1)
    weights = np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])
    return Linear(rows, weights, np.array([bias for _, bias in columns], np.float32))


def code(model: Model, documents: Sequence[Document]) -> list[Statement]:
    """Code documents by a model."""
    coder = LearnedCoder(model=model)
    return [statement for document in documents for statement in coder.code(document)]


def folds_of(documents: Iterable[Document], folds: int) -> dict[str, int]:
    """Return the fold of each document, parts of one document in one fold."""
    numbers = sorted({number_of(document.id) for document in documents})
    random.Random(1).shuffle(numbers)
    fold = {number: n % folds for n, number in enumerate(numbers)}
    return {document.id: fold[number_of(document.id)] for document in documents}


def validated(
    documents: Sequence[Document], examples: Sequence[Example], taught: Taught | None, folds: int
) -> list[Statement]:
    """Return every document coded by a model that was not trained on it; confidence is the bare product.

    Nor on what the teacher made of the rest of these documents; the teacher itself has seen them.
    """
    fold = folds_of(documents, folds)
    found = []
    for n in range(folds):
        left_out = {number_of(one.id) for one in documents if fold[one.id] == n}
        known = taught.without({one for one in taught.documents if number_of(one) in left_out}) if taught else None
        model = fit([one for one in examples if fold[one.document] != n], "", known)
        found += code(model, [document for document in documents if fold[document.id] == n])
        print(f"fold {n + 1} of {folds}", file=sys.stderr)
    return found


def tuned(model: Model, coded: Sequence[Statement], gold: Sequence[Statement]) -> Model:
    """Return the model with the threshold that gives the best core F1, and with calibrated confidence."""
    pairs = match(gold, coded)
    right = {id(pair.other) for pair in pairs if pair.core}
    products = np.array([one.confidence for one in coded])
    hits = np.array([id(one) in right for one in coded], float)
    order = np.argsort(-products, kind="stable")
    f1 = 2 * np.cumsum(hits[order]) / (np.arange(1, len(order) + 1) + len(gold))
    best = int(f1.argmax())
    least = round(float(products[order][best]), 3)
    print(f"threshold {least}: core F1 {f1[best]:.3f}, {best + 1} statements for {len(gold)}")
    kept = products >= least
    curve = IsotonicRegression(out_of_bounds="clip").fit(products[kept], hits[kept])
    at = np.unique(np.quantile(products[kept], np.linspace(0, 1, 21)))
    calibration = tuple((round(float(x), 4), round(float(y), 4)) for x, y in zip(at, curve.predict(at), strict=True))
    return replace(model, least=least, calibration=calibration)


def main() -> None:
    """Train, validate, tune, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument(
        "--curve", action="store_true", help="measure with an eighth, a quarter and a half of the texts"
    )
    given = parser.parse_args()
    documents, gold = load_silver(given.texts)
    silver = {document.id for document in documents}
    ours, our_gold = load_ours(given.texts)
    documents, gold = [*documents, *ours], [*gold, *our_gold]
    began = time.perf_counter()
    examples = list(all_examples(documents, gold))
    coded_ones = sum(one.gold is not None for one in examples)
    print(
        f"{len(documents)} texts, {len(gold)} statements, {len(examples)} proposals, {coded_ones} of them coded "
        f"({time.perf_counter() - began:.0f} s)"
    )
    development = load_development(given.texts)
    if given.curve:
        _curve(documents, gold, examples, development)
        return
    taught = read_taught(FILE, given.texts / "documents" / "corpus.jsonl") if FILE.exists() else None
    print(f"{len(taught.documents) if taught else 0} proposals that nobody coded, judged by the teacher")
    coded = validated(documents, examples, taught, given.folds)
    whole = tuned(fit(examples, _digest(examples), taught), coded, gold)
    kept = [one for one in coded if one.confidence >= whole.least]
    for name, part in (("silver, cross-validated", silver), ("ours, cross-validated", {one.id for one in ours})):
        report(name, [one for one in gold if one.document in part], [one for one in kept if one.document in part])
    on_development = code(whole, development[0])
    report("development", development[1], on_development)
    _reliability(development[1], on_development)
    if given.output:
        whole.save(given.output)
        print(f"{given.output}: {given.output.stat().st_size / 1e6:.2f} MB, version {whole.version}")


def _curve(
    documents: Sequence[Document],
    gold: Sequence[Statement],
    examples: Sequence[Example],
    development: tuple[list[Document], list[Statement]],
) -> None:
    """Print what an eighth, a quarter, a half and all of the texts give, on a fifth left out and on the development."""
    fold = folds_of(documents, 5)
    test = [document for document in documents if fold[document.id] == 0]
    named = {document.id for document in test}
    rest = sorted({number_of(document.id) for document in documents if document.id not in named})
    random.Random(2).shuffle(rest)
    for share in (8, 4, 2, 1):
        some = set(rest[: len(rest) // share])
        part = [one for one in examples if one.document not in named and number_of(one.document) in some]
        model = replace(fit(part, ""), least=0.2)
        statements = len([one for one in gold if one.document not in named and number_of(one.document) in some])
        print(f"learnt from {statements} statements of {len(some)} documents:")
        report("  left out", [one for one in gold if one.document in named], code(model, test))
        report("  development", development[1], code(model, development[0]))


def _reliability(gold: Sequence[Statement], coded: Sequence[Statement]) -> None:
    """Print confidence against the share that was right, in fifths of the statements."""
    right = {id(pair.other) for pair in match(gold, coded) if pair.core}
    order = sorted(coded, key=lambda one: one.confidence)
    print("reliability: mean confidence, share right, statements")
    for n in range(5):
        part = order[len(order) * n // 5 : len(order) * (n + 1) // 5]
        mean = sum(one.confidence for one in part) / len(part)
        print(f"    {mean:.2f}  {sum(id(one) in right for one in part) / len(part):.2f}  {len(part)}")


def report(name: str, gold: Sequence[Statement], coded: Sequence[Statement]) -> None:
    """Print how far coded statements agree with hand-coded ones."""
    found = agreement(gold, coded, documents={one.document for one in gold}, draws=1)
    scores = "  ".join(
        f"{key} {score.f1:.3f} (P {score.precision:.3f} R {score.recall:.3f})" for key, score in found.scores.items()
    )
    print(f"{name}: {len(coded)} for {len(gold)}  {scores}")
    print("   ", "  ".join(f"{slot.slot} {slot.share:.3f}" for slot in found.slots if slot.share is not None))


def _digest(examples: Sequence[Example]) -> str:
    text = json.dumps([[one.document, one.features, one.options, one.right] for one in examples])
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


if __name__ == "__main__":
    main()
