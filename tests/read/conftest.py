"""Files written in the test, and where the documents of others lie."""

from collections.abc import Callable
from pathlib import Path

import pytest

from comity.model import Document, Problem
from comity.read import read

Read = Callable[..., tuple[list[Document], list[Problem]]]


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    """Write a file of this name and content, and return the documents and problems in it."""

    def reads(content: str | bytes, name: str = "paper.txt") -> tuple[list[Document], list[Problem]]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        found = list(read(path))
        return (
            [one for one in found if isinstance(one, Document)],
            [one for one in found if isinstance(one, Problem)],
        )

    return reads
