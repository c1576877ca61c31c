"""Folding for comparison. :func:`fold` keeps every character in its place, so offsets survive it.

Spelling is folded on names, not on text: a name yields its British and American spellings, and each is looked
for. What a text says is never changed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_SAME_PLACE = str.maketrans(
    {
        "\n": " ", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "-": " ", "\u2010": " ", "\u2011": " ",
        "\u2012": " ", "\u2013": " ", "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
    }
)  # fmt: skip

#: Endings and words that the two spellings write differently; each side is tried for the other.
_SPELLINGS = (
    ("defence", "defense"),
    ("centre", "center"),
    ("programme", "program"),
    ("organisation", "organization"),
    ("isation", "ization"),
    ("labour", "labor"),
    ("neighbour", "neighbor"),
    ("licence", "license"),
    ("behaviour", "behavior"),
    ("counter terror", "counterterror"),
    ("non proliferation", "nonproliferation"),
    ("co operation", "cooperation"),
    ("co ordination", "coordination"),
    ("peace keeping", "peacekeeping"),
    ("cyber security", "cybersecurity"),
    ("anti terror", "antiterror"),
)


def fold(text: str) -> str:
    """Return ``text`` in lower case, with hyphens and odd spaces as spaces and plain quotes; same length."""
    folded = text.translate(_SAME_PLACE).lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text.translate(_SAME_PLACE))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the form under which a name is filed: folded, one spelling, without a leading article."""
    key = " ".join(fold(name).split()).removeprefix("the ")
    for british, american in _SPELLINGS:
        key = key.replace(british, american)
    return key


_SPELLED_TWO_WAYS = re.compile("|".join(part for pair in _SPELLINGS for part in pair))


def spellings(name: str) -> Iterator[str]:
    """Yield the name folded, in each spelling it can have."""
    plain = " ".join(fold(name).split())
    if not _SPELLED_TWO_WAYS.search(plain):
        yield plain
        return
    found = [plain]
    for british, american in _SPELLINGS:
        for known in tuple(found):
            if british in known:
                found.append(known.replace(british, american))
            elif american in known:
                whole = len(american) > 7
                found.append(re.sub(rf"\b{american}", british, known) if whole else known.replace(american, british))
    yield from dict.fromkeys(found)
