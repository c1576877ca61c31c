"""What it is about: topics by the words of the object and, where the object gives none, of its clause."""

import re
from collections.abc import Mapping

from comity.codebook import Term


class TopicFinder:
    """Find the topics of a text by the codebook's words; a trailing ``*`` in a word stands for any ending."""

    def __init__(self, topics: Mapping[str, Term]) -> None:
        self._patterns = {
            topic.id: re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, topic.wording))})(?![\w])", re.IGNORECASE)
            for topic in topics.values()
        }

    def find(self, text: str) -> tuple[str, ...]:
        """Return the topics whose words occur in ``text``, in the codebook's order."""
        return tuple(topic for topic, pattern in self._patterns.items() if pattern.search(text))


def _pattern(word: str) -> str:
    stem = re.escape(word.removesuffix("*")).replace(r"\ ", r"[\s-]+")
    return stem + (r"\w*" if word.endswith("*") else "")
