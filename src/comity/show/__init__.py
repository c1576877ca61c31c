"""Pages and pictures for people: everything here is derived and can be made again."""

from comity.show.page import report, report_all

__all__ = ["report", "report_all"]
