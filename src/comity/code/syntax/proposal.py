"""What syntax proposes: an object, the chain above it, and what of act, force and actor can be read off that chain.

A proposal is no statement yet. A coder says whether it is one, and of what act and kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.code.syntax.actors import ActorReader, Actors, Discourse
from comity.code.syntax.asides import is_asserted
from comity.code.syntax.chain import Link, climb, sharing_verbs
from comity.code.syntax.force import Mood, read_mood
from comity.code.syntax.objects import PLACES, Thing, kind_under
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.predicate import Predicate, find_predicate, past_wrappers
from comity.code.syntax.subjects import subject_of
from comity.code.syntax.word import Word
from comity.codebook import Codebook, Sense
from comity.model import Kind, Span
from comity.model.dates import find_date

_VERBS = ("VERB", "AUX")
_WHERE = ("in", "at", "near", "off", "aboard")
_HELD = ("activity", "mechanism")
_UNKNOWN = Sense({}, "")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An object with one chain of its own.

    ``predicate`` is the act that the codebook's wording names on the chain, None where it names none; ``carrier`` is
    it, or else the nearest word above the object. ``asserted`` tells that the act is said, not merely mentioned as
    means or purpose. ``subject`` is the word that does it and ``actors`` whom it stands for.
    """

    thing: Thing
    links: tuple[Link, ...]
    predicate: Predicate | None
    carrier: Predicate
    asserted: bool
    subject: Word | None
    actors: Actors | None
    mood: Mood

    @property
    def carriers(self) -> list[Word]:
        """Return the words beside which partners stand: the predicate, two verbs over it, the object's head."""
        over = [link.governor for link in self.carrier.above if link.is_verb][:2]
        return [self.carrier.token, *self.carrier.nominal, *over, self.thing.head]


class Proposer:
    """Propose what may be statements in the sentences of one document."""

    def __init__(self, codebook: Codebook, reader: ActorReader, discourse: Discourse) -> None:
        self._codebook, self._reader, self._discourse = codebook, reader, discourse

    def propose(self, thing: Thing, parsed: Parsed) -> Iterator[Proposal]:
        """Yield one proposal for each chain of an object."""
        for links in _chains(thing, self._codebook):
            predicate = self._deed(thing, links) or find_predicate(links, self._codebook)
            carrier = predicate or self._nearest(links)
            if carrier is None:
                continue
            asserted = predicate is not None and is_asserted(predicate, self._codebook)
            subject, actors = self._actors(carrier, parsed)
            governors = [link.governor for link in carrier.above]
            mood = read_mood(carrier.token, governors, self._codebook, wording=carrier.wording)
            if subject is None and _is_operative(carrier) and mood.force == "assertive":
                mood = mood._replace(force="commissive", strength="firm", tense="future")
            yield Proposal(thing, tuple(links), predicate, carrier, asserted, subject, actors, mood)

    def _deed(self, thing: Thing, links: Sequence[Link]) -> Predicate | None:
        if not thing.deed:
            return None
        link = Link(thing.head, "dobj", None, thing.head)
        sense = Sense({}, self._codebook.deeds[thing.head.lemma])
        return Predicate(sense, thing.head.lemma, thing.head, link, tuple(links))

    def _nearest(self, links: Sequence[Link]) -> Predicate | None:
        rest = past_wrappers(links, self._codebook) or list(links)
        if not rest:
            return None
        passive = rest[0].relation in ("nsubjpass", "csubjpass")
        return Predicate(_UNKNOWN, "", rest[0].governor, rest[0], tuple(rest[1:]), passive)

    def _actors(self, carrier: Predicate, parsed: Parsed) -> tuple[Word | None, Actors | None]:
        subject = subject_of(carrier.token, parsed, passive=carrier.passive)
        if subject is not None:
            return subject, self._reader.resolve(subject, parsed)
        if self._discourse.issuers and not carrier.passive and _speaks_for_issuers(carrier):
            return None, Actors(self._discourse.issuers)
        return None, None


def ruling(proposal: Proposal, codebook: Codebook) -> tuple[str, Kind] | None:
    """Return act and kind as the codebook's wording has them, None where by its rules this is no statement."""
    predicate, thing = proposal.predicate, proposal.thing
    if predicate is None or not proposal.asserted or proposal.actors is None:
        return None
    if thing.kind is None and predicate.wording in codebook.through["greeting"]:
        return None
    act = predicate.sense.act(thing.kind)
    kind = kind_under(act, thing, codebook)
    return None if kind is None else (act, kind)


