"""Where an instrument stands on a date: being negotiated, adopted, in force, lapsed.

A treaty is one that has, or waits for, an entry into force; of all other instruments (declarations, codes, communiques)
adoption is the last step. Dates decide; the data says ``status: negotiating`` only of what was never adopted.
"""

from typing import Literal

from comity.catalogue.entry import Entry
from comity.catalogue.period import reached

Status = Literal["negotiating", "adopted", "in force", "lapsed"]


def status(instrument: Entry, on: str | None = None) -> Status | None:
    """Return the status of an instrument on a date (None: to this day); None where the catalogue does not know."""
    in_force = instrument.extra.get("in_force")
    if reached(instrument.until, on):
        return "lapsed"
    if reached(str(in_force) if in_force else None, on):
        return "in force"
    if reached(instrument.since, on):
        return "adopted"
    return "negotiating" if instrument.extra.get("status") == "negotiating" else None
