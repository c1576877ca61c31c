"""A document, sentence by sentence, as coders read it: parsed, with its names, its actors so far, and a proposer."""

from collections.abc import Iterator
from dataclasses import dataclass

from comity.catalogue import Catalogue, Context, NameMatcher
from comity.code.syntax.actors import ActorReader, Discourse
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.parser import load_parser
from comity.code.syntax.proposal import Proposer
from comity.code.syntax.reading import discourse_of, units_of
from comity.codebook import Codebook
from comity.model import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed sentence and what is known where it stands."""

    parsed: Parsed
    reader: ActorReader
    discourse: Discourse
    proposer: Proposer


class PassageReader:
    """Read documents into passages; the catalogue's names are compiled once."""

    def __init__(self, catalogue: Catalogue, codebook: Codebook) -> None:
        self._catalogue, self._codebook = catalogue, codebook
        self._matcher = NameMatcher(catalogue)
        self._parser = load_parser()

    def passages(self, document: Document) -> Iterator[Passage]:
        """Yield the sentences of a document in text order.

        Whom "it" and "they" mean is remembered from one to the next, so code each before asking for the next.
        """
        context = Context(document, self._catalogue, self._matcher)
        discourse = discourse_of(document, self._catalogue, self._matcher, context.named)
        reader = ActorReader(self._catalogue, discourse)
        proposer = Proposer(self._codebook, reader, discourse)
        units = list(units_of(document, context))
        for unit, words in zip(units, self._parser.parse(unit.text for unit in units), strict=True):
            parsed = Parsed.of(unit, words, self._codebook)
            discourse.speaker = reader.named(unit.speaker) if unit.speaker else ()
            yield Passage(parsed, reader, discourse, proposer)
            _note_subjects(parsed, reader, discourse)


def _note_subjects(parsed: Parsed, reader: ActorReader, discourse: Discourse) -> None:
    for word in parsed.words[parsed.own_from :]:
        if word.dep in ("nsubj", "nsubjpass") and word.pos in ("NOUN", "PROPN"):
            actors = reader.resolve(word, parsed)
            if actors is not None:
                discourse.note(actors)
