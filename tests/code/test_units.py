"""Sentence -> parse unit: what the parser sees, and the way back to every character."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue import Entry, Match
from comity.code.syntax.units import after_lead, build_unit, cut, flatten
from comity.model import Span

DOC = Entry("doc", "instrument", "Declaration on the Conduct of Parties in the South China Sea")
CHN = Entry("CHN", "state", "China")


def named(surface: str, entry: Entry) -> Callable[[str], list[Match]]:
    def find(text: str) -> list[Match]:
        at = text.find(surface)
        return [Match(at, at + len(surface), (entry,), "name")] if at >= 0 else []

    return find


def test_white_space_and_markup_are_folded_and_traced() -> None:
    text = "They **agreed**\n   to [talk](https://a.example/x(1)y) <em>again</em>.[3]"
    flat = flatten(text, Span(0, len(text)))
    assert flat.text == "They agreed to talk again."
    assert "".join(text[offset] for offset in flat.at).split() == flat.text.split()


def test_a_name_becomes_its_head_and_keeps_its_characters() -> None:
    text = "They implement the Declaration on the Conduct of Parties in the South China Sea (DOC) fully."
    unit = build_unit(flatten(text, Span(0, len(text))), named(DOC.name, DOC))
    assert unit.text == "They implement the Declaration fully."
    at = unit.text.index("Declaration")
    span = unit.span(at, at + len("Declaration"))
    assert text[span.start : span.end] == DOC.name
    assert unit.names[at].entries == (DOC,)


def test_a_bracketed_acronym_is_dropped_but_a_remark_stays() -> None:
    text = "The Forum (ARF) met (in Jakarta) twice."
    assert build_unit(flatten(text, Span(0, len(text))), lambda _: []).text == "The Forum met (in Jakarta) twice."


def test_capitals_are_read_as_a_sentence() -> None:
    text = "THE COUNCIL MEMBERS REAFFIRMED THEIR COMMITMENT."
    assert (
        build_unit(flatten(text, Span(0, len(text))), lambda _: []).text
        == "The council members reaffirmed their commitment."
    )


def test_an_item_reads_after_the_words_that_open_its_list() -> None:
    text = "The two sides will:\n(a) implement the plan"
    lead = build_unit(flatten(text, Span(0, 19)), lambda _: [])
    item = build_unit(flatten(text, Span(24, len(text))), lambda _: [])
    unit = after_lead(cut(lead, len("The two sides will")), item)
    assert unit.text == "The two sides will implement the plan"
    assert unit.text[unit.lead :] == "implement the plan"
    span = unit.span(unit.lead, len(unit.text))
    assert text[span.start : span.end] == "implement the plan"


@given(st.text(alphabet="aZ .\n\t*#<>()[]ß’é&;1", max_size=80))
def test_every_character_of_a_unit_lies_in_the_document(text: str) -> None:
    flat = flatten(text, Span(0, len(text)))
    unit = build_unit(flat, lambda _: [])
    assert len(unit.text) == len(unit.starts) == len(unit.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(unit.starts, unit.ends, strict=True))
    assert unit.starts == sorted(unit.starts)
