"""A statement is one claim, pledge, appeal or verdict of a document, with the exact words behind it.

The evidence law holds for every statement there is: its quote is ``document.text[start:end]`` and every mention
lies inside the document. Construction checks what can be told without the document; :meth:`Statement.check`
checks the rest, and every coder calls it on what it makes.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal, Self

from comity.model.document import Document
from comity.model.errors import EvidenceError
from comity.model.span import Span

Force = Literal["assertive", "commissive", "directive", "expressive", "declarative"]
Strength = Literal["firm", "soft"]
Tense = Literal["past", "present", "future"]
Kind = Literal["relationship", "mechanism", "instrument", "activity", "principle", "issue"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is meant: a catalogue id (None where the catalogue has none) and a name to show."""

    id: str | None
    name: str

    @property
    def key(self) -> str:
        """Name the entity for hashing and counting: the id, or the folded name."""
        return self.id or "~" + " ".join(self.name.lower().split())


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity at a place in the text; ``span`` is None only where no words stand for it (an implied issuer)."""

    entity: Entity
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CoderIdentity:
    """Which coder, in which version, by which codebook and catalogue: the same four give the same bytes."""

    name: str
    version: str
    codebook: str
    catalogue: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One coded statement (design: the codebook's table of fields).

    ``object_kind`` is the codebook kind of the object. ``strength`` is given for commissive and directive
    statements and for no others. ``date`` is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or two of these with a
    slash between; ``confidence`` lies in 0..1.
    """

    document: str
    span: Span
    quote: str
    speaker: str | None
    actor: Mention
    act: str
    object_kind: Kind
    object: Mention
    partners: tuple[Mention, ...]
    force: Force
    strength: Strength | None
    tense: Tense
    negated: bool
    topics: tuple[str, ...]
    date: str | None
    place: str | None
    coder: CoderIdentity
    confidence: float

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.length or self.span.start < 0:
            raise EvidenceError(f"the quote does not fit span [{self.span.start}, {self.span.end}) of {self.document}")
        if not 0.0 <= self.confidence <= 1.0:
            raise EvidenceError(f"confidence {self.confidence} is not in 0..1")
        if (self.strength is not None) != (self.force in ("commissive", "directive")):
            raise EvidenceError(f"strength {self.strength!r} does not go with force {self.force!r}")
        for mention in self.mentions:
            if mention.span is not None and not 0 <= mention.span.start < mention.span.end:
                raise EvidenceError(f"mention {mention.entity.name!r} has no characters")

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Return actor, object and partners."""
        return (self.actor, self.object, *self.partners)

    @property
    def content_key(self) -> str:
        """Hash what is said, whoever coded it and wherever it stands: 16 hexadecimal digits."""
        return _digest(self._content())

    @property
    def id(self) -> str:
        """Hash document, place, coder and content: 16 hexadecimal digits."""
        coder = self.coder
        who = (coder.name, coder.version, coder.codebook, coder.catalogue)
        return _digest((self.document, str(self.span.start), str(self.span.end), *who, *self._content()))

    def check(self, document: Document) -> Self:
        """Return the statement; raise :class:`EvidenceError` unless its quote and mentions lie in ``document``."""
        if document.id != self.document or document.quote(self.span) != self.quote:
            raise EvidenceError(f"the quote at [{self.span.start}, {self.span.end}) is not the text of {document.id}")
        for mention in self.mentions:
            if mention.span is not None:
                document.quote(mention.span)
        return self

    def _content(self) -> tuple[str, ...]:
        partners = sorted(partner.entity.key for partner in self.partners)
        return (
            f"actor={self.actor.entity.key}",
            f"act={self.act}",
            f"object={self.object_kind}:{self.object.entity.key}",
            f"partners={'|'.join(partners)}",
            f"force={self.force}",
            f"strength={self.strength or ''}",
            f"tense={self.tense}",
            f"negated={'yes' if self.negated else 'no'}",
            f"date={self.date or ''}",
            f"place={self.place or ''}",
        )


def _digest(fields: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:16]
