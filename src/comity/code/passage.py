"""A document, sentence by sentence, as coders read it: parsed, with its names, its actors so far, and a proposer."""

from collections.abc import Iterator
from dataclasses import dataclass

from comity.catalogue import Catalogue, Context, NameMatcher
from comity.code.syntax.actorless import ActorFinder
from comity.code.syntax.actors import ActorReader, Discourse
from comity.code.syntax.parsed import Parsed
from comity.code.syntax.parser import load_parser
from comity.code.syntax.proposal import Proposer
from comity.code.syntax.reading import discourse_of, units_of
from comity.codebook import Codebook
from comity.model import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed sentence and what is known where it stands; ``acted`` tells whether it may name an actor."""

    parsed: Parsed
    reader: ActorReader
    discourse: Discourse
    proposer: Proposer
    acted: bool


class PassageReader:
    """Read documents into passages; the catalogue's names are compiled once.

    ``skip`` leaves sentences unparsed that can yield nothing; what is coded does not depend on it.
    """

    def __init__(self, catalogue: Catalogue, codebook: Codebook, *, skip: bool = True) -> None:
        self._catalogue, self._codebook = catalogue, codebook
        self._matcher = NameMatcher(catalogue)
        self._parser = load_parser()
        self._finder = ActorFinder(codebook)
        self._skip = skip

    def passages(self, document: Document) -> Iterator[Passage]:
        """Yield the sentences of a document in text order.

        Whom "it" and "they" mean is remembered from one to the next, so code each before asking for the next.
        """
        context = Context(document, self._catalogue, self._matcher)
        discourse = discourse_of(document, self._catalogue, self._matcher, context.named)
        reader = ActorReader(self._catalogue, discourse)
        proposer = Proposer(self._codebook, reader, discourse)
        units = list(units_of(document, context))
        acted = [self._finder.may_name(unit, discourse) for unit in units]
        if self._skip:
            units = [unit for unit, named in zip(units, acted, strict=True) if named]
            acted = [True] * len(units)
        parses = self._parser.parse(unit.text for unit in units)
        for unit, words, named in zip(units, parses, acted, strict=True):
            parsed = Parsed.of(unit, words, self._codebook)
            discourse.speaker = reader.named(unit.speaker) if unit.speaker else ()
            yield Passage(parsed, reader, discourse, proposer, named)
            _note_subjects(parsed, reader, discourse)


def _note_subjects(parsed: Parsed, reader: ActorReader, discourse: Discourse) -> None:
    for word in parsed.words[parsed.own_from :]:
        if word.dep in ("nsubj", "nsubjpass") and word.pos in ("NOUN", "PROPN"):
            actors = reader.resolve(word, parsed)
            if actors is not None:
                discourse.note(actors)
