"""The interchange format: one statement a line of JSON, fields in one order, so that equal records are equal bytes.

Decoding takes any line of the format, those of hand coders included, who leave ``id``, ``coder`` and
``confidence`` out. Keys the format does not know are ignored: people leave notes.
"""

import json
from collections.abc import Mapping
from typing import cast, get_args

from comity.model.errors import ComityError
from comity.model.span import Span
from comity.model.statement import CoderIdentity, Entity, Force, Kind, Mention, Statement, Strength, Tense

_UNKNOWN = CoderIdentity("unknown", "", "", "")


class CodecError(ComityError, ValueError):
    """Raise where a line is not a statement; the message names the field."""


def encode(statement: Statement) -> str:
    """Write one statement as one line of JSON, without the line end."""
    return json.dumps(as_dict(statement), ensure_ascii=False, separators=(", ", ": "))


def as_dict(statement: Statement) -> dict[str, object]:
    """Return the statement as the interchange format nests it, keys in the format's order."""
    coder = statement.coder
    return {
        "id": statement.id,
        "document": statement.document,
        "span": list(statement.span),
        "quote": statement.quote,
        "speaker": statement.speaker,
        "actor": _mention(statement.actor),
        "act": statement.act,
        "object": {"kind": statement.object_kind, **_mention(statement.object)},
        "partners": [_mention(partner) for partner in statement.partners],
        "force": statement.force,
        "strength": statement.strength,
        "tense": statement.tense,
        "negated": statement.negated,
        "topics": list(statement.topics),
        "date": statement.date,
        "place": statement.place,
        "coder": coder.name,
        "coder_version": coder.version,
        "codebook": coder.codebook,
        "catalogue": coder.catalogue,
        "confidence": statement.confidence,
    }


def decode(line: str) -> Statement:
    """Read one line; raise :class:`CodecError` (not a statement) or ``EvidenceError`` (quote and span differ)."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"not a line of JSON: {error}") from error
    if not isinstance(row, dict):
        raise CodecError("a statement is a JSON object, this is not")
    try:
        return _statement(row)
    except KeyError as error:
        raise CodecError(f"field {error.args[0]!r} is missing") from error
    except (TypeError, AttributeError) as error:
        raise CodecError(f"a field has the wrong type: {error}") from error


def _mention(mention: Mention) -> dict[str, object]:
    span = None if mention.span is None else list(mention.span)
    return {"id": mention.entity.id, "name": mention.entity.name, "span": span}


def _statement(row: Mapping[str, object]) -> Statement:
    thing = _mapping(row["object"], "object")
    return Statement(
        document=_text(row["document"], "document"),
        span=_span(row["span"], "span"),
        quote=_text(row["quote"], "quote"),
        speaker=_optional(row.get("speaker"), "speaker"),
        actor=_decoded_mention(row["actor"], "actor"),
        act=_text(row["act"], "act"),
        object_kind=cast("Kind", _one_of(thing["kind"], Kind, "object.kind")),
        object=_decoded_mention(thing, "object"),
        partners=tuple(_decoded_mention(one, "partners") for one in _list(row.get("partners") or [], "partners")),
        force=cast("Force", _one_of(row["force"], Force, "force")),
        strength=cast("Strength | None", _one_of_or_none(row.get("strength"), Strength, "strength")),
        tense=cast("Tense", _one_of(row["tense"], Tense, "tense")),
        negated=_boolean(row.get("negated", False), "negated"),
        topics=tuple(_text(topic, "topics") for topic in _list(row.get("topics") or [], "topics")),
        date=_optional(row.get("date"), "date"),
        place=_optional(row.get("place"), "place"),
        coder=_coder(row),
        confidence=_number(row.get("confidence", 1.0), "confidence"),
    )


def _coder(row: Mapping[str, object]) -> CoderIdentity:
    name = row.get("coder")
    if name is None:
        return _UNKNOWN
    rest = (_text(row.get(key) or "", key) for key in ("coder_version", "codebook", "catalogue"))
    return CoderIdentity(_text(name, "coder"), *rest)


def _decoded_mention(value: object, field: str) -> Mention:
    row = _mapping(value, field)
    entity_id = _optional(row.get("id"), f"{field}.id")
    name = _text(row.get("name") or entity_id or "", f"{field}.name")
    span = row.get("span")
    return Mention(Entity(entity_id, name), None if span is None else _span(span, f"{field}.span"))


def _span(value: object, field: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start < end and not isinstance(start, bool):
            return Span(start, end)
    raise CodecError(f"field {field!r} is no span [start, end): {value!r}")


def _text(value: object, field: str) -> str:
    if not isinstance(value, str):
        raise CodecError(f"field {field!r} should be text, not {value!r}")
    return value


def _optional(value: object, field: str) -> str | None:
    return None if value is None else _text(value, field)


def _boolean(value: object, field: str) -> bool:
    if not isinstance(value, bool):
        raise CodecError(f"field {field!r} should be true or false, not {value!r}")
    return value


def _number(value: object, field: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CodecError(f"field {field!r} should be a number, not {value!r}")
    return float(value)


def _list(value: object, field: str) -> list[object]:
    if not isinstance(value, list):
        raise CodecError(f"field {field!r} should be a list, not {value!r}")
    return value


def _mapping(value: object, field: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise CodecError(f"field {field!r} should be an object, not {value!r}")
    return value


def _one_of(value: object, choice: object, field: str) -> str:
    known: tuple[str, ...] = get_args(choice)
    if value not in known:
        raise CodecError(f"field {field!r} should be one of {', '.join(known)}, not {value!r}")
    return str(value)


def _one_of_or_none(value: object, choice: object, field: str) -> str | None:
    return None if value is None else _one_of(value, choice, field)
