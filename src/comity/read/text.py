"""Plain text -> document: title, publisher, date and page are read off the head of the text, if they are there.

Nothing is guessed: a date is taken only from a line that states little else, a title only from a heading.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from comity.model import Document, Problem, Region
from comity.model.dates import find_dates, is_date
from comity.read.decoding import Decoded, decode
from comity.read.files import printable, read_bytes, shown
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_HEAD = 1500
_BESIDE = 80
_WORDS_BESIDE = 2
_TITLE_WORDS = 4
_PLACE = 20
_PAGE = re.compile(r"\bpage\s{1,3}(\d{1,4})\s{1,3}(?:of|/)\s{1,3}(\d{1,4})\b", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"(?:\d{1,4} Comments?(?:\(s\))?)?\s*(?:Print E-?mail )?(?:Source|Publisher|By)?\s?:?\s*"
    r"(?P<name>[A-Z][\w.&' -]{1,40}?)\s?[,|]\s*$"
)
_SOURCE = re.compile(r"^(?:Source|Publisher)\s?:\s*(\S[^\n]{1,60})$", re.MULTILINE)
_TAG = re.compile(r"<[^<>\n]{1,200}>")
_FIELD = r"^{}\s?:\s*['\"]?(.{{1,300}}?)['\"]?\s*$"
_TITLE_FIELD = re.compile(_FIELD.format("title"), re.MULTILINE)
_DATE_FIELD = re.compile(_FIELD.format("date"), re.MULTILINE)


def read_text(path: Path) -> Iterator[Document | Problem]:
    """Yield the document of a text file, after what was odd about it."""
    content = read_bytes(path)
    decoded = content if isinstance(content, Problem) else decode(content, shown(path))
    if isinstance(decoded, Problem):
        yield decoded
        return
    yield from decoded.problems
    yield _document(decoded, path)


def _document(decoded: Decoded, path: Path) -> Document:
    text = decoded.text
    regions = find_regions(text)
    front = _front_matter(text, regions)
    publisher, date = _dateline(text[:_HEAD])
    return Document(
        id=printable(path.stem),
        text=text,
        title=_field(_TITLE_FIELD, front) or _title(text, regions),
        date=_date_of(front) or date,
        publisher=publisher,
        source=shown(path),
        page=_page(text),
        regions=regions,
        sentences=split_sentences(text, regions),
        offsets=decoded.offsets,
    )


def _front_matter(text: str, regions: tuple[Region, ...]) -> str:
    first = regions[0] if regions else None
    return text[: first.span.end] if first and first.reason == "front matter" else ""


def _field(pattern: re.Pattern[str], front: str) -> str | None:
    found = pattern.search(front)
    return " ".join(found[1].split()) if found else None


def _date_of(front: str) -> str | None:
    stated = (_field(_DATE_FIELD, front) or "")[:10]
    return stated if is_date(stated) else None


def _title(text: str, regions: tuple[Region, ...]) -> str | None:
    """Return the first heading of several words above the first paragraph, else the first heading there."""
    titles: list[str] = []
    for region in regions:
        if region.role == "furniture":
            continue
        if region.role != "heading" or region.span.start > _HEAD:
            break
        title = _words(text[region.span.start : region.span.end])
        if not _is_dateline(title):
            titles.append(title)
    several = [one for one in titles if one.count(" ") >= _TITLE_WORDS - 1]
    return next((one.removeprefix("Full text: ") for one in (*several, *titles)), None)


def _is_dateline(title: str) -> bool:
    """Tell whether a heading is a date and at most a place ("Lantern, 3 May 2031")."""
    dates = [end - start for start, end, _ in find_dates(title)]
    return bool(dates) and len(title) - sum(dates) <= _PLACE


def _words(heading: str) -> str:
    """Return a heading without tags and the marks around it."""
    return " ".join(_TAG.sub(" ", heading).split()).strip("#*_ ")


def _dateline(head: str) -> tuple[str | None, str | None]:
    """Return publisher and date of the line that states them ("Xinhua, January 11, 2017")."""
    source = _SOURCE.search(head)
    for start, end, date in find_dates(head):
        before = head[head.rfind("\n", 0, start) + 1 : start]
        after = head[end:].split("\n", 1)[0]
        if _is_aside(before, _BESIDE) and _is_aside(after, _BESIDE // 2):
            publisher = _PUBLISHER.match(before)
            return (source[1].strip() if source else publisher["name"].strip() if publisher else None), date
    return (source[1].strip() if source else None), None


def _is_aside(words: str, most: int) -> bool:
    """Tell whether words beside a date are too few to be a sentence around it."""
    return len(words) <= most and sum(word.islower() for word in words.split()) <= _WORDS_BESIDE


def _page(text: str) -> tuple[int, int] | None:
    found = _PAGE.search(text[:_HEAD]) or _PAGE.search(text[-_HEAD:])
    return (int(found[1]), int(found[2])) if found and 0 < int(found[1]) <= int(found[2]) else None
