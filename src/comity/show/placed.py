"""A statement on a page has a number and a line under the text; a page shows no statement twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.model import Document, Entity, Statement
from comity.show.segments import levels


@dataclass(frozen=True, slots=True)
class Placed:
    """One statement on the page: ``number`` from 1 in text order, ``level`` None where it shares a line."""

    number: int
    statement: Statement
    level: int | None

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
    return Part(document, tuple(map(Placed, range(1, len(ordered) + 1), ordered, given)))


def entities(statements: Iterable[Statement]) -> Iterator[Entity]:
    """Yield whom and what the statements name, in text order."""
    for statement in statements:
        yield from (mention.entity for mention in statement.mentions)


def issuer_names(part: Part) -> Sequence[str]:
    """Return the issuers by the names the statements have for them, else by their ids."""
    names = {entity.id: entity.name for entity in reversed(list(entities(part.statements)))}
    return [names.get(issuer, issuer) for issuer in part.document.issuers]
