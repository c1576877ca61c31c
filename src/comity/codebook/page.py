"""The codebook as a page of the docs: what each value means, and the wording that marks it."""

from collections.abc import Iterator, Mapping

from comity.codebook.load import Codebook, Term

_PARTS = (
    ("Acts", "acts", "What happens to the object. The innermost predicate on the object gives the act."),
    ("Kinds of object", "kinds", "What the thing acted on is. A name of the catalogue decides, else its head noun."),
    ("Forces", "forces", "How it is said (Searle 1976). Where words of two forces meet, the outermost wins."),
    ("Topics", "topics", "What it is about: none, one or more."),
)


def to_markdown(codebook: Codebook) -> str:
    """Write the whole codebook as Markdown, ending with a line end."""
    return "\n".join(_lines(codebook)) + "\n"


def _lines(codebook: Codebook) -> Iterator[str]:
    yield f"# The codebook, version {codebook.version}"
    yield ""
    yield "Generated from `src/comity/codebook/data` by `comity codebook --format markdown`; edit the data, not this page."
    for title, part, about in _PARTS:
        terms: Mapping[str, Term] = getattr(codebook, part)
        yield from ("", f"## {title}", "", about, "")
        for term in terms.values():
            yield from _term(term)


def _term(term: Term) -> Iterator[str]:
    yield f"### `{term.id}`"
    yield ""
    yield f"{term.definition.strip()}."
    yield ""
    yield f"Marked by {len(term.wording)} wordings: {', '.join(term.wording)}."
    yield ""
