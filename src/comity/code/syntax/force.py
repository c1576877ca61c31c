"""How it is said: force, strength, tense and negation, read off what governs the act (Searle 1976).

Where words of two forces meet the outermost wins; "continue", "will continue" and the like are looked through.
A clause with a subject of its own keeps its own promise: "agreed that all parties should" is directive.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from comity.code.syntax.word import Word
from comity.codebook import Codebook, Marker
from comity.model import Force, Strength, Tense

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class Mood(NamedTuple):
    """Force and what goes with it."""

    force: Force
    strength: Strength | None
    tense: Tense
    negated: bool


def read_mood(predicate: Word, governors: Sequence[Word], codebook: Codebook, *, wording: str) -> Mood:
    """Return the mood of an act from its predicate and the words over it, innermost first."""
    marker = _outermost(predicate, governors, codebook, wording)
    negated = is_negated(predicate) or any(_refuses(word) for word in governors)
    if marker is None:
        return Mood("assertive", None, _tense(predicate, governors, codebook), negated)
    force: Force = marker.force  # type: ignore[assignment]
    strength: Strength | None = marker.strength  # type: ignore[assignment]
    if force in ("commissive", "directive"):
        return Mood(force, strength or "soft", "future", negated)
    return Mood(force, None, _tense_of_feeling(predicate, governors), negated)


def is_negated(word: Word) -> bool:
    """Tell whether the word is denied ("not", "no", "never", "cannot")."""
    for child in word.children:
        if child.dep == "neg" or (child.dep in ("det", "advmod") and child.lower in ("no", "never", "neither")):
            return True
    return False


def clause_words(word: Word) -> Iterator[Word]:
    """Yield the word and, while it is a later part of a coordination of verbs, the words before it."""
    yield word
    while word.dep == "conj" and word.head.pos in ("VERB", "AUX", "ADJ") and not has_subject(word):
        word = word.head
        yield word


def has_subject(word: Word) -> bool:
    """Tell whether the word has a subject of its own."""
    return any(child.dep in _SUBJECTS for child in word.children)


def _outermost(predicate: Word, governors: Sequence[Word], codebook: Codebook, wording: str) -> Marker | None:
    found = _modal(predicate, codebook) or _own_marker(predicate, codebook, wording)
    below = predicate
    for word in governors:
        marker = _modal(word, codebook) or _marker(word, below, codebook)
        if marker and not (found and marker.force == "commissive" and below.dep == "ccomp" and has_subject(below)):
            found = marker
        below = word
    return found


def _modal(word: Word, codebook: Codebook) -> Marker | None:
    if word.pos not in ("VERB", "AUX"):
        return None
    for verb in clause_words(word):
        for child in verb.children:
            if child.dep == "aux" and child.lower in codebook.modals and child.i < verb.i:
                return codebook.modals[child.lower]
        if any(child.dep == "aux" and child.tag in ("VBZ", "VBP", "VBD", "MD") for child in verb.children):
            return None
    return None


def _own_marker(word: Word, codebook: Codebook, wording: str) -> Marker | None:
    """Return the force of a predicate by itself: a feeling ("welcome"), a call ("call for"), "commitment to"."""
    lemma = word.lemma
    if word.pos in ("NOUN", "PROPN"):
        marker = codebook.marking_nouns.get(lemma)
        return None if marker and marker.force == "directive" and lemma in codebook.through["valued"] else marker
    for table in (codebook.marking_verbs, codebook.marking_adjectives):
        for key in (wording, lemma, word.lower):
            marker = table.get(key)
            if marker and (marker.force == "expressive" or key == wording or lemma in codebook.through["binding"]):
                return marker
    return None


def _marker(word: Word, below: Word, codebook: Codebook) -> Marker | None:
    """Return what a governor of an act marks; a noun that carries the complement says more than its verb."""
    lemma = word.lemma
    if word.pos in ("NOUN", "PROPN"):
        return codebook.marking_nouns.get(lemma)
    if word.pos not in ("VERB", "AUX"):
        return codebook.marking_adjectives.get(word.lower)
    for child in word.children:
        if child.dep in ("dobj", "attr", "acomp", "oprd") and child.i < below.i and child.i != below.i:
            marker = codebook.marking_nouns.get(child.lemma) or codebook.marking_adjectives.get(child.lower)
            if marker:
                return marker
    if lemma == "have" and below.dep == "xcomp":
        return Marker("directive", "firm")
    if lemma in codebook.through["trying"] and _finite_tense(word) == "past":
        return None
    particle = next((c.lower for c in word.children if c.dep in ("prt", "advmod", "prep") and c.i > word.i), "")
    return (
        codebook.marking_verbs.get(f"{lemma} {particle}")
        or codebook.marking_verbs.get(lemma)
        or codebook.marking_adjectives.get(word.lower)
    )


def _refuses(word: Word) -> bool:
    return word.lemma in ("refrain", "abstain", "refuse", "decline") or (
        word.pos in ("VERB", "AUX") and is_negated(word)
    )


def _tense(predicate: Word, governors: Sequence[Word], codebook: Codebook) -> Tense:
    """Return the tense of an act that is reported; reports of attitudes are present (ruling 19)."""
    for word in (predicate, *governors):
        if word.pos not in ("VERB", "AUX"):
            continue
        if word.lemma in codebook.through["attitudes"]:
            return "present"
        tense = _finite_tense(word)
        if tense:
            return tense
    return "past" if predicate.pos == "NOUN" and not governors else "present"


def _tense_of_feeling(predicate: Word, governors: Sequence[Word]) -> Tense:
    if any(word.lemma == "look" for word in (predicate, *governors)):
        return "future"
    if governors and predicate.pos in ("VERB", "AUX"):
        return _finite_tense(predicate) or "present"
    if governors and predicate.lemma in (
        "conclusion",
        "signing",
        "adoption",
        "launch",
        "establishment",
        "elevation",
    ):
        return "past"
    return "present"


def _finite_tense(word: Word) -> Tense | None:
    for verb in clause_words(word):
        auxiliaries = [child for child in verb.children if child.dep in ("aux", "auxpass")]
        if any(aux.lemma == "have" for aux in auxiliaries):
            return "past"
        if any(aux.tag == "VBD" for aux in auxiliaries) or (verb.tag == "VBD" and not auxiliaries):
            return "past"
        if any(aux.tag in ("VBZ", "VBP", "MD") for aux in auxiliaries) or verb.tag in ("VBZ", "VBP"):
            return "present"
        if verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not auxiliaries:
            return "past"
    return None
