"""The JSON Schema for editors says what the shipped files are, and refuses what they may not be."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

FOLDER = Path(str(resources.files("comity.catalogue") / "data"))
SCHEMA: dict[str, Any] = json.loads(
    resources.files("comity.catalogue").joinpath("catalogue.schema.json").read_text(encoding="utf-8")
)
FILES = sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("records/*.yaml")])


def part(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({**SCHEMA["$defs"][name], "$defs": SCHEMA["$defs"]})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_as_the_schema_says(file: Path) -> None:
    content = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    named = {"body": "block", "treaty": "treaty", "between": "tie", "system": "code"}
    faults: list[str] = []
    rows = content.values() if isinstance(content, dict) else content or []
    for row in rows:
        kind = "source" if isinstance(content, dict) else next((named[key] for key in named if key in row), "entry")
        faults += [f"{row.get('id', row)}: {error.message}" for error in part(kind).iter_errors(row)]
    assert faults == []


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("entry", {"id": "x", "kind": "state", "name": "X"}),
        ("entry", {"id": "X y", "kind": "state", "name": "X", "sources": ["a"]}),
        ("entry", {"id": "x", "kind": "state", "name": "X", "from": "June", "sources": ["a"]}),
        ("block", {"body": "x", "members": [{"since": "2001"}]}),
        ("tie", {"between": ["A"], "grade": "g"}),
        ("code", {"state": "X", "system": "iso", "number": 1, "sources": ["a"]}),
    ],
)
def test_what_the_schema_refuses(name: str, row: dict[str, object]) -> None:
    assert not part(name).is_valid(row)
