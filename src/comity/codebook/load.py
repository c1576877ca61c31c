"""The codebook as data: acts, kinds, forces, topics, and the wording that marks each.

The data is cross-checked when it is loaded: a wording brings about one act, and an act, force or kind that is
named anywhere is defined. ``takes`` and ``names`` give the kind of an object that only its act tells,
``deeds`` the verbs that are act and activity in one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, cast

from comity.model import ComityError

_MARKING = ("modals", "verbs", "adjectives", "nouns")


class CodebookError(ComityError):
    """Raise where the codebook's data contradicts itself; the message names the wording."""


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a field: its id, what it means, and the words that mark it."""

    id: str
    definition: str
    wording: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """A wording whose act depends on the kind of the object; ``by_kind`` first, else ``otherwise``."""

    by_kind: Mapping[str, str]
    otherwise: str

    def act(self, kind: str | None) -> str:
        """Return the act on an object of ``kind``."""
        return self.by_kind.get(kind or "", self.otherwise)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marking word does: its force, and for promising and telling the strength."""

    force: str
    strength: str | None


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codebook of one version. Wordings are lower-case lemmas ("abide by", "implementation of").

    ``actors`` holds the words that stand for actors, by role; ``through`` those that act and force are read through.
    """

    version: str
    acts: Mapping[str, Term]
    kinds: Mapping[str, Term]
    forces: Mapping[str, Term]
    topics: Mapping[str, Term]
    verbs: Mapping[str, Sense]
    nouns: Mapping[str, Sense]
    adjectives: Mapping[str, Sense]
    modals: Mapping[str, Marker]
    marking_verbs: Mapping[str, Marker]
    marking_nouns: Mapping[str, Marker]
    marking_adjectives: Mapping[str, Marker]
    heads: Mapping[str, str]
    through: Mapping[str, frozenset[str]]
    takes: Mapping[str, str]
    names: Mapping[str, str]
    actors: Mapping[str, frozenset[str]]
    deeds: Mapping[str, str]


@cache
def load() -> Codebook:
    """Return the codebook that comes with the package; raise :class:`CodebookError` if it contradicts itself."""
    about, acts, kinds = _read("codebook"), _rows("acts"), _rows("kinds")
    forces, topics, senses = _rows("forces"), _rows("topics"), _rows("senses")
    known = {str(act["id"]) for act in acts}
    ambiguous = {str(row["wording"]): _sense(row, known) for row in senses}
    return Codebook(
        version=str(about["version"]),
        acts=_terms(acts, ("verbs", "nouns", "adjectives")),
        kinds=_terms(kinds, ("heads",)),
        forces=_force_terms(forces),
        topics=_terms(topics, ("words",)),
        verbs=_wordings(acts, "verbs", ambiguous),
        nouns=_wordings(acts, "nouns", ambiguous),
        adjectives=_wordings(acts, "adjectives", ambiguous),
        modals=_markers(forces, "modals"),
        marking_verbs=_markers(forces, "verbs"),
        marking_nouns=_markers(forces, "nouns"),
        marking_adjectives=_markers(forces, "adjectives"),
        heads={head: str(kind["id"]) for kind in kinds for head in _strings(kind, "heads")},
        takes={str(act["id"]): str(act["takes"]) for act in acts if "takes" in act},
        names={str(act["id"]): str(act["names"]) for act in acts if "names" in act},
        deeds={verb: str(act["id"]) for act in acts for verb in _strings(act, "deeds")},
        actors={role: frozenset(words) for role, words in _read("actors").items()},
        through={key: frozenset(words) for key, words in _read("through").items()},
    )


def _read(name: str) -> dict[str, Any]:
    import yaml

    text = resources.files("comity.codebook").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return cast("dict[str, Any]", yaml.load(text, Loader=loader))


def _rows(name: str) -> list[Mapping[str, object]]:
    return cast("list[Mapping[str, object]]", _read(name))


def _strings(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(one) for one in cast("Iterable[object]", row.get(key, ())))


def _terms(rows: Iterable[Mapping[str, object]], keys: tuple[str, ...]) -> dict[str, Term]:
    return {
        str(row["id"]): Term(
            str(row["id"]), str(row["definition"]), tuple(w for key in keys for w in _strings(row, key))
        )
        for row in rows
    }


def _force_terms(rows: Iterable[Mapping[str, object]]) -> dict[str, Term]:
    found = {}
    for row in rows:
        words = tuple(word for part in _degrees(row).values() for key in _MARKING for word in _strings(part, key))
        found[str(row["id"])] = Term(str(row["id"]), str(row["definition"]), words)
    return found


def _degrees(row: Mapping[str, object]) -> dict[str | None, Mapping[str, object]]:
    """Return the marking words by strength; forces without strength have theirs at the top."""
    found: dict[str | None, Mapping[str, object]] = {}
    for strength in ("firm", "soft"):
        if strength in row:
            found[strength] = cast("Mapping[str, object]", row[strength])
    return found or {None: row}


def _markers(rows: Iterable[Mapping[str, object]], part: str) -> dict[str, Marker]:
    return {
        word: Marker(str(row["id"]), strength)
        for row in rows
        for strength, words in _degrees(row).items()
        for word in _strings(words, part)
    }


def _sense(row: Mapping[str, object], known: set[str]) -> Sense:
    by_kind = {str(kind): str(act) for kind, act in row.items() if kind not in ("wording", "else")}
    unknown = {*by_kind.values(), str(row["else"])} - known
    if unknown:
        raise CodebookError(f"senses.yaml: {row['wording']!r} names unknown acts {', '.join(sorted(unknown))}")
    return Sense(by_kind, str(row["else"]))


def _wordings(acts: Iterable[Mapping[str, object]], part: str, ambiguous: Mapping[str, Sense]) -> dict[str, Sense]:
    found: dict[str, Sense] = dict(ambiguous)
    for act in acts:
        for wording in _strings(act, part):
            if wording in found:
                raise CodebookError(f"acts.yaml: {wording!r} under {act['id']} already brings about {found[wording]}")
            found[wording] = Sense({}, str(act["id"]))
    return found
