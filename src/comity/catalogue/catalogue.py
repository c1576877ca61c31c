"""The catalogue as a whole: entries by id and by name.

Names are compared folded: case, hyphens, typographic quotes, a leading "the" and the commonest differences of
British and American spelling do not count.
"""

import difflib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from comity.catalogue.entry import Entry
from comity.catalogue.fold import name_key
from comity.catalogue.period import Period
from comity.catalogue.records import Membership, Records


@dataclass(slots=True)
class Catalogue:
    """Entries by id, the sources they cite, the version of the data, and the records between entries.

    ``read_records`` is called when records are first asked for. ``digest`` stands for the entries' data; None where
    they come from no file.
    """

    entries: Mapping[str, Entry]
    sources: Mapping[str, Mapping[str, object]]
    version: str
    read_records: Callable[[], Records] = Records
    digest: str | None = None
    _records: Records | None = field(init=False, repr=False, default=None)
    _by_name: dict[str, list[Entry]] = field(init=False, repr=False, default_factory=dict)

    @property
    def records(self) -> Records:
        """Return what holds between entries."""
        if self._records is None:
            self._records = self.read_records()
        return self._records

    def __getitem__(self, entry_id: str) -> Entry:
        return self.entries[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self.entries

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, None where there is none."""
        return self.entries.get(entry_id)

    def find(self, name: str) -> list[Entry]:
        """Return the entries that bear this id or name, best first; adjectives and metonyms count last."""
        own = self.entries.get(name) or self.entries.get(name.lower()) or self.entries.get(name.upper())
        named = self._names().get(name_key(name), [])
        return list(dict.fromkeys([own, *named] if own else named))

    def resolve(self, name: str, on: str) -> list[Entry]:
        """Return the entries that bore this name on a date, best first: of "Vietnam" in 1970 two states."""
        return [entry for entry in self.find(name) if entry.period.holds(on)]

    def members(self, body: str, on: str | None = None) -> list[Membership]:
        """Return who stands in a body on a date (None: to this day).

        A body whose members are those of another (``members_of``: the ASEAN Defence Ministers' Meeting) has them from
        its founding on.
        """
        own = self.records.members(body, on)
        entry = self.entries.get(body)
        parent = entry.extra.get("members_of") if entry else None
        if own or entry is None or not isinstance(parent, str) or not entry.period.holds(on):
            return own
        return [_since(one, entry) for one in self.members(parent, on) if one.role == "member"]

    def near(self, name: str, *, most: int = 5) -> list[str]:
        """Return names that look like this one, nearest first."""
        keys = difflib.get_close_matches(name_key(name), self._names(), n=most, cutoff=0.7)
        return list(dict.fromkeys(self._names()[key][0].name for key in keys))

    def _names(self) -> dict[str, list[Entry]]:
        if not self._by_name:
            self._by_name = _index(self.entries)
        return self._by_name


def _since(one: Membership, body: Entry) -> Membership:
    """Return the membership of a parent as one of a body that was founded later."""
    later = max(one.period.since or "", body.since or "") or None
    founding = body.since is not None and one.period.holds(body.since)
    return replace(one, body=body.id, period=Period(later, one.period.until), founding=founding)


def _index(entries: Mapping[str, Entry]) -> dict[str, list[Entry]]:
    index: defaultdict[str, dict[Entry, None]] = defaultdict(dict)
    full = [(name, entry) for entry in entries.values() for name in entry.all_names]
    rest = [
        (name, entry)
        for entry in entries.values()
        for name in (*entry.adjectives, *entry.metonyms, *entry.contextual, *entry.ambiguous)
    ]
    for name, entry in [*full, *rest]:
        index[name_key(name)][entry] = None
    return {key: list(found) for key, found in index.items()}
