"""What is said, and what is only mentioned: means, purposes, manner and time of another act (ruling 6)."""

from comity.code.syntax.chain import Link
from comity.code.syntax.predicate import Predicate
from comity.code.syntax.word import Word
from comity.codebook import Codebook


def is_asserted(predicate: Predicate, codebook: Codebook) -> bool:
    """Tell whether the act is said, not mentioned as means, purpose, manner or time of another."""
    if predicate.link.relation == "pcomp" and predicate.link.prep in codebook.through["adjuncts"]:
        return False
    return not any(is_aside(link, codebook) for link in predicate.above)


def is_aside(link: Link, codebook: Codebook) -> bool:
    """Tell whether what hangs below this step is a circumstance of the step's governor."""
    if link.prep in codebook.through["adjuncts"]:
        return True
    if link.relation == "advcl" and link.below.pos in ("VERB", "AUX"):
        return _is_circumstance(link, codebook)
    if link.relation == "pobj" and link.prep in ("in", "with", "at", "on", "for") and link.below.pos == "NOUN":
        return link.below.lemma in codebook.through["phrases"]
    if link.is_verb and link.relation in ("pobj", "pcomp"):
        return not _takes(link, codebook)
    return False


def _takes(link: Link, codebook: Codebook) -> bool:
    """Tell whether a verb takes this preposition for its complement ("committed to", "call for", "engage in")."""
    lemma = link.governor.lemma
    if f"{lemma} {link.prep}" in codebook.verbs or f"{lemma} {link.prep}" in codebook.marking_verbs:
        return True
    if link.prep in ("to", "for", "toward", "towards", "on", "into"):
        return True
    return link.prep == "in" and (lemma in codebook.through["working"] or _has_step(link.governor, codebook))


def _is_circumstance(link: Link, codebook: Codebook) -> bool:
    """Tell whether an adverbial clause is a purpose or a manner: an infinitive or participle that reports nothing."""
    verb, governor = link.below, link.governor
    if any(child.dep in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    if verb.tag == "VB":
        return governor.lemma not in codebook.through["working"] and not _has_step(governor, codebook)
    if verb.tag == "VBG":
        return verb.lemma not in codebook.through["voicing"]
    return verb.tag == "VBN" and verb.lemma not in codebook.through["voicing"]


def _has_step(verb: Word, codebook: Codebook) -> bool:
    """Tell whether the verb has a noun whose complement the infinitive is ("expressed their determination to")."""
    steps = codebook.through["steps"]
    return any(child.dep in ("dobj", "attr", "nsubjpass") and child.lemma in steps for child in verb.children)
