"""The quality gate: no coder falls under its floors on the corpus they were measured on.

``floors.json`` has, for each coder, the digest of the corpus and the figures last accepted. ``pytest --raise-floors``
writes what is measured now where it is higher; only ``--lower-floors`` writes what is lower, and the diff says what was
given up.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from codings import read_codings

from comity.code.coder import Coder, CoderName
from comity.code.coders import make_coder
from comity.model import Document, decode
from comity.read import read
from comity.review import agreement

FLOORS = Path(__file__).parent / "floors.json"
SHARED = Path(__file__).parents[3] / "shared"
CORPUS = [SHARED / "documents" / "seed.json", *sorted((SHARED / "documents" / "gold").glob("*.json"))]
GOLD = SHARED / "gold" / "dev.jsonl"
OURS = Path(__file__).parent / "own.jsonl"
WHOLE = SHARED / "documents" / "corpus.jsonl"
_SLACK = 0.0005  # floors are kept to three digits


def digest_of(paths: list[Path]) -> str:
    """Return a digest of files by their content, whatever their folder is called."""
    found = hashlib.blake2b(digest_size=8)
    for path in paths:
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def accepted(old: dict[str, float], new: dict[str, float], *, lower: bool) -> dict[str, float]:
    """Return the floors to keep: the new figure where it is higher, or where lowering is allowed."""
    return {name: figure if lower else max(figure, old.get(name, 0.0)) for name, figure in new.items()}


def under(floors: dict[str, float], found: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Return the figures that fell under their floor, each with it."""
    return {name: (found[name], floor) for name, floor in floors.items() if found[name] < floor - _SLACK}


def on_development(coder: Coder) -> tuple[str, dict[str, float]]:
    """Return the digest of the development gold and a coder's figures on it."""
    documents = [one for path in CORPUS for one in read(path) if isinstance(one, Document)]
    coded = [statement for document in documents for statement in coder.code(document)]
    gold = [decode(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    report = agreement(gold, coded, documents={one.document for one in gold}, draws=1)
    page = agreement([one for one in gold if one.document == "dev-seed"], coded, draws=1)
    found = {name: round(score.f1, 3) for name, score in report.scores.items()}
    found["core on the page"] = round(page.scores["core"].f1, 3)
    found |= {slot.slot: round(slot.share, 3) for slot in report.slots if slot.slot not in ("actor", "act")}
    return digest_of([*CORPUS, GOLD]), found


def on_our_own(coder: Coder) -> tuple[str, dict[str, float]]:
    """Return the digest of our own test excerpts (two codings, adjudicated) and a coder's figures on them."""
    documents, gold = read_codings(OURS, WHOLE)
    coded = [statement for document in documents for statement in coder.code(document)]
    report = agreement(gold, coded, documents={one.document for one in gold}, draws=1)
    found = {name: round(score.f1, 3) for name, score in report.scores.items()}
    found |= {slot.slot: round(slot.share, 3) for slot in report.slots if slot.slot not in ("actor", "act")}
    return digest_of([OURS, WHOLE]), found


@pytest.mark.skipif(not GOLD.exists(), reason="the development gold (../shared) is not here")
@pytest.mark.parametrize("measured", [on_development, on_our_own], ids=["development", "our own"])
@pytest.mark.parametrize("name", list(CoderName))
def test_no_coder_falls_under_its_floors(
    name: CoderName, measured: Callable[[Coder], tuple[str, dict[str, float]]], request: pytest.FixtureRequest
) -> None:
    corpus, found = measured(make_coder(name))
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    key = f"{name}, {measured.__name__.replace('_', ' ')}"
    lower = request.config.getoption("--lower-floors")
    if lower or request.config.getoption("--raise-floors"):
        same = floors.get(key, {}).get("corpus") == corpus
        floors[key] = {
            "corpus": corpus,
            "figures": accepted(floors[key]["figures"] if same else {}, found, lower=lower),
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8", newline="")
    assert floors[key]["corpus"] == corpus, "the corpus is another one: measure anew with --raise-floors"
    assert under(floors[key]["figures"], found) == {}


def test_a_floor_is_raised_by_itself_and_lowered_only_on_purpose() -> None:
    assert accepted({"core": 0.5}, {"core": 0.6}, lower=False) == {"core": 0.6}
    assert accepted({"core": 0.5}, {"core": 0.4}, lower=False) == {"core": 0.5}
    assert accepted({"core": 0.5}, {"core": 0.4}, lower=True) == {"core": 0.4}


def test_a_figure_under_its_floor_is_found() -> None:
    assert under({"core": 0.57, "ties": 0.6}, {"core": 0.55, "ties": 0.61}) == {"core": (0.55, 0.57)}
    assert under({"core": 0.57}, {"core": 0.5699}) == {}


def test_a_changed_byte_is_another_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("one")
    before = digest_of([tmp_path / "a.json"])
    (tmp_path / "a.json").write_text("two")
    assert digest_of([tmp_path / "a.json"]) != before
