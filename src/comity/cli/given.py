"""What a user says about documents on the command line holds for all of them and is checked before any is read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from typing import TYPE_CHECKING, Final

from comity.model import Document
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.catalogue import Catalogue, Entry

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Given:
    """Issuers and date to use instead of what a file says; empty and None leave it as it is."""

    issuers: tuple[str, ...] = ()
    date: str | None = None

    def applied(self, document: Document) -> Document:
        """Return the document with what was given."""
        return replace(document, issuers=self.issuers or document.issuers, date=self.date or document.date)


def given_of(issuers: Iterable[str] | None, date: str | None) -> Given:
    """Return what was given as issuers (ids or names) and date, checked; the catalogue is loaded only for issuers."""
    checked = None if date is None else checked_date(date)
    if not issuers:
        return Given((), checked)
    from comity.catalogue import load

    return Given(resolved_issuers(issuers, load()), checked)


def checked_date(words: str) -> str:
    """Return a date ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raise :class:`ComityError` where there is no such day."""
    match = _DATE.fullmatch(words)
    if match:
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            calendar_date(year, month, day)
        except ValueError:
            pass
        else:
            return words
    raise ComityError(f"--date {words}: not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2017-01-11")


def resolved_issuers(names: Iterable[str], catalogue: "Catalogue") -> tuple[str, ...]:
    """Return the catalogue ids of ids or names; raise :class:`ComityError` for one unknown or of several."""
    return tuple(dict.fromkeys(_issuer(name, catalogue) for name in names))


def _issuer(name: str, catalogue: "Catalogue") -> str:
    actors = [entry for entry in catalogue.find(name) if entry.is_actor]
    by_id = [entry for entry in actors if entry.id.lower() == name.lower()]
    proper = [entry for entry in actors if _is_called(entry, name)]
    best = by_id or proper or actors
    if len(best) == 1:
        return best[0].id
    if best:
        choices = ", ".join(f"{entry.id} ({entry.name})" for entry in best)
        raise ComityError(f"--issuer {name}: several bear this name; give the id of one: {choices}")
    near = catalogue.near(name)
    advice = f"; did you mean {', '.join(near)}?" if near else "; look it up with 'comity catalogue find'"
    raise ComityError(f"--issuer {name}: no state or organisation of the catalogue is called this{advice}")


def _is_called(entry: "Entry", name: str) -> bool:
    return name.lower() in {known.lower() for known in entry.all_names}
