"""Regions -> sentences. A sentence never crosses a region, and its span begins and ends with a character.

A sentence ends at ``. ! ? …`` before white space and a capital, figure or opening mark, unless what stands before
the stop is an abbreviation or an initial. After "U.S." only a word that opens sentences ends one. The words are data
(``sentences.yaml``). Work grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from comity.model import Region, Sentence, Span

_MOST = 1500
_ENDS = frozenset('.!?:;”"')
_UTMOST = 6000
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]"
    r"(?:[.!?…\"'”’»)\]*_]|\[\d{1,3}\](?:\(#\w{1,8}\))?|(?<=[a-z]\.)\d{1,2}(?=\s+[A-Z“\"])){0,40}+(?=\s)"
)
_NEXT = re.compile(r"\s+([\"'“‘«(\[*_•▪\uf0b7]*)(\w?)([\w’'-]*\.?)")
_BEFORE = re.compile(r"[\w’'&.-]*$")
_REACH = 30
_MASKED = re.compile(r"<[^<>\n]{1,200}>|&nbsp;|\u200b")
_SAYS = re.compile(r"\s+[\"“]?(?:[A-Z][\w’'.-]*\s+){1,3}(?:said|says|asked|added|told|replied|wrote|noted|warned)\b")
_ROMAN = re.compile(r"[IVXLC]+[.:]?|[A-Z]\.?")
_NUMBER_FIRST = re.compile(r"(?:\d{1,3}\\?[.)]|\(\d{1,3}\)|\([a-z]\))\s+(?=[A-Z“\"])")
_CUT = re.compile(r";\s+|,\s+(?=[A-Z][a-z]+(?:ing|ed)\s)|:\s+|\n\s*(?=[A-Z(\d•*-])")


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    numbered: frozenset[str]
    suffixes: frozenset[str]
    openers: frozenset[str]


def split_sentences(text: str, regions: Sequence[Region]) -> tuple[Sentence, ...]:
    """Return the sentences of every region that is not furniture, in text order."""
    return tuple(
        Sentence(span, region.role, region.label, number)
        for number, region in enumerate(regions)
        if region.role != "furniture"
        for span in sentence_spans(text, region.span)
    )


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """Yield the sentences of ``text`` inside ``within``; one of more than 1,500 characters is cut at semicolons."""
    body = _masked(text[within.start : within.end])
    start = 0
    for end in (*_ends(body), len(body)):
        for first, last in _cut(text, within.start + start, within.start + end):
            span = _trimmed(body, first - within.start, last - within.start)
            if span:
                yield Span(within.start + span[0], within.start + span[1])
        start = end


def _masked(body: str) -> str:
    """Put spaces in the place of tags, so that offsets stay."""
    if "<" not in body and "&" not in body and "\u200b" not in body:
        return body
    return _MASKED.sub(lambda found: " " * len(found.group()), body)


def _ends(body: str) -> Iterator[int]:
    for stop in _STOP.finditer(body):
        if _is_end(body, stop):
            yield stop.end()


def _is_end(body: str, stop: re.Match[str]) -> bool:
    after = _NEXT.match(body, stop.end())
    if after is None or not (after[2] or after[1]) or after[2].islower():
        return False
    if _SAYS.match(body, stop.end()) and stop.group()[-1] in '"”':
        return stop.group()[0] == "."
    if stop.group()[0] != ".":
        return True
    word = body[max(0, stop.start() - _REACH) : stop.start()]
    return _ends_word(word, after[2] + after[3], stop.group(), bool(after[1]))


def _ends_word(before: str, after: str, stop: str, opened: bool) -> bool:
    """Tell whether a full stop after the word that ``before`` ends with ends the sentence too."""
    words = _words()
    found = _BEFORE.search(before)
    word = found.group() if found else ""
    if len(stop) > 1 and stop[1] not in ".*_":
        return True
    word = word.capitalize() if word.isupper() and len(word) > 1 and "." not in word else word
    if word in words.titles:
        return False
    if word in words.numbered:
        return not (after[:1].isdigit() or _ROMAN.fullmatch(after))
    if not word:
        return not before[-1:].isspace() or len(stop) > 1 or after in words.openers
    if word.isdigit() and len(word) <= 3:
        return not _is_numbering(before[: -len(word)].rstrip(), words)
    if len(word) == 1 and word.isupper():
        return after in words.openers
    if word in words.suffixes or "." in word:
        return after in words.openers or opened
    return True


def _is_numbering(before: str, words: "_Words") -> bool:
    """Tell whether the number after ``before`` counts a paragraph: nothing or a sentence's end stands before it."""
    last = before.rsplit(None, 1)[-1].rstrip(".") if before else ""
    return not before or (before[-1] in _ENDS and last not in words.numbered)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MOST:
        at = _place_to_cut(text, start, end)
        if at is None:
            break
        yield start, at
        start = at
    yield start, end


def _place_to_cut(text: str, start: int, end: int) -> int | None:
    """Return where to cut an over-long sentence: the last semicolon or the like that is near enough, else None."""
    cuts = [found.end() for found in _CUT.finditer(text, start + 1, min(end - 1, start + _MOST))]
    if cuts:
        return cuts[-1]
    later = _CUT.search(text, start + _MOST - 1, min(end - 1, start + _UTMOST))
    if later:
        return later.end()
    if end - start <= _UTMOST:
        return None
    space = text.rfind(" ", start + 1, start + _UTMOST)
    return space + 1 if space > 0 else start + _UTMOST


def _trimmed(body: str, start: int, end: int) -> tuple[int, int] | None:
    words = body[start:end]
    first = start + len(words) - len(words.lstrip())
    number = _NUMBER_FIRST.match(body, first, end)
    if number and start > 0:
        first = number.end()
    last = start + len(words.rstrip())
    return (first, last) if any(map(str.isalnum, body[first:last])) else None


@cache
def _words() -> _Words:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(resources.files("comity.read").joinpath("sentences.yaml").read_text("utf-8"), Loader=loader)
    return _Words(**{name: frozenset(words.split()) for name, words in data.items()})
