"""A word of a parsed sentence, as plain data.

The parser's own tokens are views that look everything up anew at every question; a coder asks many. A sentence is
therefore copied once, from the parser's arrays, into words that hold what is asked of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Word:
    """One token: its form, lemma, tags, and its place in the tree.

    ``i`` is its index in the sentence, ``idx`` the offset of its first character; ``lower`` and ``lemma`` are in
    lower case. ``pos`` is the universal part of speech, ``tag`` the Penn Treebank tag, ``dep`` the relation to
    ``head`` (CLEAR style); the root is its own head. ``children`` are in text order, ``lefts`` those before the word,
    ``rights`` those after it.
    """

    __slots__ = (
        "children", "dep", "head", "i", "idx", "lefts", "lemma", "lower", "pos", "rights", "sentence", "tag", "text"
    )  # fmt: skip

    def __init__(
        self, sentence: "list[Word]", i: int, idx: int, text: str, lower: str, lemma: str, pos: str, tag: str, dep: str
    ) -> None:
        self.sentence = sentence
        self.i, self.idx, self.text, self.lower = i, idx, text, lower
        self.lemma, self.pos, self.tag, self.dep = lemma, pos, tag, dep
        self.head: Word = self
        self.children: list[Word] = []
        self.lefts: list[Word] = []
        self.rights: list[Word] = []

    def hang_on(self, head: "Word") -> None:
        """Become a child of ``head``; the children of a word must be hung on it in text order."""
        self.head = head
        head.children.append(self)
        (head.lefts if self.i < head.i else head.rights).append(self)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"<{self.i} {self.text} {self.tag} {self.dep}>"

    @property
    def left_edge(self) -> "Word":
        """Return the first word of the subtree."""
        word = self
        while word.lefts:
            word = word.lefts[0]
        return word

    @property
    def right_edge(self) -> "Word":
        """Return the last word of the subtree."""
        word = self
        while word.rights:
            word = word.rights[-1]
        return word

    @property
    def subtree(self) -> "Iterator[Word]":
        """Yield the word and all below it, in text order."""
        return iter(sorted(self._below(), key=lambda word: word.i))

    def _below(self) -> "Iterator[Word]":
        yield self
        for child in self.children:
            yield from child._below()
