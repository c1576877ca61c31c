"""Tune a small language model on hand-coded text and let it judge what nobody coded: the teacher of the linear models.

    python training/teach.py TEXTS WEIGHTS [-o training/taught.npz] [--epochs 3] [--network FILE]

WEIGHTS is the folder of MiniLM (six layers, 384 wide; config, tokenizer and safetensors). Its states at an object's
head, at the verb above it and at the start of the sentence, together with the logits of the linear models, say whether
the object is a statement's, of what act, kind and mood; its states at possible actors say who acts. The linear models'
logits come from models that have not seen the document. The network is slow (it needs two and a half times as long as
all the rest of the coder), so what is kept is its judgement of sentences of the corpus that nobody coded, from
documents other than those of the development gold and of our test excerpts. ``--network`` keeps the tuned weights,
and uses them if they are there. Needs torch and transformers; half an hour on two cores.

References: MiniLM (Wang et al. 2020); stacking (Wolpert 1992); distillation (Hinton, Vinyals & Dean 2015).
"""

import argparse
import random
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from codings import number_of, read_codings
from hand_coded import (
    MOODS,
    Example,
    all_examples,
    examples_of,
    load_development,
    load_ours,
    load_silver,
    mood_of,
    package_reader,
    texts_of,
)
from numpy.typing import NDArray
from taught import FILE, write_taught
from torch import Tensor, nn
from torch.nn import functional
from train import ACTS, KINDS, fit
from transformers import AutoModel, AutoTokenizer

from comity.code.learned.model import Model
from comity.code.syntax.reading import is_foreign
from comity.model import Document

TESTS = Path(__file__).parents[1] / "tests" / "code" / "own.jsonl"  # our test excerpts
FOLDS = 4
WIDTH = 384
BATCH = 16
LONGEST = 200  # word pieces
MOST = 600  # sentences of one document that are judged
_ENDS = np.cumsum([1, len(ACTS), len(KINDS), len(MOODS)]).tolist()
_BLOCKS = [slice(a, b) for a, b in pairwise(_ENDS)]  # acts, kinds, moods among the targets
TARGETS = _ENDS[-1]
RATE, RATE_OF_HEADS = 5e-5, 1e-3
WARM = 100  # steps


@dataclass(slots=True)
class Sentence:
    """The proposals of one sentence; ``pieces`` are word pieces, ``first`` tells at which of them a word begins."""

    pieces: list[int]
    first: dict[int, int]
    examples: list[Example]
    logits: NDArray[np.float32]
    options: list[NDArray[np.float32]]


