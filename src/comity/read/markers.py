r"""What stands before the words of an item or a heading: bullets, numbers, letters, "Article 3", Markdown marks.

A marker is told from prose by what follows it: "2.5 million" and "A. J. Smith" are none.
"""

import re
from dataclasses import dataclass

_BULLET = r"\\?[*•·▪\uf0b7●◦‣■□➢✓–—+-][ \t\u00a0]+|o(?:\t| {2,})[ \t]*"
_NUMBER = r"(?:\(\d{1,3}\)|\d{1,3}\\?[.)])(?:[\s\u00a0]+|(?=[A-Z“\"(\[<*_])|$)"
_DECIMAL = r"\d{1,2}(?:\.\d{1,2}){1,3}\.?[\s\u00a0]+(?=[A-Z“\"(\[])"
_LETTER = r"\([a-zA-Z]\)[\s\u00a0]*|(?:[a-z]\\?[.)]|[A-H]\))(?:[\s\u00a0]+|$)"
_ROMAN = r"\([ivxlIVXL]{1,6}\)[\s\u00a0]*|(?:[ivxl]{1,6}\\?[.)]|(?:I|[IVXL]{2,6})\\?[.)])(?:[\s\u00a0]+|$)"
_MARKERS = (
    ("bullet", re.compile(_BULLET)),
    ("decimal", re.compile(_DECIMAL)),
    ("number", re.compile(_NUMBER)),
    ("letter", re.compile(_LETTER)),
    ("roman", re.compile(_ROMAN)),
)
_FIRST = frozenset("*•·▪\uf0b7●◦‣■□➢✓–—+-\\(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIVXL")
_HASHES = re.compile(r"(?:#{2,6}\s*|#\s+)(?=\S)")
_DIVISION = (
    r"(?:ARTICLE|Article|article|ARTIKEL|Artikel|SECTION|Section|CHAPTER|Chapter|PART|Part|ANNEX|Annex|APPENDIX|Appendix)"
    r"\s+(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-Z])(?:bis|ter)?"
)
_DIVISION_ALONE = re.compile(rf"{_DIVISION}\s*[.:]?")
_DIVISION_BEFORE = re.compile(rf"({_DIVISION})\s*(?:[.:]|\s[–—-])\s*(?=\S)")
_ORDINAL = re.compile(
    r"(?:\*\*|__|\*|_)?((?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?)(?=,[\s*_])"
)
_OPERATIVE = re.compile(
    r"[*_]*(?:Also |Further |Deeply |Strongly |Gravely )?"
    r"(?:Acknowledg|Acting|Adopt|Affirm|Agree|Alarm|Appeal|Appreciat|Approv|Authoriz|Authoris|Aware|Bearing|Believing|"
    r"Calls?|Calling|Commend|Concern|Condemn|Confirm|Conscious|Consider|Convinced|Decid|Declar|Deeming|Demand|Deplor|"
    r"Desiring|Desirous|Determined|Emphasi|Encourag|Endors|Expects|Express|Guided|Having|Inspired|Intending|Invit|"
    r"Mindful|Not(?:es|ing)|Reaffirm|Realizing|Recall|Recogni|Recommend|Regretting|Reiterat|Request|Resolv|Seeking|"
    r"Stress|Supports|Taking|Takes|Underlin|Underscor|Urg|Welcom|Wishing)\w*\b"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with: the length of it in characters, its kind, and the label it gives."""

    length: int
    kind: str
    label: str | None


def find_marker(line: str) -> Marker | None:
    """Return the marker that ``line`` begins with; several ("* 1) ") count as one, labelled by the number."""
    position, kind, label = 0, "", None
    for _ in range(3):
        if line[position : position + 1] not in _FIRST:
            break
        found = next(((name, hit) for name, one in _MARKERS if (hit := one.match(line, position))), None)
        if found is None:
            break
        name, hit = found
        position, kind = hit.end(), kind or name
        label = label if label and name == "bullet" else " ".join(hit.group().replace("\\", "").split())
    return Marker(position, kind, label) if kind else None


def find_division(line: str) -> Marker | None:
    """Return "Article 3" where it is the whole line or is set off from the words that follow by a mark."""
    alone = _DIVISION_ALONE.fullmatch(line)
    if alone:
        return Marker(len(line), "division", _folded(line))
    before = _DIVISION_BEFORE.match(line)
    return Marker(before.end(), "division", _folded(before[1])) if before else None


def find_hashes(line: str) -> int:
    """Return how many characters of Markdown heading marks ``line`` begins with."""
    found = _HASHES.match(line)
    return found.end() if found else 0


def find_ordinal(line: str) -> str | None:
    """Return the ordinal that counts paragraphs ("Second"), None where the line begins otherwise."""
    found = _ORDINAL.match(line)
    return found[1] if found else None


def is_operative(line: str) -> bool:
    """Tell whether ``line`` begins as the clauses of a resolution do ("Recalling", "Decides")."""
    return _OPERATIVE.match(line) is not None


def _folded(label: str) -> str:
    return " ".join(label.split()).rstrip(" .:")
