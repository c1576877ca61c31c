"""Who does it: the subject of an act, found by climbing, and whom its words stand for.

An act without a subject of its own takes the one its governor gives: the subject of the verb it complements, the
object of a verb of telling ("urged Iran to return"), the noun its relative clause belongs to, the possessor of a
nominal act ("China's accession to"). "We", "the two sides", "it", "they" are resolved in the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from comity.catalogue import Catalogue, Entry
from comity.code.rules.chain import first_of
from comity.code.rules.parsed import Parsed
from comity.model import Entity, Mention, Span

_SUBJECT = ("nsubj", "csubj")
_PASSIVE = ("nsubjpass", "csubjpass")
_RELATIVE = ("which", "that", "who", "whom")
_PLURAL = ("they", "them", "their", "theirs")
_SINGULAR = ("it", "its", "itself", "he", "she", "his", "her", "him")
_VERBS = ("VERB", "AUX")
_MOST = 16


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts: the first named and those who act with them; ``each`` tells that every one acts for itself."""

    mentions: tuple[Mention, ...]
    each: bool = False


@dataclass(slots=True)
class Discourse:
    """What a document says of its actors so far: issuers, persons met, and the last subjects."""

    issuers: tuple[Mention, ...]
    persons: dict[str, str] = field(default_factory=dict)
    speaker: tuple[Mention, ...] = ()
    last_one: tuple[Mention, ...] = ()
    last_many: tuple[Mention, ...] = ()

    def note(self, actors: Actors) -> None:
        """Remember whom "it" or "they" would mean from here on."""
        if len(actors.mentions) == 1:
            self.last_one = actors.mentions
        elif not any((mention.entity.id or "").startswith("any:") for mention in actors.mentions):
            self.last_many = actors.mentions


def subject_of(word: Token, parsed: Parsed, *, passive: bool = False) -> Token | None:
    """Return the word that does what ``word`` says; None where the sentence does not tell.

    ``passive`` says that the object is the grammatical subject of ``word``: only an agent ("by all countries") or
    whoever ensures the act can then be the actor.
    """
    if passive:
        agent = _agent(word)
        if (
            agent is not None
            or word.dep_ != "ccomp"
            or word.head.lemma_.lower() not in parsed.codebook.through["seeing"]
        ):
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


def _own_subject(word: Token, parsed: Parsed) -> Token | None:
    agent = _agent(word) if word.pos_ in _VERBS else None
    if agent is not None:
        return agent
    for child in word.children:
        if child.dep_ in (*_SUBJECT, *_PASSIVE) and child.lower_ not in _RELATIVE:
            return child if child.lower_ not in ("it", "there") or not _is_expletive(child) else None
    return None if word.pos_ in _VERBS else _own_agent(word, parsed)


def _agent(verb: Token) -> Token | None:
    """Return by whom it is done, if the verb is passive ("abide by" is not)."""
    if verb.tag_ not in ("VBN", "VBD"):
        return None
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def _own_agent(noun: Token, parsed: Parsed) -> Token | None:
    """Return who does what a noun says: its possessor, "by whom", or the name of a state before it.

    "Its" and "their" are left to the clause: in "Japan reiterated its determination" the subject is meant.
    """
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in (*_PLURAL, *_SINGULAR):
            return child
        if child.dep_ in ("amod", "compound", "nmod") and parsed.actor_entry(child) is not None:
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def _is_expletive(word: Token) -> bool:
    return word.dep_ == "expl" or (
        any(child.dep_ in ("acomp", "attr") for child in word.head.children)
        and any(child.dep_ in ("xcomp", "ccomp", "advcl") for child in word.head.children)
    )


def _handed_down(word: Token, parsed: Parsed) -> tuple[Token | None, Token] | None:
    """Return (the subject the governor gives, the word to climb on from), None at the end of the way."""
    head = word.head
    if head.i == word.i:
        return None
    match word.dep_:
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
            relative = next((c for c in word.children if c.dep_ in (*_SUBJECT, *_PASSIVE)), None)
            return (head if relative is None or relative.lower_ in _RELATIVE else None), head
        case "acl":
            return (head if word.tag_ == "VBG" and _may_act(head, parsed) else None), head
        case "pcomp":
            return _praised(head, parsed), head
        case "pobj" | "prep" | "agent" | "appos" | "amod" | "compound" | "poss" | "nmod":
            return None, head
    return None, head


