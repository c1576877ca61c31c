"""Nothing from a document steers a terminal."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from comity.cli.problems import summary
from comity.cli.terminal import clean, count, rendered, width
from comity.model import Problem


@given(st.text(st.characters()))
def test_clean_words_are_one_line_without_controls(words: str) -> None:
    cleaned = clean(words)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in cleaned)
    assert not set(cleaned) & set("\u202a\u202e\u2066\u2069")
    assert clean(cleaned) == cleaned


def test_escape_sequences_lose_their_escape() -> None:
    assert clean("a\x1b[31mb\x9b2J\r\nc\u202e") == "a[31mb2J c"


def test_rendered_words_are_not_markup() -> None:
    assert rendered(Text("[red]x[/red] :smile:"), columns=40, colour=False) == "[red]x[/red] :smile:\n"


def test_width_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert width(io.StringIO()) == 120
    monkeypatch.setenv("COLUMNS", "77")
    assert width(io.StringIO()) == 77
    monkeypatch.setenv("COLUMNS", "wide")
    assert width(io.StringIO()) == 120


def test_counts() -> None:
    assert (count(1, "file"), count(2, "file")) == ("1 file", "2 files")


def test_problems_beyond_the_twentieth_are_counted() -> None:
    lines = list(summary([Problem(f"{number}.txt", "odd", "is odd") for number in range(23)]))
    assert lines[0] == "0.txt: is odd [odd]"
    assert lines[20:] == ["... and 3 more", "23 problems: 23 odd"]
    assert list(summary([])) == []
