"""A catalogue entry is whatever a statement can name: a state, a body, an instrument, an idea, a place.

Entries are data (``data/*.yaml``, a file a family). An id is stable and unique over the whole catalogue; states
have their ISO 3166-1 alpha-3 code, everything else a lower-case slug, collectives ``any:`` and their words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from comity.catalogue.period import Period

KINDS: Final = (
    "state", "polity", "organisation", "mechanism", "instrument", "relationship", "activity", "principle", "issue",
    "place", "collective", "person",
)  # fmt: skip

#: The codebook kind an entry has where it is the object of a statement; places, states and persons have none.
OBJECT_KIND: Final[Mapping[str, str]] = {
    "organisation": "mechanism",
    "mechanism": "mechanism",
    "instrument": "instrument",
    "relationship": "relationship",
    "activity": "activity",
    "principle": "principle",
    "issue": "issue",
}

_ACTORS = ("state", "polity", "organisation", "collective", "person")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    ``names`` hold in any document; ``acronyms`` too, in exactly their capitals. ``adjectives`` ("Chinese") and
    ``metonyms`` ("Beijing") stand for a state. ``contextual`` names ("the Forum") hold only after a full name
    stood in the document, ``ambiguous`` ones only where nothing better fits. ``parties`` are ids of those who
    make up a bilateral tie or instrument, or whom a person serves. ``extra`` keeps the keys that only
    ``show`` and the docs use (dates, codes, broader terms).
    """

    id: str
    kind: str
    name: str
    formal: str | None = None
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    acts: bool = False
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    unconfirmed: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def object_kind(self) -> str | None:
        """Return the codebook kind of the entry as an object, None where it can be none."""
        return OBJECT_KIND.get(self.kind)

    @property
    def period(self) -> Period:
        """Return from when until when the entry was in being, as far as the catalogue knows."""
        return Period(self.since, self.until)

    def formal_on(self, date: str | None) -> str | None:
        """Return the formal name that was borne on a date (None: today's), as far as the catalogue knows it."""
        then = self.extra.get("names_then")
        if date is None or not isinstance(then, list):
            return self.formal
        borne = (one for one in then if Period(one.get("from"), one.get("to")).holds(date))
        return next((str(one["name"]) for one in borne), None)

    @property
    def is_actor(self) -> bool:
        """Tell whether the entry can do things: states, organisations, collectives, and bodies marked so."""
        return self.acts or self.kind in _ACTORS

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return every name that holds without context, the usual one first, each once."""
        formal = (self.formal,) if self.formal else ()
        return tuple(dict.fromkeys((self.name, *formal, *self.names, *self.acronyms)))
