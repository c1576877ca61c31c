"""Catalogues written in the test, and a cache folder that is the test's own."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from comity.catalogue import Catalogue
from comity.catalogue.load import load_folder

Written = Callable[..., Catalogue]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "comity"


@pytest.fixture
def write(tmp_path: Path) -> Written:
    """Write files of a catalogue (name without suffix, YAML) and load them."""

    def written(**files: str) -> Catalogue:
        folder = tmp_path / "data"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
        return load_folder(folder)

    return written
