"""The rule coder: a dependency parse proposes, the codebook's wording decides."""

from comity.code.rules.coder import RuleCoder

__all__ = ["RuleCoder"]
