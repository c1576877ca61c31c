"""What is wrong in the catalogue's files, each fault with file and line.

Loading stops at the first fault that makes the data unusable; checking lists every fault there is, those too that
only make it untrustworthy: a fact without a source, a member before the founding, two entries that share a name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.catalogue.entry import KINDS
from comity.catalogue.fold import name_key
from comity.catalogue.period import Period, before, is_edtf
from comity.catalogue.records import ROLES
from comity.model import Problem

_LINE = "__line__"
_DATED = ("from", "to", "founded", "adopted", "in_force", "as_of")
_REFERRING = ("parties", "states")
_KNOWN_KEYS = frozenset(
    ("id", "kind", "name", "formal", "names", "acronyms", "adjectives", "metonyms", "contextual", "ambiguous", "actor",
     "capital", "codes", "parties", "states", "under", "broader", "topics", "note", "office", "sources", "unconfirmed",
     *_DATED)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry or record as it stands in a file, with the line it begins on."""

    file: str
    line: int
    data: Mapping[str, Any]

    def fault(self, kind: str, message: str) -> Problem:
        return Problem(self.file, kind, message, self.line)


@dataclass(frozen=True, slots=True)
class _Files:
    """Everything that was parsed: entries, records, and the keys of sources."""

    entries: list[_Row]
    records: list[_Row]
    sources: frozenset[str]

    @property
    def by_id(self) -> dict[str, _Row]:
        return {row.data["id"]: row for row in self.entries if isinstance(row.data.get("id"), str)}


def check_folder(folder: Path) -> list[Problem]:
    """Return every fault in the YAML files of a catalogue folder and of its ``records``, in file order."""
    files, faults = _parse([*sorted(folder.glob("*.yaml")), *sorted((folder / "records").glob("*.yaml"))], folder)
    known = files.by_id
    for rule in (_shape, _dates, _sourced):
        for row in [*files.entries, *files.records]:
            faults += rule(row, files)
    faults += _twice(files)
    faults += _shared_names(files)
    for row in files.entries:
        faults += _references(row, known)
    for row in files.records:
        faults += _record_faults(row, known)
    faults += _codes_twice(files)
    return sorted(faults, key=lambda fault: (fault.source, fault.line or 0, fault.message))


def _parse(paths: Iterable[Path], folder: Path) -> tuple[_Files, list[Problem]]:
    import yaml

    entries: list[_Row] = []
    records: list[_Row] = []
    sources: set[str] = set()
    faults: list[Problem] = []
    for path in paths:
        name = str(path.relative_to(folder))
        try:
            content = yaml.load(path.read_bytes(), Loader=_loader())
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            faults.append(Problem(name, "not-yaml", f"not valid YAML: {error}", mark.line + 1 if mark else None))
            continue
        if isinstance(content, dict):
            sources |= {key for key in content if key != _LINE}
        elif isinstance(content, list):
            rows = [_Row(name, row.get(_LINE, 0), row) for row in content if isinstance(row, dict)]
            (records if path.parent != folder else entries).extend(rows)
            if len(rows) < len(content):
                faults.append(Problem(name, "not-a-list", "something in the list is no entry"))
        elif content is not None:
            faults.append(Problem(name, "not-a-list", "a file is a list of entries or of records, or maps sources"))
    return _Files(entries, records, frozenset(sources)), faults


