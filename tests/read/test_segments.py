"""Regions and sentences of every lay-out that texts come in."""

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.read.segments import find_regions
from comity.read.sentences import split_sentences


def parts(text: str) -> list[tuple[str, str | None, str]]:
    """Return (role, label or reason, words) of each region."""
    return [(r.role, r.label or r.reason, " ".join(text[slice(*r.span)].split())) for r in find_regions(text)]


def laid_out(text: str) -> list[tuple[str, str | None, str]]:
    return parts(dedent(text).strip("\n") + "\n")


WRAPPED = """
    Veridia and Marrow met in the harbour town of Lantern and spoke about the
    ships that pass through the strait, about the lights that guide them and
    about the pilots of both countries.
    {between}The two sides agreed to deepen their partnership, to train the pilots
    together and to meet once a year, in each of the two countries in turn, as
    they had done before the war of the herrings.
"""
FIRST = (
    "Veridia and Marrow met in the harbour town of Lantern and spoke about the ships that pass through the strait, "
    "about the lights that guide them and about the pilots of both countries."
)
SECOND = (
    "The two sides agreed to deepen their partnership, to train the pilots together and to meet once a year, in each "
    "of the two countries in turn, as they had done before the war of the herrings."
)


@pytest.mark.parametrize("between", ["\n    ", "", "    "], ids=["blank line", "short last line", "indent"])
def test_hard_wrapped_paragraphs(between: str) -> None:
    assert laid_out(WRAPPED.format(between=between)) == [("paragraph", None, FIRST), ("paragraph", None, SECOND)]


def test_hard_wrapped_lines_with_a_blank_line_between_each() -> None:
    spaced = dedent(WRAPPED.format(between="")).strip().replace("\n", "\n\n")
    assert parts(spaced) == [("paragraph", None, FIRST), ("paragraph", None, SECOND)]


def test_hard_wrapped_lines_that_end_in_a_tag() -> None:
    lines = dedent(WRAPPED.format(between="")).strip().split("\n")
    text = "<p>JOINT STATEMENT<br />\n" + "<br />\n".join(lines) + "</p>\n"
    assert [(role, words.replace("<br /> ", " ")) for role, _, words in parts(text)] == [
        ("heading", "JOINT STATEMENT"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
    ]


def test_a_bold_line_is_the_heading_of_the_wrapped_lines_below_it() -> None:
    text = WRAPPED.format(between="**What the two sides will do for the pilots**\n    ")
    assert laid_out(text) == [
        ("paragraph", None, FIRST),
        ("heading", None, "**What the two sides will do for the pilots**"),
        ("paragraph", None, SECOND),
    ]


def test_a_short_first_line_that_runs_on_is_no_heading() -> None:
    text = "I would like first\n" + dedent(WRAPPED.format(between="")).strip().replace("Veridia", "of all veridia", 1)
    assert [role for role, *_ in parts(text)] == ["paragraph", "paragraph"]


def test_a_paragraph_on_each_line() -> None:
    long = "The two sides agreed to train pilots together, " * 6 + "and to meet again."
    assert parts(f"Pilots and Harbours\n{long}\n{long}\n") == [
        ("heading", None, "Pilots and Harbours"),
        ("paragraph", None, long),
        ("paragraph", None, long),
    ]


def test_markdown() -> None:
    assert laid_out(
        """
        # Joint Statement of Veridia and Marrow

        ## what we will do about ships

        Veridia will open its ports.

        - Marrow will light its towers;
        * both will train pilots.

        > (a) Pilots are trained in Lantern.
        """
    ) == [
        ("heading", None, "# Joint Statement of Veridia and Marrow"),
        ("heading", None, "## what we will do about ships"),
        ("paragraph", None, "Veridia will open its ports."),
        ("item", "-", "Marrow will light its towers;"),
        ("item", "*", "both will train pilots."),
        ("item", "(a)", "Pilots are trained in Lantern."),
    ]


def test_remains_of_html() -> None:
    assert laid_out(
        """
        <meta charset='utf-8' />
        <p>Veridia will open its ports.</p>
        <ul>
        <li>Marrow will light its towers.</li>
        <li>Both will train pilots.</li>
        </ul>
        """
    ) == [
        ("furniture", "markup", "<meta charset='utf-8' />"),
        ("paragraph", None, "Veridia will open its ports."),
        ("item", None, "Marrow will light its towers."),
        ("item", None, "Both will train pilots."),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1. The two sides will train pilots.", "1."),
        ("12) The two sides will train pilots.", "12)"),
        ("(a) The two sides will train pilots.", "(a)"),
        ("(iv) The two sides will train pilots.", "(iv)"),
        ("b) The two sides will train pilots.", "b)"),
        ("• The two sides will train pilots.", "•"),
        ("3.The two sides will train pilots.", "3."),
        ("(ii)The two sides will train pilots.", "(ii)"),
        ("167\\. The two sides will train pilots.", "167."),
    ],
)
def test_numbers_and_bullets_are_labels_and_no_part_of_the_sentence(line: str, label: str) -> None:
    assert parts(line) == [("item", label, "The two sides will train pilots.")]


