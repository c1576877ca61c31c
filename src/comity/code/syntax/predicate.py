"""Which act is done to an object: the innermost predicate, read through what adds nothing.

Wrappers before the thing are passed ("the concept of", "a range of"). A nominal act ("the implementation of")
is the act, unless a verb of backing or discussing stands over it ("support the implementation of").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.code.syntax.chain import Link
from comity.code.syntax.word import Word
from comity.codebook import Codebook, Sense

_OBJECT = ("dobj", "attr", "oprd", "dative", "obj", "acomp", "dep", "npadvmod")
_SUBJECT_OF_PASSIVE = ("nsubjpass", "csubjpass")
_PARTICLES = ("prt", "advmod")
_BEFORE_NOUN = ("compound", "amod", "nmod", "poss")
_DEEDS = ("establish", "strengthen", "join", "lead", "participate", "implement")
_INTO_WHOLE = ("of", "for", "in", "to", "on", "with", "between", "among")


@dataclass(frozen=True, slots=True)
class Predicate:
    """The act on an object: the sense of its wording, the word that bears it, and the rest of the chain."""

    sense: Sense
    wording: str
    token: Word
    link: Link
    above: tuple[Link, ...]
    passive: bool = False
    nominal: tuple[Word, ...] = ()


def find_predicate(links: Sequence[Link], codebook: Codebook) -> Predicate | None:
    """Return the predicate of the object whose chain this is, None where no act is named."""
    rest = past_wrappers(links, codebook)
    if not rest:
        return None
    found = look_up(rest[0], codebook)
    if found is None:
        return _held_to_be(rest, codebook)
    wording, sense = found
    link = rest[0]
    if link.is_noun:
        return _nominal(wording, sense, rest, codebook)
    passive = link.relation in _SUBJECT_OF_PASSIVE
    return _under_backing(Predicate(sense, wording, link.governor, link, tuple(rest[1:]), passive), codebook)


def _held_to_be(links: Sequence[Link], codebook: Codebook) -> Predicate | None:
    """Read "reaffirmed that the Alliance remains the cornerstone": what a speaker says of a thing upholds it."""
    if len(links) < 2 or links[0].relation != "nsubj" or links[1].relation != "ccomp":
        return None
    saying = links[1].governor
    if links[0].governor.lemma not in codebook.through["being"] or saying.lemma not in codebook.through["voicing"]:
        return None
    return Predicate(Sense({}, "uphold"), saying.lemma, saying, links[1], tuple(links[2:]))


def wording_of(link: Link) -> list[str]:
    """Return the wordings under which the codebook may know this step, most telling first."""
    word = link.governor
    lemma = word.lemma
    if link.is_verb:
        particles = [child.lower for child in word.children if child.dep in _PARTICLES and child.i > word.i]
        stems = [f"{lemma} {particle}" for particle in particles[:1]] + [lemma]
        if link.prep is None:
            return stems if link.relation in (*_OBJECT, *_SUBJECT_OF_PASSIVE, "relcl") else []
        return [f"{stem} {link.prep}" for stem in stems]
    if link.is_noun and link.prep is None:
        return [f"{lemma} of"] if link.relation in _BEFORE_NOUN else []
    return [f"{lemma} {link.prep}", f"{word.lower} {link.prep}"] if link.prep else []


def past_wrappers(links: Sequence[Link], codebook: Codebook) -> list[Link]:
    """Return the chain from the first step that is no mere wrapper of the thing ("the concept of") on."""
    links = list(links)
    wrappers = codebook.through["wrappers"]
    while links and links[0].is_noun and links[0].prep in _INTO_WHOLE and links[0].relation == "pobj":
        link = links[0]
        known = any(wording in codebook.nouns for wording in wording_of(link))
        if link.governor.lemma not in wrappers or (known and link.prep != "of"):
            break
        if known and _is_valued(links):
            break
        links = links[1:]
    return links


def _is_valued(links: Sequence[Link]) -> bool:
    """Tell whether the noun is itself what is voiced ("underscore the importance of"), not a mere wrapper."""
    return len(links) > 1


def look_up(link: Link, codebook: Codebook) -> tuple[str, Sense] | None:
    """Return the wording of one step and its sense, None where the codebook has no wording for it."""
    table = codebook.verbs if link.is_verb else codebook.nouns if link.is_noun else codebook.adjectives
    for wording in wording_of(link):
        if wording in table:
            return wording, table[wording]
    if link.is_verb and link.prep:
        return _over_light_verb(link, codebook)
    return None


def _over_light_verb(link: Link, codebook: Codebook) -> tuple[str, Sense] | None:
    """Look up "take part in", "is party to": the noun or adjective is a sister of the preposition."""
    for child in link.governor.children:
        if child.dep not in ("dobj", "acomp", "attr", "nsubjpass", "oprd"):
            continue
        table = codebook.adjectives if child.pos in ("ADJ", "VERB") else codebook.nouns
        for word in (child.lemma, child.lower):
            wording = f"{word} {link.prep}"
            if wording in table:
                return wording, table[wording]
    return None


def _nominal(wording: str, sense: Sense, links: list[Link], codebook: Codebook) -> Predicate:
    """Read a nominal act: what stands over it may be a verb of backing, which then is the act."""
    nominal: tuple[Word, ...] = (links[0].governor,)
    for position, link in enumerate(links[1:], 1):
        over = _backing(link, codebook)
        if over and not (over[0] in codebook.through["greeting"] and sense.otherwise in _DEEDS):
            passive = link.relation in _SUBJECT_OF_PASSIVE
            return Predicate(over[1], over[0], link.governor, link, tuple(links[position + 1 :]), passive, nominal)
        if not link.is_noun or link.prep in codebook.through["adjuncts"]:
            break
        nominal = (*nominal, link.governor)
    return Predicate(sense, wording, links[0].governor, links[0], tuple(links[1:]), nominal=nominal)


def _backing(link: Link, codebook: Codebook) -> tuple[str, Sense] | None:
    over = look_up(link, codebook)
    backs = over and (over[0] in codebook.through["backing"] or link.governor.lemma in codebook.through["backing"])
    return over if backs else None


def _under_backing(found: Predicate, codebook: Codebook) -> Predicate:
    """Read "support ASEAN's efforts to develop a code", "discussed ways to deepen": the outer verb is the act."""
    for position, link in enumerate(found.above):
        steps = link.is_noun and link.relation in ("acl", "pcomp", "pobj")
        if not steps and not (link.relation == "pcomp" and link.is_verb):
            if link.relation in ("xcomp", "conj"):
                continue
            return found
        outer = found.above[position + 1] if steps and position + 1 < len(found.above) else link
        over = _backing(outer, codebook)
        if (
            over is None
            or over[0] in codebook.through["greeting"]
            or (outer is not link and not outer.is_verb and not outer.is_noun)
        ):
            return found
        if over[1].otherwise == "support" and not _is_anothers(link.governor):
            return found
        rest = found.above[found.above.index(outer) + 1 :]
        return Predicate(over[1], over[0], outer.governor, outer, rest, nominal=(found.token,))
    return found


def _is_anothers(noun: Word) -> bool:
    """Tell whether the efforts are those of somebody named, not the actor's own."""
    return any(
        (child.dep in ("poss", "compound", "amod") and child.pos == "PROPN")
        or (child.dep in ("prep", "agent") and child.lower in ("of", "by"))
        for child in noun.children
    )
