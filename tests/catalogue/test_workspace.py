"""A workspace adds entries and replaces those with its ids; the version tells."""

from pathlib import Path

import pytest

from comity.catalogue import CatalogueError, load
from comity.catalogue.load import VERSION

ENTRIES = """\
- {id: merrow-forum, kind: mechanism, name: Merrow Sound Forum, acronyms: [MSF], unconfirmed: true}
- {id: sco, kind: organisation, name: Our name for it, unconfirmed: true}
"""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMITY_WORKSPACE", str(tmp_path))


def test_its_entries_stand_beside_and_over_ours(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "mine.yaml").write_text(ENTRIES, encoding="utf-8")
    found = load.__wrapped__()
    assert found["merrow-forum"].acronyms == ("MSF",)
    assert found["sco"].name == "Our name for it"
    assert found["CHN"].name == "China"
    assert found.version.startswith(f"{VERSION}+")


def test_a_workspace_without_a_catalogue_says_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no catalogue here"):
        load.__wrapped__()
