"""Compare the catalogue's parties of treaties with the treaty actions of the United Nations Treaty Collection.

    python benchmarks/treaty_agreement.py ACTIONS.parquet [--as-of 2015-03-14]

The table is one's own copy of the depositary's status tables in long form, one row an action: ``key`` (chapter and
number of the treaty: ``26-4``), ``participant``, ``action``, ``date``. Compared are signature and consent of every
state for which the catalogue has a row, and states that only one of the two has; what happened after the table was
made is left out.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from comity.catalogue import Catalogue, load
from comity.catalogue.period import before

#: The treaty's place in the Treaty Collection, by the catalogue's id.
TREATIES: Mapping[str, str] = {
    "genocide-convention": "4-1", "icerd": "4-2", "icescr": "4-3", "iccpr": "4-4", "cedaw": "4-8", "cat": "4-9",
    "crc": "4-11", "crpd": "4-15", "refugee-convention": "5-2", "single-convention": "6-15",
    "psychotropic-convention": "6-16", "drug-trafficking-convention-1988": "6-19", "vcdr": "3-3", "vccr": "3-6",
    "hostages-convention": "18-5", "protected-persons-convention": "18-7", "terrorist-bombings-convention": "18-9",
    "terrorist-financing-convention": "18-11", "untoc": "18-12", "trafficking-protocol": "18-12-a",
    "smuggling-protocol": "18-12-b", "firearms-protocol": "18-12-c", "uncac": "18-14",
    "nuclear-terrorism-convention": "18-15", "unclos": "21-6", "vclt": "23-1", "moon-agreement": "24-2",
    "space-registration-convention": "24-1", "enmod": "26-1", "ccw": "26-2", "cwc": "26-3", "ctbt": "26-4",
    "mine-ban-convention": "26-5", "ccm": "26-6", "att": "26-8", "unfccc": "27-7", "kyoto-protocol": "27-7-a",
}  # fmt: skip

_SIGNED = ("signature",)
_CONSENT = ("ratification", "accession", "acceptance", "approval", "succession", "consent to be bound", "definitive")
_NAMES = {"Republic of Moldova": "MDA", "State of Palestine": "PSE", "European Union": "eu", "Holy See": "VAT"}


class Action(NamedTuple):
    """Signature and consent of one participant."""

    signed: str | None
    consent: str | None


class Difference(NamedTuple):
    """What the two say differently of one participant and step."""

    treaty: str
    who: str
    step: str
    ours: str | None
    theirs: str | None


def main() -> None:
    """Print agreement of each treaty and every difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("table", type=Path)
    parser.add_argument("--as-of", default="2015-03-14", help="the day on which the table was made")
    options = parser.parse_args()
    catalogue = load()
    theirs = read_actions(catalogue, options.table)
    same, differing = 0, []
    for treaty, key in TREATIES.items():
        agreed, found = compare(catalogue, treaty, theirs[key], options.as_of)
        same += agreed
        differing += found
        if agreed or found:
            print(f"{treaty:34} {agreed / max(1, agreed + len(found)):.3f}  agree {agreed}  differ {len(found)}")
    print(f"{'all':34} {same / max(1, same + len(differing)):.3f}  agree {same}  differ {len(differing)}")
    for one in differing:
        print(f"  {one.treaty} {one.who} {one.step}: catalogue {one.ours}, table {one.theirs}")


def read_actions(catalogue: Catalogue, table: Path) -> dict[str, dict[str, Action]]:
    """Return the actions by treaty and participant; the latest consent of several stands."""
    found: defaultdict[str, dict[str, Action]] = defaultdict(dict)
    for row in pq.read_table(table).to_pylist():
        who = _participant(catalogue, row["participant"])
        if who is None or not row["date"]:
            continue
        known = found[row["key"]].get(who, Action(None, None))
        action, date = row["action"].lower(), str(row["date"])[:10]
        if action.startswith(_SIGNED):
            known = known._replace(signed=date)
        elif any(word in action for word in _CONSENT) and "convention as amended" not in action:
            known = known._replace(consent=date)
        found[row["key"]][who] = known
    return found


def compare(
    catalogue: Catalogue, treaty: str, theirs: Mapping[str, Action], as_of: str
) -> tuple[int, list[Difference]]:
    """Return how many dates agree as far as both go, and those that do not."""
    rows = {one.who: one for one in catalogue.records.parties if one.treaty == treaty}
    agreed, differing = 0, []
    for who, own in rows.items():
        other = theirs.get(who, Action(None, None))
        for step, ours, its in (("signed", own.signed, other.signed), ("consent", own.consent, other.consent)):
            ours = None if ours and before(as_of, ours) else ours
            if ours is None and its is None:
                continue
            if ours and its and not before(ours, its) and not before(its, ours):
                agreed += 1
            else:
                differing.append(Difference(treaty, who, step, ours, its))
    missing = _missing(catalogue, rows, theirs) if rows else iter(())
    return agreed, [*differing, *(Difference(treaty, who, "row", None, str(theirs[who])) for who in missing)]


def _missing(catalogue: Catalogue, rows: Mapping[str, object], theirs: Mapping[str, Action]) -> Iterator[str]:
    """Yield states of the region the catalogue covers (those with a row in any treaty) that have none here."""
    region = {one.who for one in catalogue.records.parties if one.treaty == "unfccc"}
    yield from (who for who in theirs if who in region and who not in rows)


def _participant(catalogue: Catalogue, name: str) -> str | None:
    plain = name.split(" (")[0].strip()
    if plain in _NAMES:
        return _NAMES[plain]
    return next((entry.id for entry in catalogue.find(plain) if entry.kind in ("state", "polity")), None)


if __name__ == "__main__":
    main()
