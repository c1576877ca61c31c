"""The catalogue on the way out: a flat table for spreadsheets and Parquet, JSON-LD for the web of data.

JSON-LD uses schema.org's terms where they fit; ``sameAs`` is given only where the data carries a Wikidata id.
"""

from collections.abc import Mapping
from dataclasses import fields

from comity.catalogue.catalogue import Catalogue
from comity.catalogue.entry import Entry
from comity.catalogue.period import Period
from comity.catalogue.records import Membership, Party, StateCode, Tie

COLUMNS = (
    "id", "kind", "name", "formal", "names", "acronyms", "adjectives", "metonyms", "contextual", "ambiguous", "parties",
    "topics", "since", "until", "note", "sources", "unconfirmed",
)  # fmt: skip

_TYPES = {
    "state": "Country",
    "polity": "AdministrativeArea",
    "organisation": "Organization",
    "mechanism": "Organization",
    "instrument": "Legislation",
    "activity": "Event",
    "place": "Place",
    "person": "Person",
}


def rows(catalogue: Catalogue) -> list[dict[str, object]]:
    """Return one row an entry, columns as in ``COLUMNS``; lists stay lists."""
    return [{column: _plain(getattr(entry, column)) for column in COLUMNS} for entry in catalogue.entries.values()]


def record_rows(catalogue: Catalogue, table: str) -> list[dict[str, object]]:
    """Return one row a record of ``memberships``, ``parties``, ``ties`` or ``codes``; periods as two columns."""
    return [_flat(record) for record in getattr(catalogue.records, table)]


def _flat(record: Membership | Party | Tie | StateCode) -> dict[str, object]:
    row: dict[str, object] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Period):
            row |= {"since": value.since, "until": value.until}
        else:
            row[field.name] = _plain(value)
    return row


def json_ld(catalogue: Catalogue) -> dict[str, object]:
    """Return the whole catalogue as one JSON-LD graph."""
    return {
        "@context": {"@vocab": "https://schema.org/", "source": "citation"},
        "version": catalogue.version,
        "@graph": [_node(catalogue, entry) for entry in catalogue.entries.values()],
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _node(catalogue: Catalogue, entry: Entry) -> Mapping[str, object]:
    wikidata = entry.extra.get("wikidata")
    sources = [dict(catalogue.sources.get(key, {"title": key})) for key in entry.sources]
    node = {
        "@id": f"comity:{entry.id}",
        "@type": _TYPES.get(entry.kind, "DefinedTerm"),
        "identifier": entry.id,
        "additionalType": entry.kind,
        "name": entry.name,
        "legalName": entry.formal,
        "alternateName": list(entry.all_names[1:]),
        "foundingDate": entry.since,
        "dissolutionDate": entry.until,
        "description": entry.note,
        "sameAs": f"http://www.wikidata.org/entity/{wikidata}" if wikidata else None,
        "citation": sources,
    }
    return {key: value for key, value in node.items() if value}
