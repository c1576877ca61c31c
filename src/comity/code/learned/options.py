"""Who may be the actor of a proposal: everyone the sentence names, the issuers, and whoever acted last."""

from collections.abc import Iterator
from dataclasses import dataclass

from comity.code.passage import Passage
from comity.code.syntax.actors import Actors
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.word import Word

_SUBJECTS = ("nsubj", "nsubjpass")
_MOST = 60  # possible actors of one sentence; only long lists of names have more
_MODIFIERS = ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Option:
    """A possible actor: the word that names it (None for those carried over), in what role, and whom it stands for."""

    word: Word | None
    role: str
    actors: Actors

    @property
    def key(self) -> str:
        """Return the key of the first actor."""
        return self.actors.mentions[0].entity.key


def options_of(passage: Passage) -> list[Option]:
    """Return the possible actors of a sentence, in text order, then those known from before."""
    found = []
    for word in passage.parsed.words:
        role = _role(word, passage.parsed)
        if role:
            actors = passage.reader.resolve(word, passage.parsed)
            if actors is None and role in ("subject", "agent", "told"):
                role, actors = "described", passage.reader.described(word, passage.parsed)
            if actors is not None:
                found.append(Option(word, role, actors))
                if len(found) == _MOST:
                    break
    return [*found, *_carried_over(passage)]


def _carried_over(passage: Passage) -> Iterator[Option]:
    discourse = passage.discourse
    for role, mentions in (
        ("issuers", discourse.issuers),
        ("last one", discourse.last_one),
        ("last many", discourse.last_many),
    ):
        if mentions:
            yield Option(None, role, Actors(mentions))


def _role(word: Word, parsed: Parsed) -> str:
    """Return how a word may name an actor, "" where it cannot."""
    told = parsed.codebook.actors["control"]
    if word.dep in _SUBJECTS:
        return "subject"
    if word.dep == "poss":
        return "possessor"
    if word.dep == "pobj" and (word.head.dep == "agent" or word.head.lower == "by"):
        return "agent"
    if word.dep in ("dobj", "dative") and word.head.lemma in told:
        return "told"
    if word.dep == "pobj" and word.head.lower in ("on", "upon", "to", "for") and word.head.head.lemma in told:
        return "told"
    if parsed.actor_entry(word) is None:
        return (
            "group"
            if word.dep == "pobj" and word.tag == "NNS" and word.lemma in parsed.codebook.actors["groups"]
            else ""
        )
    return "modifier" if word.dep in _MODIFIERS or word.pos == "ADJ" else "name"
