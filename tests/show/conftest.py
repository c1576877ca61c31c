"""A small document between invented states, with statements that share, enclose and overlap one another."""

from typing import Any, Protocol

import pytest

from comity.model import CoderIdentity, Document, Entity, Mention, Region, Span, Statement

CODER = CoderIdentity("hand", "1.0", "1", "2026.11")

TEXT = """Joint Statement of Veridia and Marrow

Print this page

1. Veridia and Marrow reaffirm their commitment to the Harbour Charter. Veridia will deepen its strategic \
partnership with Marrow and host the Lantern Forum in 2031.

Both sides should not threaten one another, and they welcomed <b>mutual</b> "trust" & calm.
"""


class Say(Protocol):
    """Make a statement of a document from the words it quotes."""

    def __call__(self, document: Document, quote: str, thing: str, **fields: Any) -> Statement:
        """Take every field that is not given from the simplest statement there is."""
        ...


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def say() -> Say:
    def make(document: Document, quote: str, thing: str, **fields: Any) -> Statement:
        span = span_of(document, quote)
        actor = fields.pop("actor", Entity("VER", "Veridia"))
        named = quote.find(actor.name)
        where = Span(span.start + named, span.start + named + len(actor.name)) if named >= 0 else None
        values: dict[str, Any] = {
            "speaker": "VER",
            "act": "strengthen",
            "object_kind": "relationship",
            "partners": (),
            "force": "assertive",
            "strength": None,
            "tense": "present",
            "negated": False,
            "topics": (),
            "date": None,
            "place": None,
            "confidence": 1.0,
        }
        return Statement(
            document=document.id,
            span=span,
            quote=quote,
            actor=Mention(actor, where),
            object=Mention(Entity(None, thing), span_of(document, thing)),
            coder=CODER,
            **{**values, **fields},
        )

    return make


@pytest.fixture
def document() -> Document:
    def region(words: str, role: str, reason: str | None = None, label: str | None = None) -> Region:
        start = TEXT.index(words)
        return Region(Span(start, start + len(words)), role, reason, label)

    sentences = TEXT[TEXT.index("Veridia and Marrow reaffirm") : TEXT.index("\n\nBoth")]
    return Document(
        "veridia-marrow",
        TEXT,
        title="Joint Statement of Veridia and Marrow",
        date="2030-05-01",
        kind="joint-statement",
        issuers=("VER", "MAR"),
        source="/home/somebody/secret/statement.txt",
        regions=(
            region("Joint Statement of Veridia and Marrow", "heading"),
            region("Print this page", "furniture", "site navigation"),
            region(sentences, "item", label="1."),
        ),
    )


@pytest.fixture
def statements(document: Document, say: Say) -> list[Statement]:
    marrow = Mention(Entity("MAR", "Marrow"), span_of(document, "Marrow and host"[:6]))
    pledge = {"force": "commissive", "strength": "firm", "tense": "future"}
    return [
        say(
            document,
            "Veridia and Marrow reaffirm their commitment to the Harbour Charter",
            "Harbour Charter",
            act="uphold",
            object_kind="instrument",
            partners=(marrow,),
            **pledge,
        ),
        say(
            document,
            "Veridia will deepen its strategic partnership with Marrow",
            "strategic partnership",
            partners=(marrow,),
            topics=("defence", "maritime"),
            **pledge,
        ),
        say(
            document,
            "Veridia will deepen its strategic partnership with Marrow and host the Lantern Forum in 2031",
            "Lantern Forum",
            act="lead",
            object_kind="mechanism",
            date="2031",
            confidence=0.75,
            **pledge,
        ),
        say(
            document,
            "Both sides should not threaten one another",
            "threaten",
            act="breach",
            object_kind="principle",
            negated=True,
            force="directive",
            strength="soft",
            tense="future",
            actor=Entity("any:Both sides", "Both sides"),
        ),
        say(
            document,
            'they welcomed <b>mutual</b> "trust" & calm',
            '<b>mutual</b> "trust"',
            act="support",
            object_kind="principle",
            force="expressive",
            actor=Entity(None, 'they"><script>alert(1)</script>'),
        ),
    ]
