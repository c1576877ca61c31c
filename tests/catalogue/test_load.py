"""Loading: what a catalogue's file may hold, what is said about a faulty one, and the cache."""

from pathlib import Path

import pytest

from comity.catalogue import CatalogueError
from comity.catalogue.load import load_folder

from .conftest import Written

VERIDIA = """
- id: VER
  kind: state
  name: Veridia
  formal: Republic of Veridia
  acronyms: [RV]
  adjectives: [Veridian]
  from: 1951
  capital: Port Veridia
  sources: [almanac]
"""


def test_an_entry_as_it_is_written(write: Written) -> None:
    catalogue = write(states=VERIDIA, sources="almanac: {title: The Almanac}")
    entry = catalogue["VER"]
    assert entry.all_names == ("Veridia", "Republic of Veridia", "RV")
    assert (entry.since, entry.until, entry.extra) == ("1951", None, {"capital": "Port Veridia"})
    assert (entry.is_actor, entry.object_kind, entry.sources) == (True, None, ("almanac",))
    assert catalogue.sources["almanac"]["title"] == "The Almanac"


def test_a_body_acts_where_it_is_marked_so(write: Written) -> None:
    catalogue = write(
        bodies="""
        - {id: forum, kind: mechanism, name: the Lantern Forum}
        - {id: council, kind: mechanism, name: the Council, actor: true}
        """
    )
    assert [catalogue[name].is_actor for name in ("forum", "council")] == [False, True]
    assert catalogue["forum"].object_kind == "mechanism"


FAULTS = [
    ("- {kind: state, name: Veridia}", ["states.yaml", "item 1", "'id'"]),
    ("- {id: VER, name: Veridia}", ["states.yaml", "VER", "'kind'"]),
    ("- {id: VER, kind: state}", ["states.yaml", "VER", "'name'"]),
    ("- {id: NOR, kind: state, name: no}", ["states.yaml", "NOR", "'name'"]),
    ("- {id: no, kind: state, name: Norway}", ["states.yaml", "item 1", "'id'"]),
    ("- {id: VER, kind: planet, name: Veridia}", ["states.yaml", "VER", "'planet'", "state"]),
    ("- {id: VER, kind: state, name: Veridia, names: The Republic}", ["states.yaml", "VER", "'names'", "list"]),
    ("- {id: VER, kind: state, name: Veridia, acronyms: [no]}", ["states.yaml", "VER", "'acronyms'", "quote"]),
    ("- {id: VER, kind: state, name: Veridia, names: [1954]}", ["states.yaml", "VER", "'names'", "quote"]),
    ("- Veridia", ["states.yaml", "item 1"]),
    ("just words", ["states.yaml", "list"]),
    ("- {id: VER, kind: [", ["states.yaml", "YAML"]),
    ("- {id: X, kind: state, name: A}\n- {id: X, kind: state, name: B}", ["'X'", "twice", "'A'", "'B'"]),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_a_fault_is_said_with_its_file_and_entry(write: Written, text: str, said: list[str]) -> None:
    with pytest.raises(CatalogueError) as fault:
        write(states=text)
    assert [part for part in said if part not in str(fault.value)] == []


def test_ids_are_unique_over_all_files(write: Written) -> None:
    with pytest.raises(CatalogueError, match="'VER' is used twice"):
        write(states=VERIDIA, bodies="- {id: VER, kind: organisation, name: Other}")


def test_a_folder_without_data_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"no \.yaml file"):
        load_folder(tmp_path)


def test_an_empty_file_is_an_empty_family(write: Written) -> None:
    assert len(write(states=VERIDIA, later="# nothing yet")) == 1


def test_what_was_parsed_is_kept_and_a_changed_byte_makes_it_anew(write: Written, cache: Path) -> None:
    write(states=VERIDIA)
    (first,) = cache.iterdir()
    assert write(states=VERIDIA)["VER"].name == "Veridia"
    assert list(cache.iterdir()) == [first]
    assert write(states=VERIDIA.replace("name: Veridia", "name: Veridja"))["VER"].name == "Veridja"
    assert len(list(cache.iterdir())) == 2


def test_the_cache_is_what_is_read(write: Written, cache: Path) -> None:
    write(states=VERIDIA)
    (kept,) = cache.iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("Republic", "Kingdom"), encoding="utf-8")
    assert write(states=VERIDIA)["VER"].formal == "Kingdom of Veridia"


@pytest.mark.parametrize("broken", ["", "{", "\udcff"])
def test_a_broken_cache_is_made_anew(write: Written, cache: Path, broken: str) -> None:
    write(states=VERIDIA)
    (kept,) = cache.iterdir()
    kept.write_bytes(broken.encode("utf-8", "surrogateescape"))
    assert write(states=VERIDIA)["VER"].formal == "Republic of Veridia"


def test_a_cache_that_cannot_be_written_does_no_harm(
    write: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("a file, where a folder is wanted")
    monkeypatch.setenv("COMITY_CACHE", str(tmp_path / "file"))
    assert write(states=VERIDIA)["VER"].name == "Veridia"
    assert (tmp_path / "file").read_text() == "a file, where a folder is wanted"
