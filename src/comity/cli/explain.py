"""``comity explain``: why a document was coded as it was, sentence by sentence, and why a sentence was not."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from comity.cli import problems
from comity.cli.exits import PROBLEMS
from comity.cli.given import given_of
from comity.cli.terminal import clean
from comity.model import Document, Problem, encode
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.code.learned.explain import Explained, Reasons


def explain(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A document to code and explain.")],
    *,
    statement: Annotated[
        str | None, typer.Option(metavar="ID", help="Only the statement of this id (or the beginning of one).")
    ] = None,
    issuer: Annotated[list[str] | None, typer.Option(metavar="ID", help="Who issued it, as for 'comity code'.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When it was issued.")] = None,
    lines: Annotated[bool, typer.Option("--json", help="Write JSON lines, one a sentence.")] = False,
) -> None:
    """Say which words gave actor, act, kind and force, what weighed for a statement, and what competed.

    For a sentence without a statement, say what was missing.
    """
    from comity.code.learned import LearnedCoder
    from comity.code.learned import explain as explained
    from comity.read import read

    given = given_of(issuer, date)
    if not path.exists():
        raise ComityError(f"{path}: there is no such file")
    found: list[Problem] = []
    coder, shown = None, 0
    for item in read(path):
        if isinstance(item, Problem):
            found.append(item)
            continue
        coder = coder or LearnedCoder()
        document = given.applied(item)
        for one in explained.explain(document, coder):
            if statement and not any(coded.id.startswith(statement) for coded, _ in one.statements):
                continue
            shown += 1
            sys.stdout.write(_as_line(one, document) if lines else _as_text(one, statement or ""))
    problems.report(found)
    if not shown:
        raise ComityError(_nothing(path, statement))
    if found:
        raise typer.Exit(PROBLEMS)


def _nothing(path: Path, statement: str | None) -> str:
    if statement:
        return f"{path}: no statement has the id {statement} (ids stand in the output of 'comity code --format jsonl')"
    return f"{path}: no sentence in it could be read"


def _as_line(one: "Explained", document: Document) -> str:
    row: dict[str, Any] = {
        "document": document.id,
        "span": [one.span.start, one.span.end],
        "text": one.text,
        "statements": [{**json.loads(encode(coded)), "why": _row(why)} for coded, why in one.statements],
        "missing": one.missing or None,
        "nearest": _row(one.nearest) if one.nearest else None,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _row(why: "Reasons") -> dict[str, Any]:
    return {**asdict(why), "span": [why.span.start, why.span.end]}


def _as_text(one: "Explained", wanted: str) -> str:
    return "\n".join(_lines(one, wanted)) + "\n\n"


def _lines(one: "Explained", wanted: str) -> Iterator[str]:
    yield f"[{one.span.start}:{one.span.end}] {clean(one.text)}"
    for coded, why in one.statements:
        if not coded.id.startswith(wanted):
            continue
        actor, thing = coded.actor.entity, coded.object.entity
        said = f"{actor.id or actor.name} · {coded.act} · {coded.object_kind}: {thing.id or thing.name}"
        yield f"  {coded.id}  {clean(said)}  (confidence {coded.confidence:.2f})"
        yield from _why(why)
    if one.missing:
        yield f"  nothing coded: {one.missing}"
        if one.nearest:
            yield from _why(one.nearest)


def _why(why: "Reasons") -> Iterator[str]:
    yield f'    object     "{clean(why.object)}"'
    for choice in why.choices:
        rivals = ", ".join(f"{clean(name)} {share:.2f}" for name, share in choice.rivals if share >= 0.005)
        then = f"; then {rivals}" if rivals else ""
        yield f"    {choice.slot:10} {clean(choice.value)} {choice.share:.2f}: {clean(choice.words)}{then}"
    weights = ", ".join(f"{clean(name)} {weight:+.2f}" for name, weight in why.weights)
    yield f"    statement  {why.chance:.2f}: {weights}"
    yield f"    in all     {why.product:.3f} where {why.least:.3f} is needed"
