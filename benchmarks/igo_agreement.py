"""Compare the catalogue's memberships with COW's data set of intergovernmental organisations, body by body.

    python benchmarks/igo_agreement.py TABLE.parquet

The table is one's own copy of COW IGO v3 (Pevehouse, Nordstrom, McManus & Jamison 2020) in long form, one row a state,
year and organisation: ``ccode``, ``year``, ``igo``, ``status``. Counted are state-years of full members since 1945, in
years the data set covers; a state whose beginning the catalogue does not know, or that joined in that year, is left
out.
"""

import sys
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

from comity.catalogue import Catalogue, load

#: Bodies both know: the code of the data set, the id of the catalogue.
BODIES = {
    "asean": "asean", "sco": "sco", "cis": "cis", "csto": "csto", "saarc": "saarc", "apec": "apec", "nato": "nato",
    "osce": "osce", "eu": "eu", "pif": "pif", "spc": "spc", "un": "un", "gcc": "gcc", "anzus": "anzus",
    "seato": "seato", "cento": "cento", "opec": "opec", "asdb": "adb", "cica": "cica", "eco": "eco",
    "iaea": "iaea", "icao": "icao", "ilo": "ilo", "imf": "imf", "imo": "imo", "interpol": "interpol",
    "unesco": "unesco", "who": "who", "wto": "wto", "ibrd": "world-bank", "oic": "oic", "loas": "arab-league",
    "au": "au", "coe": "council-of-europe", "oecd": "oecd", "oas": "oas", "iorarc": "iora", "comsec": "commonwealth",
}  # fmt: skip


def main(table: Path) -> None:
    """Print agreement and disagreements of each body."""
    catalogue = load()
    members: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for row in pq.read_table(table, columns=["ccode", "year", "igo", "status"]).to_pylist():
        if row["igo"] in BODIES and row["year"] >= 1945 and row["status"] == "full":
            members[row["igo"], int(row["year"])].add(int(row["ccode"]))
    for code, body in BODIES.items():
        years = sorted(year for one, year in members if one == code)
        agreed, differing = compare(catalogue, body, {year: members[code, year] for year in years})
        share = agreed / max(1, agreed + len(differing))
        states = sorted({number for _, number in differing})
        print(f"{body:8} {share:.3f}  agree {agreed}  differ {len(differing)}  {states or ''}")


def compare(catalogue: Catalogue, body: str, theirs: dict[int, set[int]]) -> tuple[int, list[tuple[int, int]]]:
    """Return how many state-years agree, and the (year, COW number) of those that do not."""
    agreed, differing = 0, []
    for year, full in theirs.items():
        ours, unsure = _members(catalogue, body, year)
        for number in sorted((ours | full) - unsure):
            if (number in ours) == (number in full):
                agreed += 1
            else:
                differing.append((year, number))
    return agreed, differing


def _members(catalogue: Catalogue, body: str, year: int) -> tuple[set[int], set[int]]:
    ours: set[int] = set()
    unsure: set[int] = set()
    for one in catalogue.records.members(body, str(year)):
        since = one.period.since
        codes = {code.number for code in catalogue.records.codes_of(one.who, str(year)) if code.system == "cow"}
        if one.role == "member" and since is not None:
            ours |= codes
        if since is None or since.startswith(str(year)):
            unsure |= codes
    return ours, unsure


if __name__ == "__main__":
    main(Path(sys.argv[1]))
