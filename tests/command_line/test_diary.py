import json
import re
from pathlib import Path

import pytest
from command_runs import Shop, run_here

from iro_desktop.demonstration import MadeUpCaseload

YEARS = ("--from", "2000-01-01", "--to", "2099-12-31")
FIELDS = {
    *("day", "starts_at", "minutes", "standing", "kind", "due", "rule", "law", "reference"),
    *("review", "child", "child_number", "iro", "area"),
}


def listed(shop: Shop, capsys: pytest.CaptureFixture[str], *days: str) -> list[dict[str, str]]:
    assert run_here(*shop.options, "diary", *days, "--json") == 0
    rows: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return rows


def test_that_the_diary_is_listed_in_columns(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(*shop.options, "diary", *YEARS) == 0
    heading, *lines = capsys.readouterr().out.splitlines()
    columns = heading.split("\t")
    assert columns[:4] == ["day", "starts_at", "standing", "kind"]
    assert len(lines) > 50
    assert {line.count("\t") for line in lines} == {len(columns) - 1}


def test_that_the_json_has_the_fields_that_are_documented(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = listed(shop, capsys, *YEARS)
    assert all(set(row) == FIELDS for row in rows)
    assert {"due", "held"} <= {row["standing"] for row in rows}
    assert all(bool(row["due"]) is bool(row["rule"]) is bool(row["law"]) for row in rows)


def test_that_meetings_beside_the_reviews_of_the_case_are_listed_with_their_own_law(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    due = [row for row in listed(shop, capsys, *YEARS) if row["standing"] == "due"]
    laws = {row["law"] for row in due if row["rule"] == "midway_check"}
    assert laws == {"local practice"}
    assert {row["kind"] for row in due if row["rule"] == "midway_check"} == {"midway"}
    assert any(row["kind"] != "midway" for row in due)


def test_that_only_the_days_asked_for_are_listed(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    days = sorted({row["day"] for row in listed(shop, capsys, *YEARS)})
    one = days[len(days) // 2]
    assert {row["day"] for row in listed(shop, capsys, "--from", one, "--to", one)} == {one}


def test_that_a_calendar_file_is_written_that_names_nobody(
    shop: Shop, caseload: MadeUpCaseload, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = listed(shop, capsys, *YEARS)
    out = tmp_path / "diary.ics"
    assert run_here(*shop.options, "diary", *YEARS, "--ics", out) == 0
    assert capsys.readouterr().out == f"{out}\n"
    text = out.read_bytes().decode().replace("\r\n ", "")
    assert out.stat().st_mode & 0o777 == 0o600
    titles = re.findall("^SUMMARY:(.*)\r$", text, re.MULTILINE)
    assert {title.split()[-1] for title in titles} == {row["reference"] for row in rows}
    assert len(titles) == len(rows)
    for child in caseload.children:
        for secret in (child.number, child.family_name, child.id):
            assert not secret or secret not in text


def test_that_names_are_written_where_they_are_asked_for(
    shop: Shop, caseload: MadeUpCaseload, tmp_path: Path
) -> None:
    out = tmp_path / "diary.ics"
    assert run_here(*shop.options, "diary", *YEARS, "--ics", out, "--with-names") == 0
    named = [child for child in caseload.children if child.is_named]
    text = out.read_bytes().decode().replace("\r\n ", "")
    assert sum(child.known_as in text for child in named) > len(named) / 2


@pytest.mark.parametrize("name", ["store.db", "vault.json"])
def test_that_the_stores_own_files_are_not_written_over(
    shop: Shop, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own = next(path for path in shop.store.iterdir() if path.name.startswith(name[:6]))
    before = own.read_bytes()
    assert run_here(*shop.options, "diary", *YEARS, "--ics", own) == 1
    assert own.name in capsys.readouterr().err
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("--from", "2026-13-01", "--to", "2026-12-31"), "2026-13-01"),
        (("--from", "1.12.2026", "--to", "2026-12-31"), "as in"),
        (("--from", "2026-12-01", "--to", "yesterday"), "yesterday"),
        (("--from", "2026-12-01"), "--to"),
    ],
)
def test_that_wrong_days_are_wrong_usage(
    shop: Shop, days: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_here(*shop.options, "diary", *days)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_that_days_the_wrong_way_round_are_wrong_usage_in_one_sentence(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "diary.ics"
    days = ("--from", "2026-12-02", "--to", "2026-12-01")
    assert run_here(*shop.options, "diary", *days, "--ics", out) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--from 2026-12-02 is after --to 2026-12-01" in said.err
    assert not out.exists()
