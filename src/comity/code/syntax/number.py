"""Singular and plural of nouns, whatever the parser took a capitalised one for."""

from comity.code.syntax.word import Word


def singular(token: Word) -> str:
    """Return the lemma in lower case; the parser leaves plural proper nouns ("Prime Ministers") as they are."""
    lemma = token.lemma
    plural = token.pos == "PROPN" and lemma.endswith("s") and not lemma.endswith(("ss", "us", "is"))
    if not plural:
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]


def is_plural(token: Word) -> bool:
    """Tell whether a noun is in the plural."""
    return token.tag in ("NNS", "NNPS") or (token.pos == "PROPN" and singular(token) != token.lemma)
