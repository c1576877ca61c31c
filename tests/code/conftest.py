"""A coder loaded once, and a way to code a sentence that stands in the test."""

from collections.abc import Callable, Sequence

import pytest

from comity.code.coder import Coder, CoderName
from comity.code.coders import make_coder
from comity.code.learned import LearnedCoder
from comity.code.rules import RuleCoder
from comity.model import Document, Statement
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

Coded = Callable[..., list[Statement]]


@pytest.fixture(scope="session")
def rules() -> RuleCoder:
    return RuleCoder()


@pytest.fixture(scope="session")
def learned() -> LearnedCoder:
    return LearnedCoder()


@pytest.fixture(scope="session", params=list(CoderName))
def coder(request: pytest.FixtureRequest) -> Coder:
    """Each coder that comes with Comity."""
    return make_coder(request.param)


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
def code(rules: RuleCoder) -> Coded:
    def run(
        text: str, issuers: Sequence[str] = ("CHN",), *, kind: str = "white-paper", title: str = ""
    ) -> list[Statement]:
        return list(rules.code(document_of(text, issuers, kind=kind, title=title)))

    return run
