"""Whatever a statement can name, as data: loading, lookup by name, and names in text."""

from comity.catalogue.catalogue import Catalogue
from comity.catalogue.context import Context
from comity.catalogue.entry import Entry
from comity.catalogue.load import CatalogueError, load
from comity.catalogue.names import Match, NameMatcher
from comity.catalogue.records import Membership, Party, Records, StateCode, Tie

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Context",
    "Entry",
    "Match",
    "Membership",
    "NameMatcher",
    "Party",
    "Records",
    "StateCode",
    "Tie",
    "load",
]
