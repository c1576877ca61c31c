"""The summary counts statements; every table adds up to the number of statements on the page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from comity.model import Force, Kind, Statement
from comity.show.html import Html, lines, tag, text

_ROWS: Final = 12
_SHADES: Final = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements there are of each sort; ``names`` are the actors' names by key."""

    total: int
    names: Mapping[str, str]
    actors: Counter[str]
    acts: Counter[str]
    pairs: Counter[tuple[str, str]]
    kinds: Counter[str]
    forces: Counter[str]
    strengths: Counter[tuple[str, str | None]]


def count(statements: Sequence[Statement]) -> Counts:
    """Count statements by actor, act, kind of object, force and strength."""
    keys = [statement.actor.entity.key for statement in statements]
    return Counts(
        total=len(statements),
        names={statement.actor.entity.key: statement.actor.entity.name for statement in reversed(statements)},
        actors=Counter(keys),
        acts=Counter(statement.act for statement in statements),
        pairs=Counter((statement.actor.entity.key, statement.act) for statement in statements),
        kinds=Counter(statement.object_kind for statement in statements),
        forces=Counter(statement.force for statement in statements),
        strengths=Counter((statement.force, statement.strength) for statement in statements),
    )


def ranked(counted: Counter[str], names: Mapping[str, str] | None = None) -> list[str]:
    """Return what was counted, the most frequent first, equals by name."""
    return sorted(counted, key=lambda key: (-counted[key], (names or {}).get(key, key), key))


def summary(counts: Counts) -> Html:
    """Write the three tables: actor by act, kind of object, force."""
    return lines(
        tag("div", actor_by_act(counts), class_="wide", tabindex=0, role="region", aria_label="Actors by acts"),
        tag("div", lines(by_kind(counts), by_force(counts)), class_="small-tables"),
    )


def actor_by_act(counts: Counts) -> Html:
    """Write the table of actors (rows, the twelve most frequent) by acts (columns)."""
    acts, actors = ranked(counts.acts), ranked(counts.actors, counts.names)
    most = max(counts.pairs.values())
    head = tag("tr", _head("Actor"), *(_head(act, class_="act") for act in acts), _head("All", class_="sum"))
    rows = [_actor_row(counts, actor, acts, most) for actor in actors[:_ROWS]]
    rest = actors[_ROWS:]
    if rest:
        rows.append(_rest_row(counts, rest, acts))
    cells = [tag("td", text(str(counts.acts[act]))) for act in acts]
    foot = tag("tr", _row_head("All"), *cells, tag("td", text(str(counts.total))))
    return _table("Who does what: statements by actor and act", head, rows, foot, class_="matrix")


def by_kind(counts: Counts) -> Html:
    """Write the table of the kinds of object."""
    known = [kind for kind in get_args(Kind) if counts.kinds[kind]]
    rows = [_bar_row(text(kind), counts.kinds[kind], counts, data_kind=kind) for kind in known]
    head = tag("tr", _head("Kind of object"), _head("Statements", colspan=2))
    return _table("To which kind of thing", head, rows)


def by_force(counts: Counts) -> Html:
    """Write the table of forces, firm and soft apart."""
    found = [(force, strength) for force in get_args(Force) for strength in (None, "firm", "soft")]
    rows = []
    for force, strength in found:
        number = counts.strengths[force, strength]
        look = " ".join(filter(None, ("u l0", force, strength)))
        name = Html(tag("span", text(force), class_=look) + text(f", {strength}" if strength else ""))
        if number:
            rows.append(_bar_row(name, number, counts, data_force=force))
    head = tag("tr", _head("Force"), _head("Statements", colspan=2))
    return _table("How it is said", head, rows)


def _actor_row(counts: Counts, actor: str, acts: Iterable[str], most: int) -> Html:
    cells = [_cell(counts.pairs[actor, act], most, data_actor=actor, data_act=act) for act in acts]
    head = _row_head(counts.names[actor], data_actor=actor)
    return tag("tr", head, *cells, tag("td", text(str(counts.actors[actor])), class_="sum"))


def _rest_row(counts: Counts, rest: Sequence[str], acts: Iterable[str]) -> Html:
    sums = [sum(counts.pairs[actor, act] for actor in rest) for act in acts]
    name = f"{len(rest)} other actor{'s' if len(rest) > 1 else ''}"
    return tag("tr", _row_head(name), *(_cell(number, 0) for number in sums), _cell(sum(sums), 0))


def _cell(number: int, most: int, **data: str) -> Html:
    if not number:
        return tag("td")
    shade = f"h{-(-number * _SHADES // most)}" if most else None
    return tag("td", text(str(number)), class_=shade, **data)


def _bar_row(name: Html, number: int, counts: Counts, **data: str) -> Html:
    width = f"{100 * number / counts.total:.1f}"
    rect = tag("rect", width=width, height="10")
    bar = tag("svg", rect, class_="bar", viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true")
    return tag("tr", tag("th", name, scope="row", **data), tag("td", text(str(number))), tag("td", bar))


def _head(name: str, class_: str | None = None, colspan: int | None = None) -> Html:
    return tag("th", tag("span", text(name)), scope="col", class_=class_, colspan=colspan)


def _row_head(name: str, **data: str) -> Html:
    return tag("th", tag("bdi", text(name)), scope="row", **data, title=name)


def _table(caption: str, head: Html, rows: Sequence[Html], foot: Html | None = None, class_: str | None = None) -> Html:
    parts = [tag("caption", text(caption)), tag("thead", head), tag("tbody", lines(*rows))]
    return tag("table", lines(*parts, *([tag("tfoot", foot)] if foot else [])), class_=class_)
