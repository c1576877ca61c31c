"""People and coders side by side: which statements are the same, how far two coders agree, where they do not."""

from comity.review.agreement import Agreement, Score, SlotAgreement, agreement, by_document
from comity.review.matching import Pair, match

__all__ = ["Agreement", "Pair", "Score", "SlotAgreement", "agreement", "by_document", "match"]
