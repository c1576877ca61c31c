"""From an object up to its predicate and on to whatever governs that: the chain.

"China is committed to deepening its partnership": the object *partnership* hangs as direct object on *deepening*,
which hangs with "to" on *committed*. The innermost predicate gives the act; the rest of the chain gives the force
and leads to the actor.
"""

from dataclasses import dataclass

from comity.code.syntax.word import Word

_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_MOST = 24
_INCLUDING = ("including", "include", "like", "as", "especially")


@dataclass(frozen=True, slots=True)
class Link:
    """One step up: the governor, how the word below hangs on it, and with which preposition, if any.

    ``below`` is the word that hangs (the first of its coordination), ``joined`` tells that the word the step
    began from was a later part of that coordination.
    """

    governor: Word
    relation: str
    prep: str | None
    below: Word
    joined: bool = False

    @property
    def is_noun(self) -> bool:
        """Tell whether the governor is a noun."""
        return self.governor.pos in _NOUNS

    @property
    def is_verb(self) -> bool:
        """Tell whether the governor is a verb."""
        return self.governor.pos in _VERBS


def climb(token: Word) -> list[Link]:
    """Return the steps from ``token`` to the root of its sentence, innermost first."""
    links: list[Link] = []
    at = token
    for _ in range(_MOST):
        first = first_of(at)
        step = _step(first, joined=first is not at and first.i != at.i)
        if step is None:
            break
        links.append(step)
        at = step.governor
    return links


def first_of(token: Word) -> Word:
    """Return the first part of the coordination that ``token`` belongs to."""
    while token.dep == "conj" and token.head.i != token.i and _alike(token, token.head):
        token = token.head
    return token


def _alike(one: Word, other: Word) -> bool:
    """Tell whether two coordinated words are of one sort; the parser also joins verbs to nouns by mistake."""
    return (one.pos in _VERBS) == (other.pos in _VERBS) or one.pos == "ADJ" or other.pos == "ADJ"


def _step(token: Word, *, joined: bool) -> Link | None:
    head = token.head
    if head.i == token.i:
        return None
    if token.dep in ("pobj", "pcomp") or (
        head.dep in ("prep", "agent", "dative") and head.pos in ("ADP", "SCONJ", "PART")
    ):
        return _over_preposition(token, head, joined)
    if token.dep == "appos" and (verb := _shifted_over(token)) is not None:
        return Link(verb, "dobj", None, token, joined)
    return Link(head, token.dep, None, token, joined)


def _shifted_over(token: Word) -> Word | None:
    """Return the verb of a heavy object that follows a phrase ("initiated with others the Forum, the Talks and ..."):
    the parser takes such an object for an apposition to the phrase's noun.
    """
    prep = token.head.head
    verb = prep.head
    if token.head.dep != "pobj" or prep.dep != "prep" or verb.pos not in _VERBS or prep.i < verb.i:
        return None
    return None if any(child.dep in ("dobj", "ccomp", "xcomp", "acomp", "attr") for child in verb.children) else verb


def _as_member(token: Word, prep: Word) -> Link | None:
    """Read "X, including Y": Y hangs where X hangs; behind a verb, X is the verb's object."""
    host = prep.head
    if prep.lower == "as" and not any(child.lower == "such" for child in prep.children):
        return Link(host, "pobj", "as", token)
    if host.i == prep.i:
        return None
    if host.pos in _VERBS:
        object_ = next((c for c in host.children if c.dep in ("dobj", "nsubjpass") and c.i < prep.i), None)
        return Link(host, token.dep if token.dep == "pcomp" else "dobj", None, token) if object_ is not None else None
    return _step(first_of(host), joined=True)


def _over_preposition(token: Word, prep: Word, joined: bool) -> Link | None:
    words = [prep.lower]
    if prep.lower in _INCLUDING:
        return _as_member(token, prep)
    while prep.dep in ("prep", "conj", "pcomp", "cc", "agent") and prep.head.pos == "ADP" and prep.head.i != prep.i:
        prep = prep.head  # "out of", "as well as with"
        if prep.dep != "conj":
            words.insert(0, prep.lower)
    governor = prep.head
    if governor.i == prep.i:
        return None
    relation = "agent" if prep.dep == "agent" else token.dep if token.dep in ("pobj", "pcomp") else "pobj"
    return Link(governor, relation, words[-1], token, joined)


def sharing_verbs(verb: Word, thing: Word) -> list[Word]:
    """Return the verbs coordinated with ``verb`` that have no object of their own and so share ``thing``."""
    others = [*_before(verb), *(child for child in verb.children if child.dep == "conj" and child.i < thing.i)]
    return [other for other in others if other.pos in _VERBS and not _has_complement(other)]


def _before(verb: Word) -> list[Word]:
    found = []
    while verb.dep == "conj" and verb.head.pos in _VERBS:
        verb = verb.head
        found.append(verb)
    return found


def _has_complement(verb: Word) -> bool:
    return any(
        child.dep in ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep", "oprd", "nsubjpass") and child.i > verb.i
        for child in verb.children
    )
