"""A card tells one coding in full: who does what to which thing first, then how it is said, with whom and when."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from comity.model import Mention
from comity.show.glossary import definition
from comity.show.html import Html, join, lines, tag, text
from comity.show.placed import Placed

if TYPE_CHECKING:
    from comity.codebook import Codebook


def card(placed: Placed, codebook: "Codebook | None" = None) -> Html:
    """Write the card of one statement; the page's script reads its ``data-`` attributes for the filter."""
    statement = placed.statement
    return tag(
        "article",
        _gist(placed, codebook),
        tag("dl", *_facts(placed, codebook), class_="facts"),
        class_="card",
        id=placed.card_id,
        data_actor=statement.actor.entity.key,
        data_act=statement.act,
        data_kind=statement.object_kind,
        data_force=statement.force,
    )


def cards(placed: Iterable[Placed], codebook: "Codebook | None" = None) -> Html:
    """Write the margin column of one paragraph."""
    return lines(*(card(one, codebook) for one in placed))


def _gist(placed: Placed, codebook: "Codebook | None") -> Html:
    statement = placed.statement
    number = tag(
        "a",
        text(str(placed.number)),
        class_="n",
        href=f"#{placed.text_id}",
        aria_label=f"Statement {placed.number}, show in the text",
    )
    act = tag("span", text(statement.act), class_="act", title=definition(codebook, "acts", statement.act))
    denied = [tag("strong", text("not"), class_="not")] if statement.negated else []
    words = [number, _named(statement.actor, "actor"), *denied, act, _named(statement.object, "object")]
    return tag("p", join(words, " "), class_="gist")


def _named(mention: Mention, role: str) -> Html:
    return tag("bdi", text(mention.entity.name), class_=role, title=mention.entity.id)


def _facts(placed: Placed, codebook: "Codebook | None") -> Iterator[Html]:
    statement = placed.statement
    force = [
        tag("span", text(statement.force), class_=f"u l0 {placed.look}"),
        *([text(f", {statement.strength}")] if statement.strength else []),
    ]
    partners = join((_named(partner, "partner") for partner in statement.partners), ", ")
    kind_title = definition(codebook, "kinds", statement.object_kind)
    yield _fact("Force", *force, title=definition(codebook, "forces", statement.force))
    yield _fact("Tense", text(statement.tense))
    yield _fact("Object", text(statement.object_kind), title=kind_title)
    if statement.partners:
        yield _fact("With", partners, class_="fact with")
    yield from _where_stated(placed)


def _where_stated(placed: Placed) -> Iterator[Html]:
    statement = placed.statement
    stated = {
        "Date": statement.date,
        "Place": statement.place,
        "Topics": ", ".join(statement.topics),
        "Said by": placed.speaker,
        "Confidence": f"{statement.confidence:.2f}" if statement.confidence < 1 else None,
    }
    for name, value in stated.items():
        if value:
            yield _fact(name, tag("bdi", text(value)), class_=f"fact {name.split()[0].lower()}")


def _fact(name: str, *value: Html, class_: str = "fact", title: str | None = None) -> Html:
    return tag("div", tag("dt", text(name)), text(" "), tag("dd", *value, title=title), class_=class_)
