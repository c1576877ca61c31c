"""Nothing that came from outside is markup."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from comity.show.html import join, lines, tag, text, visible


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.text(), st.text())
def test_words_and_attributes_come_back_as_they_went_in(words: str, attribute: str) -> None:
    reader = _Read()
    reader.feed(tag("p", text(words), title=attribute))
    reader.close()
    assert reader.tags == [("p", [("title", visible(attribute))])]
    assert reader.words == visible(words)


@given(st.text(st.characters()))
def test_control_characters_are_shown_one_for_one(words: str) -> None:
    shown = visible(words)
    assert len(shown) == len(words)
    assert not any(ord(c) < 32 and c not in "\t\n\r" for c in shown)
    shown.encode()


def test_controls_have_pictures_and_surrogates_do_not() -> None:
    assert text("a\x00b\x1b[2J\x9b\ud800") == "a␀b␛[2J\ufffd\ufffd"
    assert text("a\rb") == "a&#13;b"


def test_attributes() -> None:
    assert tag("a", class_="x", data_n=3, hidden=True, title=None, lang=False) == '<a class="x" data-n="3" hidden></a>'
    assert tag("rect", width="3") == '<rect width="3">'


def test_put_together() -> None:
    assert join([text("a"), text("b")], " < ") == "a &lt; b"
    assert lines(text("a"), text(""), text("b")) == "a\nb"
