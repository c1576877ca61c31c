"""Sentences that can yield nothing: they name nobody who could act, and open with no verb of an act.

Told from the text alone, so that such sentences need not be parsed. Nobody is coded as an actor in them, and they
change nothing of whom "it" or "they" mean, so that what is coded is the same whether they are parsed or not.
"""

import re
from collections.abc import Iterator

from comity.code.syntax.actors import Discourse
from comity.code.syntax.subjects import PLURAL, SINGULAR
from comity.code.syntax.units import ParseUnit
from comity.codebook import Codebook

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_NOUNS = ("organs", "members", "issuers", "groups", "aims", "collectives")
_OPENING = 4  # words in which the verb of a sentence without subject stands


class ActorFinder:
    """Tell whether a sentence may name an actor."""

    def __init__(self, codebook: Codebook) -> None:
        words = codebook.actors
        self._pronouns = frozenset((*words["self"], *PLURAL, *SINGULAR, "both", "two", "each"))
        self._nouns = frozenset(part for role in _NOUNS for name in words[role] for part in name.split())
        self._verbs = frozenset(wording.split()[0] for wording in (*codebook.verbs, *codebook.marking_verbs))
        self._known: dict[str, tuple[bool, bool]] = {}

    def may_name(self, unit: ParseUnit, discourse: Discourse) -> bool:
        """Tell whether a sentence names somebody who could act, or opens with a verb, as what issuers do may."""
        if any(match.entries[0].is_actor or match.entries[0].kind == "person" for match in unit.names.values()):
            return True
        for n, found in enumerate(_WORD.finditer(unit.text)):
            word = found.group()
            noun, verb = self._sorts(word)
            if noun or word in discourse.persons or (verb and n < _OPENING and discourse.issuers):
                return True
        return False

    def _sorts(self, word: str) -> tuple[bool, bool]:
        """Return whether a word is a noun or pronoun of an actor, and whether it is a verb of an act, in any form."""
        found = self._known.get(word)
        if found is None:
            forms = set(_base_forms(word.lower()))
            noun = bool(forms & self._nouns) or word.lower() in self._pronouns
            found = self._known[word] = (noun, bool(forms & self._verbs))
        return found


def _base_forms(word: str) -> Iterator[str]:
    """Yield what may be the base form of a word: without the endings of plurals and verbs."""
    yield from (word, word.split("'")[0])
    for ending, put in (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("d", ""),
                        ("ing", ""), ("ing", "e"), ("men", "man"), ("people", "person")):  # fmt: skip
        if word.endswith(ending):
            stem = word[: -len(ending)] + put
            yield stem
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
