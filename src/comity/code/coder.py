"""What every coder is: a program, a model or a person that turns a document into statements of one type."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from comity.model import CoderIdentity, Document, Statement


class Coder(Protocol):
    """Code documents; the same identity and the same document give the same statements in the same order."""

    @property
    def identity(self) -> CoderIdentity:
        """Say which coder this is, in which version, by which codebook and catalogue."""
        ...

    def code(self, document: Document) -> Iterator[Statement]:
        """Yield the statements of one document in text order, each checked against it."""
        ...


class CoderName(StrEnum):
    """The coders that come with Comity."""

    LEARNED = "learned"
    RULES = "rules"
