"""The page of a document: complete, self-contained, safe, the same every time."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.codebook import load
from comity.model import CoderIdentity, Document, EvidenceError, Region, Span, Statement
from comity.show import report, report_all
from comity.show.blocks import blocks
from comity.show.html import visible
from comity.show.page import asset
from comity.show.passage import passage
from comity.show.placed import place

GOLDEN = Path(__file__).parent / "golden" / "page.html"


class _Page(HTMLParser):
    """Collect the words of the text blocks, ids, links, the words under each statement, and all tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.under: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids.extend(filter(None, [values.get("id")]))
        self.links.extend(filter(None, [values.get("href")]))
        if tag not in ("meta", "rect"):
            self._open.append((tag, values))
        if (values.get("class") or "").startswith("t "):
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        if any((values.get("class") or "").startswith("t ") for _, values in self._open):
            self.blocks[-1] += data
        for _, values in self._open:
            if statement := values.get("data-s"):
                self.under[statement] = self.under.get(statement, "") + data


def test_the_text_is_there_word_for_word(document: Document, statements: list[Statement]) -> None:
    page = _Page(report(document, statements))
    assert page.blocks == [document.text[slice(*block.span)] for block in blocks(document)]
    assert page.under == {statement.id: statement.quote for statement in statements}


def test_every_statement_has_a_card_and_every_link_leads_somewhere(
    document: Document, statements: list[Statement]
) -> None:
    page = _Page(report(document, statements))
    assert {f"s-{statement.id}" for statement in statements} <= set(page.ids)
    assert {f"t-{statement.id}" for statement in statements} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_page_asks_for_nothing(document: Document, statements: list[Statement]) -> None:
    page = report(document, statements)
    assert not re.search(r"<(link|img|iframe|object|embed|base|form action)|src=|url\(|@import|https?://", page)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert " style=" not in page
    assert " onclick=" not in page


def test_markup_in_the_text_stays_text(document: Document, statements: list[Statement]) -> None:
    page = report(document, statements)
    assert "<b>" not in page
    assert page.count("<script>") == 1
    assert "alert(1)</script>" not in page
    assert "&lt;b&gt;mutual&lt;/b&gt;" in page


def test_hostile_metadata_stays_text(document: Document) -> None:
    evil = '"><script>alert(1)</script>\x1b'
    hostile = replace(document, title=evil, date=evil, kind=evil, issuers=(evil,), publisher=evil, language=evil)
    hostile = replace(hostile, source=evil, regions=(Region(Span(0, 5), "furniture", evil),))
    page = report(hostile, [])
    assert page.count("<script>") == 1
    assert "\x1b" not in page
    assert _Page(page).tags.count("script") == 1


def test_folders_of_a_machine_do_not_reach_the_page(document: Document) -> None:
    page = report(document, [])
    assert "secret" not in page
    assert "statement.txt" in page


def test_no_statements(document: Document) -> None:
    page = report(document, [], coder=CoderIdentity("rules", "0.1.0", "1", "2026.11"))
    assert "No statements were found" in page
    assert "rules 0.1.0" in page
    assert 'id="filter"' not in page


def test_a_statement_of_another_document_is_refused(document: Document, statements: list[Statement]) -> None:
    with pytest.raises(EvidenceError):
        report(replace(document, id="another"), statements)


def test_a_statement_given_twice_is_shown_once(document: Document, statements: list[Statement]) -> None:
    assert report(document, [*statements, statements[0]]) == report(document, statements)


def test_several_documents_have_contents(document: Document, statements: list[Statement]) -> None:
    other = replace(document, id="other", title="Second")
    page = report_all([(document, statements), (other, [])])
    assert "<h1><bdi>2 documents</bdi></h1>" in page
    assert set(_Page(page).ids) >= {"d-1", "d-2"}
    assert '<a href="#d-2"><bdi>Second</bdi></a> (0)' in page


def test_definitions_of_the_codebook_are_titles(document: Document, statements: list[Statement]) -> None:
    codebook = load()
    assert f'<span class="act" title="{codebook.acts["lead"].definition}">lead</span>' in report(
        document, statements, codebook
    )


def test_golden(document: Document, statements: list[Statement], golden: Callable[[Path, str], None]) -> None:
    page = report(document, statements).replace(asset("report.css"), "CSS").replace(asset("report.js"), "JS")
    golden(GOLDEN, re.sub(r"sha256-[^&]*", "sha256-HASH", page))


def test_control_characters_show_as_pictures(say: Callable[..., Statement]) -> None:
    document = Document("d", "We\x00 will\x1b[2J join\x9b.")
    page = _Page(report(document, [say(document, document.text, "join")]))
    assert page.blocks == ["We␀ will␛[2J join\ufffd."]


CHARACTERS = st.one_of(st.sampled_from("ab <>&\"'\n"), st.characters(codec="utf-8", exclude_categories=["Cc"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(CHARACTERS, min_size=1, max_size=80), st.data())
def test_any_text_with_any_statements(say: Callable[..., Statement], text: str, data: st.DataObject) -> None:
    """Every block reads as it stands, and the words under a statement are its quote but for space between blocks."""
    document = Document("d", text)
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30))
    spans = [Span(start, min(start + length, len(text))) for start, length in data.draw(st.lists(ends, max_size=6))]
    made = [say(document, text[slice(*span)], text[slice(*span)]) for span in spans]
    part = place(document, made)
    page = _Page(passage(part, "h2"))
    assert page.blocks == [visible(text[slice(*block.span)]) for block in blocks(document)]
    for statement in part.statements:
        shown = page.under.get(statement.id, "")
        assert "".join(shown.split()) == "".join(visible(statement.quote).split())
