"""Plain text -> document: title, publisher, date and page are read off the head of the text, if they are there."""

import re
from collections.abc import Iterator
from pathlib import Path

from comity.model import Document, Problem, Region
from comity.model.dates import find_dates
from comity.read.files import decode, read_bytes
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_HEAD = 1200
_PAGE = re.compile(r"\bpage\s+(\d{1,4})\s+of\s+(\d{1,4})\b", re.IGNORECASE)
_LINE_ABOUT = re.compile(r"(?:\d+ Comment\(s\))?(?:Print E-mail )?(?P<publisher>[A-Z][\w.&' -]{1,40}?),\s*$")
_PLAIN_WORD = re.compile(r"\b[a-z]{4,}")  # four of them are a sentence, not a line about the text


def read_text(path: Path) -> Iterator[Document | Problem]:
    """Yield the document of a text file, after what was odd about it."""
    content = read_bytes(path)
    if isinstance(content, Problem):
        yield content
        return
    decoded = decode(content, str(path))
    if isinstance(decoded, Problem):
        yield decoded
        return
    yield from decoded.problems
    text = decoded.text
    regions = find_regions(text)
    publisher, date = _dateline(text)
    yield Document(
        id=path.stem,
        text=text,
        title=_title(text, regions),
        date=date,
        publisher=publisher,
        source=str(path),
        page=_page(text),
        regions=regions,
        sentences=split_sentences(text, regions),
        offsets=decoded.offsets,
    )


def _title(text: str, regions: tuple[Region, ...]) -> str | None:
    first = next((region for region in regions if region.role != "furniture"), None)
    if first is None or first.role != "heading" or first.span.start > _HEAD:
        return None
    title = text[first.span.start : first.span.end].strip("#* \t")
    return " ".join(title.split()).removeprefix("Full text: ")


def _dateline(text: str) -> tuple[str | None, str | None]:
    """Return publisher and date of the line that carries them ("Xinhua, January 11, 2017"); prose carries none."""
    head = text[:_HEAD]
    for start, end, date in find_dates(head):
        line_start = head.rfind("\n", 0, start) + 1
        rest = head[end : head.find("\n", end) if "\n" in head[end:] else len(head)]
        before = head[line_start:start]
        if len(before) < 80 and len(rest.strip()) < 20 and len(_PLAIN_WORD.findall(before)) <= 3:
            publisher = _LINE_ABOUT.match(before)
            return (publisher["publisher"].strip() if publisher else None), date
    return None, None


def _page(text: str) -> tuple[int, int] | None:
    match = _PAGE.search(text[:_HEAD]) or _PAGE.search(text[-_HEAD:])
    return (int(match[1]), int(match[2])) if match and 0 < int(match[1]) <= int(match[2]) else None
