"""``comity catalogue``: look up what a statement can name, and what holds between them, by date."""

import typer

from comity.cli.catalogue import check, export, find, relations

app = typer.Typer(
    help="Look up states, organisations, instruments and whatever else a statement can name.",
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def _group() -> None:
    """Look up states, organisations, instruments and whatever else a statement can name."""


app.command("find", short_help="Print the entries that bear a name.")(find.find)
app.command("show", short_help="Print all that is known of one entry.")(find.show)
app.command("members", short_help="Print who stands in a body.")(relations.members)
app.command("bodies", short_help="Print the bodies a state stands in.")(relations.bodies)
app.command("parties", short_help="Print the parties of an instrument.")(relations.parties)
app.command("treaties", short_help="Print the treaties a state is a party to.")(relations.treaties)
app.command("between", short_help="Print the ties between two.")(relations.between)
app.command("check", short_help="Tell what is wrong in the data.")(check.check)
app.command("names", short_help="Print what the names in documents mean.")(export.names)
app.command("candidates", short_help="Print names the catalogue does not know.")(export.candidates)
app.command("export", short_help="Write the catalogue as a data set.")(export.export)
app.command("stats", short_help="Print how much there is.")(check.stats)
