"""The parts of a text: furniture, headings, list items, paragraphs, in text order and apart from each other.

Texts come hard-wrapped (a paragraph over many lines) or with a paragraph on each line; the lengths of their
lines tell which. Numbers and bullets of items are left out of their spans and kept as labels.
"""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.model import Region, Span
from comity.read.furniture import find_furniture

_BULLET = re.compile(
    r"(?:[*•·▪●o‣–—-]|\d{1,3}\\?[.)]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)|\(?[A-Z]\)|[ivx]{1,5}\.|[a-z]\.)[ \t]+(?=\S)"
    r"|(?:\d{1,3}\.|[a-z]\.|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\))(?=[A-Z][a-z])"
    r"|\((?:[a-z]|[ivx]{1,5})\)(?=[a-z]{2})|(?:<li>)+\s*"
)
_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,(?=\s)")
_ARTICLE = re.compile(
    r"#*\s*(?:ARTICLE|Article|SECTION|Section|CHAPTER|Chapter|PART|Part|ANNEX|Annex)\s+(?:[IVXLC]+|\d+|[A-Z])\b[.:]?\s*"
)
_MARKUP = re.compile(r"^(?:#{1,6}\s*|<h\d>|\*\*|__)|(?:</h\d>|\*\*|__)\s*$")
_BLOCK_TAGS = re.compile(r"</?(?:p|ol|ul|li|div|br|h\d|em|strong|span)\b[^>]{0,80}>", re.IGNORECASE)
_CLOSING = re.compile(r"(?:</(?:p|ol|ul|li|div|h\d)>|<br ?/?>)\Z", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1")
_HASHED = re.compile(r"#{1,6}(?!#).*")
_QUOTED = re.compile(r">[ \t]+")
_ENDING = (".", "!", "?", ";", ":", ",", '"', "”", "’")
_WRAP = (30, 110)
_SHORT = 45
_FULL = 0.8


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    bare: str

    @property
    def blank(self) -> bool:
        return not self.bare


def find_regions(text: str) -> tuple[Region, ...]:
    """Return the regions of ``text``; they are ordered, apart, not empty, and begin and end with a character."""
    furniture = find_furniture(text)
    covered = [region.span for region in furniture]
    lines = _lines(text)
    prose_lines = [line.bare for line in lines if not _is_in(line, covered)]
    wrapped = is_wrapped(prose_lines)
    width = _width(prose_lines) if wrapped else 0
    prose = [_region(text, block, wrapped) for block in _blocks(lines, covered, width)]
    return tuple(sorted([*furniture, *(region for region in prose if region)], key=lambda region: region.span))


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether paragraphs run over many lines: long lines are about as long as each other."""
    lengths = [len(line) for line in lines if len(line) > 20]
    return len(lengths) >= 3 and _WRAP[0] <= statistics.median(lengths) and _width(lines) <= _WRAP[1]


def _width(lines: Sequence[str]) -> int:
    """Return the length that nine in ten of the longer lines keep within."""
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    return lengths[int(0.9 * (len(lengths) - 1))]


def _lines(text: str) -> list[_Line]:
    found, position = [], 0
    for line in text.split("\n"):
        found.append(_Line(position, position + len(line), line, _bare(line)))
        position += len(line) + 1
    return found


def _bare(line: str) -> str:
    """Return a line without the white space, quotation mark and tags of blocks around it; items keep theirs."""
    bare = line.strip()
    if "<" in bare and not bare.startswith("<li"):
        bare = _BLOCK_TAGS.sub("", bare).strip()
    return bare[quoted.end() :] if (quoted := _QUOTED.match(bare)) else bare


def _is_in(line: _Line, spans: Sequence[Span]) -> bool:
    return any(span.start < line.end and line.start < span.end for span in spans[:1]) or any(
        line.start <= span.start < line.end for span in spans
    )


def _blocks(lines: Sequence[_Line], furniture: Sequence[Span], width: int) -> Iterator[list[_Line]]:
    """Yield runs of lines that belong together; a blank line parts them unless a sentence runs on after it."""
    starts = {span.start for span in furniture}
    front = furniture[0].end if furniture else 0
    block: list[_Line] = []
    parted = False
    for line in lines:
        indent = len(line.text) - len(line.text.lstrip())
        off = line.start + indent in starts or (line.end <= front and block == [] and _in_front(line, furniture))
        if line.blank and not off:
            parted = bool(block)
            continue
        anew = _begins_anew_after_blank(line, block, width) if parted else _begins_anew(line, block, width)
        if block and (off or anew):
            yield block
            block = []
        parted = False
        if not off:
            block.append(line)
    if block:
        yield block


def _in_front(line: _Line, furniture: Sequence[Span]) -> bool:
    return (
        bool(furniture)
        and furniture[0].start <= line.start + len(line.text) - len(line.text.lstrip()) < furniture[0].end
    )


def _begins_anew(line: _Line, block: Sequence[_Line], width: int) -> bool:
    if not block:
        return False
    before = block[-1]
    if not width:
        return not (line.bare[:1].islower() and not before.bare.endswith(_ENDING[:5]))
    if _BULLET.match(line.bare):
        return before.bare.endswith((".", ";", ":", ",", "and", "or")) or _BULLET.match(block[0].bare) is not None
    return (
        _is_apart(line) or _is_apart(before) or _ends_paragraph(before, line, width) or _is_title_of(block, line, width)
    )


def _begins_anew_after_blank(line: _Line, block: Sequence[_Line], width: int) -> bool:
    """Tell whether a blank line parts two paragraphs: it does not where it cuts through a sentence."""
    before = block[-1].bare
    if (
        not before[-1].isalpha()
        or _BULLET.match(line.bare)
        or _is_title_line(before)
        or _is_apart(line)
        or _is_apart(block[-1])
    ):
        return True
    full = width > 0 and len(before) >= _FULL * width and not _is_title_line(line.bare)
    return not (full or (line.bare[0].islower() and len(before) > _SHORT))


def _is_apart(line: _Line) -> bool:
    """Tell whether a line can only stand for itself: an article's number, a heading in Markdown or in bold."""
    return any(pattern.fullmatch(line.bare) for pattern in (_ARTICLE, _HASHED, _BOLD))


def _ends_paragraph(before: _Line, line: _Line, width: int) -> bool:
    """Tell it by the next line's indent, by a closing tag, or by a last line that stops well before the margin."""
    if before.text.rstrip().endswith("</p>"):
        return True
    indented = line.text[:1] in " \t\u3000" and not before.text[:1].isspace()
    short = len(before.bare) < _FULL * width and line.bare[:1].isupper()
    return (indented and before.bare.endswith((".", ":", "?", "!"))) or (
        short and before.bare.endswith((".", "?", "!"))
    )


def _is_title_of(block: Sequence[_Line], line: _Line, width: int) -> bool:
    title = block[0].bare
    short = len(title) < min(_SHORT, 0.7 * width)
    return len(block) == 1 and short and not line.bare[:1].islower() and _is_title_line(title)


def _region(text: str, block: Sequence[_Line], wrapped: bool) -> Region | None:
    start, end = block[0].start, block[-1].end
    start, end = _without_markup(text, start, end)
    if start >= end or not any(char.isalnum() for char in text[start:end]):
        return None
    bullet = _BULLET.match(text, start, end)
    if bullet and bullet.end() < end:
        label = bullet.group().strip().replace("\\", "") if not bullet.group().startswith("<") else None
        return Region(Span(bullet.end(), end), "item", label=label)
    body = text[start:end]
    if _is_heading(body, len(block), wrapped):
        return Region(Span(start, end), "heading", label=_label(body))
    return Region(Span(start, end), "paragraph", label=_label(body))


def _without_markup(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow to what stands between tags of blocks; the tag that opens an item stays, as its bullet."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    while tag := _BLOCK_TAGS.match(text, start, end) or _QUOTED.match(text, start, end):
        if tag.group().lower().startswith("<li"):
            break
        start = tag.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    while tag := _CLOSING.search(text, start, end):
        end = start + len(text[start : tag.start()].rstrip())
    return start, end


def _label(body: str) -> str | None:
    match = _ORDINAL.match(body) or _ARTICLE.match(body)
    return " ".join(match.group().strip(" #,.:").split()) if match else None


def _is_heading(body: str, lines: int, wrapped: bool) -> bool:
    plain = _BLOCK_TAGS.sub("", body).strip()
    if _ARTICLE.fullmatch(plain):
        return True
    if plain.startswith("#") or (_MARKUP.match(plain) and plain.endswith(("**", "__")) and plain.count("**") <= 2):
        return len(plain) < 200
    return lines <= 2 and _is_title_line(plain) and (not wrapped or len(plain) < 80)


def _is_title_line(plain: str) -> bool:
    """Tell whether a line reads as a title: short, no full stop, and most of its long words with capitals."""
    if not plain or len(plain) > 120 or plain.endswith(_ENDING) or not plain[0].isalnum():
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", plain) if len(word) > 3]
    if not words:
        return len(plain) < 40
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= 0.7 * len(words) or plain.isupper() or len(plain.split()) <= 4
