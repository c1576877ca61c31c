"""One sentence a rule of the codebook: what is coded, and what is not. The sentences are ours."""

from collections.abc import Callable

import pytest

from comity.model import Statement

Code = Callable[..., list[Statement]]


def told(statement: Statement) -> tuple[str, str, str]:
    return statement.actor.entity.key, statement.act, statement.object.entity.key


def only(statements: list[Statement]) -> Statement:
    assert len(statements) == 1, [told(one) for one in statements]
    return statements[0]


@pytest.mark.parametrize(
    ("sentence", "act", "kind"),
    [
        ("China established a hotline.", "establish", "activity"),
        ("China acceded to the Treaty on the Non-Proliferation of Nuclear Weapons.", "join", "instrument"),
        ("China hosted the summit.", "lead", "mechanism"),
        ("China took part in joint exercises.", "participate", "activity"),
        ("China provided humanitarian assistance.", "provide", "activity"),
        ("China supports the reform of the Council.", "support", "mechanism"),
        ("China has deepened its partnership with Russia.", "strengthen", "relationship"),
        ("China adheres to international law.", "uphold", "principle"),
        ("China has implemented the agreement.", "implement", "instrument"),
        ("China discussed the crisis.", "negotiate", "issue"),
        ("China put forward a proposal.", "propose", "instrument"),
        ("China resolved the dispute.", "settle", "issue"),
        ("China condemns terrorism.", "oppose", "issue"),
        ("China suspended the exercises.", "weaken", "activity"),
        ("China withdrew from the treaty.", "leave", "instrument"),
        ("China violated the agreement.", "breach", "instrument"),
    ],
)
def test_each_act_is_known_by_its_wording(code: Code, sentence: str, act: str, kind: str) -> None:
    statement = only(code(sentence))
    assert (statement.actor.entity.id, statement.act, statement.object_kind) == ("CHN", act, kind)


@pytest.mark.parametrize(
    ("sentence", "force", "strength", "tense"),
    [
        ("China deepened cooperation.", "assertive", None, "past"),
        ("China has deepened cooperation.", "assertive", None, "past"),
        ("China deepens cooperation.", "assertive", None, "present"),
        ("China will deepen cooperation.", "commissive", "firm", "future"),
        ("China is committed to deepening cooperation.", "commissive", "firm", "future"),
        ("China will continue to deepen cooperation.", "commissive", "firm", "future"),
        ("China agreed to work to deepen cooperation.", "commissive", "firm", "future"),
        ("China seeks to deepen cooperation.", "commissive", "soft", "future"),
        ("China is ready to deepen cooperation.", "commissive", "soft", "future"),
        ("China should deepen cooperation.", "directive", "soft", "future"),
        ("China must deepen cooperation.", "directive", "firm", "future"),
        ("China welcomes cooperation.", "expressive", None, "present"),
        ("China worked to deepen cooperation.", "assertive", None, "past"),
    ],
)
def test_what_governs_the_act_gives_the_force(
    code: Code, sentence: str, force: str, strength: str | None, tense: str
) -> None:
    statement = only(code(sentence))
    assert (statement.force, statement.strength, statement.tense) == (force, strength, tense)


def test_the_one_urged_is_the_actor(code: Code) -> None:
    statement = only(code("We urge Iran to implement the agreement.", ["USA"]))
    assert (told(statement)[0], statement.act, statement.force) == ("IRN", "implement", "directive")


def test_the_one_praised_did_it(code: Code) -> None:
    statement = only(code("Japan praised Indonesia for hosting the summit.", ["JPN"]))
    assert told(statement)[:2] == ("IDN", "lead")
    assert statement.force == "expressive"


def test_negation_is_kept(code: Code) -> None:
    assert only(code("China will not join the alliance.")).negated
    assert not only(code("China will join the alliance.")).negated


def test_a_passive_has_its_agent_for_actor(code: Code) -> None:
    statement = only(code("The treaty was signed by Japan.", ["JPN"]))
    assert told(statement)[:2] == ("JPN", "establish")


def test_a_passive_without_agent_is_not_coded(code: Code) -> None:
    assert code("The treaty was signed in haste.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The region is stable on the whole.",
        "The Declaration will strengthen cooperation.",
        "Small countries need not take sides.",
        "Trade grew by strengthening cooperation.",
    ],
)
def test_descriptions_and_means_are_not_coded(code: Code, sentence: str) -> None:
    assert code(sentence) == []


def test_we_is_every_issuer_of_a_joint_document(code: Code) -> None:
    statement = only(code("We will strengthen cooperation.", ["AUS", "JPN"], kind="joint-statement"))
    assert statement.actor.entity.id == "AUS"
    assert [partner.entity.id for partner in statement.partners] == ["JPN"]


