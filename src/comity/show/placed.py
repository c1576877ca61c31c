"""A statement on a page has a number and a line under the text; a page shows no statement twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.model import Document, Statement
from comity.show.segments import levels


@dataclass(frozen=True, slots=True)
class Placed:
    """One statement on the page: ``number`` from 1 in text order, ``level`` None where it shares a line.

    ``speaker`` is the name of who says it, where that is not the actor.
    """

    number: int
    statement: Statement
    level: int | None
    speaker: str | None = None

    @property
    def card_id(self) -> str:
        """Name the card that tells the coding."""
        return f"s-{self.statement.id}"

    @property
    def text_id(self) -> str:
        """Name the place in the text where the statement begins."""
        return f"t-{self.statement.id}"

    @property
    def look(self) -> str:
        """Name the style of the line: force and strength."""
        return " ".join(filter(None, (self.statement.force, self.statement.strength)))


@dataclass(frozen=True, slots=True)
class Part:
    """One document on the page with its statements in text order; where several begin, in the coder's order."""

    document: Document
    placed: tuple[Placed, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements without their places."""
        return tuple(one.statement for one in self.placed)


def place(document: Document, statements: Iterable[Statement]) -> Part:
    """Put the statements of a document in order and number them; raise ``EvidenceError`` for one not of it."""
    once = {statement.id: statement.check(document) for statement in statements}
    ordered = sorted(once.values(), key=lambda statement: statement.span.start)
    looks = [f"{statement.force} {statement.strength}" for statement in ordered]
    given = levels([statement.span for statement in ordered], looks)
    names = _names(ordered)
    placed = enumerate(zip(ordered, given, strict=True), start=1)
    return Part(document, tuple(Placed(number, one, level, _speaker(one, names)) for number, (one, level) in placed))


def issuer_names(part: Part) -> Sequence[str]:
    """Return the issuers by the names the statements have for them, else by their ids."""
    names = _names(part.statements)
    return [names.get(issuer, issuer) for issuer in part.document.issuers]


def _names(statements: Iterable[Statement]) -> dict[str | None, str]:
    """Return the first name the statements have for each id."""
    named = [mention.entity for statement in statements for mention in statement.mentions]
    return {entity.id: entity.name for entity in reversed(named)}


def _speaker(statement: Statement, names: Mapping[str | None, str]) -> str | None:
    speaker = statement.speaker
    return None if speaker in (None, statement.actor.entity.id) else names.get(speaker, speaker)
