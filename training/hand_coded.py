"""Hand-coded text as examples: every proposal of syntax with its features, and the statement coded on its object."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from codings import read_codings

from comity import catalogue as catalogues
from comity import codebook as codebooks
from comity.code.learned.features import Features
from comity.code.learned.options import options_of
from comity.code.passage import Passage, PassageReader
from comity.code.syntax.objects import find_things
from comity.code.syntax.proposal import Proposal
from comity.model import Document, Span, Statement, decode
from comity.read import read
from comity.review.matching import same_actor

CODINGS = Path(__file__).parent / "codings.jsonl"
#: Force with strength where it looks ahead, else with tense; what :func:`mood_of` gives.
MOODS = tuple(
    f"{force}:{detail}"
    for force, details in (
        ("assertive", ("future", "past", "present")),
        ("commissive", ("firm", "soft")),
        ("declarative", ("future", "present")),
        ("directive", ("firm", "soft")),
        ("expressive", ("future", "past", "present")),
    )
    for detail in details
)


@dataclass(slots=True)
class Example:
    """A proposal's features, its possible actors' features, and the hand-coded statement on its object.

    ``at`` is the document character where the object's head begins, ``nth`` counts the proposals of that head.
    ``words`` are those of the sentence; ``head``, ``verb`` and ``actors`` index them, -1 where there is none.
    """

    document: str
    at: int
    nth: int
    thing: list[str]
    features: list[str]
    options: list[list[str]]
    right: list[bool]
    gold: Statement | None
    words: list[str]
    head: int
    verb: int
    actors: list[int]


def examples_of(document: Document, gold: Sequence[Statement], reader: PassageReader) -> Iterator[Example]:
    """Yield the proposals of a document, each with the first hand-coded statement whose object it is."""
    for passage in reader.passages(document):
        parsed = passage.parsed
        proposals = [p for thing in find_things(parsed) for p in passage.proposer.propose(thing, parsed)]
        if not proposals:
            continue
        heads = _objects(proposals, gold, passage)
        features, options = Features(passage, document), options_of(passage)
        words = [word.text for word in parsed.words]
        seen: dict[int, int] = {}
        for proposal in proposals:
            look, head = features.of_thing(proposal.thing), proposal.thing.head.i
            coded = heads.get(head, [])
            seen[head] = nth = seen.get(head, -1) + 1
            yield Example(
                document.id,
                parsed.span(head, head).start,
                nth,
                look,
                features.of_proposal(proposal, look),
                features.of_options(proposal, options) if coded else [],
                [any(same_actor(one.actor, option.actors.mentions[0]) for one in coded) for option in options],
                coded[0] if coded else None,
                words,
                head,
                next((link.governor.i for link in proposal.links if link.is_verb), -1),
                [option.word.i if option.word else -1 for option in options] if coded else [],
            )


def all_examples(documents: Iterable[Document], gold: Iterable[Statement]) -> Iterator[Example]:
    """Yield the examples of several documents, by the catalogue and codebook that come with the package."""
    by_document: dict[str, list[Statement]] = {}
    for one in gold:
        by_document.setdefault(one.document, []).append(one)
    reader = package_reader()
    for document in documents:
        yield from examples_of(document, by_document.get(document.id, []), reader)


def package_reader() -> PassageReader:
    """Return a reader by the catalogue and codebook that come with the package; it compiles all names."""
    return PassageReader(catalogues.load(), codebooks.load())


def mood_of(statement: Statement) -> str:
    """Return force and strength, or force and tense, as one value; a declaration is of its day, or comes."""
    if statement.force in ("commissive", "directive"):
        return f"{statement.force}:{statement.strength or 'soft'}"
    past = statement.force == "declarative" and statement.tense == "past"
    return f"{statement.force}:{'present' if past else statement.tense}"


def load_silver(texts: Path) -> tuple[list[Document], list[Statement]]:
    """Return the silver texts and their statements."""
    return texts_of(texts / "documents" / "silver.jsonl"), _codings(texts / "gold" / "silver.jsonl")


def load_ours(texts: Path) -> tuple[list[Document], list[Statement]]:
    """Return the excerpts that we coded and their statements."""
    return read_codings(CODINGS, texts / "documents" / "corpus.jsonl")


def load_development(texts: Path) -> tuple[list[Document], list[Statement]]:
    """Return the development texts and their gold."""
    folder = texts / "documents"
    documents = [
        one for path in (folder / "seed.json", *sorted((folder / "gold").glob("*.json"))) for one in texts_of(path)
    ]
    return documents, _codings(texts / "gold" / "dev.jsonl")


def texts_of(path: Path) -> list[Document]:
    """Return the documents of a file."""
    return [one for one in read(path) if isinstance(one, Document)]


def _codings(path: Path) -> list[Statement]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if isinstance(row.get("date"), list):  # one line has an interval as a list
            row["date"] = "/".join(row["date"])
        found.append(decode(json.dumps(row)))
    return found


def _objects(proposals: Sequence[Proposal], gold: Sequence[Statement], passage: Passage) -> dict[int, list[Statement]]:
    """Return, for each word that heads the object of a hand-coded statement, these statements."""
    parsed = passage.parsed
    here = Span(parsed.unit.starts[0], parsed.unit.ends[-1])
    heads = {p.thing.head.i: (p.thing.head, parsed.span(p.thing.head.i, p.thing.head.i)) for p in proposals}
    found: dict[int, list[Statement]] = {}
    for one in gold:
        if one.object.span is None or not here.overlaps(one.span):
            continue
        inside = [(word, span) for word, span in heads.values() if one.object.span.covers(span)]
        top = [
            (word, span)
            for word, span in inside
            if word.head is word or not one.object.span.covers(parsed.span(word.head.i, word.head.i))
        ] or inside
        if top:
            found.setdefault(top[0][0].i, []).append(one)
    return found
