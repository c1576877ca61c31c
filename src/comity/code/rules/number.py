"""Singular and plural of nouns, whatever the parser took a capitalised one for."""

from spacy.tokens import Token


def singular(token: Token) -> str:
    """Return the lemma in lower case; the parser leaves plural proper nouns ("Prime Ministers") as they are."""
    lemma = token.lemma_.lower()
    plural = token.pos_ == "PROPN" and lemma.endswith("s") and not lemma.endswith(("ss", "us", "is"))
    if not plural:
        return lemma
    return f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma[:-1]


def is_plural(token: Token) -> bool:
    """Tell whether a noun is in the plural."""
    return token.tag_ in ("NNS", "NNPS") or (token.pos_ == "PROPN" and singular(token) != token.lemma_.lower())
