"""The evidence law, and which fields make up the content key and the id of a statement."""

from typing import Any

import pytest

from comity.model import CoderIdentity, Document, Entity, EvidenceError, Mention, Span

from .conftest import Make

DOCUMENT = Document("d1", "Veridia will join Marrow. That is all.")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"quote": "Veridia will join Marrow"}, "quote does not fit"),
        ({"span": Span(-1, 24)}, "quote does not fit"),
        ({"confidence": 1.01}, "confidence"),
        ({"confidence": -0.01}, "confidence"),
        ({"confidence": float("nan")}, "confidence"),
        ({"strength": None}, "strength"),
        ({"force": "directive", "strength": None}, "strength"),
        ({"force": "assertive", "strength": "firm"}, "strength"),
        ({"force": "declarative", "strength": "soft"}, "strength"),
        ({"actor": Mention(Entity(None, "it"), Span(3, 3))}, "'it' has no characters"),
        ({"partners": (Mention(Entity(None, "them"), Span(-2, 3)),)}, "'them' has no characters"),
    ],
)
def test_what_breaks_the_evidence_law_cannot_be_made(make: Make, fields: dict[str, Any], message: str) -> None:
    with pytest.raises(EvidenceError, match=message):
        make(**fields)


def test_a_true_statement_passes_its_check(make: Make) -> None:
    statement = make()
    assert statement.check(DOCUMENT) is statement
    assert make(actor=Mention(Entity("VER", "Veridia"))).check(DOCUMENT).actor.span is None


@pytest.mark.parametrize(
    "fields",
    [
        {"document": "d2"},
        {"span": Span(1, 26)},
        {"quote": "Veridia will join Barrow."},
        {"span": Span(30, 55)},
        {"object": Mention(Entity("pact", "the Pact"), Span(30, 60))},
        {"partners": (Mention(Entity("MAR", "Marrow"), Span(38, 39)),)},
    ],
)
def test_check_finds_words_that_the_document_does_not_have(make: Make, fields: dict[str, Any]) -> None:
    with pytest.raises(EvidenceError):
        make(**fields).check(DOCUMENT)


CONTENT: list[dict[str, Any]] = [
    {"actor": Mention(Entity("MAR", "Marrow"), Span(0, 7))},
    {"act": "leave"},
    {"object_kind": "mechanism"},
    {"object": Mention(Entity("forum", "the Pact"), Span(13, 17))},
    {"partners": ()},
    {"force": "directive"},
    {"strength": "soft"},
    {"tense": "past"},
    {"negated": True},
    {"date": "2031"},
    {"place": "Port Veridia"},
]
WHERE_AND_WHO: list[dict[str, Any]] = [
    {"document": "d2"},
    {"span": Span(100, 125)},
    {"coder": CoderIdentity("hand", "1", "1", "2026.11")},
    {"coder": CoderIdentity("rules", "2", "1", "2026.11")},
    {"coder": CoderIdentity("rules", "1", "2", "2026.11")},
    {"coder": CoderIdentity("rules", "1", "1", "2027.01")},
]
NEITHER: list[dict[str, Any]] = [
    {"quote": "Veridia will join Marrow!"},
    {"confidence": 1.0},
    {"topics": ("maritime",)},
    {"speaker": "MAR"},
    {"actor": Mention(Entity("VER", "the Republic of Veridia"), Span(2, 5))},
    {"object": Mention(Entity("pact", "the Pact"))},
]


@pytest.mark.parametrize("fields", CONTENT, ids=lambda fields: ",".join(fields))
def test_what_is_said_changes_content_key_and_id(make: Make, fields: dict[str, Any]) -> None:
    assert make(**fields).content_key != make().content_key
    assert make(**fields).id != make().id


@pytest.mark.parametrize("fields", WHERE_AND_WHO, ids=lambda fields: ",".join(fields))
def test_where_it_stands_and_who_coded_it_change_the_id_alone(make: Make, fields: dict[str, Any]) -> None:
    assert make(**fields).content_key == make().content_key
    assert make(**fields).id != make().id


@pytest.mark.parametrize("fields", NEITHER, ids=lambda fields: ",".join(fields))
def test_what_describes_a_statement_changes_neither(make: Make, fields: dict[str, Any]) -> None:
    assert (make(**fields).content_key, make(**fields).id) == (make().content_key, make().id)


def test_partners_have_no_order(make: Make) -> None:
    one, other = Mention(Entity("MAR", "Marrow")), Mention(Entity(None, "the Isles"))
    assert make(partners=(one, other)).id == make(partners=(other, one)).id


def test_a_name_outside_the_catalogue_is_known_by_its_folded_words(make: Make) -> None:
    assert Entity(None, "The  Harbour\nGuild").key == Entity(None, "the harbour guild").key
    assert Entity("guild", "x").key != Entity(None, "guild").key


def test_keys_stay_what_they_were(make: Make) -> None:
    """Ids are cited outside of Comity: whoever changes how they are made breaks every citation."""
    assert (make().content_key, make().id) == ("b1e9fd5e4487f305", "995ea7766ebf5b74")
