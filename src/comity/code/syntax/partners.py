"""With whom, toward whom or for whom: the partners of an act.

Partners stand with the predicate or with the object ("relations with Japan", "dialogue between A and B"), or are
the other subjects of a joint act. The actor is never its own partner.
"""

from collections.abc import Iterable, Iterator, Sequence

from comity.code.syntax.actors import ActorReader
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.word import Word
from comity.model import Mention

_WITH = ("with", "between", "among", "alongside", "toward", "towards")
_TO = ("to", "for")


def find_partners(
    act: str, kind: str, carriers: Sequence[Word], actors: Sequence[Mention], reader: ActorReader, parsed: Parsed
) -> tuple[Mention, ...]:
    """Return the partners named beside ``carriers`` (predicate, words over it, object) and the co-actors."""
    found: dict[str, Mention] = {mention.entity.key: mention for mention in actors[1:]}
    for token in _named_beside(carriers, act, kind):
        resolved = reader.resolve(token, parsed)
        for mention in resolved.mentions if resolved else ():
            found.setdefault(mention.entity.key, mention)
    found.pop(actors[0].entity.key, None)
    return tuple(found.values())


def _named_beside(carriers: Iterable[Word], act: str, kind: str) -> Iterator[Word]:
    prepositions = (*_WITH, *_TO) if act == "provide" or kind == "relationship" else _WITH
    for carrier in carriers:
        for child in carrier.children:
            if child.dep in ("prep", "dative") and child.lower in prepositions:
                inner = next((c for c in child.children if c.dep == "pobj"), None)
                if inner is not None:
                    yield inner
            elif child.dep == "dative" and act == "provide" and child.pos in ("NOUN", "PROPN", "PRON"):
                yield child
