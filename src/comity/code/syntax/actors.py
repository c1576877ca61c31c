"""Whom the words of a subject stand for: a state, a body, the issuers, a collective.

"We", "the two sides", "it", "they" are resolved in the document; a person or an organ stands for its state.
"""

from dataclasses import dataclass, field

from comity.catalogue import Catalogue, Entry
from comity.code.syntax.chain import first_of
from comity.code.syntax.number import is_plural, singular
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.subjects import PLURAL, SINGULAR, coordinated
from comity.code.syntax.word import Word
from comity.model import Entity, Mention, Span

_LANDS = ("country", "nation", "state")
_LONGEST = 6  # words of a phrase that still belongs to the name of a collective


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts: the first named and those who act with them; ``each`` tells that every one acts for itself."""

    mentions: tuple[Mention, ...]
    each: bool = False


@dataclass(slots=True)
class Discourse:
    """What a document says of its actors so far: issuers, sides, persons met, and the last subjects.

    ``sides`` are the issuers and whoever the title names beside them.
    """

    issuers: tuple[Mention, ...]
    sides: tuple[Mention, ...] = ()
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


class ActorReader:
    """Resolve the words of a subject to actors within one document."""

    def __init__(self, catalogue: Catalogue, discourse: Discourse) -> None:
        self._catalogue = catalogue
        self._discourse = discourse
        self._read: Parsed | None = None
        self._resolved: dict[int, Actors | None] = {}

    def resolve(self, subject: Word, parsed: Parsed) -> Actors | None:
        """Return whom the subject means, None where it means nobody who can act; asked once a word of a sentence."""
        if parsed is not self._read:
            self._read = parsed
            self._resolved.clear()
        first = first_of(subject) if subject.dep == "conj" else subject
        if first.i not in self._resolved:
            self._resolved[first.i] = self._resolve(first, parsed)
        return self._resolved[first.i]

    def _resolve(self, subject: Word, parsed: Parsed) -> Actors | None:
        tokens = list(coordinated(subject))
        found: dict[str, Mention] = {}
        for token in tokens:
            for mention in self._one(token, parsed):
                found.setdefault(mention.entity.key, mention)
        mentions = list(found.values())
        if not mentions:
            return None
        each = any(child.lower in ("both", "each") for child in subject.children) and len(tokens) > 1
        return Actors(tuple(mentions), each)

    def named(self, entry: Entry) -> tuple[Mention, ...]:
        """Return the mention, without words, of whom an entry stands for: a person for the state served."""
        served = self._catalogue.get(entry.parties[0]) if entry.kind == "person" and entry.parties else entry
        return (Mention(Entity(served.id or None, served.name)),) if served else ()

    def _one(self, token: Word, parsed: Parsed) -> tuple[Mention, ...]:
        words = parsed.codebook.actors
        low = token.lower
        span = parsed.span(token.i, token.i)
        if low in words["self"]:
            return self._again(self._speakers(), span)
        if low in SINGULAR:
            return self._again(self._discourse.last_one, span)
        if low in PLURAL:
            return self._again(self._discourse.last_many or self._discourse.issuers, span)
        if low in ("both", "two") and token.pos in ("PRON", "DET", "NUM"):
            return self._again(self._discourse.last_many or self._discourse.issuers, span)
        entry = parsed.actor_entry(token)
        if entry is not None:
            return self._named(entry, span)
        return self._described(token, parsed)

    def _described(self, token: Word, parsed: Parsed) -> tuple[Mention, ...]:
        """Resolve a common noun: an organ of a state, a person, the issuers, or a collective."""
        span = _noun_span(token, parsed)
        words = parsed.codebook.actors
        lemma = singular(token)
        owner = _owner(token, parsed)
        if owner is not None and (lemma in words["organs"] or lemma in words["members"] or token.pos == "PROPN"):
            return self._named(owner, span)
        person = self._person(token)
        if person is not None:
            return self._named(person, span)
        meant = self._of_somebody(token, lemma, parsed) or self._of_the_issuers(token, lemma, parsed)
        if meant:
            return self._again(meant, span)
        if lemma in words["groups"] and _is_group(token, lemma, parsed):
            return (self._collective(token, parsed),)
        return ()

    def described(self, token: Word, parsed: Parsed) -> Actors | None:
        """Return an actor known by its words alone: a name the catalogue has not, or a group of any sort."""
        if token.pos == "PROPN":
            start, end = _noun_range(token)
            return Actors((Mention(Entity(None, parsed.unit.text[start:end]), _noun_span(token, parsed)),))
        return Actors((self._collective(token, parsed),)) if token.pos == "NOUN" else None

    @staticmethod
    def _collective(token: Word, parsed: Parsed) -> Mention:
        start, end = _noun_range(token)
        name = parsed.unit.text[start:end]
        return Mention(Entity(f"any:{name}", name), _noun_span(token, parsed))

    def _of_somebody(self, token: Word, lemma: str, parsed: Parsed) -> tuple[Mention, ...]:
        """Resolve what a possessive pronoun owns: "our navy", "their leaders", "our aim"."""
        words = parsed.codebook.actors
        whose = next((child.lower for child in token.children if child.dep == "poss"), "")
        if whose in words["self"] and (lemma in words["organs"] or lemma in words["aims"]):
            return self._speakers()
        if lemma in words["organs"] and whose in PLURAL:
            return self._discourse.last_many or self._discourse.issuers
        return self._discourse.last_one if lemma in words["organs"] and whose in SINGULAR else ()

    def _of_the_issuers(self, token: Word, lemma: str, parsed: Parsed) -> tuple[Mention, ...]:
        """Resolve "the President" of one issuer, "the two sides" of several, "the two countries" named before."""
        words, discourse = parsed.codebook.actors, self._discourse
        if len(discourse.issuers) == 1 and (
            (token.pos == "PROPN" and _has_title(token, parsed))
            or (lemma in words["organs"] and _is_the_only(token) and not self._is_some_body(token, lemma, parsed))
        ):
            return discourse.issuers
        if lemma in words["issuers"] and _is_definite_group(token):
            sides = next((group for group in (discourse.issuers, discourse.sides) if len(group) > 1), ())
            if sides:
                return sides
        return discourse.last_many if lemma in words["issuers"] and _is_two(token) else ()

    def _is_some_body(self, token: Word, lemma: str, parsed: Parsed) -> bool:
        """Tell whether a noun means a body that is not the one issuer: "the international community", "the Council"."""
        if lemma not in parsed.codebook.actors["collectives"]:
            return False
        qualified = any(child.dep == "amod" for child in token.children)
        return qualified or (lemma not in _LANDS and _is_state(self._discourse.issuers[0]))

    def _person(self, token: Word) -> Entry | None:
        state = self._discourse.persons.get(token.text)
        return self._catalogue.get(state) if state else None

    def _named(self, entry: Entry, span: Span) -> tuple[Mention, ...]:
        return self._again(self.named(entry), span)

    def _speakers(self) -> tuple[Mention, ...]:
        """Return those who say "we": the speaker of the passage, the issuers, or in news whoever spoke last."""
        discourse = self._discourse
        return discourse.speaker or discourse.issuers or discourse.last_one

    @staticmethod
    def _again(mentions: tuple[Mention, ...], span: Span) -> tuple[Mention, ...]:
        return tuple(Mention(mention.entity, span) for mention in mentions)


def _is_state(mention: Mention) -> bool:
    name = mention.entity.id or ""
    return len(name) == 3 and name.isupper()


def _owner(token: Word, parsed: Parsed) -> Entry | None:
    """Return the state or body beside a noun: "Chinese leaders", "the Government of India", "ASEAN countries"."""
    for child in token.children:
        entry = parsed.actor_entry(child)
        beside = child.dep in ("amod", "compound", "poss", "nmod")
        if entry is not None and (beside or (child.dep == "appos" and entry.kind == "person")):
            return entry
        if child.dep == "compound":
            further = _owner(child, parsed)
            if further is not None:
                return further
    for child in token.rights:
        if child.dep == "prep" and child.lower in ("of", "from"):
            for inner in child.children:
                if inner.dep == "pobj" and (entry := parsed.actor_entry(inner)):
                    return entry
    return None


def _is_group(token: Word, lemma: str, parsed: Parsed) -> bool:
    return is_plural(token) or token.pos == "PRON" or lemma in parsed.codebook.actors["collectives"]


def _has_title(token: Word, parsed: Parsed) -> bool:
    titles = parsed.codebook.actors["titles"]
    return any(child.dep in ("compound", "nmod", "amod") and child.lower in titles for child in token.children)


def _is_the_only(token: Word) -> bool:
    """Tell whether a noun is definite and names one office or organ: "the President", "Vice President Harris"."""
    lefts = [child.lower for child in token.lefts]
    return "the" in lefts or (
        token.pos == "PROPN" and not any(low in ("a", "an", "any", "all", "some") for low in lefts)
    )


def _is_definite_group(token: Word) -> bool:
    if not is_plural(token) and token.lower != "both":
        return False
    lefts = token.lefts
    definite = any(c.lower in ("the", "both", "two", "three", "four", "five", "our") for c in lefts)
    bare = not any(c.dep in ("amod", "det", "compound", "nmod") for c in lefts)
    vague = any(
        c.lower in ("all", "other", "some", "relevant", "many", "concerned", "any", "most", "more")
        for c in token.children
    )
    return (definite or (bare and token.text[0].isupper())) and not vague


def _is_two(token: Word) -> bool:
    return any(child.lower in ("two", "both") for child in token.children)


def _noun_range(token: Word) -> tuple[int, int]:
    first = token.i
    for child in reversed(token.lefts):
        if child.dep in ("amod", "compound", "nummod", "predet", "nmod") or child.lower in (
            "all",
            "both",
            "some",
            "other",
            "any",
        ):
            first = child.left_edge.i
        elif child.lower in ("the", "a", "an", "these", "those", "this", "that"):
            break
    end = token.sentence[_last_of_group(token)]
    return token.sentence[first].idx, end.idx + len(end)


def _last_of_group(token: Word) -> int:
    """Return the last word of a group's name: "the parties concerned", "parties to a conflict", "people of Iraq"."""
    for child in token.rights:
        if child.lower in ("concerned", "involved"):
            return child.i
        if child.dep == "prep" and child.lower in ("of", "to", "in"):
            last = child.right_edge.i
            return last if last - token.i <= _LONGEST else token.i
        if child.dep != "det":
            break
    return token.i


def _noun_span(token: Word, parsed: Parsed) -> Span:
    start, end = _noun_range(token)
    return parsed.unit.span(start, end)
