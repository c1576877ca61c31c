"""Names in text: which words stand for which entry, in which case and spelling."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from comity.catalogue import Catalogue, Entry, Match, NameMatcher
from comity.catalogue.names import longest

ENTRIES = (
    Entry("VER", "state", "Veridia", "Republic of Veridia", adjectives=("Veridian",), metonyms=("Port Veridia",)),
    Entry("USA", "state", "United States", acronyms=("US", "U.S."), ambiguous=("America",)),
    Entry("who", "organisation", "World Health Organization", acronyms=("WHO",)),
    Entry("asean", "organisation", "Association of Southeast Asian Nations", acronyms=("ASEAN",)),
    Entry("doc", "instrument", "Declaration on the Conduct of Parties", acronyms=("DOC",)),
    Entry("adm", "mechanism", "Defence Ministers' Meeting", contextual=("the Meeting",)),
    Entry("forum", "mechanism", "Lantern Forum"),
    Entry("ct", "activity", "counter-terrorism cooperation", names=("peacekeeping operation",)),
    Entry("law", "principle", "rule of law"),
)
MATCHER = NameMatcher(Catalogue({entry.id: entry for entry in ENTRIES}, {}, "0"))


def found(text: str, *, contextual: bool = True) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.entries[0].id, m.role) for m in MATCHER.find(text, contextual=contextual)]


def ids(text: str) -> list[str]:
    return [entry for _, entry, _ in found(text)]


def test_the_longest_name_stands() -> None:
    assert found("The Republic of Veridia met.") == [("Republic of Veridia", "VER", "name")]
    assert found("Port Veridia met.") == [("Port Veridia", "VER", "metonym")]


def test_adjectives_and_metonyms_say_what_they_are() -> None:
    assert found("Veridian ships left Veridia.") == [("Veridian", "VER", "adjective"), ("Veridia", "VER", "name")]
    assert found("in America") == [("America", "USA", "ambiguous")]


def test_acronyms_stand_in_exactly_their_capitals() -> None:
    assert ids("the DOC, the US and the WHO") == ["doc", "USA", "who"]
    assert ids("a doc for us, who read it. Doc, Us and Who") == []


def test_an_acronym_of_four_letters_is_a_name_too() -> None:
    assert ids("Asean and ASEAN, but not asean or aSEAN") == ["asean", "asean"]


def test_names_neither_begin_nor_end_inside_a_word() -> None:
    assert ids("Veridians, Neoveridia, NeoVeridia, USB, DOCs and Veridia2") == []
    assert ids("(Veridia), “Veridia”, Veridia/US") == ["VER", "VER", "VER", "USA"]


def test_an_acronym_with_points() -> None:
    assert found("The U.S. and the US-led force") == [("U.S.", "USA", "acronym"), ("US", "USA", "acronym")]


def test_a_possessive_ends_after_the_name() -> None:
    assert found("Veridia's ports and the United States’ ports") == [
        ("Veridia", "VER", "name"),
        ("United States", "USA", "name"),
    ]
    assert ids("the Defence Ministers’ Meeting") == ["adm"]


def test_hyphens_and_line_breaks_are_spaces() -> None:
    assert ids("counter terrorism cooperation, counter-terrorism\ncooperation") == ["ct", "ct"]
    assert found("the United\nStates") == [("United\nStates", "USA", "name")]
    assert ids("Veridia-United States talks") == ["VER", "USA"]


def test_british_and_american_spelling() -> None:
    assert ids("World Health Organisation and World Health Organization") == ["who", "who"]
    assert ids("Defense Ministers' Meeting") == ["adm"]
    assert ids("counterterrorism co-operation") == ["ct"]


def test_ideas_and_bodies_have_plurals_and_states_have_none() -> None:
    assert ids("peacekeeping operations; peace-keeping operations") == ["ct", "ct"]
    assert ids("two Lantern Forums") == ["forum"]
    assert ids("the Veridias") == []


def test_names_with_capitals_need_them() -> None:
    assert ids("veridia and the lantern forum, the united states") == []
    assert ids("VERIDIA AND THE LANTERN FORUM") == ["VER", "forum"]


def test_ideas_stand_in_any_case() -> None:
    assert ids("the Rule of Law, the rule of law") == ["law", "law"]


def test_a_contextual_name_can_be_left_out() -> None:
    assert found("They attended the Meeting.") == [("the Meeting", "adm", "contextual")]
    assert found("They attended the Meeting.", contextual=False) == []


def test_a_name_of_two_entries_gives_both() -> None:
    both = (Entry("one", "state", "Marrow"), Entry("two", "organisation", "Marrow"))
    matcher = NameMatcher(Catalogue({entry.id: entry for entry in both}, {}, "0"))
    (match,) = matcher.find("In Marrow.")
    assert match.entries == both


WORDS = st.sampled_from(
    ["Republic of", "Veridia", "Veridian", "Port", "US", "U.S.", "United", "States", "the Meeting", "rule of law", "’s"]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=12), st.sampled_from([" ", "\n", "-", ""]))
def test_matches_are_in_order_apart_and_within_the_text(words: list[str], between: str) -> None:
    text = between.join(words)
    reach = 0
    for match in MATCHER.find(text):
        assert reach <= match.start < match.end <= len(text)
        assert match.entries
        reach = match.end


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=12))
def test_longest_leaves_out_only_what_overlaps_something_kept(pairs: list[tuple[int, int]]) -> None:
    matches = [Match(start, start + length, (), "name") for start, length in pairs]
    kept = longest(matches)
    assert all(one.end <= next_one.start for one, next_one in pairwise(kept))
    for match in matches:
        assert any(match.start < other.end and other.start < match.end for other in kept)