def _loader() -> Any:
    """Return a YAML loader whose mappings know the line they begin on."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        pass

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        return {**loader.construct_mapping(node, deep=True), _LINE: node.start_mark.line + 1}

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    return Loader


def _shape(row: _Row, files: _Files) -> Iterator[Problem]:
    data = row.data
    if row in files.records:
        return
    if data.get("kind") not in KINDS:
        yield row.fault("bad-kind", f"{data.get('id')}: kind {data.get('kind')!r} is none of {', '.join(KINDS)}")
    yield from (
        row.fault("missing-key", f"{data.get('id')}: '{key}' is missing") for key in ("id", "name") if not data.get(key)
    )
    unknown = sorted(set(data) - _KNOWN_KEYS - {_LINE})
    if unknown:
        yield row.fault("unknown-key", f"{data.get('id')}: unknown keys {', '.join(unknown)}")


def _dates(row: _Row, files: _Files) -> Iterator[Problem]:
    for key, value in _dated(row.data):
        if not isinstance(value, str) or not is_edtf(value):
            yield row.fault("bad-date", f"{_called(row)}: {key} {value!r} is no YYYY, YYYY-MM or YYYY-MM-DD (quote it)")
    since, until = row.data.get("from"), row.data.get("to")
    if isinstance(since, str) and isinstance(until, str) and before(until, since):
        yield row.fault("ends-before-it-begins", f"{_called(row)}: from {since} to {until}")


def _dated(data: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield from ((key, data[key]) for key in _DATED if key in data)
    for role in ROLES:
        for line in data.get(role) or ():
            yield from ((key, line[key]) for key in ("from", "to") if key in line)


def _sourced(row: _Row, files: _Files) -> Iterator[Problem]:
    sources = row.data.get("sources") or ()
    if not sources and not row.data.get("unconfirmed"):
        yield row.fault("no-source", f"{_called(row)}: neither 'sources' nor 'unconfirmed: true'")
    for key in sources:
        if key not in files.sources:
            yield row.fault("unknown-source", f"{_called(row)}: source {key!r} is in no sources file")


def _twice(files: _Files) -> Iterator[Problem]:
    seen: dict[str, _Row] = {}
    for row in files.entries:
        entry = row.data.get("id")
        if entry in seen:
            first = seen[entry]
            yield row.fault("id-twice", f"id {entry!r} is also at {first.file}:{first.line}")
        elif isinstance(entry, str):
            seen[entry] = row


def _shared_names(files: _Files) -> Iterator[Problem]:
    """Yield names that two entries bear without saying so (``ambiguous`` and ``contextual`` say so; persons share)."""
    owners: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in files.entries:
        if row.data.get("kind") == "person":
            continue
        names = [row.data.get("name"), row.data.get("formal"), *(row.data.get("names") or ())]
        for key in {name_key(name) for name in names if isinstance(name, str)}:
            owners[key].append(row)
    for key, rows in owners.items():
        for row in rows[1:]:
            yield row.fault("shared-name", f"{_called(row)}: the name {key!r} is also that of {_called(rows[0])}")


def _references(row: _Row, known: Mapping[str, _Row]) -> Iterator[Problem]:
    named = [key for field in _REFERRING for key in row.data.get(field) or ()]
    named += [row.data[field] for field in ("under", "broader") if row.data.get(field)]
    for key in named:
        if key not in known:
            yield row.fault("unknown-id", f"{_called(row)}: {key!r} is no entry")


def _record_faults(row: _Row, known: Mapping[str, _Row]) -> Iterator[Problem]:
    if "body" in row.data:
        yield from _membership_faults(row, known)
    elif "between" in row.data:
        yield from _tie_faults(row, known)
    elif "system" in row.data:
        yield from _code_faults(row, known)
    else:
        yield row.fault("bad-record", "a record has a 'body', is 'between' two, or gives a 'system' of codes")


def _code_faults(row: _Row, known: Mapping[str, _Row]) -> Iterator[Problem]:
    if row.data.get("state") not in known:
        yield row.fault("unknown-id", f"{row.data.get('state')!r} is no entry")
    if not isinstance(row.data.get("number"), int):
        yield row.fault("bad-code", f"{_called(row)}: number {row.data.get('number')!r} is no number")


def _codes_twice(files: _Files) -> Iterator[Problem]:
    """Yield numbers that two states bear in one system at one time."""
    seen: defaultdict[tuple[str, int], list[tuple[Period, _Row]]] = defaultdict(list)
    for row in files.records:
        if "system" not in row.data:
            continue
        period = Period(row.data.get("from"), row.data.get("to"))
        held = seen[str(row.data["system"]), row.data.get("number", 0)]
        for other, first in held:
            if period.overlaps(other):
                yield row.fault("code-twice", f"{_called(row)}: number also at {first.file}:{first.line}")
        held.append((period, row))


def _membership_faults(row: _Row, known: Mapping[str, _Row]) -> Iterator[Problem]:
    body = known.get(row.data["body"])
    if body is None:
        yield row.fault("unknown-id", f"body {row.data['body']!r} is no entry")
        return
    founded = body.data.get("founded")
    periods: defaultdict[tuple[str, str], list[Period]] = defaultdict(list)
    for role in ROLES:
        for line in row.data.get(role) or ():
            who, since = line.get("who"), line.get("from")
            at = _Row(row.file, line.get(_LINE, row.line), line)
            if who not in known:
                yield at.fault("unknown-id", f"{row.data['body']}: {who!r} is no entry")
            if isinstance(founded, str) and isinstance(since, str) and before(since, founded):
                yield at.fault("before-founding", f"{row.data['body']}: {who} from {since}, founded {founded}")
            period = Period(since, line.get("to"))
            if any(period.overlaps(other) for other in periods[role, who]):
                yield at.fault("overlapping", f"{row.data['body']}: two periods of {who} as {ROLES[role]} overlap")
            periods[role, who].append(period)


def _tie_faults(row: _Row, known: Mapping[str, _Row]) -> Iterator[Problem]:
    between = row.data.get("between") or ()
    if len(between) != 2:
        yield row.fault("bad-tie", f"a tie is between two, not {list(between)!r}")
    if not row.data.get("grade"):
        yield row.fault("missing-key", f"{_called(row)}: 'grade' is missing")
    yield from (row.fault("unknown-id", f"{who!r} is no entry") for who in between if who not in known)


def _called(row: _Row) -> str:
    data = row.data
    named = data.get("id") or data.get("body") or data.get("state")
    return str(named or " - ".join(map(str, data.get("between") or ())) or "an entry")
