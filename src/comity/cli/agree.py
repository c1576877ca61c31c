"""``comity agree``: how far two coders agree on the documents both have coded, and where they do not."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.catalogue.rows import FormOption, Row, is_table, put
from comity.cli.exits import PROBLEMS
from comity.cli.problems import report
from comity.model import Problem, Statement
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.review import Agreement


def agree(
    one: Annotated[Path, typer.Argument(metavar="A", help="Statements of one coder, JSON lines; the standard.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="Statements of another coder of the same documents.")],
    *,
    disagreements: Annotated[
        int, typer.Option("--disagreements", min=0, metavar="N", help="Print N statements of each sort that differ.")
    ] = 0,
    confusion: Annotated[
        bool, typer.Option("--confusion", help="Print which acts and forces were taken for which.")
    ] = False,
    every: Annotated[
        bool,
        typer.Option("--every", help="Count every document of A, also those where B found nothing."),
    ] = False,
    by_document: Annotated[
        bool, typer.Option("--by-document", help="Print F1 of each document as well, the least first.")
    ] = False,
    form: FormOption = None,
) -> None:
    """Print F1 of core, ties and objects with intervals, agreement slot by slot, and Krippendorff's alpha."""
    from comity.review import agreement
    from comity.review import by_document as each

    mine, problems = _read(one)
    theirs, others = _read(other)
    documents = {statement.document for statement in mine} if every else None
    found = agreement(mine, theirs, documents=documents)
    if not found.documents:
        raise ComityError(f"{one} and {other} have no document in common (their field 'document' tells which it is)")
    put([*_scores(found), *_slots(found)], form)
    if by_document:
        put([*_by_document(each(mine, theirs, documents=documents))], form)
    if confusion:
        put([*_confused("act", found.acts), *_confused("force", found.forces)], form)
    if disagreements:
        put([*_differing(found, disagreements)], form)
    if is_table(form):
        typer.echo(f"{found.documents} documents; {found.one} statements in A, {found.other} in B", err=True)
    if problems or others:
        report([*problems, *others])
        raise typer.Exit(PROBLEMS)


def _read(path: Path) -> tuple[list[Statement], list[Problem]]:
    """Return the statements of a file; a line that is none becomes a problem with its number."""
    from comity.model import decode

    statements: list[Statement] = []
    problems: list[Problem] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            statements.append(decode(line))
        except ComityError as error:
            problems.append(Problem(str(path), "not-a-statement", str(error), number))
    if not statements:
        raise ComityError(f"{path}: no statement in it (JSON lines are wanted, as 'comity code --format jsonl' writes)")
    return statements, problems


def _scores(found: "Agreement") -> Iterator[Row]:
    for name, score in found.scores.items():
        yield {
            "measure": f"F1 of {name}", "value": _round(score.f1), "from": _round(score.low), "to": _round(score.high),
            "precision": _round(score.precision), "recall": _round(score.recall), "on": found.one + found.other,
        }  # fmt: skip
    yield {"measure": "alpha of unitizing", "value": _round(found.unitizing), "on": found.documents}


def _slots(found: "Agreement") -> Iterator[Row]:
    for slot in found.slots:
        yield {"measure": slot.slot, "value": _round(slot.share), "alpha": _round(slot.alpha), "on": slot.pairs}


def _by_document(found: Mapping[str, "Agreement"]) -> Iterator[Row]:
    for document, one in found.items():
        scores = {f"F1 of {name}": _round(score.f1) for name, score in one.scores.items()}
        yield {"document": document, "A": one.one, "B": one.other, **scores}


def _confused(what: str, counted: Counter[tuple[str, str]]) -> Iterator[Row]:
    for (mine, its), number in counted.most_common():
        if mine != its:
            yield {"slot": what, "A": mine, "B": its, "count": number}


def _differing(found: "Agreement", most: int) -> Iterator[Row]:
    for sort, statements in (("only A", found.only_one), ("only B", found.only_other)):
        for statement in statements[:most]:
            yield {"what": sort, "document": statement.document, sort[-1]: _said(statement), "words": _words(statement)}
    for pair in found.differing[:most]:
        yield {
            "what": "differ", "document": pair.one.document, "A": _said(pair.one), "B": _said(pair.other),
            "words": _words(pair.one),
        }  # fmt: skip


def _said(statement: Statement) -> str:
    actor = statement.actor.entity.id or statement.actor.entity.name
    return f"{actor} {statement.act} {statement.object.entity.name}"


def _words(statement: Statement) -> str:
    return " ".join(statement.quote.split())


def _round(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"
