"""Linear models over named features: small, fast, and the same on every machine.

Each target has a weight for every feature it was trained on. Weights are kept as whole numbers of 1/127 of the
largest of their target, which makes the file small (core F1 on the development gold 0.640, unrounded 0.644). Nothing
but numpy is needed to use them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise, repeat
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Shares = NDArray[np.float64]
_FILE = "model.npz"
_NOTHING = repeat(0.0)
_PARTS = ("things", "proposals", "options")


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of several targets over one list of features; shapes (features + 1, targets) and (targets,).

    The last row is zero: it is that of all features the model does not know.
    """

    rows: Mapping[str, int]
    weights: Floats
    bias: Floats

    def logits(self, examples: Sequence[Sequence[str]]) -> Floats:
        """Return the logits of examples given as features, shape (examples, targets); features unknown count 0."""
        get, none = self.rows.get, repeat(len(self.weights) - 1)  # the last row is empty
        found: list[int] = []
        at: list[int] = []
        for example in examples:
            at.append(len(found))
            found.append(len(self.weights) - 1)  # no example is without a feature
            found.extend(map(get, example, none))
        return cast("Floats", np.add.reduceat(self.weights[found], at, axis=0) + self.bias)


@dataclass(frozen=True, slots=True)
class Single:
    """Weights of one target by feature: the same as one column of a :class:`Linear`, and quicker."""

    weights: Mapping[str, float]
    bias: float

    @classmethod
    def of(cls, linear: Linear) -> "Single":
        """Return the first column of a linear model."""
        column = linear.weights[:, 0].tolist()
        return cls({name: column[row] for name, row in linear.rows.items()}, float(linear.bias[0]))

    def logit(self, example: Sequence[str]) -> float:
        """Return the logit of an example given as features."""
        return sum(map(self.weights.get, example, _NOTHING), self.bias)


class Judgement(NamedTuple):
    """What the models make of a proposal: the chance that it is a statement, and the shares of acts, kinds and moods.

    The shares are in the order of the model's classes and sum to one.
    """

    statement: float
    acts: Shares
    kinds: Shares
    moods: Shares


@dataclass(frozen=True)
class Model:
    """What the learned coder knows.

    ``things`` has one column, by which objects under ``gate`` are passed over before anything else is read.
    ``proposals`` has the columns ``statement``, then ``acts``, ``kinds`` and ``moods`` in their order; ``options`` one
    column. ``calibration`` maps the product of the model's probabilities to the share that was right, as pairs in
    rising order; ``least`` is the product under which nothing is coded.
    """

    things: Linear
    proposals: Linear
    options: Linear
    acts: tuple[str, ...]
    kinds: tuple[str, ...]
    moods: tuple[str, ...]
    calibration: tuple[tuple[float, float], ...]
    least: float
    gate: float
    version: str

    @cached_property
    def of_thing(self) -> Single:
        """Return the only column of ``things``."""
        return Single.of(self.things)

    @cached_property
    def of_statement(self) -> Single:
        """Return the first column of ``proposals``."""
        return Single.of(self.proposals)

    @cached_property
    def of_option(self) -> Single:
        """Return the only column of ``options``."""
        return Single.of(self.options)

    def passed(self, things: Sequence[Sequence[str]]) -> list[bool]:
        """Tell for each object, given as features, whether it is worth a closer look."""
        logit = self.of_thing.logit
        return [logit(thing) >= self.gate for thing in things]

    def judge(self, examples: Sequence[Sequence[str]], least: float = 0.0) -> list[Judgement | None]:
        """Return what the models make of proposals given as features; None for those whose act is under ``least``."""
        logits = np.array([self.of_statement.logit(example) for example in examples])
        chances = (1 / (1 + np.exp(-logits))).tolist()
        likely = [row for row, chance in enumerate(chances) if chance >= least]
        found: list[Judgement | None] = [None] * len(examples)
        if not likely:
            return found
        by_class = 1 / (1 + np.exp(-self.proposals.logits([examples[row] for row in likely]).astype(np.float64)))
        ends = np.cumsum([1, len(self.acts), len(self.kinds), len(self.moods)]).tolist()
        blocks = [by_class[:, a:b] / by_class[:, a:b].sum(axis=1, keepdims=True) for a, b in pairwise(ends)]
        for n, row in enumerate(likely):
            if chances[row] * blocks[0][n].max() >= least:
                found[row] = Judgement(chances[row], *(block[n] for block in blocks))
        return found

    def shares(self, examples: Sequence[Sequence[str]]) -> Shares:
        """Return the share of each possible actor, given as features; they sum to one."""
        scores = np.array([self.of_option.logit(example) for example in examples])
        raised = np.exp(scores - scores.max())
        return cast("Shares", raised / raised.sum())

    def confidence(self, product: float) -> float:
        """Return the share of statements with this product of probabilities that agreed with a hand coder."""
        products, shares = zip(*self.calibration, strict=True)
        return round(float(np.interp(product, products, shares)), 3)

    def save(self, path: Path) -> None:
        """Write the model; the same model gives the same bytes."""
        about = {
            name: getattr(self, name) for name in ("acts", "kinds", "moods", "calibration", "least", "gate", "version")
        }
        arrays: dict[str, Any] = {"about": _text(json.dumps(about))}
        for name in _PARTS:
            linear: Linear = getattr(self, name)
            arrays[f"{name}.names"] = _text("\n".join(linear.rows))
            weights = linear.weights[:-1]
            largest = np.abs(weights).max(axis=0)
            scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
            arrays[f"{name}.weights"] = np.round(weights / scale).astype(np.int8)
            arrays[f"{name}.scale"], arrays[f"{name}.bias"] = scale, linear.bias
        np.savez_compressed(path, **arrays)


def read_model(stream: "BinaryIO | Path") -> Model:
    """Read a model that :meth:`Model.save` wrote."""
    with np.load(stream, allow_pickle=False) as arrays:
        about = json.loads(bytes(arrays["about"]))
        linear = {}
        for name in _PARTS:
            names = bytes(arrays[f"{name}.names"]).decode().split("\n")
            weights = arrays[f"{name}.weights"].astype(np.float32) * arrays[f"{name}.scale"]
            weights = np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])
            linear[name] = Linear({one: row for row, one in enumerate(names)}, weights, arrays[f"{name}.bias"])
    return Model(
        linear["things"],
        linear["proposals"],
        linear["options"],
        tuple(about["acts"]),
        tuple(about["kinds"]),
        tuple(about["moods"]),
        tuple((float(product), float(share)) for product, share in about["calibration"]),
        float(about["least"]),
        float(about["gate"]),
        str(about["version"]),
    )


@cache
def load_model() -> Model:
    """Return the model that comes with the package."""
    with resources.files("comity.code.learned").joinpath(_FILE).open("rb") as stream:
        return read_model(cast("BinaryIO", stream))


def _text(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)
