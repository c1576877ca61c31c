"""Markup is a type of its own: only what went through here is :data:`Html`, so no text reaches a page unescaped.

``tag`` and ``join`` take markup, ``text`` takes words. A type checker then tells wherever words of a document
would be taken for markup; nothing else in ``show`` writes an angle bracket.
"""

import html
from collections.abc import Iterable
from typing import Final, NewType

Html = NewType("Html", str)

_VOID: Final = frozenset({"meta", "br", "hr", "input", "rect"})


def _visible_controls() -> dict[int, int]:
    """Map what no page may hold to something that shows it: control pictures, else U+FFFD; one to one."""
    pictures = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    others = dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)
    return {**pictures, 0x7F: 0x2421, **others}


_CONTROLS: Final = _visible_controls()


def visible(value: str) -> str:
    """Replace control characters and lone surrogates, one for one, by characters that can be shown."""
    return value.translate(_CONTROLS)


def text(value: str) -> Html:
    """Escape words of any origin; control characters come out as pictures of themselves."""
    return Html(html.escape(visible(value)).replace("\r", "&#13;"))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """Put markup together, with escaped words between."""
    return Html(text(between).join(parts))


def tag(name: str, *children: Html, **attributes: str | int | bool | None) -> Html:
    """Write one element. ``class_`` is ``class``, ``data_x`` is ``data-x``; None and False leave an attribute out."""
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Html(opening if name in _VOID else f"{opening}{''.join(children)}</{name}>")


def lines(*parts: Html) -> Html:
    """Put block elements under one another, leaving out what is empty."""
    return Html("\n".join(part for part in parts if part))


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
