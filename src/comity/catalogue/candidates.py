"""Names the catalogue does not know: proper names in running text that no entry bears, counted, with an example.

A candidate is a run of two or more capitalised words, small words such as "of" and "the" allowed inside, that does not
open a sentence on its first word alone and overlaps no name that is known. Nothing is guessed about what it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from comity.catalogue.names import NameMatcher

_WORD = r"[A-Z][\w'’&-]*[\w]"
_SMALL = r"(?:of|on|for|the|in|to|against|de|du)"
_NAME = re.compile(rf"\b{_WORD}(?:[ \n]+(?:{_SMALL}[ \n]+){{0,2}}{_WORD})+")
_OPENERS = frozenset(
    ("The", "A", "An", "In", "On", "At", "For", "This", "These", "Those", "Our", "Its", "Their", "We", "As",
     "With", "By", "From", "And", "But", "Under", "After", "Since", "Both", "All", "Through", "To", "If",
     "When", "While", "Mr", "Mrs", "Ms", "Dr", "Prime", "President", "Minister", "Foreign", "Secretary",
     "However", "Today", "His", "Her", "That", "It")
)  # fmt: skip
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, how often it stands in how many documents, and where it stood first."""

    name: str
    count: int
    documents: int
    document: str
    example: str


def find_candidates(texts: Iterable[tuple[str, str]], matcher: NameMatcher) -> list[Candidate]:
    """Return the candidates of (document id, text) pairs, commonest first, then by name."""
    counts: dict[str, int] = {}
    seen_in: dict[str, dict[str, None]] = {}
    examples: dict[str, str] = {}
    for document, text in texts:
        for name, start, end in _unknown(text, matcher):
            counts[name] = counts.get(name, 0) + 1
            seen_in.setdefault(name, {})[document] = None
            examples.setdefault(name, " ".join(text[max(0, start - _CONTEXT) : end + _CONTEXT].split()))
    found = [
        Candidate(name, count, len(seen_in[name]), next(iter(seen_in[name])), examples[name])
        for name, count in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.name))


def _unknown(text: str, matcher: NameMatcher) -> Iterable[tuple[str, int, int]]:
    known = [(match.start, match.end) for match in matcher.find(text)]
    at = 0
    for match in _NAME.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while words and (words[0] in _OPENERS or words[0].islower()):
            start += len(words[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
            words = words[1:]
        while at < len(known) and known[at][1] <= start:
            at += 1
        if len(words) > 1 and not any(first < end and start < last for first, last in known[at : at + 8]):
            yield " ".join(words), start, end
