"""Codings without the texts they were made of: each names its document and the characters coded, and needs the texts.

One JSON object a line is one excerpt: ``{"id", "from": [document, start, end], "statements": [...]}``, each statement
``[span, actor, act, kind, object id, object span, partners, force, strength, tense, negated, topics, date]``; spans
are offsets in the excerpt, actors are ``[id, name]``. The texts belong to others and stay outside the repository.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from comity.model import CoderIdentity, Document, Entity, Mention, Span, Statement
from comity.read import read
from comity.read.segments import find_regions
from comity.read.sentences import split_sentences

_CODER = CoderIdentity("hand", "1", "1", "")


def number_of(document: str) -> str:
    """Return the number that all parts of one document share: the last of its id."""
    found = re.findall(r"\d+", document)
    return found[-1].lstrip("0") if found else document


def read_codings(path: Path, corpus: Path) -> tuple[list[Document], list[Statement]]:
    """Return the excerpts and their statements, cut out of the documents of ``corpus``."""
    whole = {one.id: one for one in read(corpus) if isinstance(one, Document)}
    documents, statements = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = _excerpt(row, whole)
        documents.append(document)
        statements += list(_statements(row["statements"], document))
    return documents, statements


def write_codings(rows: Iterable[Mapping[str, Any]], statements: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write excerpts (with ``id`` and ``from``) and statements, as ``gold/README.md`` of the texts lays them down."""
    coded: dict[str, list[Any]] = {}
    for one in statements:
        thing = one["object"]
        coded.setdefault(one["document"], []).append(
            [
                one["span"],
                [one["actor"]["id"], one["actor"]["name"]],
                one["act"],
                thing["kind"],
                thing["id"],
                thing["span"],
            ]
            + [[[partner["id"], partner["name"]] for partner in one["partners"]]]
            + [one[key] for key in ("force", "strength", "tense", "negated", "topics", "date")]
        )
    with path.open("w", encoding="utf-8", newline="") as out:
        for row in rows:
            line = {"id": row["id"], "from": row["from"], "statements": coded.get(row["id"], [])}
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def _excerpt(row: Mapping[str, Any], whole: Mapping[str, Document]) -> Document:
    name, start, end = row["from"]
    text = whole[name].text[start:end]
    regions = find_regions(text)
    return replace(whole[name], id=row["id"], text=text, regions=regions, sentences=split_sentences(text, regions))


def _statements(rows: Iterable[list[Any]], document: Document) -> Iterator[Statement]:
    for span, actor, act, kind, known, place, partners, force, strength, tense, negated, topics, date in rows:
        where, thing = Span(*span), Span(*place)
        yield Statement(
            document=document.id,
            span=where,
            quote=document.quote(where),
            speaker=None,
            actor=Mention(Entity(*actor)),
            act=act,
            object_kind=kind,
            object=Mention(Entity(known, " ".join(document.quote(thing).split())), thing),
            partners=tuple(Mention(Entity(*partner)) for partner in partners),
            force=force,
            strength=strength,
            tense=tense,
            negated=negated,
            topics=tuple(topics),
            date=date,
            place=None,
            coder=_CODER,
            confidence=1.0,
        )
