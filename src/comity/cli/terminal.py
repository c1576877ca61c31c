"""Words of documents reach a terminal without anything that could steer it, in one line and as plain text."""

import io
import os
import shutil
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

#: What is dropped: controls, lone surrogates, marks that turn the direction of writing; white space stays space.
_DROPPED: Final = dict.fromkeys(
    code
    for codes in (range(0x20), range(0x7F, 0xA0), range(0xD800, 0xE000), (0x61C, 0x200E, 0x200F))
    for code in (*codes, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_SPACES: Final = dict.fromkeys(map(ord, "\t\n\v\f\r"), " ")
_WIDTH: Final = 120


def clean(words: str) -> str:
    """Return words in one line, without control characters, lone surrogates and marks that turn the direction."""
    return " ".join(words.translate({**_DROPPED, **_SPACES}).split())


def width(stream: IO[str]) -> int:
    """Return the columns of the terminal behind a stream; COLUMNS or 120 where there is none."""
    return shutil.get_terminal_size((_WIDTH, 24)).columns if stream.isatty() else _columns()


def rendered(what: "RenderableType", *, columns: int, colour: bool) -> str:
    """Draw what Rich can draw; words that came from outside must be ``Text`` of clean words, never markup."""
    buffer = io.StringIO()
    _console(buffer, columns, colour=colour).print(what)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _console(buffer: io.StringIO, columns: int, *, colour: bool) -> "Console":
    from rich.console import Console

    return Console(
        file=buffer,
        width=columns,
        force_terminal=colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def count(number: int, what: str) -> str:
    """Say how many: "1 statement", "2 statements"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) > 0 else _WIDTH
