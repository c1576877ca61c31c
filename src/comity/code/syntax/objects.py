"""The thing acted on: which nouns can be an object, of what kind, and how far its words reach.

A catalogue name decides kind and id; else the head noun does, by the codebook's list of heads. Coordinated
near-synonyms without modifiers of their own ("exchanges and cooperation") are one object (ruling 7).
"""

from dataclasses import dataclass

from comity.catalogue import Entry
from comity.code.syntax.number import singular
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.word import Word
from comity.codebook import Codebook
from comity.model import Kind

_LEFT = ("amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "npadvmod")
_SKIPPED_LEFT = ("det", "predet", "punct", "cc", "preconj")
_RIGHT_PREPS = (
    "of",
    "on",
    "in",
    "for",
    "against",
    "between",
    "among",
    "to",
    "with",
    "about",
    "over",
    "under",
    "at",
    "from",
    "into",
)
_PARTS = ("compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "punct", "det", "case", "aux")
PLACES = ("state", "polity", "place")


@dataclass(frozen=True, slots=True)
class Thing:
    """An object: its head, kind, entry (where the catalogue has one) and the tokens ``[first, last]`` of its words.

    ``kind`` is None where only the act can tell; ``deed`` marks a verb that is act and activity in one.
    """

    head: Word
    kind: Kind | None
    entry: Entry | None
    first: int
    last: int
    deed: bool = False


def find_things(parsed: Parsed) -> list[Thing]:
    """Return what may be an object in this sentence, in text order."""
    things = []
    for token in parsed.words[parsed.own_from :]:
        if token.pos not in ("NOUN", "PROPN", "X", "NUM", "ADJ", "VERB"):
            continue
        thing = _deed(token, parsed)
        if thing is None and (_may_be(token, parsed) or is_object(token, parsed)):
            entry = parsed.entry_at(token)
            thing = Thing(token, kind_of(token, entry, parsed.codebook), entry, *reach(token, parsed))
        if thing is not None:
            things.append(thing)
    return things


def _may_be(token: Word, parsed: Parsed) -> bool:
    entry = parsed.entry_at(token)
    if entry is not None and entry.object_kind:
        return True
    return token.pos in ("NOUN", "PROPN") and token.dep not in (*_PARTS, "poss", "dative")


def kind_under(act: str, thing: Thing, codebook: Codebook) -> Kind | None:
    """Return the kind of an object under an act: what is settled is an issue, what is opposed mostly too."""
    if thing.entry is not None and thing.kind is None:
        named: Kind | None = codebook.names.get(act)  # type: ignore[assignment]
        return named
    if thing.entry is not None or thing.deed:
        return thing.kind
    taken: Kind | None = codebook.takes.get(act)  # type: ignore[assignment]
    if taken is None or (act == "oppose" and thing.kind not in (None, "activity", "relationship")):
        return thing.kind
    return taken if thing.kind is None or act in ("settle", "provide", "oppose") else thing.kind


def _deed(token: Word, parsed: Parsed) -> Thing | None:
    """Read "met with the President", "visited Palawan", "will cooperate with": the verb is the activity."""
    if token.pos != "VERB" or token.lemma not in parsed.codebook.deeds:
        return None
    beside = [child for child in token.children if child.i > token.i and child.dep in ("prep", "dobj")]
    if any(
        child.dep == "prep" and child.lower in ("on", "in", "to", "against") and not _is_partner(child, parsed)
        for child in beside
    ):
        return None
    company = [c for c in beside if (c.dep == "prep" and c.lower == "with") or c.dep == "dobj"]
    if not any(_names_actor(child, parsed) for child in company):
        return None
    last = max(child.right_edge.i if child.right_edge.i - child.i < 8 else child.i for child in company)
    return Thing(token, "activity", None, token.i, last, deed=True)


def _names_actor(token: Word, parsed: Parsed) -> bool:
    words = [token, *token.children, *(inner for child in token.children for inner in child.children)]
    return any(word.i in parsed.names or (word.pos == "PROPN" and word.dep == "dobj") for word in words)


def is_object(token: Word, parsed: Parsed) -> bool:
    """Tell whether a noun is an object by rule: of a known kind, no part of another, and no name of an act."""
    entry = parsed.entry_at(token)
    if entry is not None and entry.object_kind is None and entry.kind not in PLACES:
        return False
    if entry is None and token.pos not in ("NOUN", "PROPN"):
        return False
    if _is_swallowed(token, parsed) or (entry is None and names_act(token, parsed.codebook)):
        return False
    if entry is not None or kind_of(token, None, parsed.codebook) is not None:
        return True
    return parsed.actor_entry(token) is None and token.tag in ("NN", "NNS")


def _is_swallowed(token: Word, parsed: Parsed) -> bool:
    """Tell whether the word belongs to another object: a modifier, or the bare second of two near-synonyms."""
    if token.dep in _PARTS:
        return not (token.dep == "compound" and token.head.dep in ("ROOT",) and token.head.pos == "VERB")
    if token.dep == "dative":
        return True
    if token.dep == "poss":
        return parsed.entry_at(token) is None or not is_nominal_host(token.head)
    return token.dep == "conj" and is_synonym(token, parsed)


def names_act(noun: Word, codebook: Codebook) -> bool:
    """Tell whether a noun names an act on something else, or a promise or call, and so is no thing itself."""
    lemma = singular(noun)
    if noun.dep == "dobj" and noun.head.lemma in codebook.through["giving"]:
        return False
    for child in noun.rights:
        if child.dep == "prep" and f"{lemma} {child.lower}" in codebook.nouns:
            return True
        if child.dep in ("acl", "prep") and lemma in codebook.marking_nouns and _leads_on(child):
            return True
    return False


def _leads_on(child: Word) -> bool:
    return child.dep == "acl" or any(inner.dep == "pcomp" for inner in child.children)


def is_nominal_host(token: Word) -> bool:
    """Tell whether a noun can carry an act on its possessor ("ASEAN's centrality" cannot, "the DOC's adoption" can)."""
    return token.lemma in ("implementation", "adoption", "conclusion", "ratification", "signing", "importance")


def is_synonym(token: Word, parsed: Parsed) -> bool:
    """Tell whether a coordinated noun is one thing with the noun before it: bare, of its number, and no name."""
    if token.dep != "conj" or token.head.pos not in ("NOUN", "PROPN"):
        return False
    if parsed.entry_at(token) is not None or token.lemma in parsed.codebook.through["distinct"] or token.pos != "NOUN":
        return False
    bare = not any(child.dep in (*_LEFT, "det") for child in token.children)
    return bare and token.i - token.head.i <= 3 and parsed.entry_at(token.head) is None


def kind_of(token: Word, entry: Entry | None, codebook: Codebook) -> Kind | None:
    """Return the codebook kind of a noun, None where it is no kind of object."""
    if entry is not None and entry.object_kind:
        kind: Kind = entry.object_kind  # type: ignore[assignment]
        return kind
    head = singular(token)
    left = next((child for child in reversed(token.lefts) if child.dep in ("compound", "amod")), None)
    of = next(
        (g for c in token.rights if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"), None
    )
    for key in (
        f"{left.lower} {head}" if left else "",
        f"{head} of {of.lemma}" if of else "",
        head,
        token.lower,
    ):
        if key in codebook.heads:
            found: Kind = codebook.heads[key]  # type: ignore[assignment]
            return _fielded(token, found, codebook)
    return None


def _fielded(token: Word, kind: Kind, codebook: Codebook) -> Kind:
    """Cooperation in general is a relationship, in a named field an activity (ruling 10)."""
    if kind != "relationship" or token.lemma not in codebook.through["general"]:
        return kind
    field = any(
        child.dep in ("compound", "amod", "nmod") and child.lower not in codebook.through["unfielded"]
        for child in token.lefts
    )
    following = token.sentence[token.i + 1].lower if token.i + 1 < len(token.sentence) else ""
    on = following in ("on", "in", "against", "to")
    return "activity" if field or on else kind


def reach(token: Word, parsed: Parsed) -> tuple[int, int]:
    """Return the first and last token of the object's words: without article, clause and partner."""
    first = token.i
    for child in reversed(token.lefts):
        if child.dep in _SKIPPED_LEFT or (child.dep == "poss" and child.tag == "PRP$"):
            if child.dep not in ("punct", "cc"):
                break
            continue
        if child.dep not in _LEFT:
            break
        first = child.left_edge.i
    last = _right(token, parsed)
    return first, last


def _right(token: Word, parsed: Parsed) -> int:
    last = token.i
    for child in token.rights:
        if child.dep == "prep" and child.lower in _RIGHT_PREPS and not _is_partner(child, parsed):
            last = max(last, _phrase_end(child))
        elif child.dep == "conj" and is_synonym(child, parsed):
            last = max(last, _right(child, parsed))
        elif child.dep in ("relcl", "advcl", "acl", "appos") or (child.dep == "punct" and child.text in ",;:("):
            break
    return last


def _phrase_end(prep: Word) -> int:
    """Return the last token of a prepositional phrase, without clauses that hang on it."""
    last = prep.i
    stack = list(prep.children)
    while stack:
        token = stack.pop()
        if token.dep in ("relcl", "advcl", "punct", "appos", "cc") or (token.dep == "conj" and token.pos == "VERB"):
            if token.dep == "cc" or token.text == "-":
                continue
            continue
        last = max(last, token.i)
        stack.extend(token.children)
    return last


def _is_partner(prep: Word, parsed: Parsed) -> bool:
    return prep.lower in ("with", "between", "among", "to") and any(
        parsed.actor_entry(child) is not None for child in prep.children
    )