def clause_of(proposal: Proposal, parsed: Parsed, subject: Word | None) -> Span:
    """Return the characters of the clause: subject, predicate and object."""
    carrier, thing = proposal.carrier, proposal.thing
    at = [carrier.token.i, thing.first, thing.last, *(token.i for token in carrier.nominal)]
    if subject is not None and parsed.own_from <= subject.i:
        at.append(subject.left_edge.i if subject.i - subject.left_edge.i < 12 else subject.i)
    return parsed.span(max(min(at), parsed.own_from), max(at))


def stated_date(carrier: Predicate) -> str | None:
    """Return the date that stands with the predicate or a verb over it, outside the clause ("In 2014 China hosted")."""
    for verb in [carrier.token, *(link.governor for link in carrier.above if link.is_verb)]:
        for child in verb.children:
            if child.dep in ("prep", "npadvmod", "advmod"):
                found = find_date(" ".join(token.text for token in child.subtree))
                if found:
                    return found
    return None


def stated_place(proposal: Proposal, kind: Kind, parsed: Parsed) -> Span | None:
    """Return the words that say where the act is done ("met in Jakarta", "visited Palawan").

    A place that stands with the object is where it is done only if the object is an activity or a meeting ("patrols in
    the South China Sea"); "stability in Asia" is not done there.
    """
    carrier, thing = proposal.carrier, proposal.thing
    verbs = [carrier.token, *(link.governor for link in carrier.above if link.is_verb)]
    for word in dict.fromkeys([*verbs, thing.head] if kind in _HELD else verbs):
        for child in word.rights:
            beside = child.lower in _WHERE if child.dep == "prep" else thing.deed and child.dep == "dobj"
            within = thing.first <= child.i <= thing.last and kind not in _HELD
            for inner in [child, *child.rights] if beside and not within else ():
                entry = parsed.entry_at(inner) if inner.dep in ("pobj", "dobj") else None
                if entry is not None and entry.kind in PLACES:
                    return parsed.span(_first_of_name(inner), _last_of_name(inner))
    return None


def _first_of_name(word: Word) -> int:
    return min([word.i, *(child.i for child in word.lefts if child.dep in ("compound", "amod", "nmod"))])


def _last_of_name(word: Word) -> int:
    """Return the last word of "Jakarta, Indonesia"."""
    return max([word.i, *(child.i for child in word.rights if child.dep == "appos" and child.pos == "PROPN")])


def _chains(thing: Thing, codebook: Codebook) -> Iterator[list[Link]]:
    """Yield the object's own chain, and those through the coordinated verbs that share it ("upheld and defended")."""
    links = climb(thing.head)
    inner = list(_relative_chains(thing.head))
    yield from inner
    if inner and links and links[0].governor.lemma in codebook.through["greeting"]:
        return
    yield links
    if not links or not links[0].is_verb or links[0].relation not in ("dobj", "pobj", "nsubjpass"):
        return
    for verb in sharing_verbs(links[0].governor, thing.head):
        yield [Link(verb, "nsubjpass" if links[0].relation == "nsubjpass" else "dobj", None, thing.head), *climb(verb)]


def _relative_chains(head: Word) -> Iterator[list[Link]]:
    """Yield the chains through a clause that hangs on the object: "the aid that Japan gave", "provided by Japan"."""
    for verb in head.children:
        own = any(child.dep == "nsubj" and child.tag not in ("WDT", "WP") for child in verb.children)
        place = any(child.tag == "WRB" for child in verb.children)
        if verb.dep == "relcl" and own and not place:
            yield [Link(verb, "dobj", None, head), *climb(verb)]
        elif verb.dep == "acl" and verb.tag == "VBN" and any(child.dep == "agent" for child in verb.children):
            yield [Link(verb, "nsubjpass", None, head), *climb(verb)]


def _top(carrier: Predicate) -> Word:
    return carrier.above[-1].governor if carrier.above else carrier.token


def _speaks_for_issuers(carrier: Predicate) -> bool:
    """Tell whether a clause without subject is the issuers' own: a verb that opens it, or "it is vital to"."""
    top = _top(carrier)
    if top.pos not in _VERBS:
        return False
    if any(child.dep in ("nsubj", "nsubjpass", "expl") for child in top.children):
        return any(child.dep in ("acomp", "attr") for child in top.children) and any(
            child.lower in ("it", "there") for child in top.children
        )
    return top.tag in ("VB", "VBP", "VBG", "VBZ", "VBN") and top.i <= 3


def _is_operative(carrier: Predicate) -> bool:
    """Tell whether the clause opens with a bare verb, as points of a programme do ("Expand regional mechanisms")."""
    return _top(carrier).tag == "VB"
