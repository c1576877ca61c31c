"""Counts add up, and no actor is left out of them."""

from collections import Counter
from collections.abc import Callable

from comity.model import Document, Entity, Statement
from comity.show.summary import actor_by_act, by_force, by_kind, count, ranked, summary


def test_counts(statements: list[Statement]) -> None:
    counts = count(statements)
    assert counts.total == 5
    assert counts.actors == Counter({"VER": 3, "any:Both sides": 1, '~they"><script>alert(1)</script>': 1})
    assert counts.pairs["VER", "lead"] == 1
    assert counts.strengths["commissive", "firm"] == 3
    assert counts.names["VER"] == "Veridia"


def test_the_most_frequent_comes_first_and_equals_by_name() -> None:
    assert ranked(Counter({"b": 1, "a": 1, "c": 3})) == ["c", "a", "b"]
    assert ranked(Counter({"b": 1, "a": 1}), {"b": "Andorra", "a": "Brunei"}) == ["b", "a"]


def test_tables_have_captions_and_scopes(statements: list[Statement]) -> None:
    page = summary(count(statements))
    assert page.count("<caption>") == 3
    assert '<th scope="row" data-actor="VER" title="Veridia"><bdi>Veridia</bdi></th>' in page
    assert '<td class="h5" data-actor="VER" data-act="lead">1</td>' in page
    assert "<script" not in page


def test_actors_beyond_the_twelfth_are_summed_up(document: Document, say: Callable[..., Statement]) -> None:
    quote = "Both sides should not threaten one another"
    many = [say(document, quote, "threaten", actor=Entity(None, f"Land {number}")) for number in range(14)]
    table = actor_by_act(count(many))
    assert "2 other actors" in table
    assert table.count("<tr>") == 1 + 13 + 1


def test_bars_are_shares_of_all(statements: list[Statement]) -> None:
    counts = count(statements)
    assert '<rect width="20.0" height="10">' in by_kind(counts)
    assert '<span class="u l0 commissive firm">commissive</span>, firm' in by_force(counts)
