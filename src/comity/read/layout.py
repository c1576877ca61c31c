"""How the lines of a document make paragraphs: wrapped at a width, a paragraph a line, or a blank line after each.

Decided once a document, from the lines that break off inside a sentence: where they are about equally long, lines are
wrapped. Joining two paragraphs is harmless (sentences are told apart later); cutting a sentence is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.read.lines import Line

_WIDEST = 135
_NARROWEST = 28
_FEWEST = 2
_TORN = 50
_FULL = 0.6
_ADDRESS = re.compile(r"\]\([^()\s]{0,500}\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[ \t]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How lines make paragraphs.

    ``width`` is in characters where lines are wrapped, else None; ``spaced`` where a blank line follows every line;
    ``torn`` where blank lines stand inside sentences; ``shouted`` where the text is in capitals, which mark nothing.
    """

    width: int | None = None
    spaced: bool = False
    torn: bool = False
    shouted: bool = False


def find_layout(lines: Sequence[Line]) -> Layout:
    """Return the layout that most line ends of a document speak for."""
    pairs = [(one, two) for one, two in pairwise(lines) if not two.tag]
    soft = [(one, two) for one, two in pairs if not two.apart]
    shouted = _is_shouted(lines)
    torn = shouted or _is_torn([(one, two) for one, two in pairs if two.apart])
    if width := _width(soft):
        return Layout(width, torn=torn, shouted=shouted)
    if len(soft) < 0.25 * len(pairs) and (width := _width(pairs)):
        return Layout(width, True, torn, shouted)
    return Layout(torn=torn, shouted=shouted)


def joins(before: Line, after: Line, layout: Layout) -> bool:
    """Tell whether ``after`` carries on the paragraph that ``before`` ends, list markers aside."""
    if after.tag:
        return False
    if after.runs_on and not before.closed:
        return True
    if before.dangles and len(before.text) > _NARROWEST:
        return True
    if not after.apart and before.text.count("[") > before.text.count("]"):
        return True
    parted = after.apart and not layout.spaced
    if before.closed:
        return not parted and layout.width is not None and not fits(before, after, layout.width)
    if layout.width is None or parted:
        return layout.torn and len(before.text) > _TORN
    full = len(before.text) >= _FULL * layout.width or not fits(before, after, layout.width)
    return full or not is_title_case(before.text)


def is_title_case(words: str) -> bool:
    """Tell whether most words of more than three letters begin with a capital."""
    long = [word for word in _LETTERS.findall(words) if len(word) > 3]
    return sum(map(str.isupper, (word[0] for word in long))) >= 0.7 * len(long)


def fits(before: Line, after: Line, width: int) -> bool:
    """Tell whether the first word of ``after`` had room on the line before: then the line end is meant."""
    return _length(before) + 1 + len(_WORD.split(after.text, maxsplit=1)[0]) <= width


def _length(line: Line) -> int:
    """Count the characters as wrapped; the address of a Markdown link is not."""
    text = _ADDRESS.sub("]", line.text) if "](" in line.text else line.text
    return line.indent + len(text)


def _is_torn(pairs: Sequence[tuple[Line, Line]]) -> bool:
    inside = sum(two.runs_on and not one.closed for one, two in pairs)
    return inside >= _FEWEST and inside >= 0.1 * len(pairs)


def _is_shouted(lines: Sequence[Line]) -> bool:
    capitals = sum(len(line.text) for line in lines if line.text.isupper())
    return capitals > 0.4 * sum(len(line.text) for line in lines)


def _width(pairs: Sequence[tuple[Line, Line]]) -> int | None:
    """Return the width at which sentences are broken off, None where they are not broken at a width."""
    broken = sorted(_length(one) for one, two in pairs if two.runs_on and not one.closed)
    if not broken or len(broken) < min(_FEWEST, len(pairs)) or len(broken) < 0.25 * len(pairs):
        return None
    width = broken[int(0.9 * (len(broken) - 1))]
    even = broken[len(broken) // 2] >= 0.75 * width
    return width if even and _NARROWEST <= width <= _WIDEST else None
