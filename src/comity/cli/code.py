"""``comity code``: read files, code them, write statements; a bad file is a problem and never costs a good one."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, Final

import typer

from comity.cli import problems
from comity.cli.exits import BROKEN, DONE, PROBLEMS
from comity.cli.formats import Coded, Format, Look, chosen, write
from comity.cli.given import given_of
from comity.cli.output import opened
from comity.cli.progress import watching
from comity.cli.run import Run
from comity.cli.terminal import count, width
from comity.code.coder import CoderName
from comity.model.errors import ComityError

_FORMAT: Final = "Form of the output. By default a table on a terminal, JSON lines in a pipe, and what FILE ends in."
_OUTPUT: Final = "Write to this file, whole or not at all."
_ISSUER: Final = "Who issued the documents: a catalogue id or a name. Several by several --issuer, in order."
_DATE: Final = "When they were issued: YYYY, YYYY-MM or YYYY-MM-DD."
_CODER: Final = "Who codes: models trained on hand-coded text, or the rules alone."
_LEAST: Final = "Leave out statements of less confidence: the share of their like that agreed with a hand coder."
_JOBS: Final = "Code in so many processes, 0 for one a core. The output is the same."
_ADVICE: Final = "what is said of 'we' in it stays uncoded; name the issuer with --issuer"


def code(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files to read, or folders of them.")],
    *,
    form: Annotated[Format | None, typer.Option("--format", help=_FORMAT)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=_OUTPUT)] = None,
    issuer: Annotated[list[str] | None, typer.Option(metavar="ID", help=_ISSUER)] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help=_DATE)] = None,
    coder: Annotated[CoderName, typer.Option(help=_CODER)] = CoderName.LEARNED,
    least: Annotated[float, typer.Option("--min-confidence", min=0.0, max=1.0, metavar="SHARE", help=_LEAST)] = 0.0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, metavar="N", help=_JOBS)] = 1,
) -> None:
    """Say who does what to which thing, with whom, and how it is said, with the words behind it.

    Exit code 0: all is well; 1: nothing could be coded, or a fault of use; 2: coded, but problems were found.
    """
    _refuse_standard_input(paths)
    form = chosen(form, output, terminal=sys.stdout.isatty())
    run = Run(given_of(issuer, date), coder, jobs or os.cpu_count() or 1, least)
    try:
        _write(run, paths, form, output)
    finally:
        problems.report(run.problems)
    if run.without_issuer:
        print(f"{count(run.without_issuer, 'document')} without issuer: {_ADVICE}", file=sys.stderr)
    raise typer.Exit(_exit_code(run))


def _write(run: Run, paths: Sequence[Path], form: Format, output: Path | None) -> None:
    from comity.read import find_files

    files, not_found = find_files(paths)
    run.problems.extend(not_found)
    free = sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())
    with watching(len(files), shown=free) as tell:
        coded = run.coded(files, tell)
        first = next(coded, None)
        if first is not None:
            _write_all(chain([first], coded), form, output, run)
    if output is not None and run.documents:
        what = f"{count(run.statements, 'statement')} in {count(run.documents, 'document')}"
        print(f"{what}, written to {output}", file=sys.stderr)


def _write_all(coded: Iterator[Coded], form: Format, output: Path | None, run: Run) -> None:
    colour = output is None and sys.stdout.isatty()
    with opened(output) as stream:
        # Only a page names its coder; with jobs it is loaded for that.
        coder = run.coder.identity if form is Format.HTML else None
        write(form, coded, stream, Look(width(sys.stdout), colour, coder))


def _refuse_standard_input(paths: Sequence[Path]) -> None:
    if Path("-") in paths:
        raise ComityError("standard input (-) is not read: give a file or a folder")


def _exit_code(run: Run) -> int:
    if not run.documents:
        if not run.problems:
            raise ComityError("no documents were found: give a file, or a folder that holds some")
        return BROKEN
    return PROBLEMS if run.problems else DONE
