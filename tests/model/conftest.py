"""The simplest statement there is, and a strategy for all the others."""

from typing import Any, Protocol

import pytest
from hypothesis import strategies as st

from comity.model import CoderIdentity, Entity, Mention, Span, Statement


class Make(Protocol):
    """Make a statement; every field that is not given is that of the simplest one."""

    def __call__(self, **fields: Any) -> Statement:
        """Return the statement."""
        ...


def simplest(**fields: Any) -> Statement:
    values: dict[str, Any] = {
        "document": "d1",
        "span": Span(0, 25),
        "quote": "Veridia will join Marrow.",
        "speaker": None,
        "actor": Mention(Entity("VER", "Veridia"), Span(0, 7)),
        "act": "join",
        "object_kind": "relationship",
        "object": Mention(Entity("pact", "the Pact"), Span(13, 17)),
        "partners": (Mention(Entity("MAR", "Marrow"), Span(18, 24)),),
        "force": "commissive",
        "strength": "firm",
        "tense": "future",
        "negated": False,
        "topics": (),
        "date": None,
        "place": None,
        "coder": CoderIdentity("rules", "1", "1", "2026.11"),
        "confidence": 0.5,
    }
    return Statement(**{**values, **fields})


@pytest.fixture
def make() -> Make:
    return simplest


_TEXT = st.text(max_size=12)
_NAME = st.text(min_size=1, max_size=12)
_SPAN = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 99))
_MENTION = st.builds(Mention, st.builds(Entity, st.none() | _NAME, _NAME), st.none() | _SPAN)
_FORCE = st.sampled_from(
    [
        ("assertive", None),
        ("expressive", None),
        ("declarative", None),
        ("commissive", "firm"),
        ("commissive", "soft"),
        ("directive", "firm"),
        ("directive", "soft"),
    ]
)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw a statement of any shape the constructor takes."""
    quote = draw(st.text(min_size=1, max_size=40))
    start = draw(st.integers(0, 10**6))
    force, strength = draw(_FORCE)
    return simplest(
        document=draw(_NAME),
        span=Span(start, start + len(quote)),
        quote=quote,
        speaker=draw(st.none() | _TEXT),
        actor=draw(_MENTION),
        act=draw(_NAME),
        object_kind=draw(
            st.sampled_from(["relationship", "mechanism", "instrument", "activity", "principle", "issue"])
        ),
        object=draw(_MENTION),
        partners=tuple(draw(st.lists(_MENTION, max_size=3))),
        force=force,
        strength=strength,
        tense=draw(st.sampled_from(["past", "present", "future"])),
        negated=draw(st.booleans()),
        topics=tuple(draw(st.lists(_TEXT, max_size=3))),
        date=draw(st.none() | _TEXT),
        place=draw(st.none() | _TEXT),
        coder=draw(st.builds(CoderIdentity, _NAME, _TEXT, _TEXT, _TEXT)),
        confidence=draw(st.floats(0, 1)),
    )


@pytest.fixture
def any_statement() -> st.SearchStrategy[Statement]:
    return statements()
