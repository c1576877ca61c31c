"""``comity catalogue`` on the data that comes with the package: facts that will stay facts."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]


def rows(done: CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_members_of_the_sco_by_date(comity_command: Command) -> None:
    def members(date: str) -> set[object]:
        found = rows(comity_command("catalogue", "members", "SCO", "--on", date))
        return {row["id"] for row in found if row["role"] in ("member", "founding member")}

    assert members("2016") == {"CHN", "RUS", "KAZ", "KGZ", "TJK", "UZB"}
    assert members("2018") - members("2016") == {"IND", "PAK"}


def test_the_bodies_of_a_state(comity_command: Command) -> None:
    assert "asean" in {row["id"] for row in rows(comity_command("catalogue", "bodies", "Viet Nam"))}
    assert "asean" not in {row["id"] for row in rows(comity_command("catalogue", "bodies", "Viet Nam", "--on", "1990"))}


def test_parties_of_a_treaty(comity_command: Command) -> None:
    found = rows(comity_command("catalogue", "parties", "washington-declaration"))
    assert [row["id"] for row in found] == ["USA", "KOR"]


def test_parties_on_a_date(comity_command: Command) -> None:
    def standing(date: str) -> dict[object, object]:
        return {row["id"]: row["standing"] for row in rows(comity_command("catalogue", "parties", "NPT", "--on", date))}

    assert "CHN" not in standing("1991")
    assert standing("1993")["CHN"] == "party"
    assert standing("1975")["JPN"] == "signatory"


def test_treaties_of_a_state(comity_command: Command) -> None:
    found = {row["id"]: row["standing"] for row in rows(comity_command("catalogue", "treaties", "China"))}
    assert (found["npt"], found["ctbt"]) == ("party", "signatory")


def test_show_cites_its_sources_in_full(comity_command: Command) -> None:
    [entry] = rows(comity_command("catalogue", "show", "UNCLOS"))
    assert entry["from"] == "1982-12-10"
    assert entry["sources"]


def test_find_by_date(comity_command: Command) -> None:
    now = {row["id"] for row in rows(comity_command("catalogue", "find", "Soviet Union", "--on", "1954"))}
    assert now == {"SUN"}
    assert comity_command("catalogue", "find", "Soviet Union", "--on", "2000").stdout == ""


def test_one_name_may_be_two_states_on_a_date(comity_command: Command) -> None:
    assert {row["id"] for row in rows(comity_command("catalogue", "find", "Vietnam", "--on", "1970"))} == {"RVN", "VDR"}
    assert {row["id"] for row in rows(comity_command("catalogue", "find", "Vietnam", "--on", "1990"))} == {"VNM"}


def test_codes_by_period(comity_command: Command) -> None:
    assert [row["id"] for row in rows(comity_command("catalogue", "find", "gw:816", "--on", "1990"))] == ["VNM"]
    assert [row["id"] for row in rows(comity_command("catalogue", "find", "cow:817", "--on", "1970"))] == ["RVN"]


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["members", "Shangai Cooperation Organization"], "did you mean Shanghai Cooperation Organization"),
        (["members", "sco", "--on", "June 2016"], "give a date as YYYY"),
        (["members", "unclos"], "no members"),
        (["between", "China", "qqq"], "nothing in catalogue"),
        (["check", "no-such-folder"], "there is no such folder"),
    ],
)
def test_what_cannot_be_answered_says_why(comity_command: Command, arguments: list[str], advice: str) -> None:
    done = comity_command("catalogue", *arguments)
    assert done.returncode == 1
    assert advice in done.stderr
    assert done.stdout == ""


def test_the_shipped_catalogue_has_no_fault(comity_command: Command) -> None:
    done = comity_command("catalogue", "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_stats_count_every_kind(comity_command: Command) -> None:
    counted = {row["kind"]: row["entries"] for row in rows(comity_command("catalogue", "stats"))}
    assert counted["state"] == 202
    assert {"organisation", "mechanism", "instrument", "membership"} <= set(counted)


def test_names_in_a_document(comity_command: Command, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("China and Congo recalled the UN Charter. The Charter binds all.\n", encoding="utf-8")
    found = {row["words"]: row for row in rows(comity_command("catalogue", "names", str(file)))}
    assert {words: row["id"] for words, row in found.items()} == {
        "China": "CHN", "Congo": "COD", "UN Charter": "un-charter", "The Charter": "un-charter",
    }  # fmt: skip
    assert found["Congo"]["or"] == ["COG"]
    assert (found["China"]["start"], found["China"]["end"]) == (0, 5)


@pytest.mark.parametrize(
    ("name", "date", "formal"),
    [
        ("Burma", "1980", "Socialist Republic of the Union of Burma"),
        ("Myanmar", "2000-05-01", "Union of Myanmar"),
        ("Cambodia", "1972", "Khmer Republic"),
        ("DRC", "1980", "Republic of Zaire"),
        ("Malaysia", "1960", "Federation of Malaya"),
        ("Turkey", "2023", "Republic of Türkiye"),
    ],
)
def test_the_formal_name_of_the_time(comity_command: Command, name: str, date: str, formal: str) -> None:
    assert rows(comity_command("catalogue", "find", name, "--on", date))[0]["formal"] == formal


def test_predecessors_follow_from_successors(comity_command: Command) -> None:
    (germany,) = rows(comity_command("catalogue", "show", "DEU"))
    assert germany["predecessors"] == ["DDR"]
    (soviet,) = rows(comity_command("catalogue", "show", "SUN"))
    assert "KAZ" in str(soviet["successors"])


def test_a_shared_name_is_said_to_be_one(comity_command: Command) -> None:
    said = comity_command("catalogue", "find", "Vietnam", "--on", "1970").stderr
    assert "2 states" in said
    assert "South Vietnam (RVN)" in said


def test_show_gives_the_status_of_an_instrument(comity_command: Command) -> None:
    def status(name: str) -> object:
        return rows(comity_command("catalogue", "show", name))[0]["status"]

    found = [status(one) for one in ("UNCLOS", "INF Treaty", "DOC", "COC")]
    assert found == ["in force", "lapsed", "adopted", "negotiating"]


def test_a_table_says_what_nested_rows_hold(comity_command: Command) -> None:
    table = " ".join(comity_command("catalogue", "show", "JPN", "--format", "table").stdout.split())
    assert "Empire of Japan, to 1947-05-03; Japan, from 1947-05-03" in table
    assert "{" not in table


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("memberships", "body,who,role,since,until,founding,note,sources,unconfirmed"),
        ("parties", "treaty,who,signed,consent,by,until,note,sources,unconfirmed"),
        ("ties", "between,grade,since,until,document,note,sources,unconfirmed"),
        ("codes", "state,system,number,abbreviation,since,until,sources"),
    ],
)
def test_records_are_exported(comity_command: Command, table: str, columns: str) -> None:
    lines = comity_command("catalogue", "export", "--format", "csv", "--table", table).stdout.splitlines()
    assert lines[0] == columns
    assert len(lines) > 400


def test_records_have_no_json_ld(comity_command: Command) -> None:
    done = comity_command("catalogue", "export", "--format", "jsonld", "--table", "ties")
    assert (done.returncode, "csv or parquet" in done.stderr) == (1, True)
