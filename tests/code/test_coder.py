"""The coder as a whole: evidence, determinism, the golden sample, hostile text, and the floors of quality."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.code.coder import Coder
from comity.code.learned import LearnedCoder
from comity.model import Document, decode, encode
from comity.read import read
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "examples" / "joint-statement.json"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the development texts (../shared) are not here")


def document_of(text: str) -> Document:
    regions = find_regions(text)
    return Document("test", text, issuers=("CHN",), regions=regions, sentences=split_sentences(text, regions))


def documents(*paths: Path) -> Iterator[Document]:
    for path in paths:
        yield from (found for found in read(path) if isinstance(found, Document))


def test_the_sample_is_coded_as_before(learned: LearnedCoder, golden: Callable[[Path, str], None]) -> None:
    lines = [encode(one) + "\n" for document in documents(SAMPLE) for one in learned.code(document)]
    golden(ROOT / "examples" / "joint-statement.statements.jsonl", "".join(lines))


def test_what_is_coded_can_be_written_and_read_back(coder: Coder) -> None:
    for document in documents(SAMPLE):
        for statement in coder.code(document):
            assert decode(encode(statement)).check(document) == statement


def test_furniture_and_headings_are_never_coded(coder: Coder) -> None:
    text = "Follow China.org.cn on Twitter and Facebook to join the conversation.\n\nChina Supports Peace Talks\n\n"
    assert list(coder.code(document_of(text + "China supports dialogue."))) != []
    assert list(coder.code(document_of(text))) == []


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_bytes_whatever_the_hash_seed(seed: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "comity", "code", str(SAMPLE), "--format", "jsonl"]
    found = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert found == (ROOT / "examples" / "joint-statement.statements.jsonl").read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["China", "we", "will", "not", "should", "sign", "the", "treaty", "(DOC)", "and", ",", "with", "Japan", ".",
             "\n", "committed", "to", "deepening", "peace", "“", "<b>", "2014", "by", "which", ":", "-", "ASEAN's", "é"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_text_breaks_the_coder_or_the_evidence_law(coder: Coder, words: list[str]) -> None:
    document = document_of(" ".join(words) or ".")
    for statement in coder.code(document):
        assert document.text[statement.span.start : statement.span.end] == statement.quote


_WORDS = "China|the EU|we|shall|has|signed|treaty|of|to|not|(NPT)|and|PROMOTE|the two sides|2014|http://x.y/z|Q:|’s"
_SIGNS = "“|\n|\r\n|\t|;|:|1.|•|- |***|<br/>|&nbsp;|\u200b|\u0000|🙂|é|中国|Россия|ﬁ|ſ|İ|'|,|" + "A" * 300
_SCRAPS = (*_WORDS.split("|"), *_SIGNS.split("|"))


def test_no_fuzzed_input_breaks_a_coder(coder: Coder, request: pytest.FixtureRequest) -> None:
    """Code scraps of text, and texts with characters lost, doubled and changed; ``--fuzz N`` for more of them."""
    chance = random.Random(11)
    text = next(documents(SAMPLE)).text
    for _ in range(request.config.getoption("--fuzz")):
        if chance.random() < 0.5:
            given = chance.choice(("", " ", "  ")).join(chance.choices(_SCRAPS, k=chance.randrange(25)))
        else:
            start = chance.randrange(len(text))
            signs = list(text[start : start + chance.randrange(400)])
            for _ in range(chance.randrange(12)):
                signs.insert(chance.randrange(len(signs) + 1), chance.choice((*_SCRAPS, *"\n .,()")))
            given = "".join(signs)
        for statement in coder.code(document_of(given)):
            assert given[statement.span.start : statement.span.end] == statement.quote


@needs_shared
def test_every_development_document_is_coded_with_exact_evidence(coder: Coder) -> None:
    folder = SHARED / "documents"
    some = islice(documents(folder / "corpus.jsonl"), 0, None, 12)
    count = 0
    for document in [*documents(folder / "seed.json", folder / "seed.txt", folder / "silver.jsonl"), *some]:
        for statement in coder.code(document):
            count += document.text[statement.span.start : statement.span.end] == statement.quote
    assert count > 2000
