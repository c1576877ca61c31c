"""The catalogue's files as they stand: entries and records with the line each begins on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.model import Problem

LINE = "__line__"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry or record as it stands in a file, with the line it begins on."""

    file: str
    line: int
    data: Mapping[str, Any]

    @property
    def called(self) -> str:
        """Return what the row is about: its id, its body, its treaty, its two."""
        named = next((self.data[key] for key in ("id", "body", "treaty", "state") if self.data.get(key)), None)
        return str(named or " - ".join(map(str, self.data.get("between") or ())) or "an entry")

    def fault(self, kind: str, message: str) -> Problem:
        """Return a fault at this row."""
        return Problem(self.file, kind, message, self.line)


@dataclass(frozen=True, slots=True)
class Files:
    """Everything that was parsed: entries, records, and the keys of sources."""

    entries: list[Row]
    records: list[Row]
    sources: frozenset[str]

    @property
    def by_id(self) -> dict[str, Row]:
        """Return the entries by id."""
        return {row.data["id"]: row for row in self.entries if isinstance(row.data.get("id"), str)}


def parse(paths: Iterable[Path], folder: Path) -> tuple[Files, list[Problem]]:
    """Read the files; those that cannot be read become faults, and keep no other from being read."""
    import yaml

    entries: list[Row] = []
    records: list[Row] = []
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
            sources |= {key for key in content if key != LINE}
        elif isinstance(content, list):
            rows = [Row(name, row.get(LINE, 0), row) for row in content if isinstance(row, dict)]
            (records if path.parent != folder else entries).extend(rows)
            if len(rows) < len(content):
                faults.append(Problem(name, "not-a-list", "something in the list is no entry"))
        elif content is not None:
            faults.append(Problem(name, "not-a-list", "a file is a list of entries or of records, or maps sources"))
    return Files(entries, records, frozenset(sources)), faults


def _loader() -> Any:
    """Return a YAML loader whose mappings know the line they begin on."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        pass

    def mapping(loader: Any, node: Any) -> dict[Any, Any]:
        return {**loader.construct_mapping(node, deep=True), LINE: node.start_mark.line + 1}

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    return Loader
