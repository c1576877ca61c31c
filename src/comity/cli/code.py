"""``comity code``: read files, code them, write statements; a bad file is a problem and never costs a good one."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli import problems as problem_lines
from comity.cli.exits import BROKEN, DONE, PROBLEMS
from comity.cli.formats import Coded, Format, chosen, write
from comity.cli.given import Given, checked_date, resolved_issuers
from comity.cli.output import opened
from comity.cli.terminal import width
from comity.model import Document, Problem
from comity.model.errors import ComityError

if TYPE_CHECKING:
    from comity.code.coder import Coder


def code(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files to read, or folders of them.", show_default=False)],
    form: Annotated[Format | None, typer.Option("--format", help="Form of the output; by default a table on a terminal, JSON lines in a pipe, and with -o what the file's name says.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.")] = None,
    issuer: Annotated[list[str] | None, typer.Option(metavar="ID", help="Who issued the documents: a catalogue id or a name; several by several --issuer, in order.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When they were issued: YYYY, YYYY-MM or YYYY-MM-DD.")] = None,
) -> None:
    """Code documents: say who does what to which thing, with whom, and how it is said, with the words behind it.

    Exit code 0: all is well; 1: nothing could be coded, or a fault of use; 2: coded, but problems were found.
    """
    form = chosen(form, output, terminal=sys.stdout.isatty())
    run = Run(_given(issuer or [], date))
    coded = run.coded(_without_standard_input(paths))
    first = next(coded, None)
    if first is not None:
        with opened(output) as stream:
            write(form, chain([first], coded), stream, columns=width(sys.stdout), colour=_colour(output))
    problem_lines.report(run.problems)
