"""A coder's finding -> a statement: words, topics, date, and the check that all of it stands in the text."""

from comity.code.passage import Passage
from comity.code.speaker import speaker_of
from comity.code.syntax.force import Mood
from comity.code.syntax.objects import Thing
from comity.code.syntax.proposal import Proposal, clause_of, stated_date, stated_place
from comity.code.syntax.topics import TopicFinder
from comity.code.syntax.word import Word
from comity.codebook import Codebook
from comity.model import CoderIdentity, Document, Entity, Kind, Mention, Statement
from comity.model.dates import find_date


class StatementMaker:
    """Make the statements of one coder."""

    def __init__(self, codebook: Codebook, identity: CoderIdentity) -> None:
        self._topics, self._identity = TopicFinder(codebook.topics), identity

    def make(
        self,
        document: Document,
        passage: Passage,
        proposal: Proposal,
        *,
        act: str,
        kind: Kind,
        subject: Word | None,
        actor: Mention,
        partners: tuple[Mention, ...],
        mood: Mood,
        confidence: float,
    ) -> Statement:
        """Return a checked statement; raise :class:`EvidenceError` if a word of it does not stand where it says."""
        thing, parsed = proposal.thing, passage.parsed
        span = clause_of(proposal, parsed, subject)
        quote = document.quote(span)
        mention = parsed.span(thing.first, thing.last)
        words = " ".join(document.quote(mention).split())
        place = stated_place(proposal, kind, parsed)
        return Statement(
            document=document.id,
            span=span,
            quote=quote,
            speaker=speaker_of(proposal, passage, document),
            actor=actor,
            act=act,
            object_kind=kind,
            object=Mention(_entity(thing, words), mention),
            partners=partners,
            force=mood.force,
            strength=mood.strength,
            tense=mood.tense,
            negated=mood.negated,
            topics=self._topics_of(thing, words, quote),
            date=find_date(quote) or stated_date(proposal.carrier),
            place=" ".join(document.quote(place).split()) if place else None,
            coder=self._identity,
            confidence=confidence,
        ).check(document)

    def _topics_of(self, thing: Thing, words: str, quote: str) -> tuple[str, ...]:
        named = thing.entry.topics if thing.entry else ()
        return tuple(dict.fromkeys((*named, *self._topics.find(words)))) or self._topics.find(quote)


def _entity(thing: Thing, words: str) -> Entity:
    return Entity(thing.entry.id or None, thing.entry.name) if thing.entry else Entity(None, words)
