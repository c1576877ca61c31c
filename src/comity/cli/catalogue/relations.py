"""``comity catalogue members``, ``bodies``, ``parties``, ``treaties`` and ``between``: what holds when between whom."""

from typing import Annotated

import typer

from comity.catalogue import Catalogue, Entry, Membership, Party, Tie
from comity.cli.catalogue.rows import DateOption, Form, FormOption, Row, checked_date, entry_named, is_table, put
from comity.model.errors import ComityError


def members(
    body: Annotated[str, typer.Argument(metavar="BODY", help="An id or a name: sco, ASEAN.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print who stands in a body: members, observers, dialogue partners, with their dates."""
    catalogue, entry = _asked(body)
    found = catalogue.members(entry.id, checked_date(on))
    if not found:
        founded = f"; it was founded on {entry.since}" if entry.since and on and not entry.period.holds(on) else ""
        raise ComityError(f"the catalogue has no members of {entry.name} on record{f' on {on}' if on else ''}{founded}")
    put(_narrowed([_membership(catalogue, one, one.who) for one in found], form), form)


def bodies(
    who: Annotated[str, typer.Argument(metavar="STATE", help="An id or a name: IND, Mongolia.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the bodies in which a state or body stands, with its dates."""
    catalogue, entry = _asked(who)
    found = catalogue.records.bodies_of(entry.id, checked_date(on))
    put(_narrowed([_membership(catalogue, one, one.body) for one in found], form), form)


def parties(
    instrument: Annotated[str, typer.Argument(metavar="ID", help="An id or a name of an instrument or relationship.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the parties of a treaty and its signatories, with the dates of signature and of consent to be bound."""
    catalogue, entry = _asked(instrument)
    date = checked_date(on)
    found = [_party(catalogue, one, how, one.who) for one, how in catalogue.records.parties_of(entry.id, date)]
    if not found and (date is None or entry.period.holds(date)):
        found = [_named_party(catalogue, entry, who) for who in entry.parties]
    if not found:
        raise ComityError(f"the catalogue has no parties of {entry.name} on record" + (f" on {on}" if on else ""))
    put(_narrowed(found, form), form)


def treaties(
    who: Annotated[str, typer.Argument(metavar="STATE", help="An id or a name: IND, Mongolia.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the multilateral treaties to which a state or body is a party or signatory."""
    catalogue, entry = _asked(who)
    found = catalogue.records.treaties_of(entry.id, checked_date(on))
    put(_narrowed([_party(catalogue, one, how, one.treaty) for one, how in found], form), form)


def between(
    one: Annotated[str, typer.Argument(metavar="A", help="An id or a name: CHN.")],
    other: Annotated[str, typer.Argument(metavar="B", help="An id or a name: Pakistan.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the dated ties between two states or bodies, earliest first."""
    catalogue, first = _asked(one)
    second = entry_named(catalogue, other)
    found = catalogue.records.between(first.id, second.id, checked_date(on))
    if not found:
        raise ComityError(f"the catalogue has no tie between {first.name} and {second.name} on record")
    put([_tie(tie) for tie in found], form)


def _asked(name: str) -> tuple[Catalogue, Entry]:
    """Return the catalogue, and the entry that was asked for by id or name."""
    from comity.catalogue import load

    catalogue = load()
    return catalogue, entry_named(catalogue, name)


def _narrowed(rows: list[Row], form: Form | None) -> list[Row]:
    """Leave sources out of a table, where they take the place of what was asked for; JSON lines have them."""
    if not is_table(form):
        return rows
    return [{key: value for key, value in row.items() if key != "sources"} for row in rows]


def _named(catalogue: Catalogue, entry_id: str) -> Row:
    entry = catalogue.get(entry_id)
    return {"id": entry_id, "name": entry.name if entry else entry_id}


def _membership(catalogue: Catalogue, one: Membership, shown: str) -> Row:
    return {
        **_named(catalogue, shown),
        "role": "founding member" if one.founding else one.role,
        "from": one.period.since,
        "to": one.period.until,
        "note": one.note,
        "sources": one.sources,
        "unconfirmed": one.unconfirmed,
    }


def _party(catalogue: Catalogue, one: Party, how: str, shown: str) -> Row:
    return {
        **_named(catalogue, shown),
        "standing": how,
        "signed": one.signed,
        "consent": one.consent,
        "by": one.by,
        "to": one.until,
        "note": one.note,
        "sources": one.sources,
        "unconfirmed": one.unconfirmed,
    }


def _named_party(catalogue: Catalogue, entry: Entry, who: str) -> Row:
    """Return a party of a bilateral or trilateral instrument, which one act makes for all of them."""
    return {
        **_named(catalogue, who),
        "signed": entry.since,
        "in force": entry.extra.get("in_force"),
        "to": entry.until,
        "sources": entry.sources,
        "unconfirmed": entry.unconfirmed,
    }


def _tie(tie: Tie) -> Row:
    return {
        "between": tie.between,
        "grade": tie.grade,
        "from": tie.period.since,
        "to": tie.period.until,
        "document": tie.document,
        "note": tie.note,
        "sources": tie.sources,
        "unconfirmed": tie.unconfirmed,
    }
