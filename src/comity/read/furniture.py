"""What a site put around the text: marked with a reason, never coded, never cut out.

Wording and lay-out are data (``furniture.yaml``). Only a short line can be furniture, so a sentence that happens to
speak of newsletters or cookies is safe.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from comity.model import Region, Span

_FRONT_MATTER = re.compile(r"\A\ufeff?\s*---\n(?:[^\n]*\n){1,60}?---[ \t]*(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class _Wording:
    length: int
    lines: tuple[tuple[str, re.Pattern[str]], ...]


def find_furniture(text: str) -> tuple[Region, ...]:
    """Return the lines of ``text`` that belong to the site, in text order."""
    found: list[Region] = []
    front = _FRONT_MATTER.match(text)
    position = 0
    if front and ":" in front.group():
        found.append(Region(_trimmed(text, front.start(), front.end()), "furniture", "front matter"))
        position = front.end()
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        reason = furniture_reason(text[position:end])
        if reason:
            found.append(Region(_trimmed(text, position, end), "furniture", reason))
        position = end + 1
    return tuple(found)


def furniture_reason(line: str) -> str | None:
    """Return why a line is furniture, None where it is text or blank."""
    bare = line.strip()
    wording = _wording()
    if not bare or len(bare) > wording.length:
        return None
    return next((reason for reason, pattern in wording.lines if pattern.fullmatch(bare)), None)


@cache
def _wording() -> _Wording:
    import yaml

    data = yaml.safe_load(resources.files("comity.read").joinpath("furniture.yaml").read_text(encoding="utf-8"))
    return _Wording(data["length"], tuple((row["reason"], re.compile(row["pattern"])) for row in data["lines"]))


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
