"""The head of a page says what was read, by which coder, codebook and catalogue, and how to read the lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final, get_args

from comity.model import CoderIdentity, Document, Force
from comity.show.glossary import FORCES
from comity.show.html import Html, join, lines, tag, text
from comity.show.placed import Part, issuer_names
from comity.show.summary import Counts, ranked

#: A longer list of documents is folded, so that the summary is near.
_LISTED: Final = 12


def title_of(document: Document) -> str:
    """Return the title of a document, its id where it has none, in one line."""
    return " ".join((document.title or "").split()) or document.id


def about(part: Part) -> Html:
    """Write what is known about a document: date, issuers, kind, publisher, source, number of statements."""
    document = part.document
    known = {
        "Date": document.date,
        "Issued by": ", ".join(issuer_names(part)),
        "Kind": document.kind,
        "Publisher": document.publisher,
        "Page": f"{document.page[0]} of {document.page[1]}" if document.page else None,
        "Source": _portable(document.source) if document.source else None,
        "Statements": str(len(part.placed)),
    }
    return _definitions({name: text(value) for name, value in known.items() if value})


def made_by(coders: Iterable[CoderIdentity]) -> Html:
    """Write which coders, codebooks and catalogues stand behind the codings."""
    return lines(*(_definitions(dict(_identity(coder))) for coder in dict.fromkeys(coders)))


def legend() -> Html:
    """Write how each force is drawn; commissive and directive statements firm and soft."""
    rows = [_sample(force) for force in get_args(Force)]
    return tag("ul", lines(*rows), class_="legend", aria_label="How to read the lines")


def filters(counts: Counts) -> Html:
    """Write the form that picks statements; it stays hidden until the script can serve it."""
    if not counts.total:
        return Html("")
    choices = [
        _select("actor", "Actor", ranked(counts.actors, counts.names), counts.actors, counts.names),
        _select("act", "Act", ranked(counts.acts), counts.acts, {}),
        _select("kind", "Object", ranked(counts.kinds), counts.kinds, {}),
        _select("force", "Force", ranked(counts.forces), counts.forces, {}),
    ]
    walk = [
        tag("button", text("‹"), type="button", id="previous", aria_label="Previous statement"),
        tag("output", text(f"{counts.total} statements"), id="found"),
        tag("button", text("›"), type="button", id="next", aria_label="Next statement"),
        tag("button", text("Notes beside the text"), type="button", id="margin", aria_pressed="false"),
    ]
    shown = tag("div", *walk, class_="walk")
    return tag("form", lines(*choices, shown), id="filter", class_="bar-top", hidden=True, aria_label="Pick statements")


def _sample(force: Force) -> Html:
    strengths = ("firm", "soft") if force in ("commissive", "directive") else (None,)
    names = join((_drawn(force, strength) for strength in strengths), " / ")
    return tag("li", names, text(" "), tag("small", text(FORCES[force])))


def _drawn(force: Force, strength: str | None) -> Html:
    words = f"{force}, firm" if strength == "firm" else strength or force
    return tag("span", text(words), class_=" ".join(filter(None, ("u l0", force, strength))))


def _identity(coder: CoderIdentity) -> Iterator[tuple[str, Html]]:
    yield "Coder", text(f"{coder.name} {coder.version}".strip())
    if coder.codebook:
        yield "Codebook", text(coder.codebook)
    if coder.catalogue:
        yield "Catalogue", text(coder.catalogue)


def _definitions(pairs: Mapping[str, Html]) -> Html:
    rows = [tag("div", tag("dt", text(name)), tag("dd", tag("bdi", value))) for name, value in pairs.items()]
    return tag("dl", *rows, class_="about")


def _select(name: str, label: str, keys: Iterable[str], counted: Mapping[str, int], names: Mapping[str, str]) -> Html:
    options = [tag("option", text(f"{names.get(key, key)} ({counted[key]})"), value=key) for key in keys]
    choice = tag("select", lines(tag("option", text("all"), value=""), *options), id=f"by-{name}", data_by=name)
    return tag("label", text(label), choice)


def _portable(source: str) -> str:
    """Leave the folders of a machine out of a page that goes from hand to hand."""
    for path in (PurePosixPath(source), PureWindowsPath(source)):
        if path.is_absolute():
            return path.name
    return source


def contents(parts: Sequence[Part]) -> Html:
    """Write the list of documents of a page that holds several."""
    rows = [
        tag(
            "li",
            tag("a", tag("bdi", text(title_of(part.document))), href=f"#d-{number}"),
            text(f" ({len(part.placed)})"),
        )
        for number, part in enumerate(parts, start=1)
    ]
    listed = tag("ol", lines(*rows))
    if len(parts) > _LISTED:
        listed = tag("details", lines(tag("summary", text("All documents")), listed))
    return tag("nav", listed, aria_label="Documents")


def coders(parts: Iterable[Part], given: CoderIdentity | None) -> Html:
    """Write the identities of the coders, of the statements and the one given for when there are none."""
    found = [statement.coder for part in parts for statement in part.statements]
    return made_by([*([given] if given else []), *found])