class Network(nn.Module):  # type: ignore[misc]
    """MiniLM with two heads: targets of a proposal, and its possible actors."""

    def __init__(self, weights: Path, targets: int) -> None:
        super().__init__()
        self.enc: Any = AutoModel.from_pretrained(weights)
        self.mlp = nn.Sequential(
            nn.Linear(3 * WIDTH + targets, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, targets)
        )
        self.skip = nn.Parameter(torch.full((targets,), 0.7))
        self.opt = nn.Sequential(nn.Linear(3 * WIDTH, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, 1))
        self.oskip = nn.Parameter(torch.tensor(0.8))
        self.none = nn.Parameter(torch.zeros(WIDTH))
        self.drop = nn.Dropout(0.1)
        for layer in (self.mlp[-1], self.opt[-1]):
            nn.init.zeros_(layer.weight)  # the linear models' word, to begin with
        nn.init.zeros_(self.mlp[-1].bias)

    def forward(self, batch: Sequence[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
        """Return the logits of proposals (proposals, targets), of possible actors, and whose actors these are."""
        longest = max(len(one.pieces) for one in batch)
        ids = torch.tensor([one.pieces + [0] * (longest - len(one.pieces)) for one in batch])
        mask = torch.tensor([[1] * len(one.pieces) + [0] * (longest - len(one.pieces)) for one in batch])
        states = self.drop(self.enc(input_ids=ids, attention_mask=mask).last_hidden_state)
        rows = [(n, one.first, example) for n, one in enumerate(batch) for example in one.examples]
        sentence = torch.tensor([n for n, _, _ in rows])
        head = states[sentence, torch.tensor([first.get(example.head, 0) for _, first, example in rows])]
        verb = states[sentence, torch.tensor([first.get(example.verb, 0) for _, first, example in rows])]
        linear = torch.clamp(torch.tensor(np.concatenate([one.logits for one in batch])), -8, 8)
        found = linear * self.skip + self.mlp(torch.cat([head, verb, states[sentence, 0], linear], 1))
        owner = torch.tensor([row for row, (_, _, one) in enumerate(rows) for _ in one.actors], dtype=torch.long)
        at = torch.tensor(
            [-1 if word < 0 else first.get(word, 0) for _, first, one in rows for word in one.actors], dtype=torch.long
        )
        actor = torch.where((at < 0)[:, None], self.none[None], states[sentence[owner], at.clamp(min=0)])
        ruled = torch.tensor(np.concatenate([options for one in batch for options in one.options]))
        scores = self.oskip * ruled + self.opt(torch.cat([actor, head[owner], verb[owner]], 1))[:, 0]
        return found, scores, owner


def loss_of(batch: Sequence[Sentence], found: Tensor, scores: Tensor, owner: Tensor) -> Tensor:
    """Return the mean loss of a proposal: statement, act and actor count once, kind and mood half."""
    examples = [example for one in batch for example in one.examples]
    coded = [one.gold for one in examples if one.gold is not None]
    on = torch.tensor([one.gold is not None for one in examples])
    loss = functional.binary_cross_entropy_with_logits(found[:, 0], on.float(), reduction="sum")
    if coded:
        for share, part, right in zip(
            (1.0, 0.5, 0.5),
            _BLOCKS,
            (
                [ACTS.index(one.act) for one in coded],
                [KINDS.index(one.object_kind) for one in coded],
                [MOODS.index(mood_of(one)) for one in coded],
            ),
            strict=True,
        ):
            loss = loss + share * functional.cross_entropy(found[on, part], torch.tensor(right), reduction="sum")
    if len(scores):
        right_ones = torch.tensor([float(flag) for one in examples for flag in (one.right if one.actors else ())])
        raised = torch.exp(scores - scores.max())
        whole = torch.zeros(len(examples)).index_add(0, owner, raised)
        hit = torch.zeros(len(examples)).index_add(0, owner, raised * right_ones)
        some = hit > 0
        loss = loss - torch.log(hit[some] / whole[some]).sum()
    return loss / len(examples)


def train(network: Network, sentences: Sequence[Sentence], epochs: float) -> None:
    """Tune a network in place."""
    encoder = list(network.enc.parameters())
    heads = [value for name, value in network.named_parameters() if not name.startswith("enc.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": heads, "lr": RATE_OF_HEADS}], weight_decay=0.01
    )
    steps = max(1, int(epochs * (len(sentences) / BATCH)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / WARM) * max(0.0, 1 - step / steps)
    )
    network.train()
    for step, batch in zip(range(steps), _batches(sentences), strict=False):
        found, scores, owner = network(batch)
        loss = loss_of(batch, found, scores, owner)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            print(f"step {step} of {steps}: loss {loss.item():.3f}", file=sys.stderr)
    network.eval()


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield batches of sentences of like length, epoch after epoch."""
    rng = random.Random(0)
    while True:
        order = sorted(sentences, key=lambda one: (len(one.pieces) // 8, rng.random()))
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        yield from batches


def judged(network: Network, sentences: Sequence[Sentence]) -> NDArray[np.float64]:
    """Return the chances of all proposals in their order, shape (proposals, targets)."""
    found = []
    with torch.no_grad():
        for at in range(0, len(sentences), 4 * BATCH):
            logits = network(sentences[at : at + 4 * BATCH])[0]
            parts = [torch.sigmoid(logits[:, :1]), *(torch.softmax(logits[:, part], 1) for part in _BLOCKS)]
            found.append(torch.cat(parts, 1).double().numpy())
    return np.concatenate(found)


def stacked(examples: Sequence[Example], model: Model, tokenizer: Any) -> list[Sentence]:
    """Return the proposals that pass the model's gate, by sentence, with the model's logits."""
    passed = model.passed([one.thing for one in examples])
    kept = [one for one, worth in zip(examples, passed, strict=True) if worth]
    found = []
    for _, group in groupby(kept, key=lambda one: (one.document, id(one.words))):
        rows = list(group)
        coded = tokenizer(rows[0].words, is_split_into_words=True, truncation=True, max_length=LONGEST)
        first: dict[int, int] = {}
        for at, word in enumerate(coded.word_ids()):
            if word is not None:
                first.setdefault(word, at)
        logits = model.proposals.logits([one.features for one in rows])
        options = [
            np.array([model.of_option.logit(option) for option in one.options] if one.actors else [], np.float32)
            for one in rows
        ]
        found.append(Sentence(coded["input_ids"], first, rows, logits, options))
    return found


def uncoded(corpus: Sequence[Document], coded: Sequence[tuple[str, int, int]], shut: Collection[str]) -> list[Example]:
    """Return the proposals of English documents outside what is coded; none of documents whose number is shut out."""
    found = []
    reader = package_reader()
    for document in corpus:
        if number_of(document.id) in shut or is_foreign(document):
            continue
        taken = [(start, end) for number, start, end in coded if number == number_of(document.id)]
        free = (
            one for one in examples_of(document, (), reader) if not any(start <= one.at < end for start, end in taken)
        )
        for n, (_, group) in enumerate(groupby(free, key=lambda one: id(one.words))):
            if n == MOST:
                break
            found += list(group)
    return found


def main() -> None:
    """Tune the network, or take the tuned one, and write what it makes of text that nobody coded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=FILE)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--network", type=Path)
    given = parser.parse_args()
    torch.manual_seed(0)
    corpus = texts_of(given.texts / "documents" / "corpus.jsonl")
    silver, gold = load_silver(given.texts)
    ours, our_gold = load_ours(given.texts)
    examples = list(all_examples([*silver, *ours], [*gold, *our_gold]))
    whole = fit(examples, "")
    tokenizer = AutoTokenizer.from_pretrained(given.weights)
    network = Network(given.weights, TARGETS)
    if given.network and given.network.exists():
        network.load_state_dict(torch.load(given.network))
        network.eval()
    else:
        train(network, list(_unseen(examples, tokenizer)), given.epochs)
        if given.network:
            torch.save(network.state_dict(), given.network)
    tests, _ = read_codings(
        Path(__file__).parents[1] / "tests" / "code" / "own.jsonl", given.texts / "documents" / "corpus.jsonl"
    )
    shut = {number_of(one.id) for one in (*tests, *load_development(given.texts)[0])}
    free = uncoded(corpus, list(_places(corpus, [*silver, *ours])), shut)
    sentences = stacked(free, whole, tokenizer)
    chances = judged(network, sentences)
    write_taught(given.output, [example for one in sentences for example in one.examples], chances)
    print(f"{given.output}: {len(chances)} proposals, {given.output.stat().st_size / 1e6:.2f} MB")


def _unseen(examples: Sequence[Example], tokenizer: Any) -> Iterator[Sentence]:
    """Yield the sentences of all documents, with the logits of linear models that did not learn from them."""
    numbers = sorted({number_of(one.document) for one in examples})
    fold = {number: n % FOLDS for n, number in enumerate(numbers)}
    for n in range(FOLDS):
        inside = [one for one in examples if fold[number_of(one.document)] == n]
        model = fit([one for one in examples if fold[number_of(one.document)] != n], "")
        yield from stacked(inside, model, tokenizer)


def _places(corpus: Sequence[Document], coded: Sequence[Document]) -> Iterator[tuple[str, int, int]]:
    """Yield where coded excerpts stand in the documents of their numbers."""
    text = {number_of(one.id): one.text for one in corpus}
    for one in coded:
        number = number_of(one.id)
        start = text.get(number, "").find(one.text)
        if start >= 0:
            yield number, start, start + len(one.text)


if __name__ == "__main__":
    main()
