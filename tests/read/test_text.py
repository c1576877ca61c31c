"""Plain text: what is read off its head, whatever its encoding, and what stands around the text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Document, Problem, Span
from comity.read.decoding import Decoded, decode, unify_line_ends

from .conftest import Read

PAPER = """Full text: Veridia's Policies on Harbour Security

3 Comment(s)Print E-mail Tidewire, January 11, 2031
Adjust font size:

Second, Veridia will deepen its partnership with Marrow. It opposes dredging.

Page 2 of 9

Follow us on Twitter and Facebook
App Download | Newsletter
Copyright © Tidewire. All rights reserved.
"""


def only(read: tuple[list[Document], list[Problem]]) -> Document:
    documents, problems = read
    assert problems == []
    (document,) = documents
    return document


def test_the_head_of_a_page(reading: Read) -> None:
    document = only(reading(PAPER))
    assert document.title == "Veridia's Policies on Harbour Security"
    assert (document.publisher, document.date, document.page) == ("Tidewire", "2031-01-11", (2, 9))
    assert (document.id, document.text) == ("paper", PAPER)


def test_furniture_is_marked_with_its_reason_and_not_read(reading: Read) -> None:
    document = only(reading(PAPER))
    marked = {document.quote(r.span): r.reason for r in document.regions if r.role == "furniture"}
    assert marked == {
        "3 Comment(s)Print E-mail Tidewire, January 11, 2031": "page controls",
        "Adjust font size:": "page controls",
        "Page 2 of 9": "page numbers",
        "Follow us on Twitter and Facebook": "follow us",
        "App Download | Newsletter": "app or newsletter",
        "Copyright © Tidewire. All rights reserved.": "copyright",
    }
    assert [document.quote(sentence.span) for sentence in document.sentences] == [
        "Full text: Veridia's Policies on Harbour Security",
        "Second, Veridia will deepen its partnership with Marrow.",
        "It opposes dredging.",
    ]


def test_a_text_without_a_head_has_none(reading: Read) -> None:
    document = only(
        reading("Veridia will deepen its partnership with Marrow, as it said on 3 May 2030 in Port Veridia.")
    )
    assert (document.title, document.publisher, document.date, document.page) == (None, None, None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Sailors follow the Harbour Charter.",
        "Veridia accepts that the use of newsletters and of every such medium has to be free, as it was.",
        "The two sides share views on trade.",
        "Home ports will be opened.",
    ],
)
def test_sentences_about_such_things_are_no_furniture(reading: Read, line: str) -> None:
    assert [region.role for region in only(reading(f"{line}\n")).regions] == ["paragraph"]


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("Größe – “Veridia”.".encode(), []),
        (codecs.BOM_UTF8 + "Größe – “Veridia”.".encode(), []),
        (codecs.BOM_UTF16_LE + "Größe – “Veridia”.".encode("utf-16-le"), []),
        (codecs.BOM_UTF16_BE + "Größe – “Veridia”.".encode("utf-16-be"), []),
        (codecs.BOM_UTF32_LE + "Größe – “Veridia”.".encode("utf-32-le"), []),
        ("Größe – “Veridia”.".encode("cp1252"), ["not-utf-8"]),
    ],
)
def test_encodings(reading: Read, content: bytes, kinds: list[str]) -> None:
    documents, problems = reading(content)
    assert [document.text for document in documents] == ["Größe – “Veridia”."]
    assert [problem.kind for problem in problems] == kinds


def test_what_cannot_be_decoded_is_counted_and_the_rest_is_read(reading: Read) -> None:
    documents, problems = reading(b"Veridia met Marrow in \x81\x8d port, and both agreed to meet again.")
    assert [problem.kind for problem in problems] == ["undecodable"]
    assert problems[0].message.startswith("2 undecodable")
    assert documents[0].text.startswith("Veridia met Marrow in \ufffd\ufffd port")


def test_line_ends_are_one_and_the_way_back_is_kept(reading: Read) -> None:
    source = "Veridia joins.\r\n\r\nMarrow stays.\rBoth agree.\r\n"
    document = only(reading(source.encode()))
    assert document.text == "Veridia joins.\n\nMarrow stays.\nBoth agree.\n"
    start = document.text.index("Marrow")
    origin = document.origin(Span(start, start + 6))
    assert source[origin.start : origin.end] == "Marrow"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_dropped_and_counts_as_a_character_of_the_source(reading: Read, encoding: str) -> None:
    source = "\ufeffVeridia joins.\r\nMarrow stays.\r\n"
    document = only(reading(source.encode(encoding)))
    assert document.text == "Veridia joins.\nMarrow stays.\n"
    start = document.text.index("Marrow")
    assert document.origin(Span(start, start + 6)) == Span(source.index("Marrow"), source.index("Marrow") + 6)


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"%PDF-1.7\nVeridia", "PDF"), (b"PK\x03\x04Veridia", "Word"), (b"{\\rtf1 Veridia joins.}", "RTF")],
)
def test_another_format_under_the_name_of_a_text_is_named(reading: Read, content: bytes, name: str) -> None:
    _, (problem,) = reading(content)
    assert problem.kind == "binary"
    assert name in problem.message


def test_the_byte_that_is_not_utf_8_is_told(reading: Read) -> None:
    ((document,), (problem,)) = reading("Veridia’s café".encode("cp1252"))
    assert document.text == "Veridia’s café"
    assert "byte 7" in problem.message
    assert "Windows-1252" in problem.message


@pytest.mark.parametrize(
    ("head", "title", "date", "publisher"),
    [
        (
            "---\ntitle: \"The Harbour Pact\"\ndate: '2031-05-20'\n---\n\n20 May 2030, Lantern\n\n",
            "The Harbour Pact",
            "2031-05-20",
            None,
        ),
        ("# The Harbour Pact of **Lantern**\n\n", "The Harbour Pact of **Lantern", None, None),
        (
            "World\nVeridia signs the Harbour Pact\nPUBLISHED : 4 Oct 2031 at 22:13\n",
            "Veridia signs the Harbour Pact",
            "2031-10-04",
            None,
        ),
        ("JOINT STATEMENT\n\nSource: Tidewire\nLantern, 3 May 2031\n\n", "JOINT STATEMENT", "2031-05-03", "Tidewire"),
        ("", None, None, None),
    ],
)
def test_heads_of_all_kinds(
    reading: Read, head: str, title: str | None, date: str | None, publisher: str | None
) -> None:
    document = only(
        reading(f"{head}Veridia and Marrow met on 7 June 2029 and agreed to train their pilots together.\n")
    )
    assert (document.title, document.date, document.publisher) == (title, date, publisher)


@given(st.text(alphabet=st.sampled_from("ab\r\n \u00e9")), st.data())
def test_every_span_of_the_text_is_a_span_of_the_source(source: str, data: st.DataObject) -> None:
    text, offsets = unify_line_ends(source)
    assert "\r" not in text
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    origin = Document("d", text, offsets=offsets).origin(Span(start, end))
    taken = source[origin.start : origin.end]
    assert 0 <= origin.start < origin.end <= len(source)
    # A span that ends with a line end holds the first character of the two that may stand for it.
    assert taken.replace("\r\n", "\n").replace("\r", "\n") == text[start:end]


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_problem(content: bytes) -> None:
    decoded = decode(content, "x")
    if isinstance(decoded, Decoded):
        assert decoded.text.strip()
        assert "\r" not in decoded.text
    else:
        assert decoded.kind in ("binary", "empty-text")
