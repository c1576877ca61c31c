"""``comity catalogue check`` and ``stats``: what is wrong in the data, and how much of it there is."""

from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.catalogue.rows import FormOption, put
from comity.cli.exits import PROBLEMS
from comity.cli.problems import report
from comity.model.errors import ComityError


def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A folder of catalogue files; by default the package's own.")
    ] = None,
) -> None:
    """Tell what is wrong in the catalogue's files, each fault with file and line; exit code 2 if anything is."""
    from comity.catalogue.check import check_folder

    where = folder or Path(str(resources.files("comity.catalogue") / "data"))
    if not where.is_dir():
        raise ComityError(f"{where}: there is no such folder")
    faults = check_folder(where)
    if faults:
        report(faults)
        raise typer.Exit(PROBLEMS)
    typer.echo("no fault found")


def stats(form: FormOption = None) -> None:
    """Print how many entries and records of each kind there are, and how many are confirmed by a source."""
    from comity.catalogue import load

    catalogue = load()
    entries = Counter(entry.kind for entry in catalogue.entries.values())
    sourced = Counter(entry.kind for entry in catalogue.entries.values() if not entry.unconfirmed)
    records = catalogue.records
    counted = [(kind, number, sourced[kind]) for kind, number in entries.most_common()]
    dated = (("membership", records.memberships), ("treaty party", records.parties), ("bilateral tie", records.ties))
    counted += [(name, len(found), sum(not one.unconfirmed for one in found)) for name, found in dated]
    counted.append(("state code", len(records.codes), sum(bool(code.sources) for code in records.codes)))
    put([{"kind": kind, "entries": number, "with a source": confirmed} for kind, number, confirmed in counted], form)
