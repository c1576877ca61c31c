"""Acts, kinds, forces and topics with the wording that marks each: data with a version."""

from comity.codebook.load import Codebook, CodebookError, Marker, Sense, Term, load
from comity.codebook.page import to_markdown

__all__ = ["Codebook", "CodebookError", "Marker", "Sense", "Term", "load", "to_markdown"]
