"""``comity catalogue members``, ``bodies``, ``parties`` and ``between``: what holds between entries, by date."""

from typing import Annotated

import typer

from comity.catalogue import Catalogue, Membership, Tie
from comity.cli.catalogue.rows import DateOption, FormOption, Row, checked_date, entry_named, put
from comity.model.errors import ComityError


def members(
    body: Annotated[str, typer.Argument(metavar="BODY", help="An id or a name: sco, ASEAN.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print who stands in a body: members, observers, dialogue partners, with their dates."""
    from comity.catalogue import load

    catalogue = load()
    entry = entry_named(catalogue, body)
    found = catalogue.records.members(entry.id, checked_date(on))
    if not found:
        raise ComityError(f"the catalogue has no members of {entry.name} on record" + (f" on {on}" if on else ""))
    put([_membership(catalogue, one, one.who) for one in found], form)


def bodies(
    who: Annotated[str, typer.Argument(metavar="STATE", help="An id or a name: IND, Mongolia.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the bodies in which a state or body stands, with its dates."""
    from comity.catalogue import load

    catalogue = load()
    entry = entry_named(catalogue, who)
    found = catalogue.records.bodies_of(entry.id, checked_date(on))
    put([_membership(catalogue, one, one.body) for one in found], form)


def parties(
    instrument: Annotated[str, typer.Argument(metavar="ID", help="An id or a name of an instrument or relationship.")],
    form: FormOption = None,
) -> None:
    """Print the parties of a bilateral or trilateral instrument or relationship."""
    from comity.catalogue import load

    catalogue = load()
    entry = entry_named(catalogue, instrument)
    if not entry.parties:
        raise ComityError(f"the catalogue has no parties of {entry.name} on record")
    put([{"id": who, "name": catalogue[who].name if who in catalogue else who} for who in entry.parties], form)


def between(
    one: Annotated[str, typer.Argument(metavar="A", help="An id or a name: CHN.")],
    other: Annotated[str, typer.Argument(metavar="B", help="An id or a name: Pakistan.")],
    on: DateOption = None,
    form: FormOption = None,
) -> None:
    """Print the dated ties between two states or bodies, earliest first."""
    from comity.catalogue import load

    catalogue = load()
    first, second = entry_named(catalogue, one), entry_named(catalogue, other)
    found = catalogue.records.between(first.id, second.id, checked_date(on))
    if not found:
        raise ComityError(f"the catalogue has no tie between {first.name} and {second.name} on record")
    put([_tie(tie) for tie in found], form)


def _membership(catalogue: Catalogue, one: Membership, shown: str) -> Row:
    return {
        "id": shown,
        "name": catalogue[shown].name if shown in catalogue else shown,
        "role": "founding member" if one.founding else one.role,
        "from": one.period.since,
        "to": one.period.until,
        "note": one.note,
        "sources": one.sources,
        "unconfirmed": one.unconfirmed,
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
