"""What a name means in one document. The documents stand in the tests; the catalogue is the one that ships."""

import pytest

from comity.catalogue import Context, NameMatcher, load
from comity.model import Document

CATALOGUE = load()
MATCHER = NameMatcher(CATALOGUE)


def meant(text: str, date: str | None = None, issuers: tuple[str, ...] = ()) -> dict[str, str]:
    """Return what each name of a document means, by its words; of words that come twice the last."""
    context = Context(Document(id="d", text=text, date=date, issuers=issuers), CATALOGUE, MATCHER)
    return {text[one.start : one.end]: one.entries[0].id for one in context.find(text)}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The EU and Georgia signed an agreement.", "Georgia", "GEO"),
        ("Ministers from Ukraine, Georgia and Moldova met.", "Georgia", "GEO"),
        ("The flight left from Atlanta, Georgia.", "Georgia", None),
        ("The King of Jordan spoke.", "Jordan", "JOR"),
        ("Egypt and Jordan welcomed the talks.", "Jordan", "JOR"),
        ("They were met by Representative Jordan.", "Jordan", None),
        ("He praised Michael Jordan.", "Jordan", None),
        ("Cameroon, Chad and Niger share Lake Chad.", "Chad", "TCD"),
        ("The report is by Chad Bown, who wrote it.", "Chad", None),
        ("Niger and Nigeria closed their border.", "Niger", "NER"),
        ("Niger and Nigeria closed their border.", "Nigeria", "NGA"),
        ("Papua New Guinea and Fiji agreed.", "Papua New Guinea", "PNG"),
        ("Guinea-Bissau and Guinea agreed.", "Guinea", "GIN"),
        ("Equatorial Guinea spoke.", "Equatorial Guinea", "GNQ"),
        ("They ate turkey in Ankara.", "turkey", None),
        ("He recalled the London Bridge attack of that summer.", "London", None),
        ("London said that it would not.", "London", "GBR"),
        ("Beijing Warns Against New Tariffs", "Beijing", "CHN"),
        ("the forces of the United States on the Korean peninsula", "Korean", None),
        ("The leaders of Latin American states met.", "American", None),
    ],
)
def test_states_that_share_their_name_with_something_else(text: str, name: str, expected: str | None) -> None:
    assert meant(text).get(name) == expected


def test_korea_alone_is_the_one_the_document_is_about() -> None:
    assert meant("Japan and Korea agreed.")["Korea"] == "KOR"
    assert meant("The people of Korea stand firm.", issuers=("PRK",))["Korea"] == "PRK"
    assert meant("The DPRK said so. The DPRK warned. Korea will act.")["Korea"] == "PRK"


def test_congo_is_the_one_that_is_named_in_full() -> None:
    assert meant("The Republic of the Congo spoke. In Congo, peace holds.")["Congo"] == "COG"
    assert meant("The Democratic Republic of the Congo spoke. In Congo, peace holds.")["Congo"] == "COD"


@pytest.mark.parametrize(
    ("date", "expected"), [("1970", {"RVN", "VDR"}), ("1985", {"VNM"}), ("2020-01-01", {"VNM"}), (None, {"VNM"})]
)
def test_a_state_is_meant_that_was_there(date: str | None, expected: set[str]) -> None:
    assert meant("The people of Vietnam want peace.", date)["Vietnam"] in expected


def test_russia_before_1991_is_the_soviet_union() -> None:
    assert meant("Russia objected.", "1957-05-01")["Russia"] == "SUN"
    assert meant("Russia objected.", "2015")["Russia"] == "RUS"


def test_a_short_form_holds_after_its_full_name_and_is_the_last_one_named() -> None:
    text = (
        "They recalled the Charter of the United Nations. Under the Charter, all are equal. "
        "They signed the ASEAN Charter. The Charter enters into force today."
    )
    assert meant("Under the Charter, all are equal.").get("the Charter") is None
    assert meant(text)["the Charter"] == "un-charter"
    assert meant(text)["The Charter"] == "asean-charter"


def test_a_short_form_is_nothing_that_was_not_there_yet() -> None:
    text = "The ASEAN Regional Forum and the Pacific Islands Forum met. The Forum agreed."
    assert meant(text, "2010")["The Forum"] == "pif"
    assert (
        meant("The Washington Declaration. Then the Declaration of last March.", "1994").get("the Declaration") is None
    )


def test_an_acronym_the_catalogue_knows_is_not_bound_to_the_longer_name() -> None:
    text = "The Charter of the United Nations (UN) holds. The UN acts."
    assert meant(text)["UN"] == "un"
    assert meant("They signed the Treaty of Amity and Cooperation (XYZ). The XYZ binds.")["XYZ"] == "tac"


def test_names_over_line_breaks_and_runs_of_spaces_keep_their_place() -> None:
    text = "They signed the Treaty on the Non-Proliferation of  Nuclear\n   Weapons."
    (one,) = Context(Document(id="d", text=text), CATALOGUE, MATCHER).find(text)
    assert (one.entries[0].id, text[one.start : one.end]) == ("npt", text[16:-1])


def test_doubt_lowers_confidence_and_keeps_the_alternatives() -> None:
    text = "China spoke. Congo spoke."
    sure, doubtful = Context(Document(id="d", text=text), CATALOGUE, MATCHER).find(text)
    assert sure.confidence > 0.9 > doubtful.confidence
    assert {entry.id for entry in doubtful.entries} == {"COD", "COG"}
