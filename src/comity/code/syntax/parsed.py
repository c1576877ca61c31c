"""A parsed sentence together with the names in it and the way back to the document."""

from bisect import bisect_right
from dataclasses import dataclass

from comity.catalogue import Entry, Match
from comity.code.syntax.units import ParseUnit
from comity.code.syntax.word import Word
from comity.codebook import Codebook
from comity.model import Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence: its unit, its parse, the catalogue match at each token that bears a name, the words to read it by.

    Tokens before ``own_from`` repeat the words that open a list; they are read, but nothing is coded from them.
    """

    unit: ParseUnit
    words: list[Word]
    names: dict[int, Match]
    own_from: int
    codebook: Codebook

    @classmethod
    def of(cls, unit: ParseUnit, words: list[Word], codebook: Codebook) -> "Parsed":
        """Put names and parse together; a name of several tokens belongs to its last one."""
        starts = [token.idx for token in words]
        names: dict[int, Match] = {}
        for offset, match in unit.names.items():
            index = bisect_right(starts, offset) - 1
            names.setdefault(index, match)
        own_from = bisect_right(starts, unit.lead - 1) if unit.lead else 0
        return cls(unit, words, names, own_from, codebook)

    def entry_at(self, token: Word) -> Entry | None:
        """Return the catalogue entry a token stands for, None where it bears no name (or only an adjective)."""
        match = self.names.get(token.i)
        return None if match is None or match.role == "adjective" else match.entries[0]

    def actor_entry(self, token: Word) -> Entry | None:
        """Return the entry a token names if that entry can act; adjectives ("Chinese") count here."""
        match = self.names.get(token.i)
        return match.entries[0] if match is not None and match.entries[0].is_actor else None

    def span(self, first: int, last: int) -> Span:
        """Return the document characters from token ``first`` to token ``last``, both included."""
        last_token = self.words[last]
        return self.unit.span(self.words[first].idx, last_token.idx + len(last_token))
