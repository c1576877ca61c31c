"""What a site puts around a text is marked; prose that speaks of the same things is not."""

import pytest

from comity.read.furniture import find_furniture
from comity.read.layout import find_layout
from comity.read.lines import split_lines

PROSE = "Veridia and Marrow agreed in Lantern to light the towers of the strait and to train their pilots together."


def marked(text: str) -> list[str]:
    return [text[slice(*region.span)] for region in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "0 Comment(s)Print E-mail Tidewire, January 11, 2031",
        "Adjust font size:",
        "Follow tidewire.example on Twitter and Facebook to join the conversation.",
        "TidewireNews App Download",
        "\u00a0\u00a0 Previous\u00a0\u00a0 1\u00a0\u00a0 2\u00a0\u00a0 3\u00a0\u00a0 Next\u00a0\u00a0",
        "Print E-mail Bookmark and Share",
        "Go to Forum >>0 Comment(s)",
        "No comments.",
        "Add your comments...",
        "• User Name Required",
        "• Enter the words you see:   ",
        "Racist, abusive and off-topic comments may be removed by the moderator.",
        "Send your storiesGet more from tidewire.exampleMobileRSSNewsletter",
        "Share this article",
        "Facebook | X | LinkedIn",
        "Read also:",
        "Subscribe to our daily newsletter",
        "Your subscription has been successful.",
        "Copyright © 2031 Tidewire. All rights reserved.",
        "This site uses cookies to give you a better experience.",
        "Privacy Policy",
        "(Photo: Tidewire/Ada Lind)",
        "AFP/Ada Lind",
        "17",
        "- 4 -",
        "Page 3 of 12",
        "###",
        r"\*\*\*",
        "<!-- more -->",
        "https://example.org/2031/05/pilots.html",
        "ADVERTISEMENT",
    ],
)
def test_lines_of_sites(line: str) -> None:
    assert marked(f"{PROSE}\n\n{line}\n\n{PROSE}\n") == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "(c) the lights of the towers; and",
        "Share of trade between the two countries",
        "The RSS leader said that Veridia will open its ports.",
        "Subscribe to the principle that ports are open.",
        "Follow the rules of the Harbour Charter on the high seas.",
        "Comments by the Minister",
        "2031.",
        "1 million tons",
        "We accept cookies of this kind as gifts, the Minister said.",
        "Related actions will be taken by both sides.",
        "Popular support for the pact has grown.",
        "About the two countries' pilots",
        "Print media of both countries will be free.",
        "Home Affairs",
        "More in the next report, the Minister said.",
    ],
)
def test_lines_of_prose(line: str) -> None:
    assert marked(f"{PROSE}\n\n{line}\n\n{PROSE}\n") == []


def test_headlines_in_a_box_of_links_are_marked_up_to_the_next_prose() -> None:
    box = ["RELATED", "world", "Pilots to be trained in Lantern", "sea", "Herring war remembered"]
    assert marked("\n".join([PROSE, *box, PROSE, PROSE])) == box


def test_what_follows_the_end_of_the_text_is_marked() -> None:
    tail = ["Popular", "Herring prices fall", "A day in Lantern", "World", "Towers go dark in Marrow"]
    assert marked("\n".join([PROSE, PROSE, *tail])) == tail


def test_a_word_for_the_end_does_not_hide_prose() -> None:
    assert PROSE not in marked("\n".join([PROSE, "Most read", PROSE, PROSE]))


def test_the_other_words_of_a_row_of_buttons_are_marked() -> None:
    row = ["Share this article", "Tidegram", "Facebook"]
    assert marked("\n".join([PROSE, *row, PROSE])) == row


def test_a_link_inside_a_sentence_is_no_button() -> None:
    text = "The pilots, who were trained in Marrow last year, told the paper named\nFacebook\non Monday that they met."
    assert marked(text) == []


def test_front_matter_is_one_region() -> None:
    front = "---\ntitle: Pilots\ndate: 2031-01-11\ntags:\n- sea\n---"
    (region,) = find_furniture(f"{front}\n\n{PROSE}\n")
    assert (region.reason, region.span) == ("front matter", (0, len(front)))


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert marked(f"---\n{PROSE}\n---\n{PROSE}\n") == ["---", "---"]


def test_lay_out_is_told_by_the_lines_that_break_off_inside_a_sentence() -> None:
    wrapped = (
        "Veridia and Marrow met and spoke\nabout the ships that pass, about\nthe lights and the many pilots\nof both.\n"
    )
    assert find_layout(split_lines(wrapped)).width == 32
    assert find_layout(split_lines(wrapped.replace("\n", "\n\n"))).spaced
    assert find_layout(split_lines(f"{PROSE}\n{PROSE}\n{PROSE}\n")).width is None
