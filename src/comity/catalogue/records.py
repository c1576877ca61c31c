"""What holds between entries, dated and sourced: members of bodies, parties of treaties, ties of two.

Records are data (``data/records/*.yaml``): a block a body with its members, a block a treaty with its parties, a line
a bilateral tie, a line a state code. What could not be confirmed says so; a missing beginning is not known, and is
never read as "always".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from comity.catalogue.period import Period, reached

Role = Literal["member", "associate member", "observer", "dialogue partner"]

#: Keys of a block, and the role of those listed under each.
ROLES: Final[Mapping[str, Role]] = {
    "members": "member",
    "associate_members": "associate member",
    "observers": "observer",
    "dialogue_partners": "dialogue partner",
}


@dataclass(frozen=True, slots=True)
class Membership:
    """One entry's standing in a body over a period. ``founding`` marks those who were there when it began."""

    body: str
    who: str
    role: Role
    period: Period
    founding: bool
    note: str | None
    sources: tuple[str, ...]
    unconfirmed: bool


Standing = Literal["party", "signatory", "withdrawn"]

#: How consent to be bound is expressed (Vienna Convention on the Law of Treaties, articles 11 to 16), and succession.
CONSENTS: Final = ("ratification", "acceptance", "approval", "accession", "succession", "signature")


@dataclass(frozen=True, slots=True)
class Party:
    """What one state or body did about a treaty: ``signed`` it, and gave its ``consent`` to be bound.

    Dates are those of signature and of the deposit of the instrument of consent, whatever the treaty says of when it
    then binds; ``until`` is the day a withdrawal took effect. ``by`` without ``consent`` is a party since a day that is
    not known, at the earliest that of signature. A continuing state bears its predecessor's actions.
    """

    treaty: str
    who: str
    signed: str | None
    consent: str | None
    by: str | None
    until: str | None
    note: str | None
    sources: tuple[str, ...]
    unconfirmed: bool

    def standing(self, on: str | None = None) -> Standing | None:
        """Return how the state stood to the treaty on a date (None: to this day); None where it had done nothing."""
        if reached(self.until, on):
            return "withdrawn"
        if reached(self.consent or (self.signed if self.by else None), on):
            return "party"
        return "signatory" if reached(self.signed, on) else None


@dataclass(frozen=True, slots=True)
class Tie:
    """One dated bilateral relationship with its grade, in the words of the announcing document."""

    between: tuple[str, str]
    grade: str
    period: Period
    document: str | None
    note: str | None
    sources: tuple[str, ...]
    unconfirmed: bool

    def joins(self, one: str, other: str) -> bool:
        """Tell whether this is a tie of the two, in either order."""
        return {one, other} == set(self.between)


@dataclass(frozen=True, slots=True)
class StateCode:
    """The number and abbreviation of a state in a system of codes (``cow``, ``gw``) over a period."""

    state: str
    system: str
    number: int
    abbreviation: str | None
    period: Period
    sources: tuple[str, ...]


Record = Membership | Tie | StateCode | Party


