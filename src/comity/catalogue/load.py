"""YAML -> entries. Whatever is wrong in a file is said with the file and the entry; nothing is guessed.

Parsing megabytes of YAML takes longer than coding a page, so what was parsed is kept in the cache; a changed byte in
any file makes it anew. Records are read when they are first asked for: coding text needs none.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib import resources
from pathlib import Path

from comity.catalogue.cache import digest, kept, uncollected
from comity.catalogue.catalogue import Catalogue
from comity.catalogue.entry import KINDS, Entry
from comity.catalogue.records import Record, Records, read_records
from comity.model import ComityError

VERSION = "2026.11"

_SINCE = ("from", "founded", "adopted")
_UNTIL = ("to",)
_OWN = {
    "id", "kind", "name", "formal", "note", "unconfirmed", "actor", "names", "acronyms", "adjectives", "metonyms",
    "contextual", "ambiguous", "parties", "topics", "sources", *_SINCE, *_UNTIL,
}  # fmt: skip


class CatalogueError(ComityError):
    """Raise where the catalogue's data cannot be used; the message names file and entry."""


@cache
@uncollected()
def load() -> Catalogue:
    """Return the catalogue that comes with the package, with the workspace's own entries over it.

    The workspace is the folder that ``COMITY_WORKSPACE`` names; its ``catalogue`` folder holds files of the same form.
    An entry there replaces the one with its id; the version then carries a digest of the workspace's files.
    """
    own = load_folder(Path(str(resources.files("comity.catalogue") / "data")))
    workspace = os.environ.get("COMITY_WORKSPACE")
    return own if workspace is None else _overlaid(own, Path(workspace) / "catalogue")


def load_folder(folder: Path) -> Catalogue:
    """Read every YAML file of ``folder``; raise :class:`CatalogueError` for a fault in the data.

    A fault in a record is raised when the records are first asked for.
    """
    texts = _texts(folder)
    dated = {name: text for name, text in texts.items() if _holds_records(name)}
    named = {name: text for name, text in texts.items() if name not in dated}
    key = digest(named)
    sources: dict[str, Mapping[str, object]] = {}
    entries: list[Entry] = []
    for name, content in _parsed("catalogue", key, named).items():
        if isinstance(content, dict):
            sources.update(content)
        elif content is not None:
            entries.extend(_entries(name, content))
    return Catalogue(_unique(entries), sources, VERSION, partial(_read_records, dated), key)


def _overlaid(own: Catalogue, folder: Path) -> Catalogue:
    over = load_folder(folder)
    return Catalogue(
        {**own.entries, **over.entries},
        {**own.sources, **over.sources},
        f"{own.version}+{digest(_texts(folder))[:8]}",
        lambda: own.records.with_those_of(over.records),
        digest({"own": str(own.digest).encode(), "over": str(over.digest).encode()}),
    )


def _holds_records(name: str) -> bool:
    return name.startswith("records/") and not name.startswith("records/sources")


def _texts(folder: Path) -> dict[str, bytes]:
    files = sorted([*folder.glob("*.yaml"), *folder.glob("records/*.yaml")])
    if not files:
        raise CatalogueError(f"{folder}: there is no catalogue here (no .yaml file)")
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def _parsed(what: str, key: str, texts: Mapping[str, bytes]) -> dict[str, object]:
    return kept(what, key, lambda: {name: _yaml(name, text) for name, text in texts.items()})


def _yaml(name: str, text: bytes) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise CatalogueError(f"{name}: not valid YAML: {error}") from error


def _read_records(texts: Mapping[str, bytes]) -> Records:
    parsed = _parsed("records", digest(texts), texts) if texts else {}
    return Records.of(one for name, content in parsed.items() for one in _records(name, content))


def _records(file: str, content: object) -> Iterable[Record]:
    if content is None:
        return
    if not isinstance(content, list):
        raise CatalogueError(f"{file}: the file should be a list of records")
    try:
        yield from read_records(content)
    except (KeyError, ValueError, TypeError) as error:
        raise CatalogueError(f"{file}: a record is broken ({error}); 'comity catalogue check' says where") from error


def _entries(file: str, content: object) -> Iterable[Entry]:
    if not isinstance(content, list):
        raise CatalogueError(f"{file}: the file should be a list of entries (or, for sources, a mapping)")
    for number, row in enumerate(content, 1):
        if not isinstance(row, dict):
            raise CatalogueError(f"{file}: item {number} is not an entry")
        yield _entry(f"{file}: {row.get('id') or f'item {number}'}", row)


def _entry(where: str, row: Mapping[str, object]) -> Entry:
    for key in ("id", "kind", "name"):
        if not isinstance(row.get(key), str):
            raise CatalogueError(f"{where}: '{key}' is missing or not text")
    if row["kind"] not in KINDS:
        raise CatalogueError(f"{where}: kind {row['kind']!r} is none of {', '.join(KINDS)}")

    def listed(key: str) -> tuple[str, ...]:
        return _strings(where, key, row.get(key))

    return Entry(
        id=str(row["id"]),
        kind=str(row["kind"]),
        name=str(row["name"]),
        formal=_optional(row.get("formal")),
        note=_optional(row.get("note")),
        acts=row.get("actor") is True,
        unconfirmed=row.get("unconfirmed") is True,
        extra={key: value for key, value in row.items() if key not in _OWN},
        names=listed("names"),
        acronyms=listed("acronyms"),
        adjectives=listed("adjectives"),
        metonyms=listed("metonyms"),
        contextual=listed("contextual"),
        ambiguous=listed("ambiguous"),
        parties=listed("parties"),
        topics=listed("topics"),
        sources=listed("sources"),
        since=_first(row, _SINCE),
        until=_first(row, _UNTIL),
    )


def _strings(where: str, key: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise CatalogueError(f"{where}: '{key}' should be a list of texts (quote numbers and dates)")
    return tuple(value)


def _first(row: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    return next((str(row[key]) for key in keys if row.get(key)), None)


def _optional(value: object) -> str | None:
    return None if value is None else str(value)


def _unique(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise CatalogueError(f"id {entry.id!r} is used twice: {found[entry.id].name!r} and {entry.name!r}")
        found[entry.id] = entry
    return found
