"""The word that does it: the subject of an act, found by climbing.

An act without a subject of its own takes the one its governor gives: the subject of the verb it complements, the
object of a verb of telling ("urged Iran to return"), the noun its relative clause belongs to, the possessor of a
nominal act ("China's accession to").
"""

from collections.abc import Iterator

from comity.code.syntax.number import singular
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.word import Word

PLURAL = ("they", "them", "their", "theirs")
SINGULAR = ("it", "its", "itself", "he", "she", "his", "her", "him")
_SUBJECT = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
_RELATIVE = ("which", "that", "who", "whom")
_VERBS = ("VERB", "AUX")
_MOST = 16


def subject_of(word: Word, parsed: Parsed, *, passive: bool = False) -> Word | None:
    """Return the word that does what ``word`` says; None where the sentence does not tell.

    ``passive`` says that the object is the grammatical subject of ``word``: only an agent ("by all countries") or
    whoever ensures the act can then be the actor.
    """
    if passive:
        agent = _agent(word)
        if agent is not None or word.dep != "ccomp" or word.head.lemma not in parsed.codebook.through["seeing"]:
            return agent
        word = word.head
    for _ in range(_MOST):
        own = _own_subject(word, parsed)
        if own is not None:
            return own
        up = _handed_down(word, parsed)
        if up is None:
            return None
        subject, word = up
        if subject is not None:
            return subject
    return None


def _own_subject(word: Word, parsed: Parsed) -> Word | None:
    agent = _agent(word) if word.pos in _VERBS else None
    if agent is not None:
        return agent
    for child in word.children:
        if child.dep in (*_SUBJECT, *_PASSIVE) and child.lower not in _RELATIVE:
            return child if child.lower not in ("it", "there") or not _is_expletive(child) else None
    return None if word.pos in _VERBS else _own_agent(word, parsed)


def _agent(verb: Word) -> Word | None:
    """Return by whom it is done, if the verb is passive ("abide by" is not)."""
    if verb.tag not in ("VBN", "VBD"):
        return None
    for child in verb.children:
        if child.dep == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep == "pobj"), None)
    return None


def _own_agent(noun: Word, parsed: Parsed) -> Word | None:
    """Return who does what a noun says: its possessor, "by whom", or the name of a state before it.

    "Its" and "their" are left to the clause: in "Japan reiterated its determination" the subject is meant.
    """
    for child in noun.children:
        if child.dep == "poss" and child.lower not in (*PLURAL, *SINGULAR):
            return child
        if child.dep in ("amod", "compound", "nmod") and parsed.actor_entry(child) is not None:
            return child
        if child.dep in ("prep", "agent") and child.lower == "by":
            return next((grandchild for grandchild in child.children if grandchild.dep == "pobj"), None)
    return None


def _is_expletive(word: Word) -> bool:
    return word.dep == "expl" or (
        any(child.dep in ("acomp", "attr") for child in word.head.children)
        and any(child.dep in ("xcomp", "ccomp", "advcl") for child in word.head.children)
    )


def _handed_down(word: Word, parsed: Parsed) -> tuple[Word | None, Word] | None:
    """Return (the subject the governor gives, the word to climb on from), None at the end of the way."""
    head = word.head
    if head.i == word.i:
        return None
    match word.dep:
        case "conj":
            return None, head
        case (
            "xcomp"
            | "ccomp"
            | "advcl"
            | "oprd"
            | "acomp"
            | "attr"
            | "dobj"
            | "nsubjpass"
            | "dep"
            | "parataxis"
            | "nsubj"
        ):
            return _controller(head, word, parsed), head
        case "relcl":
            relative = next((c for c in word.children if c.dep in (*_SUBJECT, *_PASSIVE)), None)
            return (head if relative is None or relative.lower in _RELATIVE else None), head
        case "acl":
            return (head if word.tag == "VBG" and _may_act(head, parsed) else None), head
        case "pcomp":
            return _praised(head, parsed), head
        case "pobj" | "prep" | "agent" | "appos" | "amod" | "compound" | "poss" | "nmod":
            return None, head
    return None, head


def _controller(head: Word, word: Word, parsed: Parsed) -> Word | None:
    """Return the object of a verb of telling, which is the subject of its infinitive."""
    if word.dep not in ("xcomp", "ccomp", "advcl") or head.lemma not in parsed.codebook.actors["control"]:
        return None
    for child in head.children:
        if child.i > word.i:
            break
        if child.dep in ("dobj", "dative", "nsubjpass") and child.i != word.i:
            return child
        if child.dep == "prep" and child.lower in ("on", "upon", "to"):
            return next((grandchild for grandchild in child.children if grandchild.dep == "pobj"), None)
    return None


def _praised(prep: Word, parsed: Parsed) -> Word | None:
    """Return the object of "praised Indonesia for hosting", "accused Seoul of provoking": it does what is said."""
    verb = prep.head
    if prep.lower not in ("for", "of", "from", "in") or verb.lemma not in parsed.codebook.actors["control"]:
        return None
    return next((child for child in verb.children if child.dep == "dobj" and child.i < prep.i), None)


def _may_act(noun: Word, parsed: Parsed) -> bool:
    words = parsed.codebook.actors
    return noun.pos == "PROPN" or singular(noun) in words["groups"] or singular(noun) in words["organs"]


def coordinated(token: Word) -> Iterator[Word]:
    """Yield the token and the nouns coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "X"):
            yield from coordinated(child)
        elif child.dep == "prep" and child.lower in ("with", "alongside") and child.i > token.i:
            inner = next((c for c in child.children if c.dep == "pobj"), None)
            if inner is not None and any(c.lower in ("together", "along") for c in (*child.children, *token.children)):
                yield from coordinated(inner)
