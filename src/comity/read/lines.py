"""A text as lines with their places: what stands between two line ends or block tags, less the white space around it.

Lines are what furniture, headings and paragraphs are told by. Nothing is changed: every line is a slice of the text.
Work and memory grow with the length of the text and no faster.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

_BREAK = re.compile(
    r"<br\b[^<>\n]{0,40}>[ \t]*(?:\r\n|[\n\r])?"
    r"|<(?P<close>/?)(?P<tag>p|li|ol|ul|dl|dt|dd|div|h[1-6]|tr|td|th|table|tbody|blockquote|center|hr|section|article)"
    r"(?![\w-])[^<>\n]{0,200}>"
    r"|\r\n|[\n\r\v\f\x1c-\x1e\u2028\u2029]"
    r"|(?P<bullet>[•▪\uf0b7])(?<=[ \t].)(?=[ \t])|\t(?=[ \t]{0,40}\*[ \t])",
    re.IGNORECASE,
)
_PAD = r"[\s\ufeff\u200b\u200e]|&nbsp;|&#160;"
_LEAD = re.compile(rf"(?:{_PAD}|>(?=[\s>]|$))*")
_SPACE = "".join(char for code in range(0x3001) if (char := chr(code)).isspace()) + "\ufeff\u200b\u200e"
_INLINE = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")
_ENTITY = re.compile(r"&(?:nbsp|#160);")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_TAIL = 60
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]*_\\]*(?:\[\d{1,3}\](?:\(#?\w{0,8}\))?|</?\w{1,8}>|[\s*_])*$")
_LOW = re.compile(r"(?:</?\w{1,8}>|[*_“\"'‘(\[&])*[a-zà-öø-ÿ]|[,;)\]%’”](?!\()|\"(?=[\s.,;:)]|$)|\.(?![.\d ])|\.$")
_OPEN_WORD = re.compile(
    r"(?<![\w.])(?:a|an|and|are|as|at|be|been|between|by|can|for|from|had|has|have|his|her|in|including|into|is|its|may|"
    r"must|not|of|on|or|our|shall|should|such|than|that|the|their|these|this|those|through|to|toward|towards|under|upon|"
    r"was|were|which|who|will|with|would|prime|mr\.?|mrs\.?|ms\.?|dr\.?|messrs\.?)$|[-–—,(&]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, ``text`` being the characters ``start`` to ``end`` of the document.

    ``apart`` where a blank line or a block tag stands before it; ``tag`` is ``li``, ``h`` or empty; ``indent`` counts
    the white space before it; ``underlined`` where ``===`` or ``---`` stands under it and a blank line above.
    """

    start: int
    end: int
    text: str
    apart: bool = True
    tag: str = ""
    indent: int = 0
    underlined: bool = False

    @property
    def plain(self) -> str:
        """Return the words: no inline tags, no Markdown emphasis around them, white space folded."""
        text = self.text
        if "<" in text:
            text = _INLINE.sub("", text)
        if "&" in text:
            text = _ENTITY.sub(" ", text)
        return " ".join(text.replace("\\", "").split()).strip("*_ ")

    @property
    def closed(self) -> bool:
        """Tell whether the line ends as a sentence or a clause before a list does: ``. ! ? : ;``."""
        return _CLOSED.search(self.text[-_TAIL:]) is not None

    @property
    def runs_on(self) -> bool:
        """Tell whether the line begins inside a sentence: with a small letter or a closing mark."""
        return _LOW.match(self.text) is not None

    @property
    def dangles(self) -> bool:
        """Tell whether the line ends with a word or mark that no sentence or title ends with ("of the", a comma)."""
        return _OPEN_WORD.search(self.text[-_TAIL:]) is not None


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold something, in text order."""
    found: list[Line] = []
    position, ends, block, tag = 0, 2, True, ""
    for match in _BREAK.finditer(text):
        line = _line(text, position, match.start(), block or ends > 1, tag)
        if line:
            found.append(line)
            ends, block, tag = 0, False, ""
        position = match.end()
        if name := match["tag"]:
            block = True
            tag = tag if match["close"] else _kind(name.lower(), tag)
        elif match["bullet"]:
            block, tag = True, "li"
        else:
            ends += 1
    line = _line(text, position, len(text), block or ends > 1, tag)
    return _underlined([*found, line] if line else found)


def _underlined(lines: list[Line]) -> list[Line]:
    for place, (line, under) in enumerate(pairwise(lines)):
        if under.text[0] in "=-" and line.apart and not under.apart and _UNDERLINE.fullmatch(under.text):
            lines[place] = replace(line, underlined=True)
    return lines


def _kind(name: str, before: str) -> str:
    if name == "li":
        return name
    return "h" if name[0] == "h" and name != "hr" else before


def _line(text: str, start: int, end: int, apart: bool, tag: str) -> Line | None:
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    words = text[first:end].rstrip(_SPACE)
    while words.endswith(("&nbsp;", "&#160;")):
        words = words[:-6].rstrip(_SPACE)
    return Line(first, first + len(words), words, apart, tag, first - start) if words else None
