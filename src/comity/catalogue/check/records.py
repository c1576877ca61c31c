"""Rules for records: members, parties, ties and codes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from comity.catalogue.check.rows import LINE, Files, Row
from comity.catalogue.period import Period, before
from comity.catalogue.records import CONSENTS, ROLES
from comity.model import Problem


def record_faults(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield what is wrong in one record, whichever sort it is of."""
    if "body" in row.data:
        yield from _membership_faults(row, known)
    elif "treaty" in row.data:
        yield from _party_faults(row, known)
    elif "between" in row.data:
        yield from _tie_faults(row, known)
    elif "system" in row.data:
        yield from _code_faults(row, known)
    else:
        yield row.fault("bad-record", "a record has a 'body' or a 'treaty', is 'between' two, or has a 'system'")


def _code_faults(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    if row.data.get("state") not in known:
        yield row.fault("unknown-id", f"{row.data.get('state')!r} is no entry")
    if not isinstance(row.data.get("number"), int):
        yield row.fault("bad-code", f"{row.called}: number {row.data.get('number')!r} is no number")


def codes_twice(files: Files) -> Iterator[Problem]:
    """Yield numbers that two states bear in one system at one time."""
    seen: defaultdict[tuple[str, int], list[tuple[Period, Row]]] = defaultdict(list)
    for row in files.records:
        if "system" not in row.data:
            continue
        period = Period(row.data.get("from"), row.data.get("to"))
        held = seen[str(row.data["system"]), row.data.get("number", 0)]
        for other, first in held:
            if period.overlaps(other):
                yield row.fault("code-twice", f"{row.called}: number also at {first.file}:{first.line}")
        held.append((period, row))


def _membership_faults(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    body = known.get(row.data["body"])
    if body is None:
        yield row.fault("unknown-id", f"body {row.data['body']!r} is no entry")
        return
    founded = body.data.get("founded")
    periods: defaultdict[tuple[str, str], list[Period]] = defaultdict(list)
    for role in ROLES:
        for line in row.data.get(role) or ():
            who, since = line.get("who"), line.get("from")
            at = Row(row.file, line.get(LINE, row.line), line)
            if who not in known:
                yield at.fault("unknown-id", f"{row.data['body']}: {who!r} is no entry")
            if isinstance(founded, str) and isinstance(since, str) and before(since, founded):
                yield at.fault("before-founding", f"{row.data['body']}: {who} from {since}, founded {founded}")
            period = Period(since, line.get("to"))
            if any(period.overlaps(other) for other in periods[role, who]):
                yield at.fault("overlapping", f"{row.data['body']}: two periods of {who} as {ROLES[role]} overlap")
            periods[role, who].append(period)


def _party_faults(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    treaty = known.get(row.data["treaty"])
    if treaty is None:
        yield row.fault("unknown-id", f"treaty {row.data['treaty']!r} is no entry")
        return
    seen: set[object] = set()
    for line in row.data.get("parties") or ():
        who = line.get("who")
        at, called = Row(row.file, line.get(LINE, row.line), line), f"{row.data['treaty']}: {who}"
        if who not in known:
            yield at.fault("unknown-id", f"{called} is no entry")
        if who in seen:
            yield at.fault("party-twice", f"{called} is there twice")
        if not line.get("to"):
            seen.add(who)
        if not line.get("signed") and not line.get("consent"):
            yield at.fault("missing-key", f"{called} neither 'signed' nor gave 'consent'")
        if line.get("by") not in (None, *CONSENTS):
            yield at.fault("bad-consent", f"{called}: by {line['by']!r} is none of {', '.join(CONSENTS)}")
        yield from (at.fault(fault, f"{called}: {how}") for fault, how in _disorder(line, treaty.data.get("adopted")))


def _disorder(line: Mapping[str, Any], adopted: object) -> Iterator[tuple[str, str]]:
    """Yield what did not come in its order: adoption, signature, consent, withdrawal."""
    steps = (("adopted", adopted), *((key, line.get(key)) for key in ("signed", "consent", "to")))
    dated = [(key, date) for key, date in steps if isinstance(date, str)]
    for (first, early), (second, late) in pairwise(dated):
        if before(late, early):
            yield "out-of-order", f"{second} {late}, but {first} {early}"


def _tie_faults(row: Row, known: Mapping[str, Row]) -> Iterator[Problem]:
    between = row.data.get("between") or ()
    if len(between) != 2:
        yield row.fault("bad-tie", f"a tie is between two, not {list(between)!r}")
    if not row.data.get("grade"):
        yield row.fault("missing-key", f"{row.called}: 'grade' is missing")
    yield from (row.fault("unknown-id", f"{who!r} is no entry") for who in between if who not in known)