def test_the_two_leaders_are_the_issuers(code: Code) -> None:
    statement = only(code("The two leaders condemned terrorism.", ["AUS", "JPN"], kind="joint-statement"))
    assert statement.actor.entity.id == "AUS"


def test_organs_and_capitals_stand_for_the_state(code: Code) -> None:
    for subject in ("Beijing", "The Chinese government", "China's armed forces", "Chinese leaders"):
        assert only(code(f"{subject} condemned terrorism.", ["USA"])).actor.entity.id == "CHN"


def test_it_is_the_last_one_named(code: Code) -> None:
    second = code("Viet Nam condemned terrorism. It has ratified the treaty.", ["USA"])[1]
    assert second.actor.entity.id == "VNM"


def test_a_group_known_by_description_is_a_collective(code: Code) -> None:
    statement = only(code("All parties concerned should adhere to multilateralism."))
    assert statement.actor.entity.id == "any:All parties concerned"


def test_coordinated_verbs_share_subject_and_object(code: Code) -> None:
    found = code("China has upheld and contributed to international law.")
    assert sorted(one.act for one in found) == ["support", "uphold"]


def test_coordinated_objects_are_one_statement_each(code: Code) -> None:
    found = code("China has participated in peacekeeping missions, escort missions and disaster relief.")
    assert len(found) == 3
    assert {one.act for one in found} == {"participate"}


def test_partners_stand_with_the_act(code: Code) -> None:
    statement = only(code("China, together with India and Myanmar, initiated the Six-Party Talks."))
    assert statement.actor.entity.id == "CHN"
    assert [partner.entity.id for partner in statement.partners] == ["IND", "MMR"]


def test_a_document_defines_its_acronyms(code: Code) -> None:
    text = "China signed the Arms Trade Treaty (the ATTX). China will implement the ATTX."
    assert {one.object.entity.id for one in code(text)} == {
        code("China signed the Arms Trade Treaty.")[0].object.entity.id
    }


def test_date_and_topics(code: Code) -> None:
    statement = only(code("On 3 March 2014 China hosted the maritime summit."))
    assert (statement.date, statement.topics) == ("2014-03-03", ("maritime",))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("China held consultations in Jakarta in 2019.", "Jakarta"),
        ("China will conduct joint patrols in the South China Sea.", "South China Sea"),
        ("China opened the dialogue in Jakarta, Indonesia.", "Jakarta, Indonesia"),
        ("The Secretary of China visited Palawan.", "Palawan"),
        ("China supports stability in Asia.", None),
        ("China held consultations in May.", None),
    ],
)
def test_places_of_acts(code: Code, sentence: str, place: str | None) -> None:
    assert only(code(sentence)).place == place


def test_whose_words_they_are(code: Code) -> None:
    text = "Japan said on Tuesday that China will hold joint patrols."
    assert only(code(text, ["The Daily"], kind="news-report")).speaker == "JPN"
    assert only(code("China will hold joint patrols.", ["The Daily"], kind="news-report")).speaker == "The Daily"
    assert only(code("We will hold joint patrols.", ["Japan", "IND"])).speaker == "JPN"


def test_speakers_of_a_transcript_say_we(code: Code) -> None:
    text = "PRIME MINISTER KISHIDA: We will strengthen deterrence.\n\nPRESIDENT BIDEN: We condemn the invasion."
    assert [one.actor.entity.id for one in code(text, ["USA"], kind="press-conference")] == ["JPN", "USA"]
    assert [one.speaker for one in code(text, ["USA"], kind="press-conference")] == ["JPN", "USA"]


def test_items_finish_the_sentence_that_opens_their_list(code: Code) -> None:
    text = "The two sides will:\n(a) implement the Charter of the United Nations;\n(b) strengthen information sharing."
    found = code(text, ["AUS", "JPN"], kind="joint-statement")
    assert [one.act for one in found] == ["implement", "strengthen"]
    assert all(one.force == "commissive" for one in found)
    assert found[0].quote.startswith("implement")


def test_bare_verbs_of_a_programme_bind_the_issuers(code: Code) -> None:
    statement = only(code("- Expand regional consultative mechanisms.", ["AUS", "JPN"], kind="joint-statement"))
    assert (statement.actor.entity.id, statement.force) == ("AUS", "commissive")


def test_a_name_that_two_states_share_means_the_issuer_or_the_one_named_most(code: Code) -> None:
    assert only(code("Korea supports dialogue.", ["KOR"])).actor.entity.id == "KOR"
    named = code("Korea supports dialogue. The Republic of Korea will provide aid. South Korea is ready.", ["USA"])
    assert {one.actor.entity.id for one in named} == {"KOR"}


def test_a_full_name_goes_before_a_short_form(code: Code) -> None:
    text = "China signed the Treaty of Rarotonga. China will uphold the Treaty of Rarotonga and implement the Treaty."
    assert {one.object.entity.id for one in code(text)} == {"treaty-of-rarotonga"}
