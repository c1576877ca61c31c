"""The commands by name; importing this imports no parser, no table and no terminal library but Typer."""

from typing import Annotated

import typer

from comity import __version__
from comity.cli import agree, catalogue, code, codebook, explain

app = typer.Typer(
    name="comity",
    help="Turn what states say and sign into evidenced statements: who does what to which thing, with whom.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"comity {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Turn what states say and sign into evidenced statements: who does what to which thing, with whom."""


app.command("code", short_help="Code documents.")(code.code)
app.command("explain", short_help="Say why a document was coded as it was.")(explain.explain)
app.command("agree", short_help="Tell how far two coders agree.")(agree.agree)
app.command("codebook", short_help="Print acts, kinds, forces and topics.")(codebook.codebook)
app.add_typer(catalogue.app, name="catalogue", short_help="Look up what a statement can name.")
