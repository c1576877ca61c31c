"""The learned coder: syntax proposes, models over its features decide."""

from comity.code.learned.coder import LearnedCoder

__all__ = ["LearnedCoder"]