@pytest.mark.parametrize("line", ["1.5 million tons of herring were landed.", "2031 was a good year for the pilots."])
def test_figures_are_no_labels(line: str) -> None:
    assert parts(line) == [("paragraph", None, line)]


@pytest.mark.parametrize("word", ["First", "Second", "Fifth", "Tenth"])
def test_ordinals_label_the_section_they_open(word: str) -> None:
    line = f"{word}, we should promote the training of pilots."
    assert parts(line) == [("paragraph", word, line)]


def test_a_number_alone_on_a_line_labels_what_follows() -> None:
    assert parts("<p>Global<br />\n2.</p>\n\n<p>Both Prime Ministers lit a tower.</p>\n") == [
        ("heading", None, "Global"),
        ("item", "2.", "Both Prime Ministers lit a tower."),
    ]


def test_links_and_drop_caps_on_lines_of_their_own_stay_in_their_sentence() -> None:
    text = (
        "V\neridia has told its neighbours on the other side of the strait that the ships named\nSea Lantern\n"
        ", which carry herring, will be met by pilots, the\nLantern Post\nsaid in a report that was read by all.\n"
    )
    assert parts(text) == [("paragraph", None, " ".join(text.split()))]


def test_a_blank_line_inside_a_sentence_parts_nothing() -> None:
    text = (
        "The two sides noted that their growth was helped by a steady rise of\n\n trade across the strait.\n\nThey met."
    )
    assert [words for _, _, words in parts(text)] == [
        "The two sides noted that their growth was helped by a steady rise of trade across the strait.",
        "They met.",
    ]


def test_clauses_of_a_resolution_are_items() -> None:
    assert laid_out(
        """
        The Harbour Assembly,

        Recalling its resolution on towers,

        Decides that both will train pilots.
        """
    ) == [
        ("paragraph", None, "The Harbour Assembly,"),
        ("item", None, "Recalling its resolution on towers,"),
        ("item", None, "Decides that both will train pilots."),
    ]


def test_unmarked_lines_after_a_colon_are_items() -> None:
    assert [
        (role, words) for role, _, words in parts("The two agreed on:\nTraining of pilots\nLights of towers\n")
    ] == [
        ("paragraph", "The two agreed on:"),
        ("item", "Training of pilots"),
        ("item", "Lights of towers"),
    ]


def test_items_on_one_line_are_told_apart() -> None:
    assert parts("The sides will:\n * 1) Note:\t\t * \t\ta. towers;\n") == [
        ("paragraph", None, "The sides will:"),
        ("item", "1)", "Note:"),
        ("item", "a.", "towers;"),
    ]
    assert [words for *_, words in parts("Pilots were trained. • Towers were lit. • Ships passed.")] == [
        "Pilots were trained.",
        "Towers were lit.",
        "Ships passed.",
    ]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Energy and resources", "heading"),
        ("FREE AND FAIR TRADE", "heading"),
        ("**Invitation to Visit Marrow**", "heading"),
        ("__We are taking concrete steps to:__", "paragraph"),
        ("Veridia will open its ports.", "paragraph"),
        ("and so it was decided", "paragraph"),
        ("Signed on behalf of the", "paragraph"),
    ],
)
def test_short_lines_before_a_paragraph(title: str, role: str) -> None:
    text = f"The two sides met in Lantern.\n\n{title}\n\nBoth will train pilots in each other's ports.\n"
    assert parts(text)[1][0] == role


