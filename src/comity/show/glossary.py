"""The terms of a codebook and what they mean, to show the meaning wherever a term stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from comity.model import Force

if TYPE_CHECKING:
    from comity.codebook import Codebook

#: The forces in a few words each (after Searle), for the legend of a page.
FORCES: Final[Mapping[Force, str]] = {
    "assertive": "reports that it is or was done",
    "commissive": "binds the actor to do it",
    "directive": "tells someone to do it",
    "expressive": "voices an attitude",
    "declarative": "makes it so by saying it",
}


def definition(codebook: "Codebook | None", table: Literal["acts", "kinds", "forces"], term: str) -> str | None:
    """Return the definition of a term, None where there is no codebook or it does not have the term."""
    if codebook is None:
        return None
    tables = {"acts": codebook.acts, "kinds": codebook.kinds, "forces": codebook.forces}
    found = tables[table].get(term)
    return found.definition if found else None
