"""Where sentences end: the input stands in the test, with a bar at each end that is meant."""

import time

import pytest

from comity.model import Span
from comity.read.segments import find_regions
from comity.read.sentences import sentence_spans, split_sentences


@pytest.mark.parametrize(
    "told",
    [
        "Veridia joins.|Marrow stays.",
        "Mr. Lind met Dr. Sol and Gen. Ost in St. Aubin.|They agreed.",
        "MS. LIND:  Thank you.|MR. SOL:  Thank you.",
        "The U.S. Navy and the ROK-U.S. Mutual Defense Treaty stay.|The U.S. will join.",
        "It was signed in Washington, D.C.|The two sides met again.",
        "They met in the U.S.|In May they met in Lantern.",
        "President Joseph R. Lind, Jr. of Veridia met J. P. Sol.|He left.",
        "See No. 5, Art. 7 and Vol. II.|No.|We will not.",
        "About 98.37 percent, or 4.9 per cent.|Turkana followed.",
        "It came into being in 1954.|Marrow joined.",
        "They met on Sept. 11 and Oct. 3.|Both left.",
        "It said: “We will join.”|Marrow agreed.",
        'He asked: "Will it hold?" Minister Lind said.|Nobody knew.',
        "Did it hold?|It did!|All were glad.",
        "(Applause.)|Thank you.",
        "They agreed (see attachment E).|Note the date.",
        "It was noted.[2](#f2)|The second point follows.",
        "It sent arms, e.g. rifles, i.e. weapons of war.|They came.",
        "Ships, aircraft, etc.|Given this, they met.",
        "The treaty was signed.2|The Council met.",
        "I believe ... that is it.|Good.",
        "The ASEAN-U.S.\nSummit met.|It ended.",
        "The first<br />\nline of all.|The <b>second</b> line.",
        "It is 5:00 p.m. in Lantern.|They left.",
        "“First.|Second.”|Third.",
    ],
)
def test_ends_of_sentences(told: str) -> None:
    sentences = told.split("|")
    text = " ".join(sentences)
    assert [text[slice(*span)] for span in sentence_spans(text, Span(0, len(text)))] == sentences


def test_a_number_inside_a_paragraph_opens_a_sentence_and_is_no_part_of_it() -> None:
    text = "They met in Lantern. 2. The Ministers lit a tower."
    assert [text[slice(*span)] for span in sentence_spans(text, Span(0, len(text)))] == [
        "They met in Lantern.",
        "The Ministers lit a tower.",
    ]


def test_a_preamble_is_cut_between_its_clauses() -> None:
    text = "The States, " + "Recalling the towers of the strait and all the ships that passed them, " * 40 + "agree."
    pieces = [text[slice(*span)] for span in sentence_spans(text, Span(0, len(text)))]
    assert max(map(len, pieces)) <= 1500
    assert all(piece.startswith("Recalling") for piece in pieces[1:])


def test_words_without_any_mark_are_cut_somewhere() -> None:
    text = "herring " * 5000
    spans = list(sentence_spans(text, Span(0, len(text))))
    assert 1 < len(spans) < 20
    assert spans[0].start == 0


def test_sentences_carry_role_label_and_region() -> None:
    text = "Pilots\n\nSecond, we agree. We met.\n\n- towers\n\nPrint this page\n"
    regions = find_regions(text)
    assert [(text[slice(*one.span)], one.role, one.label, one.region) for one in split_sentences(text, regions)] == [
        ("Pilots", "heading", None, 0),
        ("Second, we agree.", "paragraph", "Second", 1),
        ("We met.", "paragraph", "Second", 1),
        ("towers", "item", "-", 2),
    ]


@pytest.mark.parametrize(
    "piece",
    ["a", " ", ".", "!?", "…", ". ", "U.S. ", "<", "<p>", "[", "](", "*", "**a ", "\n", "a\n", "- \n", "1. ", "#\n",
     "---\n", "Read more\n", "Play\n", "\u200b", "&nbsp;", "“", "share ", "\t* ", "(a)", "a: ", "\r", "_"],
)  # fmt: skip
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    began = time.process_time()
    split_sentences(text, find_regions(text))
    assert time.process_time() - began < 2.0
