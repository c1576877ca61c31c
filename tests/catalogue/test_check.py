"""Every kind of fault in the catalogue's files is found, with its file and line. The files stand in the test."""

from pathlib import Path

import pytest

from comity.catalogue.check import check_folder

SOURCES = "a: {title: A}\n"
GOOD = """\
- id: IND
  kind: state
  name: India
  sources: [a]
- id: sco
  kind: organisation
  name: S C O
  founded: "2001-06-15"
  sources: [a]
"""


def faults(folder: Path, entries: str = "", records: str = "") -> list[tuple[str, str, int | None]]:
    (folder / "records").mkdir()
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "entries.yaml").write_text(GOOD + entries, encoding="utf-8")
    if records:
        (folder / "records" / "r.yaml").write_text(records, encoding="utf-8")
    return [(fault.kind, fault.source.replace("\\", "/"), fault.line) for fault in check_folder(folder)]


def test_what_is_right_has_no_fault(tmp_path: Path) -> None:
    block = '- body: sco\n  sources: [a]\n  members:\n    - {who: IND, from: "2017-06-09"}\n'
    assert (
        faults(tmp_path, records=block + '- {between: [IND, sco], grade: friends, from: "2017", sources: [a]}\n') == []
    )


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("- {id: x, kind: planet, name: X, sources: [a]}", "bad-kind"),
        ("- {id: x, kind: state, sources: [a]}", "missing-key"),
        ("- {id: x, kind: state, name: X, nmaes: [Y], sources: [a]}", "unknown-key"),
        ("- {id: x, kind: state, name: X, from: 1999, sources: [a]}", "bad-date"),
        ("- {id: x, kind: state, name: X, from: '1999', to: '1998-05', sources: [a]}", "ends-before-it-begins"),
        ("- {id: x, kind: state, name: X}", "no-source"),
        ("- {id: x, kind: state, name: X, sources: [zzz]}", "unknown-source"),
        ("- {id: IND, kind: state, name: X, sources: [a]}", "id-twice"),
        ("- {id: x, kind: state, name: the INDIA, sources: [a]}", "shared-name"),
        ("- {id: x, kind: instrument, name: X, parties: [QQQ], sources: [a]}", "unknown-id"),
        ("- {id: x, kind: mechanism, name: X, under: nowhere, sources: [a]}", "unknown-id"),
    ],
)
def test_faults_of_entries(tmp_path: Path, entry: str, kind: str) -> None:
    assert faults(tmp_path, entries=entry + "\n") == [(kind, "entries.yaml", 10)]


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ('{who: QQQ, from: "2017"}', "unknown-id"),
        ('{who: IND, from: "1999"}', "before-founding"),
        ('{who: IND, from: "9 June"}', "bad-date"),
    ],
)
def test_faults_of_members(tmp_path: Path, member: str, kind: str) -> None:
    found = faults(tmp_path, records=f"- body: sco\n  sources: [a]\n  members:\n    - {member}\n")
    assert [(fault, file) for fault, file, _ in found] == [(kind, "records/r.yaml")]


def test_overlapping_periods(tmp_path: Path) -> None:
    members = '    - {who: IND, from: "2005", to: "2012"}\n    - {who: IND, from: "2010"}\n'
    found = faults(tmp_path, records=f"- body: sco\n  sources: [a]\n  members:\n{members}")
    assert found == [("overlapping", "records/r.yaml", 5)]


def test_a_member_that_left_may_come_back(tmp_path: Path) -> None:
    members = '    - {who: IND, from: "2005", to: "2010"}\n    - {who: IND, from: "2010"}\n'
    assert faults(tmp_path, records=f"- body: sco\n  sources: [a]\n  members:\n{members}") == []


def test_a_file_that_is_no_yaml_keeps_no_other_from_being_checked(tmp_path: Path) -> None:
    found = faults(tmp_path, entries="- {id: x, kind: state, name: X}\n", records="- [unclosed\n")
    assert [fault for fault, _, _ in found] == ["no-source", "not-yaml"]


def test_ties(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        records="- {between: [IND, QQQ], grade: friends, sources: [a]}\n- {between: [IND, sco], sources: [a]}\n",
    )
    assert [(fault, line) for fault, _, line in found] == [("unknown-id", 1), ("missing-key", 2)]


def test_codes(tmp_path: Path) -> None:
    line = "- {{state: {state}, system: cow, number: {number}, from: '{since}', sources: [a]}}\n"
    codes = line.format(state="IND", number=750, since="1947") + line.format(state="sco", number=750, since="1950")
    found = faults(tmp_path, records=codes + line.format(state="QQQ", number="x", since="1950"))
    assert [(fault, at) for fault, _, at in found] == [("code-twice", 2), ("unknown-id", 3), ("bad-code", 3)]


TREATY = """\
- {id: treaty, kind: instrument, name: Treaty of Somewhere, adopted: "1968-07-01", sources: [a]}
"""


@pytest.mark.parametrize(
    ("party", "kinds"),
    [
        ('{who: IND, signed: "1968-07-01", consent: "1970-03-05", to: "2003"}', []),
        ('{who: QQQ, signed: "1968-07-01"}', ["unknown-id"]),
        ("{who: IND}", ["missing-key"]),
        ('{who: IND, consent: "1970", by: fax}', ["bad-consent"]),
        ('{who: IND, signed: "1967"}', ["out-of-order"]),
        ('{who: IND, signed: "1969", consent: "1968-12"}', ["out-of-order"]),
        ('{who: IND, consent: "1969", to: "1968-12"}', ["out-of-order"]),
        ('{who: IND, consent: "March"}', ["bad-date"]),
        ('{who: IND, consent: "1969"}, {who: IND, consent: "1970"}', ["party-twice"]),
        ('{who: IND, consent: "1969", to: "1970"}, {who: IND, consent: "1980"}', []),
    ],
)
def test_faults_of_parties(tmp_path: Path, party: str, kinds: list[str]) -> None:
    found = faults(tmp_path, TREATY, f"- treaty: treaty\n  sources: [a]\n  parties: [{party}]\n")
    assert [kind for kind, _, _ in found] == kinds


def test_parties_of_a_treaty_nobody_knows(tmp_path: Path) -> None:
    found = faults(tmp_path, records="- {treaty: nowhere, sources: [a], parties: []}\n")
    assert [kind for kind, _, _ in found] == ["unknown-id"]


def test_a_record_of_no_known_sort(tmp_path: Path) -> None:
    assert [fault for fault, _, _ in faults(tmp_path, records="- {what: ever, sources: [a]}\n")] == ["bad-record"]


@pytest.mark.parametrize("content", ["just words\n", "- just words\n"])
def test_a_file_of_another_shape(tmp_path: Path, content: str) -> None:
    assert faults(tmp_path, records=content) == [("not-a-list", "records/r.yaml", None)]
