"""A report is one HTML file that needs nothing else: no network, no script, no style from elsewhere.

The page's own policy forbids everything but the one style and the one script written here, by their hashes;
words of documents reach it as escaped text only. Equal input gives equal bytes.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from comity.model import CoderIdentity, Document, Statement
from comity.show import masthead
from comity.show.html import Html, lines, tag, text
from comity.show.passage import passage
from comity.show.placed import Part, place
from comity.show.summary import Counts, count, summary

if TYPE_CHECKING:
    from comity.codebook import Codebook

_NOTHING: Final = "No statements were found: no clause here says who does what to which thing."

Coded = tuple[Document, Sequence[Statement]]


def report(
    document: Document,
    statements: Sequence[Statement],
    codebook: "Codebook | None" = None,
    *,
    coder: CoderIdentity | None = None,
) -> str:
    """Return the page of one document; ``coder`` names who looked where there may be no statements."""
    return report_all([(document, statements)], codebook, coder=coder)


def report_all(
    coded: Iterable[Coded], codebook: "Codebook | None" = None, *, coder: CoderIdentity | None = None
) -> str:
    """Return one page for any number of documents, in the order given."""
    parts = [place(document, statements) for document, statements in coded]
    style, script = asset("report.css"), asset("report.js")
    title = _title(parts)
    counts = count([statement for part in parts for statement in part.statements])
    return Template(asset("page.html")).substitute(
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        title=text(title),
        style=style,
        script=script,
        head=_head(parts, title, coder),
        summary=_summary(counts),
        filters=masthead.filters(counts),
        body=_body(parts, codebook),
    )


@cache
def asset(name: str) -> str:
    """Read one of the files a page is made of."""
    return files("comity.show").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _title(parts: Sequence[Part]) -> str:
    return masthead.title_of(parts[0].document) if len(parts) == 1 else f"{len(parts)} documents"


def _head(parts: Sequence[Part], title: str, coder: CoderIdentity | None) -> Html:
    return lines(
        tag("h1", tag("bdi", text(title))),
        masthead.about(parts[0]) if len(parts) == 1 else masthead.contents(parts),
        masthead.coders(parts, coder),
    )


def _summary(counts: Counts) -> Html:
    if not counts.total:
        return tag("p", text(_NOTHING), class_="empty")
    return lines(masthead.legend(), summary(counts))


def _body(parts: Sequence[Part], codebook: "Codebook | None") -> Html:
    if len(parts) == 1:
        return _article(parts[0], "h2", codebook)
    return lines(*(_numbered(number, part, codebook) for number, part in enumerate(parts, start=1)))


def _numbered(number: int, part: Part, codebook: "Codebook | None") -> Html:
    title = tag("h2", tag("bdi", text(masthead.title_of(part.document))))
    head = tag("header", lines(title, masthead.about(part)))
    return tag("section", lines(head, _article(part, "h3", codebook)), id=f"d-{number}", class_="document")


def _article(part: Part, heading: str, codebook: "Codebook | None") -> Html:
    language = part.document.language
    known = language if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", language) else None
    return tag("article", passage(part, heading, codebook), class_="text", lang=known)