def _controller(head: Token, word: Token, parsed: Parsed) -> Token | None:
    """Return the object of a verb of telling, which is the subject of its infinitive."""
    if word.dep_ not in ("xcomp", "ccomp", "advcl") or head.lemma_.lower() not in parsed.codebook.actors["control"]:
        return None
    for child in head.children:
        if child.i > word.i:
            break
        if child.dep_ in ("dobj", "dative", "nsubjpass") and child.i != word.i:
            return child
        if child.dep_ == "prep" and child.lower_ in ("on", "upon", "to"):
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def _praised(prep: Token, parsed: Parsed) -> Token | None:
    """Return the object of "praised Indonesia for hosting", "accused Seoul of provoking": it does what is said."""
    verb = prep.head
    if prep.lower_ not in ("for", "of", "from", "in") or verb.lemma_.lower() not in parsed.codebook.actors["control"]:
        return None
    return next((child for child in verb.children if child.dep_ == "dobj" and child.i < prep.i), None)


def _may_act(noun: Token, parsed: Parsed) -> bool:
    words = parsed.codebook.actors
    return noun.pos_ == "PROPN" or singular(noun) in words["groups"] or singular(noun) in words["organs"]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield the token and the nouns coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "X"):
            yield from coordinated(child)
        elif child.dep_ == "prep" and child.lower_ in ("with", "alongside") and child.i > token.i:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and any(c.lower_ in ("together", "along") for c in (*child.children, *token.children)):
                yield from coordinated(inner)


class ActorReader:
    """Resolve the words of a subject to actors within one document."""

    def __init__(self, catalogue: Catalogue, discourse: Discourse) -> None:
        self._catalogue = catalogue
        self._discourse = discourse

    def resolve(self, subject: Token, parsed: Parsed) -> Actors | None:
        """Return whom the subject means, None where it means nobody who can act."""
        mentions: list[Mention] = []
        tokens = list(coordinated(first_of(subject) if subject.dep_ == "conj" else subject))
        for token in tokens:
            mentions += [m for m in self._one(token, parsed) if m.entity.key not in {k.entity.key for k in mentions}]
        if not mentions:
            return None
        each = any(child.lower_ in ("both", "each") for child in subject.children) and len(tokens) > 1
        return Actors(tuple(mentions), each)

    def named(self, entry: Entry) -> tuple[Mention, ...]:
        """Return the mention, without words, of whom an entry stands for: a person for the state served."""
        served = self._catalogue.get(entry.parties[0]) if entry.kind == "person" and entry.parties else entry
        return (Mention(Entity(served.id or None, served.name)),) if served else ()

    def _one(self, token: Token, parsed: Parsed) -> tuple[Mention, ...]:
        words = parsed.codebook.actors
        low = token.lower_
        span = parsed.span(token.i, token.i)
        if low in words["self"]:
            return self._issuers(span)
        if low in _SINGULAR:
            return self._again(self._discourse.last_one, span)
        if low in _PLURAL:
            return self._again(self._discourse.last_many or self._discourse.issuers, span)
        if low in ("both", "two") and token.pos_ in ("PRON", "DET", "NUM"):
            return self._again(self._discourse.last_many or self._discourse.issuers, span)
        entry = parsed.actor_entry(token)
        if entry is not None:
            return self._named(entry, span)
        return self._described(token, parsed)

    def _described(self, token: Token, parsed: Parsed) -> tuple[Mention, ...]:
        """Resolve a common noun: an organ of a state, the issuers, a person, or a collective."""
        words = parsed.codebook.actors
        lemma = singular(token)
        span = _noun_span(token, parsed)
        owner = _owner(token, parsed)
        if owner is not None and (lemma in words["organs"] or lemma in words["members"] or token.pos_ == "PROPN"):
            return self._named(owner, span)
        person = self._person(token)
        if person is not None:
            return self._named(person, span)
        if len(self._discourse.issuers) == 1 and token.pos_ == "PROPN" and _has_title(token, parsed):
            return self._issuers(span)
        own = any(child.dep_ == "poss" and child.lower_ in words["self"] for child in token.children)
        if own and (lemma in words["organs"] or lemma in words["aims"]):
            return self._issuers(span)
        theirs = next((child.lower_ for child in token.children if child.dep_ == "poss"), "")
        if lemma in words["organs"] and theirs in (*_PLURAL, *_SINGULAR):
            many = self._discourse.last_many or self._discourse.issuers
            return self._again(many if theirs in _PLURAL else self._discourse.last_one, span)
        if len(self._discourse.issuers) == 1 and lemma in words["organs"] and _is_the_only(token):
            return self._issuers(span)
        if lemma in words["issuers"] and _is_definite_group(token) and len(self._discourse.issuers) > 1:
            return self._issuers(span)
        if lemma in words["issuers"] and _is_two(token) and self._discourse.last_many:
            return self._again(self._discourse.last_many, span)
        if lemma in words["groups"] and _is_group(token, lemma, parsed):
            name = " ".join(parsed.doc.text[span_start:span_end] for span_start, span_end in [_noun_range(token)])
            return (Mention(Entity(f"any:{name}", name), span),)
        return ()

    def _person(self, token: Token) -> Entry | None:
        state = self._discourse.persons.get(token.text)
        return self._catalogue.get(state) if state else None

    def _named(self, entry: Entry, span: Span) -> tuple[Mention, ...]:
        return self._again(self.named(entry), span)

    def _issuers(self, span: Span) -> tuple[Mention, ...]:
        """Return those who say "we": the speaker of the passage, the issuers, or in news whoever spoke last."""
        discourse = self._discourse
        return self._again(discourse.speaker or discourse.issuers or discourse.last_one, span)

    @staticmethod
    def _again(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
        return tuple(Mention(mention.entity, span) for mention in mentions)


def _owner(token: Token, parsed: Parsed) -> Entry | None:
    """Return the state or body beside a noun: "Chinese leaders", "the Government of India", "ASEAN countries"."""
    for child in token.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod", "appos") and (entry := parsed.actor_entry(child)):
            return entry
        if child.dep_ == "compound":
            further = _owner(child, parsed)
            if further is not None:
                return further
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            for inner in child.children:
                if inner.dep_ == "pobj" and (entry := parsed.actor_entry(inner)):
                    return entry
    return None


def _is_group(token: Token, lemma: str, parsed: Parsed) -> bool:
    return is_plural(token) or token.pos_ == "PRON" or lemma in parsed.codebook.actors["collectives"]


def _has_title(token: Token, parsed: Parsed) -> bool:
    titles = parsed.codebook.actors["titles"]
    return any(child.dep_ in ("compound", "nmod", "amod") and child.lower_ in titles for child in token.children)


def singular(token: Token) -> str:
    """Return the lemma in lower case; the parser leaves plural proper nouns ("Prime Ministers") as they are."""
    lemma = token.lemma_.lower()
    plural = token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith(("ss", "us", "is"))
    if not plural:
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]


