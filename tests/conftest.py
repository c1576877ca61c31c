"""What all tests share: golden files are rewritten with ``--update``, after looking at what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files with what comes out now")
    parser.addoption("--raise-floors", action="store_true", help="keep the figures of quality that are higher now")
    parser.addoption("--fuzz", type=int, default=150, metavar="N", help="code so many fuzzed inputs with each coder")
    parser.addoption("--lower-floors", action="store_true", help="give up figures of quality that are lower now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a golden file; with ``--update`` write the file instead."""

    def check(path: Path, found: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, encoding="utf-8", newline="")
        assert path.is_file(), f"{path} is not there; write it with --update"
        assert found == path.read_text(encoding="utf-8")

    return check