def test_the_last_line_of_an_excerpt_is_no_heading() -> None:
    assert [role for role, *_ in parts("Both will train pilots.\n\nThe two sides also agreed on")] == ["paragraph"] * 2


def test_capitals_tell_nothing_in_a_text_that_is_all_in_capitals() -> None:
    text = "1. THE SIDES MET IN LANTERN.\n\n2. THE SIDES AGREED TO LIGHT THE TOWERS\n\n3. THEY WILL MEET AGAIN.\n"
    assert [role for role, *_ in parts(text)] == ["item", "item", "item"]


def test_articles_are_headings_with_a_label() -> None:
    assert laid_out(
        """
        ARTICLE IV

        Each Party shall train its pilots.

        ### Article  5

        (1) Each Party shall light its towers.

        Annex B. Towers to be lit by each Party are named in this list, which may be changed.
        """
    ) == [
        ("heading", "ARTICLE IV", "ARTICLE IV"),
        ("paragraph", None, "Each Party shall train its pilots."),
        ("heading", "Article 5", "### Article 5"),
        ("item", "(1)", "Each Party shall light its towers."),
        (
            "paragraph",
            "Annex B",
            "Towers to be lit by each Party are named in this list, which may be changed.",
        ),
    ]


def test_front_matter_and_the_controls_of_news_pages_are_furniture() -> None:
    text = dedent(
        """
        ---
        title: Pilots
        date: 2031-01-11
        ---

        Veridia will open its ports.

        Article continues after this advertisement

        10-55396 32

        Marrow will light its towers.
        """
    ).lstrip("\n")
    assert [(role, why) for role, why, _ in parts(text)] == [
        ("furniture", "front matter"),
        ("paragraph", None),
        ("furniture", "advertisement"),
        ("furniture", "page numbers"),
        ("paragraph", None),
    ]


LINES = st.sampled_from(
    [
        "", " ", "\t", "---", "title: x", "# Heading", "**Bold**", "- item", "(a) item;", "1. Item.", "> quoted",
        "****", "<p>", "</p>", "<li>x</li>", "<p>Text.</p>", "<br />", "Article 3", "Second, we agreed.", "Print this",
        "Page 2",
        "Veridia and Marrow met in the harbour town of Lantern and spoke about", "the ships that pass. They agreed.",
        "“Quoted” text, and more of it!", "海上安全。", "🕊", "\u3000indented", "\u2028", "\x85", "\x0b", "© x", "Home",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=30), max_size=14), st.sampled_from(["\n", "\n\n", " \n"]))
@settings(max_examples=150, deadline=None)
def test_regions_and_sentences_of_any_text(lines: list[str], between: str) -> None:
    text = between.join(lines)
    regions = find_regions(text)
    reach = 0
    for region in regions:
        assert reach <= region.span.start < region.span.end <= len(text)
        words = text[region.span.start : region.span.end]
        assert words == words.strip()
        assert (region.reason is not None) == (region.role == "furniture")
        reach = region.span.end
    reach = 0
    for sentence in split_sentences(text, regions):
        region = regions[sentence.region]
        assert region.role != "furniture"
        assert (sentence.role, sentence.label) == (region.role, region.label)
        assert region.span.covers(sentence.span)
        assert reach <= sentence.span.start < sentence.span.end
        reach = sentence.span.end


@given(
    st.lists(st.sampled_from(["Veridia will open its ports.", "Marrow agreed; it will pay.", "Both met"]), min_size=1)
)
@settings(max_examples=30, deadline=None)
def test_sentences_leave_out_nothing_but_space(sentences: list[str]) -> None:
    text = " ".join(sentences)
    regions = find_regions(text)
    told = "".join(text[slice(*sentence.span)] for sentence in split_sentences(text, regions))
    assert "".join(told.split()) == "".join(text.split())


def test_an_endless_sentence_is_cut() -> None:
    text = "The Parties agree to light towers; " * 200
    sentences = split_sentences(text, find_regions(text))
    assert len(sentences) > 3
    assert max(sentence.span.length for sentence in sentences) <= 1500