def is_plural(token: Token) -> bool:
    """Tell whether a noun is in the plural, whatever the parser took a capitalised one for."""
    return token.tag_ in ("NNS", "NNPS") or (token.pos_ == "PROPN" and singular(token) != token.lemma_.lower())


def _is_the_only(token: Token) -> bool:
    """Tell whether a noun is definite and names one office or organ: "the President", "Vice President Harris"."""
    lefts = [child.lower_ for child in token.lefts]
    return "the" in lefts or (
        token.pos_ == "PROPN" and not any(low in ("a", "an", "any", "all", "some") for low in lefts)
    )


def _is_definite_group(token: Token) -> bool:
    if not is_plural(token) and token.lower_ != "both":
        return False
    lefts = list(token.lefts)
    definite = any(c.lower_ in ("the", "both", "two", "three", "four", "five", "our") for c in lefts)
    bare = not any(c.dep_ in ("amod", "det", "compound", "nmod") for c in lefts)
    vague = any(
        c.lower_ in ("all", "other", "some", "relevant", "many", "concerned", "any", "most", "more")
        for c in token.children
    )
    return (definite or (bare and token.text[0].isupper())) and not vague


def _is_two(token: Token) -> bool:
    return any(child.lower_ in ("two", "both") for child in token.children)


def _noun_range(token: Token) -> tuple[int, int]:
    first = token.i
    for child in reversed(list(token.lefts)):
        if child.dep_ in ("amod", "compound", "nummod", "predet", "nmod") or child.lower_ in (
            "all",
            "both",
            "some",
            "other",
            "any",
        ):
            first = child.left_edge.i
        elif child.lower_ in ("the", "a", "an", "these", "those", "this", "that"):
            break
    last = next((c.i for c in token.rights if c.lower_ in ("concerned", "involved")), token.i)
    end = token.doc[last]
    return token.doc[first].idx, end.idx + len(end)


def _noun_span(token: Token, parsed: Parsed) -> Span:
    start, end = _noun_range(token)
    return parsed.unit.span(start, end)
