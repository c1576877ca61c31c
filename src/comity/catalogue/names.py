"""Names in text: one Aho-Corasick automaton over every name, longest match first.

Case decides what a name may stand for: acronyms match in exactly their capitals (DOC is not "doc", US not "us") or,
from four letters on, as a name (Asean, Nato); a name with capitals needs them at the start of the same words, or
everywhere (JOINT STATEMENT ON CHINA); names of ideas (rule of law) match in any case. A match never begins or ends
inside a word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast

from comity.catalogue import fold as fold_module
from comity.catalogue.cache import digest, kept, uncollected
from comity.catalogue.catalogue import Catalogue
from comity.catalogue.entry import Entry
from comity.catalogue.fold import fold, spellings

Role = Literal["name", "acronym", "adjective", "metonym", "contextual", "ambiguous", "defined"]

_RUN = re.compile("  +")
_RANK = ("name", "acronym", "adjective", "metonym", "defined", "ambiguous", "contextual")
#: Words of place names that are as often written small: the Korean peninsula, the Taiwan strait.
_GENERIC = frozenset(
    ("peninsula", "sea", "seas", "strait", "straits", "ocean", "gulf", "bay", "river", "islands", "island", "shoal",
     "reef", "basin", "canal", "channel", "region", "border", "corridor", "delta", "lake")
)  # fmt: skip
_ANY_CASE = ("activity", "principle", "issue", "relationship", "collective")
_LONGEST_PLURAL = 5
_PLURAL_KINDS = ("activity", "mechanism", "instrument", "relationship")


class Match(NamedTuple):
    """A name at ``[start, end)`` of the text that was searched, and the entries it may stand for, best first.

    ``confidence`` is how likely the first is meant, 0 to 1; only the context of a document lowers it.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    role: Role
    confidence: float = 1.0


class _Pattern(NamedTuple):
    name: str
    entry: str
    role: Role
    exact: bool

    def written(self) -> str:
        """Return the pattern as one text, which is quicker to keep and to load than a list."""
        return "\t".join((self.name, self.entry, self.role, "exact" if self.exact else ""))

    @classmethod
    def read(cls, text: str) -> "_Pattern":
        """Return the pattern that was written so."""
        name, entry, role, exact = text.split("\t")
        return cls(name, entry, cast("Role", role), bool(exact))


class NameMatcher:
    """Find the catalogue's names in text."""

    @uncollected()
    def __init__(self, catalogue: Catalogue) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        self._entries = catalogue.entries
        keys, self._patterns = _by_key(catalogue)
        self._automaton = AhoCorasick(
            keys,
            matchkind=MatchKind.Standard,
            implementation=Implementation.NoncontiguousNFA,
            store_patterns=False,
        )

    def find(self, text: str, *, contextual: bool = True) -> list[Match]:
        """Return the matches in text order; they do not overlap, and of two the longer one stands."""
        folded, at = _squeezed(fold(text))
        found: list[Match] = []
        for index, first, last in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if _inside_word(folded, first, last):
                continue
            start, end = (first, last) if at is None else (at[first], at[last - 1] + 1)
            surface = text[start:end]
            fitting = [p for p in map(_Pattern.read, self._patterns[index]) if self._case_fits(p, surface)]
            if not contextual:
                fitting = [p for p in fitting if p.role != "contextual"]
            if fitting:
                found.append(Match(start, end, self._borne_by(fitting), fitting[0].role))
        return longest(found)

    def _borne_by(self, patterns: Sequence[_Pattern]) -> tuple[Entry, ...]:
        return tuple(dict.fromkeys(self._entries[pattern.entry] for pattern in patterns))

    def _case_fits(self, pattern: _Pattern, surface: str) -> bool:
        if pattern.exact:
            return surface == pattern.name or (len(surface) > 3 and surface == pattern.name.capitalize())
        if self._entries[pattern.entry].kind in _ANY_CASE or surface.isupper():
            return True
        words = zip(pattern.name.replace("-", " ").split(), surface.replace("-", " ").split(), strict=False)
        if self._entries[pattern.entry].kind == "place" and pattern.role == "name":
            return all(word[0].isupper() or name.lower() in _GENERIC for name, word in words if name[0].isupper())
        return all(not name[0].isupper() or word[0].isupper() for name, word in words)


