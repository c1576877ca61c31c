"""What the models look at: words, relations and wordings around an object, and between it and a possible actor.

Features are strings, ``name=value``. They say what syntax and the codebook know; what follows from it is learned.
"""

from collections.abc import Iterator, Sequence

from comity.code.learned.options import Option
from comity.code.passage import Passage
from comity.code.syntax.actors import Actors
from comity.code.syntax.asides import is_aside
from comity.code.syntax.chain import Link, first_of
from comity.code.syntax.force import has_subject
from comity.code.syntax.number import singular
from comity.code.syntax.objects import Thing, is_object, is_synonym, kind_of, names_act
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.predicate import look_up
from comity.code.syntax.proposal import Proposal, ruling
from comity.code.syntax.word import Word
from comity.model import Document, Entity

_MODIFIERS = ("amod", "compound", "nmod", "nummod")
_FUNCTION = ("aux", "auxpass", "neg", "mark", "prt")
_MARKED = ("steps", "wrappers", "backing", "working", "voicing", "greeting", "phrases", "attitudes", "valued")
_VERBS = ("VERB", "AUX")
_DEPTH = 4
_HIGHEST = 24  # steps up the tree that are looked at


class Features:
    """The features of the proposals of one sentence."""

    def __init__(self, passage: Passage, document: Document) -> None:
        self._passage, self._parsed, self._codebook = passage, passage.parsed, passage.parsed.codebook
        self._kind = document.kind or ""

    def of_thing(self, thing: Thing) -> list[str]:
        """Return what an object looks like where it stands, before anything is read off its chain."""
        return [*self._of_thing(thing), *_above(thing.head)]

    def of_proposal(self, proposal: Proposal, of_thing: Sequence[str]) -> list[str]:
        """Return what a proposal looks like, without its possible actors; ``of_thing`` is its object's look."""
        found = [
            *of_thing,
            *self._of_chain(proposal),
            *self._of_predicate(proposal),
            *self._of_mood(proposal),
            *self._of_actor(proposal),
            f"document={self._kind}",
            f"opens={proposal.thing.head.i < 3}",
            f"long={min(6, len(self._parsed.words) // 10)}",
        ]
        return list(dict.fromkeys(found))

    def _of_thing(self, thing: Thing) -> Iterator[str]:
        parsed, codebook = self._parsed, self._codebook
        head, entry = thing.head, thing.entry
        lemma = singular(head)
        yield f"head={lemma}"
        yield f"ending={lemma[-4:]}"
        yield f"form={head.lower}"
        yield f"dep={head.dep}"
        yield f"tag={head.tag}"
        yield f"kind={thing.kind}"
        yield f"entry={entry.kind if entry else None}"
        if entry:
            yield f"id={entry.id or entry.name}"
            yield f"named={entry.object_kind}"
        if thing.deed:
            yield "deed"
        if is_synonym(head, parsed):
            yield "synonym"
        if names_act(head, codebook):
            yield "act"
        if is_object(head, parsed):
            yield "object"
        yield from self._beside(head, lemma)

    def _beside(self, head: Word, lemma: str) -> Iterator[str]:
        """Yield what stands before and after the head, and what it is joined to."""
        parsed, codebook = self._parsed, self._codebook
        yield from _around(head, parsed)
        determiner = next((child.lower for child in head.lefts if child.dep in ("det", "poss")), "")
        yield f"determiner={determiner}"
        modifiers = [child for child in head.lefts if child.dep in _MODIFIERS]
        for modifier in modifiers:
            yield f"modifier={modifier.lemma}"
        if modifiers:
            yield f"pair={modifiers[-1].lemma} {lemma}"
            yield "modified"
        if any(child.dep == "poss" and child.tag != "PRP$" for child in head.children):
            yield "possessed"
        for child in head.rights:
            if child.dep == "prep":
                yield f"after={child.lower}"
            elif child.dep in ("relcl", "acl"):
                yield f"clause={child.dep}"
            for inner in child.children if child.dep == "prep" else ():
                if inner.dep == "pobj":
                    kind = kind_of(inner, parsed.entry_at(inner), codebook)
                    yield f"inner={child.lower} {inner.lemma}"
                    yield f"inner kind={child.lower} {kind}"
                    yield f"head inner={lemma} {child.lower} {kind}"
        if head.dep == "conj":
            yield f"joined={head.head.lemma}"
            yield f"joined kind={kind_of(head.head, parsed.entry_at(head.head), codebook)}"

    def _of_chain(self, proposal: Proposal) -> Iterator[str]:
        links, kind, codebook = proposal.links, proposal.thing.kind, self._codebook
        acts: list[str] = []
        path: list[str] = []
        for step, link in enumerate(links[:_DEPTH]):
            governor, prep = link.governor, link.prep or ""
            path.append(f"{link.relation}{':' if prep else ''}{prep}>{governor.pos}")
            known = look_up(link, codebook)
            act = known[1].act(kind) if known else ""
            yield from self._of_step(step, link, act)
            if act:
                acts.append(act)
        for length in range(1, _DEPTH):
            yield f"path {length}={' '.join(path[:length])}"
        lemmas = [link.governor.lemma for link in links[:2]]
        yield f"governors={'|'.join(lemmas)}"
        if links:
            yield f"pair 0={lemmas[0]}|{singular(proposal.thing.head)}"
            yield f"kind 0={lemmas[0]}|{kind}"
            yield f"first={kind}|{path[0]}|{acts[0] if acts else ''}"
        yield f"first act={acts[0] if acts else ''}"
        for act in dict.fromkeys(acts):
            yield f"any act={act}"
        top = links[-1].governor if links else proposal.thing.head
        yield f"top={top.lemma}"
        yield f"top tag={top.tag}"
        yield f"depth={min(8, len(links))}"

    def _of_step(self, step: int, link: Link, act: str) -> Iterator[str]:
        governor, prep, through = link.governor, link.prep or "", self._codebook.through
        yield f"governor {step}={governor.lemma}"
        yield f"relation {step}={link.relation}:{prep}"
        yield f"tag {step}={governor.tag}"
        yield f"wording {step}={governor.lemma} {prep}"
        yield f"act {step}={act}"
        if act:
            yield f"act by {step}={act}:{link.relation}:{governor.pos}"
        for role in _MARKED:
            if governor.lemma in through[role]:
                yield f"{role} {step}"
        if prep in through["adjuncts"]:
            yield f"adjunct {step}"
        if is_aside(link, self._codebook):
            yield f"aside {step}"
        if link.joined:
            yield f"later {step}"

    def _of_predicate(self, proposal: Proposal) -> Iterator[str]:
        predicate, thing = proposal.predicate, proposal.thing
        yield f"asserted={proposal.asserted}"
        yield f"by rule={self._is_ruled(proposal)}"
        if predicate is None:
            yield "ruled act="
            return
        act = predicate.sense.act(thing.kind)
        yield f"ruled act={act}"
        yield f"ruled wording={predicate.wording}"
        yield f"ruled by={predicate.token.pos}:{predicate.token.tag}"
        yield f"ruled relation={predicate.link.relation}:{predicate.link.prep}"
        yield f"ruled kind={act}|{thing.kind}"
        yield f"ruled step={min(4, len(proposal.links) - len(predicate.above) - 1)}"

    def _is_ruled(self, proposal: Proposal) -> bool:
        """Tell whether the rules alone would code it."""
        thing = proposal.thing
        return ruling(proposal, self._codebook) is not None and (thing.deed or is_object(thing.head, self._parsed))

    def _of_mood(self, proposal: Proposal) -> Iterator[str]:
        mood = proposal.mood
        yield f"mood={mood.force}:{mood.strength}:{mood.tense}"
        if mood.negated:
            yield "negated"
        step, link = next(((n, one) for n, one in enumerate(proposal.links) if one.is_verb), (0, None))
        if link is None:
            return
        verb = link.governor
        yield f"verb={verb.lemma}"
        yield f"verb step={min(step, 4)}"
        yield f"verb tag={verb.tag}"
        yield f"verb dep={verb.dep}"
        yield f"verb relation={link.relation}:{link.prep}"
        yield f"over={verb.head.lemma if verb.head is not verb else ''}"
        for child in verb.children:
            if child.dep in _FUNCTION:
                yield f"with={child.lower}"
        if has_subject(verb):
            yield "own subject"

    def _of_actor(self, proposal: Proposal) -> Iterator[str]:
        subject, actors, head = proposal.subject, proposal.actors, proposal.thing.head
        yield f"subject={subject.lower if subject else ''}"
        if subject:
            yield f"subject dep={subject.dep}"
            yield f"subject pos={subject.pos}"
            yield f"subject before={subject.i < head.i}"
            yield f"subject far={min(6, abs(subject.i - head.i) // 5)}"
        yield f"actor={sort_of(actors.mentions[0].entity) if actors else None}"
        yield f"actors={min(3, len(actors.mentions)) if actors else 0}"
        if actors and self._is_issuer(actors):
            yield "issuer"

    def _is_issuer(self, actors: Actors) -> bool:
        issuers = self._passage.discourse.issuers
        return bool(issuers) and actors.mentions[0].entity.key == issuers[0].entity.key

    def of_options(self, proposal: Proposal, options: Sequence[Option]) -> list[list[str]]:
        """Return what each possible actor looks like beside a proposal."""
        subjects = sum(option.role == "subject" for option in options)
        return [self._of_option(proposal, option, subjects) for option in options]

    def _of_option(self, proposal: Proposal, option: Option, subjects: int) -> list[str]:
        role, actors, ruled = option.role, option.actors, proposal.actors
        sort = sort_of(actors.mentions[0].entity)
        same = ruled is not None and ruled.mentions[0].entity.key == actors.mentions[0].entity.key
        issuer = self._is_issuer(actors)
        found = [
            f"role={role}",
            f"sort={sort}",
            f"role sort={role}:{sort}",
            f"as ruled={same}",
            f"none ruled={ruled is None}:{role}",
            f"issuer={issuer}:{role}",
            f"issuers={min(3, len(self._passage.discourse.issuers))}",
            f"group={min(3, len(actors.mentions))}:{role}",
            f"document={self._kind}:{role}:{issuer}",
            f"passive={proposal.carrier.passive}:{role}",
            f"subjects={min(3, subjects)}:{role}",
        ]
        verb = next((link.governor for link in proposal.links if link.is_verb), None)
        if verb is not None:
            found += [f"verb tag={verb.tag}:{role}", f"verb={verb.lemma}:{role}"]
        if proposal.predicate is not None:
            found.append(f"act={proposal.predicate.sense.act(proposal.thing.kind)}:{role}")
        if option.word is not None:
            found += self._of_way(proposal, option.word, role)
        return found

    def _of_way(self, proposal: Proposal, word: Word, role: str) -> Iterator[str]:
        """Yield how a possible actor and the object hang together in the tree."""
        thing = proposal.thing
        if proposal.subject is word:
            yield "the subject"
            yield f"the subject:{role}"
        up_thing, up_word = _upward(thing.head), _upward(word)
        at = {one.i: step for step, one in enumerate(up_thing)}
        below = next((step for step, one in enumerate(up_word) if one.i in at), None)
        if below is not None:
            common = up_word[below]
            above = at[common.i]
            branch = up_word[below - 1].dep if below else "self"
            other = up_thing[above - 1].dep if above else "self"
            yield f"common={min(above, 6)}"
            yield f"branch={branch}:{min(below, 4)}"
            yield f"way={min(above, 6)}:{branch}:{min(below, 4)}"
            yield f"branches={branch}:{other}"
            yield f"common pos={common.pos}"
            yield f"common lemma={common.lemma}:{branch}"
            if common.lemma in self._codebook.actors["control"]:
                yield f"control={branch}:{other}"
            verbs = sum(one.pos in _VERBS for one in up_thing[1 : above + 1])
            yield f"verbs={min(verbs, 4)}:{branch}"
            nearest = next((one for one in up_thing[1:] if _has_own_subject(one)), None)
            yield f"nearest={nearest is common}:{branch}"
        yield f"inside={thing.first <= word.i <= thing.last}:{role}"
        yield f"before={word.i < thing.head.i}:{role}"
        yield f"far={min(5, abs(word.i - thing.head.i) // 4)}:{role}"
        yield f"dep={word.dep}"
        yield f"form={word.lower if word.pos == 'PRON' else ''}"
        yield f"under={word.head.lemma}"
        if word.i < self._parsed.own_from:
            yield "lead"


