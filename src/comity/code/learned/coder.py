"""The learned coder: syntax proposes, and models trained on hand-coded text decide.

They decide whether a proposal is a statement, of what act, kind and force, and who of those the sentence names is its
actor. What the codebook's wording and the rules of syntax say of it goes in as features. Deterministic: the same
document, codebook, catalogue, parser and model give the same statements in the same order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import comity
from comity import catalogue as catalogues
from comity import codebook as codebooks
from comity.catalogue import Catalogue
from comity.code.learned.features import Features
from comity.code.learned.model import Judgement, Model, Shares, load_model
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
    """What is made of a proposal: act, kind and mood, and who of the possible actors it is.

    ``shares`` are those of the possible actors by the key of their first mention; ``actor`` is the chosen one's key,
    "" where none was looked for. ``role`` tells how the sentence names it.
    """

    proposal: Proposal
    judgement: Judgement
    act: str
    kind: Kind
    kind_share: float
    mood: Mood
    shares: Mapping[str, float] = field(default_factory=dict)
    actor: str = ""
    role: str = ""
    subject: Word | None = None
    mentions: tuple[Mention, ...] = ()

    @property
    def product(self) -> float:
        """Return the chance that all of it is right, as if its parts were independent."""
        act = float(self.judgement.acts.max())
        return self.judgement.statement * act * self.kind_share * self.shares.get(self.actor, 1.0)


class LearnedCoder:
    """Code documents by the learned models. Loading takes about a second, coding a page less."""

    def __init__(
        self, catalogue: Catalogue | None = None, codebook: Codebook | None = None, model: Model | None = None
    ) -> None:
        self._catalogue = catalogue or catalogues.load()
        self._codebook = codebook or codebooks.load()
        self.model = model or load_model()
        self.passages = PassageReader(self._catalogue, self._codebook)
        self._maker = StatementMaker(self._codebook, self.identity)

    @property
    def identity(self) -> CoderIdentity:
        """Say who codes: this version of Comity with this model and these data."""
        version = f"{comity.__version__}+{self.model.version}"
        return CoderIdentity("learned", version, self._codebook.version, self._catalogue.version)

    def code(self, document: Document) -> Iterator[Statement]:
        """Yield the statements of one document in text order."""
        for passage in self.passages.passages(document):
            yield from (statement for statement, _ in self.coded(passage, document))

    def coded(self, passage: Passage, document: Document) -> list[tuple[Statement, Verdict]]:
        """Return the statements of a passage in text order, each with the verdict it rests on."""
        found: list[tuple[Statement, Verdict]] = []
        if not passage.acted:
            return []
        verdicts = [one for one in self.verdicts(passage, document) if one.mentions and one.product >= self.least]
        for verdict in sorted(verdicts, key=lambda one: -one.product):
            statement = self._statement(document, passage, verdict)
            if not any(_is_same(statement, better) for better, _ in found):
                found.append((statement, verdict))
        return sorted(found, key=lambda one: (one[0].span, one[0].object.span or one[0].span))

    @property
    def least(self) -> float:
        """Return the product of chances under which nothing is coded."""
        return self.model.least

    def verdicts(self, passage: Passage, document: Document, *, least: float | None = None) -> Iterator[Verdict]:
        """Yield what is made of the proposals of a passage whose parts reach ``least``.

        With ``least`` given, objects are looked at too that would be passed over.
        """
        features = Features(passage, document)
        looks = [(thing, features.of_thing(thing)) for thing in find_things(passage.parsed)]
        passed = self.model.passed([look for _, look in looks]) if least is None else [True] * len(looks)
        proposals: list[Proposal] = []
        examples: list[list[str]] = []
        for (thing, look), worth in zip(looks, passed, strict=True):
            for proposal in passage.proposer.propose(thing, passage.parsed) if worth else ():
                proposals.append(proposal)
                examples.append(features.of_proposal(proposal, look))
        if not proposals:
            return
        least = self.least if least is None else least
        judgements = self.model.judge(examples, least)
        options: list[Option] | None = None
        for proposal, judgement in zip(proposals, judgements, strict=True):
            if judgement is None or (found := self._without_actor(proposal, judgement)).product < least:
                continue
            options = options_of(passage) if options is None else options
            yield from self._with_actors(found, options, features) if options else [found]

    def _without_actor(self, proposal: Proposal, judgement: Judgement) -> Verdict:
        kinds, named = self.model.kinds, proposal.thing.entry.object_kind if proposal.thing.entry else None
        kind = kinds.index(named) if named else int(judgement.kinds.argmax())
        share = max(_NAMED if named else 0.0, float(judgement.kinds[kind]))
        mood = _mood(self.model.moods, judgement.moods, negated=proposal.mood.negated)
        act = self.model.acts[int(judgement.acts.argmax())]
        return Verdict(proposal, judgement, act, kinds[kind], share, mood)  # type: ignore[arg-type]

    def _with_actors(self, verdict: Verdict, options: list[Option], features: Features) -> Iterator[Verdict]:
        """Yield the verdict with its likeliest actor, or one for each of several that act each for itself."""
        shares = self.model.shares(features.of_options(verdict.proposal, options)).tolist()
        by_actor: dict[str, float] = {}
        for option, share in zip(options, shares, strict=True):
            by_actor[option.key] = by_actor.get(option.key, 0.0) + share
        actor = max(by_actor, key=lambda key: by_actor[key])
        best = max(zip(shares, options, strict=True), key=lambda one: (one[1].key == actor, one[0]))[1]
        ruled = verdict.proposal.actors
        subject, actors = best.word, best.actors
        if ruled is not None and ruled.mentions[0].entity.key == actor:
            subject, actors = verdict.proposal.subject, ruled
        for group in [(one,) for one in actors.mentions] if actors.each else [actors.mentions]:
            yield replace(verdict, shares=by_actor, actor=actor, role=best.role, subject=subject, mentions=group)

    def _statement(self, document: Document, passage: Passage, verdict: Verdict) -> Statement:
        carriers = verdict.proposal.carriers
        partners = find_partners(verdict.act, verdict.kind, carriers, verdict.mentions, passage.reader, passage.parsed)
        return self._maker.make(
            document,
            passage,
            verdict.proposal,
            act=verdict.act,
            kind=verdict.kind,
            subject=verdict.subject,
            actor=verdict.mentions[0],
            partners=partners,
            mood=verdict.mood,
            confidence=self.model.confidence(verdict.product),
        )


def _is_same(one: Statement, other: Statement) -> bool:
    """Tell whether one sentence says the same in two statements: one actor and act, and one object or part of it."""
    if one.act != other.act or one.actor.entity.key != other.actor.entity.key:
        return False
    mine, its = one.object, other.object
    if mine.span is not None and its.span is not None and mine.span.overlaps(its.span):
        return True
    return mine.entity.key == its.entity.key


def _mood(names: Sequence[str], shares: Shares, *, negated: bool) -> Mood:
    """Return the likeliest force, and with it the likeliest strength or tense of that force."""
    of_force: dict[str, float] = {}
    for name, share in zip(names, shares.tolist(), strict=True):
        force = name.split(":")[0]
        of_force[force] = of_force.get(force, 0.0) + share
    force = max(of_force, key=lambda one: of_force[one])
    _, detail = max((share, name) for name, share in zip(names, shares.tolist(), strict=True) if name.startswith(force))
    detail = detail.split(":")[1]
    if force in ("commissive", "directive"):
        return Mood(force, detail, "future", negated)  # type: ignore[arg-type]
    return Mood(force, None, detail, negated)  # type: ignore[arg-type]
