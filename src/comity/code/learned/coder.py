"""The learned coder: syntax proposes, and models trained on hand-coded text decide.

They decide whether a proposal is a statement, of what act, kind and force, and who of those the sentence names is its
actor. What the codebook's wording and the rules of syntax say of it goes in as features. Deterministic: the same
document, codebook, catalogue, parser and model give the same statements in the same order.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

import comity
from comity import catalogue as catalogues
from comity import codebook as codebooks
from comity.catalogue import Catalogue
from comity.code.learned.features import Features
from comity.code.learned.model import Floats, Model, load_model
from comity.code.learned.options import Option, options_of
from comity.code.passage import Passage, PassageReader
from comity.code.statements import StatementMaker
from comity.code.syntax.force import Mood
from comity.code.syntax.objects import find_things
from comity.code.syntax.partners import find_partners
from comity.code.syntax.proposal import Proposal
from comity.code.syntax.word import Word
from comity.codebook import Codebook
from comity.model import CoderIdentity, Document, Kind, Mention, Statement

_NAMED = 0.8  # a catalogue name decides the kind: what the model thinks of it counts no less than this


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the models make of a proposal: probabilities of its being a statement, of its act, kind and actor."""

    proposal: Proposal
    act: str
    kind: Kind
    mood: Mood
    statement: float
    act_share: float
    kind_share: float
    actor_share: float
    subject: Word | None
    mentions: tuple[Mention, ...]

    @property
    def product(self) -> float:
        """Return the probability that all of it is right, as if its parts were independent."""
        return self.statement * self.act_share * self.kind_share * self.actor_share


class LearnedCoder:
    """Code documents by the learned models. Loading takes about a second, coding a page less."""

    def __init__(
        self, catalogue: Catalogue | None = None, codebook: Codebook | None = None, model: Model | None = None
    ) -> None:
        self._catalogue = catalogue or catalogues.load()
        self._codebook = codebook or codebooks.load()
        self._model = model or load_model()
        self._passages = PassageReader(self._catalogue, self._codebook)
        self._maker = StatementMaker(self._codebook, self.identity)

    @property
    def identity(self) -> CoderIdentity:
        """Say who codes: this version of Comity with this model and these data."""
        version = f"{comity.__version__}+{self._model.version}"
        return CoderIdentity("learned", version, self._codebook.version, self._catalogue.version)

    def code(self, document: Document) -> Iterator[Statement]:
        """Yield the statements of one document in text order."""
        for passage in self._passages.passages(document):
            seen: dict[tuple[str, str, str], Statement] = {}
            for verdict in sorted(self.verdicts(passage, document), key=lambda one: -one.product):
                if verdict.product >= self._model.least:
                    for statement in self._statements(document, passage, verdict):
                        key = (statement.actor.entity.key, statement.act, statement.object.entity.key)
                        seen.setdefault(key, statement)
            yield from sorted(seen.values(), key=lambda one: (one.span, one.object.span or one.span))

    def verdicts(self, passage: Passage, document: Document) -> Iterator[Verdict]:
        """Yield what the models make of every proposal of a passage that might still be coded."""
        proposals = [
            p for thing in find_things(passage.parsed) for p in passage.proposer.propose(thing, passage.parsed)
        ]
        if not proposals:
            return
        features = Features(passage, document, self._codebook)
        logits = self._model.proposals.logits([features.of_proposal(proposal) for proposal in proposals])
        options: list[Option] | None = None
        for proposal, row in zip(proposals, logits, strict=True):
            found = self._judge(proposal, row)
            if found.product < self._model.least:
                continue
            options = options_of(passage) if options is None else options
            if options:
                yield from self._with_actors(found, options, features)

    def _judge(self, proposal: Proposal, logits: Floats) -> Verdict:
        """Read the models' say on a proposal; its actor is still open."""
        model = self._model
        chances = 1 / (1 + np.exp(-logits.astype(np.float64)))
        acts, kinds, moods = len(model.acts), len(model.kinds), len(model.moods)
        act, act_share = _most(chances[1 : 1 + acts])
        by_kind = chances[1 + acts : 1 + acts + kinds]
        kind, kind_share = _most(by_kind)
        named = proposal.thing.entry.object_kind if proposal.thing.entry else None
        if named:
            kind = model.kinds.index(named)
            kind_share = max(_NAMED, float(by_kind[kind] / by_kind.sum()))
        mood, _ = _most(chances[1 + acts + kinds : 1 + acts + kinds + moods])
        return Verdict(
            proposal,
            model.acts[act],
            model.kinds[kind],  # type: ignore[arg-type]
            _mood(model.moods[mood], negated=proposal.mood.negated),
            float(chances[0]),
            act_share,
            kind_share,
            1.0,
            None,
            (),
        )

    def _with_actors(self, verdict: Verdict, options: list[Option], features: Features) -> Iterator[Verdict]:
        """Yield the verdict with its likeliest actor, or one for each of several that act each for itself."""
        subjects = sum(option.role == "subject" for option in options)
        rows = [features.of_option(verdict.proposal, option, subjects) for option in options]
        scores = self._model.options.logits(rows)[:, 0].astype(np.float64)
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        by_actor: dict[str, float] = {}
        for option, share in zip(options, shares.tolist(), strict=True):
            key = option.actors.mentions[0].entity.key
            by_actor[key] = by_actor.get(key, 0.0) + share
        key, share = max(by_actor.items(), key=lambda item: item[1])
        named = [n for n, option in enumerate(options) if option.actors.mentions[0].entity.key == key]
        best = options[max(named, key=lambda n: shares[n])]
        ruled = verdict.proposal.actors
        subject, actors = best.word, best.actors
        if ruled is not None and ruled.mentions[0].entity.key == key:
            subject, actors = verdict.proposal.subject, ruled
        for group in [(one,) for one in actors.mentions] if actors.each else [actors.mentions]:
            yield Verdict(
                verdict.proposal,
                verdict.act,
                verdict.kind,
                verdict.mood,
                verdict.statement,
                verdict.act_share,
                verdict.kind_share,
                share,
                subject,
                group,
            )

    def _statements(self, document: Document, passage: Passage, verdict: Verdict) -> Iterator[Statement]:
        carriers = verdict.proposal.carriers
        partners = find_partners(verdict.act, verdict.kind, carriers, verdict.mentions, passage.reader, passage.parsed)
        yield self._maker.make(
            document,
            passage.parsed,
            verdict.proposal,
            act=verdict.act,
            kind=verdict.kind,
            subject=verdict.subject,
            actor=verdict.mentions[0],
            partners=partners,
            mood=verdict.mood,
            confidence=self._model.confidence(verdict.product),
        )


def _most(chances: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> tuple[int, float]:
    """Return the likeliest of exclusive classes and its share of the whole."""
    best = int(chances.argmax())
    return best, float(chances[best] / chances.sum())


def _mood(name: str, *, negated: bool) -> Mood:
    """Read the name of a mood: a force, then its strength where it has one, else its tense."""
    force, detail = name.split(":")
    if force in ("commissive", "directive"):
        return Mood(force, detail, "future", negated)  # type: ignore[arg-type]
    return Mood(force, None, detail, negated)  # type: ignore[arg-type]
