"""A coder loaded once, and a way to code a sentence that stands in the test."""

from collections.abc import Callable, Sequence

import pytest

from comity.code.rules import RuleCoder
from comity.model import Document, Statement
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

Coded = Callable[..., list[Statement]]


@pytest.fixture(scope="session")
def coder() -> RuleCoder:
    return RuleCoder()


def document_of(
    text: str, issuers: Sequence[str] = ("CHN",), *, kind: str = "white-paper", title: str = ""
) -> Document:
    regions = find_regions(text)
    return Document(
        id="test",
        text=text,
        title=title or None,
        kind=kind,
        issuers=tuple(issuers),
        regions=regions,
        sentences=split_sentences(text, regions),
    )


@pytest.fixture(scope="session")
def code(coder: RuleCoder) -> Coded:
    def run(
        text: str, issuers: Sequence[str] = ("CHN",), *, kind: str = "white-paper", title: str = ""
    ) -> list[Statement]:
        return list(coder.code(document_of(text, issuers, kind=kind, title=title)))

    return run
