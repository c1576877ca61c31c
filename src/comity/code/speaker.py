"""Whose words a statement is: the speaker of a transcript, whom the press reports, or the first issuer (ruling 21)."""

from comity.catalogue.context import PRESS
from comity.code.passage import Passage
from comity.code.syntax.proposal import Proposal
from comity.model import Document, Mention


def speaker_of(proposal: Proposal, passage: Passage, document: Document) -> str | None:
    """Return the id of the speaker, or the name where there is none; None if nobody is known to speak."""
    discourse = passage.discourse
    reported = _reported(proposal, passage) if document.kind in PRESS else ()
    for mention in (*discourse.speaker, *reported, *discourse.issuers[:1]):
        return mention.entity.id or mention.entity.name
    return document.issuers[0] if document.issuers else None


def _reported(proposal: Proposal, passage: Passage) -> tuple[Mention, ...]:
    """Return who is the subject of "said" above the act: nearest first."""
    for link in proposal.carrier.above:
        verb = link.governor
        if verb.lemma in passage.parsed.codebook.through["saying"]:
            for child in verb.children:
                if child.dep == "nsubj" and (actors := passage.reader.resolve(child, passage.parsed)):
                    return actors.mentions
    return ()
