"""The catalogue as a data set and as pages; names it does not know."""

import csv
import json
from pathlib import Path

from comity.catalogue import Catalogue, Entry, NameMatcher
from comity.catalogue.candidates import find_candidates
from comity.catalogue.export import COLUMNS, json_ld, rows
from comity.catalogue.page import to_pages
from comity.cli import main

CATALOGUE = Catalogue(
    {
        "IND": Entry("IND", "state", "India", formal="Republic of India", sources=("a",), extra={"wikidata": "Q668"}),
        "asean": Entry("asean", "organisation", "Association of Nations", acronyms=("ASEAN",), unconfirmed=True),
    },
    {"a": {"title": "A source"}},
    "1",
)


def test_rows_have_every_column_once() -> None:
    assert [list(row) for row in rows(CATALOGUE)] == [list(COLUMNS)] * 2
    assert rows(CATALOGUE)[0]["sources"] == ["a"]


def test_json_ld_names_wikidata_only_where_it_is_known() -> None:
    graph = json_ld(CATALOGUE)["@graph"]
    assert isinstance(graph, list)
    india, asean = graph
    assert india["sameAs"] == "http://www.wikidata.org/entity/Q668"
    assert india["citation"] == [{"title": "A source"}]
    assert "sameAs" not in asean
    assert asean["alternateName"] == ["ASEAN"]


def test_pages_say_what_is_unconfirmed() -> None:
    pages = to_pages(CATALOGUE)
    assert list(pages) == ["index.md", "state.md", "organisation.md"]
    assert "| `asean` | Association of Nations | ASEAN |  |  | unconfirmed |" in pages["organisation.md"]
    assert "| [organisation](organisation.md) | 1 | 0 |" in pages["index.md"]


def test_candidates_are_names_that_nobody_bears() -> None:
    text = "The Merrow Sound Forum met in India. They praised the Merrow Sound\nForum and ASEAN."
    [found] = find_candidates([("d", text)], NameMatcher(CATALOGUE))
    assert (found.name, found.count, found.documents, found.document) == ("Merrow Sound Forum", 2, 1, "d")
    assert "met in India" in found.example


def test_exported_files_are_whole(tmp_path: Path) -> None:
    assert main(["catalogue", "export", "--format", "csv", "-o", str(tmp_path / "c.csv")]) == 0
    assert main(["catalogue", "export", "--format", "jsonld", "-o", str(tmp_path / "c.json")]) == 0
    assert main(["catalogue", "export", "--format", "markdown", "-o", str(tmp_path / "pages")]) == 0
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    graph = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["@graph"]
    assert len(table) == len(graph) > 2500
    assert (tmp_path / "pages" / "state.md").is_file()
