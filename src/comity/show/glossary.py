"""What a page needs of a codebook: the definitions behind the terms, to show them where a term stands."""

from collections.abc import Mapping
from typing import Literal, Protocol

from comity.model import Force


class Term(Protocol):
    """One term of the codebook."""

    @property
    def definition(self) -> str:
        """Say what the term means."""
        ...


class Glossary(Protocol):
    """The part of a codebook that a page shows."""

    @property
    def acts(self) -> Mapping[str, Term]:
        """Return the acts by id."""
        ...

    @property
    def kinds(self) -> Mapping[str, Term]:
        """Return the kinds of object by id."""
        ...

    @property
    def forces(self) -> Mapping[str, Term]:
        """Return the forces by id."""
        ...


FORCES: Mapping[Force, str] = {
    "assertive": "reports that it is or was done",
    "commissive": "binds the actor to do it",
    "directive": "tells someone to do it",
    "expressive": "voices an attitude",
    "declarative": "makes it so by saying it",
}


def definition(glossary: Glossary | None, table: Literal["acts", "kinds", "forces"], term: str) -> str | None:
    """Return the definition of a term, None where there is no codebook or it does not have the term."""
    if glossary is None:
        return None
    tables: dict[str, Mapping[str, Term]] = {
        "acts": glossary.acts,
        "kinds": glossary.kinds,
        "forces": glossary.forces,
    }
    found = tables[table].get(term)
    return found.definition if found else None
