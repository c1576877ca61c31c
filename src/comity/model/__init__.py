"""The nouns: span, document, entity, mention, statement, problem; their ids and codec. Imports nothing of ours."""

from comity.model.codec import CodecError, decode, encode
from comity.model.document import Document, OffsetMap, Region, Sentence
from comity.model.errors import ComityError, EvidenceError, Problem
from comity.model.span import Span
from comity.model.statement import (
    CoderIdentity,
    Entity,
    Force,
    Kind,
    Mention,
    Statement,
    Strength,
    Tense,
)

__all__ = [
    "CodecError",
    "CoderIdentity",
    "ComityError",
    "Document",
    "Entity",
    "EvidenceError",
    "Force",
    "Kind",
    "Mention",
    "OffsetMap",
    "Problem",
    "Region",
    "Sentence",
    "Span",
    "Statement",
    "Strength",
    "Tense",
    "decode",
    "encode",
]
