"""``comity catalogue find`` and ``show``: entries by name, and all that is known of one."""

import re
from collections.abc import Mapping
from typing import Annotated

import typer

from comity.catalogue import Catalogue, Entry, StateCode
from comity.catalogue.status import status
from comity.cli.catalogue.rows import DateOption, Form, FormOption, Row, checked_date, entry_named, put

_CODE = re.compile(r"(cow|gw):(\d{1,3})")


def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id or a name: CHN, China, Beijing, ASEAN.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the entries that bear a name, the best first; with --on those that were in being on a date.

    A code of a state system is a name too: cow:816, gw:817.
    """
    from comity.catalogue import load

    catalogue = load()
    date = checked_date(on)
    code = _CODE.fullmatch(name)
    if code:
        bearers = [catalogue[one.state] for one in catalogue.records.state_of(code[1], int(code[2]), date)]
        found = [state for state in bearers if date is None or state.period.holds(date)]
    else:
        entry_named(catalogue, name)
        found = catalogue.find(name) if date is None else catalogue.resolve(name, date)
    _say_if_shared(name, [entry for entry in found if entry.kind in ("state", "polity")], date)
    put([_table_row(entry, date) if form is Form.TABLE else _row(entry, date) for entry in found], form)


def _say_if_shared(name: str, states: list[Entry], date: str | None) -> None:
    if len(states) > 1:
        meant = ", ".join(f"{state.name} ({state.id})" for state in states)
        typer.echo(f"{name} may be any of {len(states)} states{f' on {date}' if date else ''}: {meant}", err=True)


def show(
    entry_id: Annotated[str, typer.Argument(metavar="ID", help="An id or a name: sco, UNCLOS, Mongolia.")],
    form: FormOption = None,
) -> None:
    """Print all that is known of one entry, its sources in full."""
    from comity.catalogue import load

    catalogue = load()
    entry = entry_named(catalogue, entry_id)
    facts = _facts(catalogue, entry)
    as_pairs = [{"fact": key, "value": value} for key, value in facts.items() if value]
    put(as_pairs if form is Form.TABLE else [facts], form)


def _table_row(entry: Entry, date: str | None) -> Row:
    others = [*entry.all_names[1:], *entry.adjectives, *entry.metonyms, *entry.contextual]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "then": entry.formal_on(date) if date else None,
        "other names": tuple(dict.fromkeys(others)),
        "sources": entry.sources,
    }


def _row(entry: Entry, date: str | None = None) -> Row:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "formal": entry.formal_on(date),
        "names": entry.names,
        "acronyms": entry.acronyms,
        "adjectives": entry.adjectives,
        "metonyms": entry.metonyms,
        "contextual": entry.contextual,
        "ambiguous": entry.ambiguous,
        "parties": entry.parties,
        "from": entry.since,
        "to": entry.until,
        "note": entry.note,
        "sources": entry.sources,
        "unconfirmed": entry.unconfirmed,
    }


def _facts(catalogue: Catalogue, entry: Entry) -> Row:
    sources = [catalogue.sources.get(key, {"title": key}) for key in entry.sources]
    codes = [_code(code) for code in catalogue.records.codes_of(entry.id)]
    before = tuple(one.id for one in catalogue.entries.values() if entry.id in _ids(one.extra.get("successors")))
    now = status(entry) if entry.kind == "instrument" else None
    facts = {
        **_row(entry), "topics": entry.topics, "status": now, **entry.extra, "predecessors": before,
        "codes by period": codes,
    }  # fmt: skip
    return {**facts, "sources": [_cited(source) for source in sources]}


def _ids(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def _code(code: StateCode) -> str:
    period = f"{code.period.since or '?'} to {code.period.until or 'now'}"
    return f"{code.system} {code.number} {code.abbreviation or ''} ({period})"


def _cited(source: Mapping[str, object]) -> str:
    return "; ".join(str(source[key]) for key in ("title", "publisher", "date", "address") if key in source)
