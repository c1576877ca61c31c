"""Document -> statements: the coder protocol and the coders."""

from comity.code.coder import Coder

__all__ = ["Coder"]
