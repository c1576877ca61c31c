"""What a site put around the text: marked with a reason, never coded, never cut out.

Wording is data (``furniture.yaml``) and has to match whole lines; lay-out adds the headlines of link boxes, the small
change between marked lines, and what follows the end of the text. A line that carries on a sentence is never marked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from comity.model import Region, Span
from comity.read.layout import Layout, find_layout
from comity.read.lines import Line, split_lines

_FRONT = "front matter"
_FRONT_LINES = 80
_FRONT_LINE = re.compile(r"[\w#-][\w -]{0,40}\s?:(?:\s|$)|\s*- |\s{2,}\S")
_PROSE = 60
_HEADLINE = 125
_SMALL = 45
_MOST_SMALL = 12
_WORD = 20
_STOPS = (".", ",", ";", ":", ")", "!", "?")
_SELDOM_SITE = ("rule", "page numbers", "markup", _FRONT)


@dataclass(frozen=True, slots=True)
class _Wording:
    longest: int
    lines: re.Pattern[str]
    reasons: tuple[str, ...]
    box: re.Pattern[str]
    box_reason: str
    tail: re.Pattern[str]
    tail_reason: str


def find_furniture(text: str) -> tuple[Region, ...]:
    """Return the lines of ``text`` that belong to the site, in text order."""
    lines = split_lines(text)
    return tuple(furniture_regions(lines, furniture_reasons(lines)))


def furniture_regions(lines: Sequence[Line], reasons: Sequence[str | None]) -> Iterator[Region]:
    """Yield a region for each marked line; front matter is one."""
    front = reasons.count(_FRONT)
    if front:
        yield Region(Span(lines[0].start, lines[front - 1].end), "furniture", _FRONT)
    for line, reason in zip(lines[front:], reasons[front:], strict=True):
        if reason is not None:
            yield Region(Span(line.start, line.end), "furniture", reason)


def furniture_reasons(lines: Sequence[Line]) -> list[str | None]:
    """Return for each line why it is furniture, None where it is text."""
    reasons: list[str | None] = [_worded(line) for line in lines]
    for place in range(_front_matter(lines)):
        reasons[place] = _FRONT
    layout = find_layout([line for line, reason in zip(lines, reasons, strict=True) if reason is None])
    _spare_sentences(lines, reasons)
    _mark_boxes(lines, reasons, layout)
    _mark_small_change(lines, reasons)
    _mark_tail(lines, reasons, layout)
    return reasons


def _worded(line: Line) -> str | None:
    wording = _wording()
    if len(line.text) > wording.longest:
        return None
    plain = line.plain
    found = wording.lines.fullmatch(plain)
    if found is None and plain != line.text:
        found = wording.lines.fullmatch(line.text)
    return wording.reasons[int((found.lastgroup or "r0")[1:])] if found else None


def _front_matter(lines: Sequence[Line]) -> int:
    """Count the lines of YAML front matter that the text begins with."""
    if len(lines) < 3 or lines[0].text != "---":
        return 0
    end = next((place for place in range(1, min(len(lines), _FRONT_LINES)) if lines[place].text == "---"), 0)
    return end + 1 if end and _FRONT_LINE.match(lines[1].text) else 0


def _spare_sentences(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Take back what stands inside a sentence: "... told / X / on Thursday" is no button, a lone full stop no rule."""
    for place, reason in enumerate(reasons):
        if reason is None or place == 0 or reasons[place - 1]:
            continue
        before, line, after = lines[place - 1], lines[place], lines[place + 1] if place + 1 < len(lines) else None
        carried_on = after is not None and not reasons[place + 1] and after.runs_on and not line.apart
        if not before.closed and (line.text in _STOPS or (carried_on and len(before.text) > _PROSE)):
            reasons[place] = None


def _mark_boxes(lines: Sequence[Line], reasons: list[str | None], layout: Layout) -> None:
    wording = _wording()
    place = 0 if layout.width is None else len(lines)
    while place < len(lines):
        end = place + 1
        if len(lines[place].text) <= _SMALL and wording.box.fullmatch(lines[place].plain):
            while end < len(lines) and _is_headline(lines, end):
                end += 1
            if end > place + 1:
                reasons[place:end] = [reason or wording.box_reason for reason in reasons[place:end]]
        place = end


def _is_headline(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if len(line.text) > _HEADLINE or line.text[-1] in ".,;:" or line.tag == "h" or line.text.startswith("#"):
        return False
    after = lines[place + 1] if place + 1 < len(lines) else None
    return after is None or line.closed or after.apart or not after.runs_on or len(after.text) <= _WORD


def _mark_small_change(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Mark short lines between marked ones: the other words of a row of buttons."""
    last: int | None = None
    for place, reason in enumerate(reasons):
        if reason is None or reason in _SELDOM_SITE:
            continue
        between = range(last + 1, place) if last is not None else range(0)
        small = all(_is_small(lines[one]) for one in between)
        if small and (len(between) <= _MOST_SMALL or all(len(lines[one].text) <= _WORD for one in between)):
            for one in between:
                reasons[one] = reasons[one] or "page controls"
        last = place


def _is_small(line: Line) -> bool:
    ended = line.text[-1] in ".,;:!" and len(line.text) > 2
    return len(line.text) <= _SMALL and not ended and not line.text.startswith("#")


def _mark_tail(lines: Sequence[Line], reasons: list[str | None], layout: Layout) -> None:
    """Mark what follows the first line after the last prose that says the text is over."""
    wording = _wording()
    prose = [place for place, line in enumerate(lines) if not reasons[place] and _is_prose(line, layout)]
    last = prose[-1] if prose else -1
    for place in range(last + 1, len(lines)):
        if len(lines[place].text) <= _HEADLINE and wording.tail.fullmatch(lines[place].plain):
            reasons[place:] = [reason or wording.tail_reason for reason in reasons[place:]]
            return


def _is_prose(line: Line, layout: Layout) -> bool:
    if layout.width:
        return len(line.text) > 0.6 * layout.width
    return len(line.text) > _PROSE and line.closed and line.text[-1] != "?" and line.text.count(" ") > 6


@cache
def _wording() -> _Wording:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = resources.files("comity.read").joinpath("furniture.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=loader)
    groups = [(row["reason"], _either(row["patterns"])) for row in data["lines"]]
    return _Wording(
        longest=int(data["longest"]),
        lines=re.compile("|".join(f"(?P<r{place}>{pattern})" for place, (_, pattern) in enumerate(groups))),
        reasons=tuple(reason for reason, _ in groups),
        box=re.compile(_either(data["boxes"]["patterns"])),
        box_reason=data["boxes"]["reason"],
        tail=re.compile(_either(data["tails"]["patterns"])),
        tail_reason=data["tails"]["reason"],
    )


def _either(patterns: Sequence[str]) -> str:
    """Join patterns; one that begins with ``(?i)`` is case-blind, the others are not."""
    scoped = (f"(?i:{one[4:]})" if one.startswith("(?i)") else f"(?:{one})" for one in patterns)
    return "|".join(scoped)
