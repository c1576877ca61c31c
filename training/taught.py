"""What a larger model makes of text that nobody coded, kept without the text: to learn from beside hand-coded text.

A file of it holds, for each proposal, its place in a document of the corpus and the chances the teacher gives:
that it is a statement, and the shares of acts, kinds and moods, in steps of 1/255.

Reference: distillation (Hinton, Vinyals & Dean 2015).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from hand_coded import Example, all_examples, texts_of
from numpy.typing import NDArray

Key = tuple[str, int, int]
FILE = Path(__file__).parent / "taught.npz"


@dataclass(frozen=True, slots=True)
class Taught:
    """Proposals as lists of features, each with the teacher's chances; shape (proposals, 1 + acts + kinds + moods)."""

    documents: Sequence[str]
    features: Sequence[list[str]]
    chances: NDArray[np.float64]

    def without(self, documents: Collection[str]) -> "Taught":
        """Return what stands in other documents than these."""
        kept = [n for n, document in enumerate(self.documents) if document not in documents]
        return Taught(
            [self.documents[n] for n in kept], [self.features[n] for n in kept], self.chances[np.array(kept, int)]
        )


def write_taught(path: Path, examples: Sequence[Example], chances: NDArray[np.float64]) -> None:
    """Write the teacher's chances of examples."""
    names = sorted({one.document for one in examples})
    row = {name: n for n, name in enumerate(names)}
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names).encode(), np.uint8),
        document=np.array([row[one.document] for one in examples], np.int16),
        at=np.array([one.at for one in examples], np.int32),
        nth=np.array([one.nth for one in examples], np.int8),
        chances=np.round(chances * 255).astype(np.uint8),
    )


def read_taught(path: Path, corpus: Path) -> Taught:
    """Return the proposals that the teacher judged, read anew from the texts of ``corpus``."""
    with np.load(path, allow_pickle=False) as arrays:
        names = bytes(arrays["names"]).decode().split("\n")
        places = zip(arrays["document"].tolist(), arrays["at"].tolist(), arrays["nth"].tolist(), strict=True)
        keys: list[Key] = [(names[document], at, nth) for document, at, nth in places]
        chances = arrays["chances"].astype(np.float64) / 255
    wanted = {key: n for n, key in enumerate(keys)}
    judged = set(names)
    documents = [one for one in texts_of(corpus) if one.id in judged]
    found: list[tuple[str, list[str], int]] = []
    for one in all_examples(documents, ()):
        n = wanted.get((one.document, one.at, one.nth))
        if n is not None:
            found.append((one.document, one.features, n))
    return Taught([name for name, _, _ in found], [look for _, look, _ in found], chances[[n for _, _, n in found]])
