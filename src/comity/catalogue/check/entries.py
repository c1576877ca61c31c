"""Rules for every row, and for entries: shape, dates, sources, references, names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from comity.catalogue.check.rows import LINE, Files, Row
from comity.catalogue.entry import KINDS
from comity.catalogue.fold import name_key
from comity.catalogue.period import before, is_edtf
from comity.catalogue.records import ROLES
from comity.model import Problem

_DATED = ("from", "to", "founded", "adopted", "in_force", "opened", "as_of")
_DATED_LINE = ("from", "to", "signed", "consent", "date")
_REFERRING = ("parties", "states", "successors", "held_by", "claimed_by")
_KNOWN_KEYS = frozenset(
    ("id", "kind", "name", "formal", "names", "acronyms", "adjectives", "metonyms", "contextual", "ambiguous", "actor",
     "capital", "claimed_by", "coordinates", "codes", "depositary", "held_by", "homonyms", "instrument",
     "members_of", "milestones", "names_then", "parties", "ranks", "region", "seat", "status", "successors",
     "wikidata", "states", "under", "broader", "topics", "note", "office", "sources", "unconfirmed", *_DATED)
)  # fmt: skip


def shape(row: Row, files: Files) -> Iterator[Problem]:
    """Yield unknown kinds and keys, and keys that are missing."""
    data = row.data
    if row in files.records:
        return
    if data.get("kind") not in KINDS:
        yield row.fault("bad-kind", f"{data.get('id')}: kind {data.get('kind')!r} is none of {', '.join(KINDS)}")
    yield from (
        row.fault("missing-key", f"{data.get('id')}: '{key}' is missing") for key in ("id", "name") if not data.get(key)
    )
    unknown = sorted(set(data) - _KNOWN_KEYS - {LINE})
    if unknown:
        yield row.fault("unknown-key", f"{data.get('id')}: unknown keys {', '.join(unknown)}")


def dates(row: Row, files: Files) -> Iterator[Problem]:
    """Yield dates that are none, and periods that end before they begin."""
    for key, value in _dated(row.data):
        if not isinstance(value, str) or not is_edtf(value):
            yield row.fault("bad-date", f"{row.called}: {key} {value!r} is no YYYY, YYYY-MM or YYYY-MM-DD (quote it)")
    since, until = row.data.get("from"), row.data.get("to")
    if isinstance(since, str) and isinstance(until, str) and before(until, since):
        yield row.fault("ends-before-it-begins", f"{row.called}: from {since} to {until}")


def _dated(data: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield from ((key, data[key]) for key in _DATED if key in data)
    for key in (*ROLES, "parties", "names_then", "milestones"):
        for line in data.get(key) or ():
            if isinstance(line, dict):
                yield from ((key, line[key]) for key in _DATED_LINE if key in line)


def sourced(row: Row, files: Files) -> Iterator[Problem]:
    """Yield facts without a source that do not say so, and sources that are in no file."""
    sources = row.data.get("sources") or ()
    if not sources and not row.data.get("unconfirmed"):
        yield row.fault("no-source", f"{row.called}: neither 'sources' nor 'unconfirmed: true'")
    for key in sources:
        if key not in files.sources:
            yield row.fault("unknown-source", f"{row.called}: source {key!r} is in no sources file")


def twice(files: Files) -> Iterator[Problem]:
    """Yield ids that two entries bear."""
    seen: dict[str, Row] = {}
    for row in files.entries:
        entry = row.data.get("id")
        if entry in seen:
            first = seen[entry]
            yield row.fault("id-twice", f"id {entry!r} is also at {first.file}:{first.line}")
        elif isinstance(entry, str):
            seen[entry] = row


def shared_names(files: Files) -> Iterator[Problem]:
    """Yield names that two entries bear without saying so (``ambiguous`` and ``contextual`` say so; persons share)."""
    owners: defaultdict[str, list[Row]] = defaultdict(list)
    for row in files.entries:
        if row.data.get("kind") == "person":
            continue
        names = [row.data.get("name"), row.data.get("formal"), *(row.data.get("names") or ())]
        for key in {name_key(name) for name in names if isinstance(name, str)}:
            owners[key].append(row)
    for key, rows in owners.items():
        for row in rows[1:]:
            yield row.fault("shared-name", f"{row.called}: the name {key!r} is also that of {rows[0].called}")


def references(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield ids that an entry names and the catalogue does not have."""
    named = [key for field in _REFERRING for key in row.data.get(field) or ()]
    named += [row.data[field] for field in ("under", "broader", "members_of", "instrument") if row.data.get(field)]
    for key in named:
        if key not in known:
            yield row.fault("unknown-id", f"{row.called}: {key!r} is no entry")