def longest(matches: Sequence[Match]) -> list[Match]:
    """Keep, of matches that overlap, the one that begins first and is longest.

    A short form that needs context ("the Treaty") gives way to any full name it overlaps ("Treaty of Rarotonga").
    """
    full = _leftmost([match for match in matches if match.role != "contextual"])
    short = [match for match in matches if match.role == "contextual"]
    return _leftmost([*full, *(match for match in short if not any(_overlap(match, other) for other in full))])


def _leftmost(matches: Sequence[Match]) -> list[Match]:
    kept: list[Match] = []
    reach = 0
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if match.start >= reach:
            kept.append(match)
            reach = match.end
    return kept


def _squeezed(folded: str) -> tuple[str, list[int] | None]:
    """Return a text with each run of spaces as one, and the offset of each character; None where nothing changed."""
    if "  " not in folded:
        return folded, None
    at: list[int] = []
    start = 0
    for run in _RUN.finditer(folded):
        at.extend(range(start, run.start() + 1))
        start = run.end()
    at.extend(range(start, len(folded)))
    return _RUN.sub(" ", folded), at


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end


def _by_key(catalogue: Catalogue) -> tuple[list[str], list[list[str]]]:
    """Return the folded spellings of all names, and what each stands for, from the cache if the data has a digest."""
    if catalogue.digest is None:
        grouped = _grouped(catalogue)
    else:
        code = {path.name: path.read_bytes() for path in (Path(__file__), Path(fold_module.__file__))}
        grouped = kept("names", f"{catalogue.digest}{digest(code)[:8]}", lambda: _grouped(catalogue))
    return list(grouped), list(grouped.values())


def _grouped(catalogue: Catalogue) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for pattern in sorted(_patterns(catalogue.entries.values()), key=lambda one: _RANK.index(one.role)):
        for key in [fold(pattern.name)] if pattern.exact else spellings(pattern.name):
            grouped.setdefault(key, []).append(pattern.written())
    return dict(sorted(grouped.items()))  # neighbours share their beginnings, which builds the automaton faster


def _patterns(entries: Iterable[Entry]) -> Iterator[_Pattern]:
    for entry in entries:
        if entry.kind == "collective":  # known by grammar, which keeps all their words ("all parties concerned")
            continue
        for role, names in _named(entry):
            for name in names:
                exact = role == "acronym" or (name.isupper() and len(name) <= 8)
                yield _Pattern(name, entry.id, role, exact)
                if not exact and role == "name" and _has_plural(name, entry):
                    yield _Pattern(_plural(name), entry.id, role, False)


def _named(entry: Entry) -> Iterator[tuple[Role, tuple[str, ...]]]:
    formal = (entry.formal,) if entry.formal else ()
    yield "name", tuple(dict.fromkeys((entry.name, *formal, *entry.names)))
    yield "acronym", entry.acronyms
    yield "adjective", entry.adjectives
    yield "metonym", entry.metonyms
    yield "contextual", entry.contextual
    yield "ambiguous", entry.ambiguous


def _has_plural(name: str, entry: Entry) -> bool:
    """Tell whether a name may stand in the plural by its last word.

    There is one alliance of the United States and Japan; and of long names the head stands further on.
    """
    one = bool(entry.parties) or (name.endswith("s") and not name.endswith("ss"))
    return entry.kind in _PLURAL_KINDS and not one and name[-1].isalpha() and name.count(" ") < _LONGEST_PLURAL


def _plural(name: str) -> str:
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "sh", "ch", "x")) else "s")


def _inside_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum()
    return before or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
