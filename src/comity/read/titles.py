"""Which blocks are headings: told by mark-up and capitals first, by shortness and the block that follows last.

A block that could be either is prose: a heading is never coded, and a lost sentence is worse than a coded title.
"""

import re
from dataclasses import dataclass

from comity.read.layout import Layout, is_title_case
from comity.read.lines import Line
from comity.read.markers import Marker

_SHORT = 100
_LONG = 160
_LONGEST = 300
_WORDS = 14
_NARROW = 0.85
_WHOLLY_BOLD = re.compile(
    r"(?P<mark>\*\*|__)(?!\s)(?:(?!(?P=mark)).){1,160}(?P=mark)[\s\\]*|<(?P<tag>strong|b|u)>[^<]{1,160}</(?P=tag)>\s*"
)
_STOPS = frozenset('.!?;:,”"…')


@dataclass(slots=True)
class Block:
    """Lines that make one region; ``waiting`` is a label that stood on a line of its own before them."""

    lines: list[Line]
    marker: Marker | None = None
    waiting: str | None = None

    @property
    def kind(self) -> str:
        """Return the kind of the marker, empty where there is none."""
        return self.marker.kind if self.marker else ""

    @property
    def label(self) -> str | None:
        """Return the number or division the block carries."""
        return (self.marker.label if self.marker else None) or self.waiting

    @property
    def start(self) -> int:
        """Return where the words begin, after the marker."""
        return self.lines[0].start + (self.marker.length if self.marker else 0)

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.lines[-1].end

    @property
    def plain(self) -> str:
        """Return the words in one line, without the marker and the marks of emphasis around them."""
        first = self.lines[0].text[self.marker.length :] if self.marker else self.lines[0].plain
        return " ".join([first, *(line.plain for line in self.lines[1:])]).strip("*_ \\")


def is_heading(block: Block, after: Block | None, layout: Layout, *, listing: bool) -> bool:
    """Tell whether ``block`` is a heading; ``listing`` says that a colon before it opens a list."""
    plain = block.plain
    marked = _is_marked(block, plain)
    if marked is not None:
        return marked
    if not plain or len(plain) > _LONG or plain[-1] in ",;" or len(block.lines) > 3:
        return False
    if _is_set_off(block, plain, layout):
        return True
    first = block.lines[0]
    if listing or len(block.lines) > 1 or first.closed or first.dangles or first.runs_on:
        return False
    if after is None:
        return is_title(plain) and is_title_case(plain)
    if block.marker:
        return block.kind != "bullet" and is_title(plain) and not after.marker
    return is_title(plain) and (layout.width is None or len(plain) < _NARROW * layout.width)


def is_bold(line: Line) -> bool:
    """Tell whether a line is set in bold as a whole and is no sentence or lead-in ("**We will:**")."""
    return line.text[0] in "*_<" and _is_bold(line.text, line.plain)


def _is_bold(text: str, plain: str) -> bool:
    return plain[-1:] not in ".:" and _WHOLLY_BOLD.fullmatch(text) is not None


def is_title(plain: str) -> bool:
    """Tell whether words could be a title: short, no mark at the end, no small letter at the beginning."""
    return is_short(plain) and plain[-1] not in _STOPS and not plain[0].islower() and len(plain.split()) <= _WORDS


def is_short(plain: str) -> bool:
    """Tell whether words are as short as a title or a list item, and do not end as a sentence."""
    return 0 < len(plain) <= _SHORT and plain[-1] not in ".!?"


def _is_marked(block: Block, plain: str) -> bool | None:
    """Tell what mark-up says; None where it says nothing."""
    if block.kind == "heading" or block.lines[0].tag == "h" or block.lines[0].underlined:
        return len(plain) <= _LONGEST
    if block.kind == "division":
        return not plain or is_title(plain)
    return None


def _is_set_off(block: Block, plain: str, layout: Layout) -> bool:
    """Tell whether a block is set in bold or in capitals as a whole."""
    if block.lines[0].text[0] in "*_<" and _is_bold(" ".join(line.text for line in block.lines), plain):
        return True
    if layout.shouted or not plain.isupper() or block.kind == "bullet":
        return False
    return len(plain.split()) <= 20
