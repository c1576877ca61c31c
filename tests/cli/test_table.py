"""The table fits the terminal and keeps what matters."""

import pytest

from comity.cli.table import layout, of_document
from comity.model import CoderIdentity, Document, Entity, Mention, Span, Statement

TEXT = "China will deepen its comprehensive strategic partnership of coordination with Russia for a new era."
DOCUMENT = Document("d", TEXT, title="A title", date="2030", issuers=("CHN",))


def _statement(date: str | None = None) -> Statement:
    return Statement(
        document="d", span=Span(0, len(TEXT)), quote=TEXT, speaker="CHN",
        actor=Mention(Entity("CHN", "China"), Span(0, 5)), act="strengthen", object_kind="relationship",
        object=Mention(Entity(None, "comprehensive strategic partnership of coordination"), Span(22, 73)),
        partners=(Mention(Entity("RUS", "Russia"), Span(79, 85)),), force="commissive", strength="firm",
        tense="future", negated=True, topics=(), date=date, place=None,
        coder=CoderIdentity("hand", "1", "1", "1"), confidence=1.0,
    )  # fmt: skip


@pytest.mark.parametrize("columns", [80, 100, 119, 120, 160, 240])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    drawn = of_document(DOCUMENT, [_statement(), _statement("2031-01/2032")], columns=columns, colour=False)
    assert max(map(len, drawn.splitlines())) <= columns
    assert {"not", "strengthen", "Russia", "China"} <= set(drawn.split())


def test_columns_nothing_fills_are_left_out() -> None:
    wide = of_document(DOCUMENT, [_statement()], columns=150, colour=False)
    assert "date" not in wide.splitlines()[1]
    assert "tense" in wide.splitlines()[1]
    narrow = of_document(DOCUMENT, [_statement()], columns=80, colour=False)
    assert "partners" not in narrow.splitlines()[1]
    assert "tense" not in narrow.splitlines()[1]


def test_layout_uses_the_whole_width() -> None:
    row = {"actor": "China", "act": "lead", "object": "x" * 99, "partners": "", "force": "assertive", "quote": "y" * 99}
    widths = layout([row], 100)
    assert sum(widths.values()) + 2 * (len(widths) - 1) == 100
    assert "partners" not in widths


def test_colour_only_where_wanted() -> None:
    assert "\x1b[" in of_document(DOCUMENT, [_statement()], columns=120, colour=True)
    assert "\x1b" not in of_document(DOCUMENT, [_statement()], columns=120, colour=False)


def test_a_document_without_statements_says_so() -> None:
    assert of_document(DOCUMENT, [], columns=80, colour=False) == "A title · 2030 · CHN\n  no statements\n\n"