def _around(head: Word, parsed: Parsed) -> Iterator[str]:
    """Yield the pairs of words that stand next to a head, whatever the tree says."""
    words, at = parsed.words, head.i
    before, after = words[max(0, at - 2) : at], words[at + 1 : at + 3]
    first, second = (before[-1].lower if before else "<"), (after[0].lower if after else ">")
    yield f"left={first} {head.lower}"
    yield f"right={head.lower} {second}"
    if len(before) > 1:
        yield f"left 2={before[0].lower} {first}"
    if len(after) > 1:
        yield f"right 2={second} {after[1].lower}"


def _above(head: Word) -> Iterator[str]:
    """Yield what an object hangs on: its governor, or that of its preposition."""
    first = first_of(head)
    up = first.head
    yield f"up={up.lemma}:{first.dep}"
    yield f"up tag={up.tag}:{first.dep}"
    if first.dep == "pobj":
        over = up.head
        yield f"over={over.lemma}:{up.lower}"
        yield f"over tag={over.tag}:{up.lower}"


def sort_of(entity: Entity) -> str:
    """Return what sort of actor it is: a collective, a state, a body, or one without an id."""
    name = entity.id or ""
    if name.startswith("any:"):
        return "collective"
    return "state" if len(name) == 3 and name.isupper() else "body" if name else "none"


def _has_own_subject(word: Word) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass") for child in word.children)


def _upward(word: Word) -> list[Word]:
    found = [word]
    while word.head is not word and len(found) < _HIGHEST:
        word = word.head
        found.append(word)
    return found
