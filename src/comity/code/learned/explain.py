"""Why a sentence was coded as it was: what was read for actor, act, kind and force, what weighed, what competed.

For a sentence without a statement: the likeliest object, and what it lacked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.code.learned.coder import LearnedCoder, Verdict
from comity.code.learned.features import Features
from comity.code.learned.model import Model, Shares
from comity.code.passage import Passage
from comity.code.syntax.word import Word
from comity.codebook import Codebook
from comity.model import Document, Span, Statement

_MOST = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for one slot, by which words, with what share of the chances, and what came next."""

    slot: str
    value: str
    words: str
    share: float
    rivals: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a proposal is a statement or none.

    ``chance`` is that of being one at all; ``product`` is ``chance`` times the share of each choice, and what reaches
    ``least`` is coded. ``weights`` are the features that weighed most for (above 0) and against it, as logits.
    """

    object: str
    span: Span
    chance: float
    choices: tuple[Choice, ...]
    product: float
    least: float
    weights: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence: its place, the statements in it with their reasons, or else what was missing."""

    span: Span
    text: str
    statements: tuple[tuple[Statement, Reasons], ...]
    missing: str
    nearest: Reasons | None


def explain(document: Document, coder: LearnedCoder) -> Iterator[Explained]:
    """Yield every sentence of a document that is read for statements, explained."""
    for passage in coder.passages.passages(document):
        parsed = passage.parsed
        features = Features(passage, document)
        coded = [
            (one, _reasons(verdict, passage, document, features, coder))
            for one, verdict in coder.coded(passage, document)
        ]
        unit = parsed.unit
        span = Span(unit.starts[unit.lead] if unit.lead < len(unit.starts) else unit.starts[0], unit.ends[-1])
        text = " ".join(document.quote(span).split())
        missing, nearest = ("", None) if coded else _missing(passage, document, features, coder)
        yield Explained(span, text, tuple(coded), missing, nearest)


def _missing(
    passage: Passage, document: Document, features: Features, coder: LearnedCoder
) -> tuple[str, Reasons | None]:
    if not passage.acted:
        return "nobody is named who could act", None
    verdicts = list(coder.verdicts(passage, document, least=0.0))
    if not verdicts:
        return "no noun in it can be an object of an act", None
    best = max(verdicts, key=lambda one: one.product)
    reasons = _reasons(best, passage, document, features, coder)
    if not best.mentions:
        return "nobody is named who could act", reasons
    return _lack(best), reasons


def _lack(verdict: Verdict) -> str:
    """Say what kept the likeliest proposal from being coded."""
    proposal = verdict.proposal
    if proposal.predicate is None and verdict.judgement.statement < 0.5:
        return "over its likeliest object stands no word of an act of the codebook"
    if not proposal.asserted and verdict.judgement.statement < 0.5:
        return "its likeliest act is a means, a purpose or a circumstance of another"
    shares = {
        "that it is a statement": verdict.judgement.statement,
        "the act": float(verdict.judgement.acts.max()),
        "the kind of the object": verdict.kind_share,
        "the actor": verdict.shares.get(verdict.actor, 0.0),
    }
    return f"too doubtful: least sure is {min(shares, key=lambda name: shares[name])}"


def _reasons(
    verdict: Verdict, passage: Passage, document: Document, features: Features, coder: LearnedCoder
) -> Reasons:
    proposal, model, parsed = verdict.proposal, coder.model, passage.parsed
    thing = proposal.thing
    span = parsed.span(thing.first, thing.last)

    def said(word: Word) -> str:
        return " ".join(document.quote(parsed.span(word.i, word.i)).split())

    judgement, wording = verdict.judgement, proposal.carrier.wording
    act_words = f'"{said(proposal.carrier.token)}"' + (
        f' by the wording "{wording}"' if wording else ", no known wording"
    )
    kind_words = (
        f"named {thing.entry.name}" if thing.entry and thing.entry.object_kind else f'head "{said(thing.head)}"'
    )
    choices = [
        _choice("act", model.acts, judgement.acts, act_words),
        Choice("kind", verdict.kind, kind_words, verdict.kind_share, _next(model.kinds, judgement.kinds, verdict.kind)),
        _choice("force", model.moods, judgement.moods, _mood_words(verdict, parsed.codebook)),
    ]
    if verdict.mentions:
        subject = verdict.subject
        by = f'"{said(subject)}" ({verdict.role})' if subject is not None else f"({verdict.role})"
        rivals = sorted(verdict.shares.items(), key=lambda item: -item[1])
        others = tuple((name, round(share, 3)) for name, share in rivals if name != verdict.actor)[:2]
        choices.insert(0, Choice("actor", verdict.actor, by, verdict.shares[verdict.actor], others))
    return Reasons(
        " ".join(document.quote(span).split()),
        span,
        judgement.statement,
        tuple(choices),
        verdict.product,
        coder.least,
        _weights(features.of_proposal(proposal, features.of_thing(thing)), model),
    )


def _choice(slot: str, names: Sequence[str], shares: Shares, words: str) -> Choice:
    best = int(shares.argmax())
    return Choice(slot, names[best], words, float(shares[best]), _next(names, shares, names[best]))


def _next(names: Sequence[str], shares: Shares, chosen: str) -> tuple[tuple[str, float], ...]:
    order = sorted(zip(names, shares.tolist(), strict=True), key=lambda item: -item[1])
    return tuple((name, round(share, 3)) for name, share in order if name != chosen)[:2]


def _mood_words(verdict: Verdict, codebook: Codebook) -> str:
    """Return the words over the act that mark a force."""
    tables: tuple[Mapping[str, object], ...] = (
        codebook.modals,
        codebook.marking_verbs,
        codebook.marking_nouns,
        codebook.marking_adjectives,
    )
    carrier = verdict.proposal.carrier
    found = []
    for word in [carrier.token, *(link.governor for link in carrier.above)]:
        for one in (*(child for child in word.children if child.dep == "aux"), word):
            if any(form in table for table in tables for form in (one.lower, one.lemma)):
                found.append(one.text)
    return ", ".join(f'"{text}"' for text in dict.fromkeys(found)) or "no word that marks another"


def _weights(features: Sequence[str], model: Model) -> tuple[tuple[str, float], ...]:
    """Return the features that weigh most on whether it is a statement, the weightiest first."""
    linear = model.proposals
    known = [(name, float(linear.weights[linear.rows[name], 0])) for name in features if name in linear.rows]
    order = sorted(known, key=lambda item: (-abs(item[1]), item[0]))
    return tuple((name, round(weight, 2)) for name, weight in order[:_MOST])