@dataclass(frozen=True, slots=True)
class Records:
    """All memberships, ties, state codes and parties of treaties of a catalogue."""

    memberships: tuple[Membership, ...] = ()
    ties: tuple[Tie, ...] = ()
    codes: tuple[StateCode, ...] = ()
    parties: tuple[Party, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Record]) -> "Records":
        """Sort records by their kind."""
        rows = list(found)
        return cls(
            tuple(row for row in rows if isinstance(row, Membership)),
            tuple(row for row in rows if isinstance(row, Tie)),
            tuple(row for row in rows if isinstance(row, StateCode)),
            tuple(row for row in rows if isinstance(row, Party)),
        )

    def with_those_of(self, other: "Records") -> "Records":
        """Return these records and those of another catalogue together."""
        return Records(
            (*self.memberships, *other.memberships),
            (*self.ties, *other.ties),
            (*self.codes, *other.codes),
            (*self.parties, *other.parties),
        )

    def codes_of(self, state: str, on: str | None = None) -> list[StateCode]:
        """Return the codes of a state, with a date those that held on it."""
        return [code for code in self.codes if code.state == state and (on is None or code.period.holds(on))]

    def state_of(self, system: str, number: int, on: str | None = None) -> list[StateCode]:
        """Return which states bore a number in a system, with a date which bore it then."""
        return [
            code
            for code in self.codes
            if (code.system, code.number) == (system, number) and (on is None or code.period.holds(on))
        ]

    def members(self, body: str, on: str | None = None) -> list[Membership]:
        """Return who stands in a body on a date (None: to this day), members first, then by name of the role."""
        found = [one for one in self.memberships if one.body == body and one.period.holds(on)]
        return sorted(found, key=lambda one: (one.role != "member", one.role, one.period.since or "9999", one.who))

    def bodies_of(self, who: str, on: str | None = None) -> list[Membership]:
        """Return the bodies in which an entry stands on a date (None: to this day)."""
        return sorted(
            (one for one in self.memberships if one.who == who and one.period.holds(on)),
            key=lambda one: (one.role != "member", one.body),
        )

    def parties_of(self, treaty: str, on: str | None = None) -> list[tuple[Party, Standing]]:
        """Return who stood how to a treaty on a date (None: to this day), those bound first, then by date."""
        order = ("party", "signatory", "withdrawn")
        found = [(one, one.standing(on)) for one in self.parties if one.treaty == treaty]
        standing = [(one, how) for one, how in found if how is not None]
        return sorted(
            standing, key=lambda row: (order.index(row[1]), row[0].consent or row[0].signed or "", row[0].who)
        )

    def treaties_of(self, who: str, on: str | None = None) -> list[tuple[Party, Standing]]:
        """Return the treaties to which an entry stood on a date (None: to this day), by id of the treaty."""
        found = [(one, one.standing(on)) for one in self.parties if one.who == who]
        return sorted(((one, how) for one, how in found if how is not None), key=lambda row: row[0].treaty)

    def between(self, one: str, other: str, on: str | None = None) -> list[Tie]:
        """Return the ties of two entries, earliest first; with a date those that hold on it."""
        found = [tie for tie in self.ties if tie.joins(one, other) and (on is None or tie.period.holds(on))]
        return sorted(found, key=lambda tie: tie.period.since or "")


def read_records(content: Iterable[Mapping[str, object]]) -> Iterator[Record]:
    """Yield the records of one parsed file; rows that are none of these are left to ``check``."""
    for row in content:
        if "body" in row:
            yield from _members(row)
        elif "treaty" in row:
            yield from _parties(row)
        elif "between" in row:
            yield _tie(row)
        elif "system" in row:
            yield _code(row)


def _members(row: Mapping[str, object]) -> Iterator[Membership]:
    shared = _texts(row.get("sources"))
    for key, role in ROLES.items():
        for line in _rows(row.get(key)):
            yield Membership(
                body=str(row["body"]),
                who=str(line["who"]),
                role=role,
                period=_period(line),
                founding=line.get("founding") is True,
                note=_text(line.get("note")),
                sources=_texts(line.get("sources")) or shared,
                unconfirmed=line.get("unconfirmed") is True,
            )


def _parties(row: Mapping[str, object]) -> Iterator[Party]:
    shared = _texts(row.get("sources"))
    for line in _rows(row.get("parties")):
        signed, consent = _text(line.get("signed")), _text(line.get("consent"))
        yield Party(
            treaty=str(row["treaty"]),
            who=str(line["who"]),
            signed=signed,
            consent=consent,
            by=_text(line.get("by")) or ("ratification" if consent else None),
            until=_text(line.get("to")),
            note=_text(line.get("note")),
            sources=_texts(line.get("sources")) or shared,
            unconfirmed=line.get("unconfirmed") is True,
        )


def _tie(row: Mapping[str, object]) -> Tie:
    one, other = _texts(row["between"])
    return Tie(
        between=(one, other),
        grade=str(row["grade"]),
        period=_period(row),
        document=_text(row.get("document")),
        note=_text(row.get("note")),
        sources=_texts(row.get("sources")),
        unconfirmed=row.get("unconfirmed") is True,
    )


def _code(row: Mapping[str, object]) -> StateCode:
    return StateCode(
        state=str(row["state"]),
        system=str(row["system"]),
        number=int(str(row["number"])),
        abbreviation=_text(row.get("abbreviation")),
        period=_period(row),
        sources=_texts(row.get("sources")),
    )


def _period(row: Mapping[str, object]) -> Period:
    return Period(_text(row.get("from")), _text(row.get("to")))


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _text(value: object) -> str | None:
    return None if value is None else str(value)
