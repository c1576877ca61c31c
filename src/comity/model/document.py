"""A document is read once into canonical text; every offset in Comity indexes that text.

Canonical text is decoded and has ``\\n`` line ends; nothing else in it is touched. What a site put around the
text stays in it and is marked as a :class:`Region` with a reason; what is marked ``furniture`` is never coded.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from comity.model.errors import EvidenceError
from comity.model.span import Span


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text with a role: ``furniture``, ``heading``, ``item`` or ``paragraph``.

    ``reason`` says why a region is furniture; ``label`` is the number an item or a section carries in the text
    ("Article 3", "(b)", "Second,"), without being part of any sentence.
    """

    span: Span
    role: str
    reason: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the role and label of its region, and the region's place in ``Document.regions``."""

    span: Span
    role: str
    label: str | None
    region: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Map canonical offsets to source offsets where decoding dropped characters (``\\r\\n`` to ``\\n``).

    ``starts[i]`` is the first canonical offset from which ``shifts[i]`` source characters are to be added.
    """

    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def source(self, offset: int) -> int:
        """Return the source offset of a canonical one."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its canonical text and what is known about it.

    ``issuers`` are catalogue ids (``CHN``, ``asean``) where the catalogue knows them, else names as given, in
    the document's order. ``date`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. ``source`` is what a person would
    look for: a path, an address, a citation. Regions are in text order and do not overlap; sentences lie in regions
    that are not furniture and cross none.
    """

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    kind: str | None = None
    issuers: tuple[str, ...] = ()
    language: str = "en"
    publisher: str | None = None
    source: str | None = None
    page: tuple[int, int] | None = None
    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    offsets: OffsetMap = field(default_factory=OffsetMap)

    def quote(self, span: Span) -> str:
        """Return exactly the characters of ``span``; raise :class:`EvidenceError` outside the text."""
        if not 0 <= span.start < span.end <= len(self.text):
            raise EvidenceError(
                f"[{span.start}, {span.end}) is not in document {self.id} ({len(self.text)} characters)"
            )
        return self.text[span.start : span.end]

    def origin(self, span: Span) -> Span:
        """Return the characters of the source that ``span`` came from."""
        return Span(self.offsets.source(span.start), self.offsets.source(span.end - 1) + 1)
