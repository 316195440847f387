"""`due` and `rules` answer from the law and a council's file, and touch no store."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_runs import ROOT, Ran, in_process, run_here

from iro_desktop.services.reckoning import lawful

VECTORS = ROOT / "tests" / "domain" / "timescales" / "vectors.csv"
DOCUMENTED = (ROOT / "docs" / "command-line.md").read_text("utf-8")
COUNCIL = """\
council: Madeupshire
rules:
  - rule: secure_first_review
    within: 28 days
    source: Madeupshire Secure Accommodation Procedure, 2024
    from: 2024-04-01
  - id: keeping_in_touch
    title: Keeping in touch
    counted_from: the day of the last talk
    within: 6 weeks
    law: local practice
    source: "A source \\t with a tab"
    from: 2024-04-01
"""
Say = Callable[..., Ran]


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A folder of a store that nobody made."""
    return tmp_path / "no store"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], nowhere: Path) -> Say:
    """Run a command in this process, beside a store that is not there, which it may not make."""

    def run_it(*words: object) -> Ran:
        code = run_here("--store", nowhere, *words)
        out, err = capsys.readouterr()
        assert not nowhere.exists()
        return Ran(code, out, err)

    return run_it


@pytest.fixture
def local(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(COUNCIL, "utf-8")
    return path


def vectors() -> list[tuple[str, str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [(row["rule"], row["anchor_date"], row["expected_due_date"]) for row in rows]


# due


@pytest.mark.parametrize(("rule", "start", "expected"), vectors())
def test_that_the_command_gives_the_day_of_the_law(
    say: Say, rule: str, start: str, expected: str
) -> None:
    ran = say("due", rule, start)
    assert ran.is_done()
    assert ran.out.splitlines()[0] == expected


def test_that_the_day_comes_first_and_then_every_reason(say: Say) -> None:
    ran = say("due", "cla_first_review", "2022-08-26")
    assert ran.is_done()
    lines = ran.out.splitlines()
    assert lines[:3] == [
        "2022-09-27",
        "First review: Tuesday 27 September 2022.",
        (
            "The limit is 20 working days after Friday 26 August 2022, "
            "the day the child became looked after (SI 2010/959 reg 33(1))."
        ),
    ]
    assert any("State Funeral" in line for line in lines)
    assert lines[-1] == "It stops on the day the child leaves care or turns 18."


def test_that_a_due_day_as_json_has_what_is_documented(say: Say) -> None:
    ran = say("due", "cla_first_review", "2025-12-15", "--json")
    assert ran.is_done()
    found: dict[str, Any] = json.loads(ran.out)
    assert set(found) == keys_documented("`due` prints the day alone")
    assert (found["due"], found["start"], found["duty"]) == ("2026-01-15", "2025-12-15", "statute")
    assert found["last_practical_day"] == "2026-01-15"
    assert found["law_allows"] is None
    assert {"day": "2025-12-25", "weekend": False, "holiday": "Christmas Day"} in found["skipped"]
    assert {"day": "2025-12-20", "weekend": True, "holiday": ""} in found["skipped"]
    assert len(found["skipped"]) == 11
    assert found["explanation"].startswith("First review: Thursday 15 January 2026. ")


def keys_documented(from_words: str) -> set[str]:
    """The keys in the first table after these words of the page; parts of a list left out."""
    table = DOCUMENTED.partition(from_words)[2].partition("\n|---")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[1:]]
    names = {name.strip(" `") for cell in cells for name in cell.split(",")}
    return {name for name in names if "[]" not in name}


def test_that_the_last_practical_day_is_given_beside_a_limit_that_does_not_move(say: Say) -> None:
    found = json.loads(say("due", "cla_subsequent_review", "2025-06-25", "--json").out)
    assert (found["due"], found["last_practical_day"]) == ("2025-12-25", "2025-12-24")
    assert found["skipped"] == []


def test_that_a_rule_nobody_knows_is_answered_with_one_like_it(say: Say) -> None:
    ran = say("due", "cla_first_reveiw", "2025-09-01")
    assert ran.is_refused("No rule is called “cla_first_reveiw”", "mean “cla_first_review”?")


def test_that_a_rule_like_no_other_is_answered_with_where_to_look(say: Say) -> None:
    assert say("due", "zzz{0}", "2025-09-01").is_refused("“zzz{0}”", "“iro-desktop rules”")


@pytest.mark.parametrize("rule", ["cla_first_review", "secure_first_review"])
def test_that_a_day_before_the_rule_was_in_force_is_refused(say: Say, rule: str) -> None:
    ran = say("due", rule, "1990-01-01")
    assert ran.is_refused(f"“{rule}” was not in force on 1 January 1990", "14 October 1991")


@pytest.mark.parametrize(
    "written", ["2025-13-01", "2025-02-29", "01/09/2025", "today", "20250901", "1899-12-31", ""]
)
def test_that_what_is_no_day_is_wrong_usage(say: Say, nowhere: Path, written: str) -> None:
    with pytest.raises(SystemExit) as ended:
        say("due", "cla_first_review", written)
    assert ended.value.code == 2
    assert not nowhere.exists()


@pytest.mark.parametrize("start", ["1900-01-01", "2099-12-31"])
def test_that_the_first_and_the_last_day_can_be_reckoned_with(say: Say, start: str) -> None:
    ran = say("due", "retention_case_record", start)
    assert ran.is_done()
    assert ran.out.startswith(f"{int(start[:4]) + 75}{start[4:]}\n")


# A council's own


def test_that_a_councils_file_is_reckoned_with(say: Say, local: Path) -> None:
    ran = say("due", "secure_first_review", "2026-03-10", "--local", local, "--json")
    found = json.loads(ran.out)
    assert (found["due"], found["law_allows"]) == ("2026-04-07", "2026-04-10")
    assert (found["duty"], found["law"]) == (
        "local",
        "Madeupshire Secure Accommodation Procedure, 2024",
    )
    before = json.loads(
        say("due", "secure_first_review", "2024-03-31", "--local", local, "--json").out
    )
    assert (before["due"], before["duty"]) == ("2024-04-30", "statute")


def test_that_a_rule_of_the_councils_own_can_be_asked_for(say: Say, local: Path) -> None:
    ran = say("due", "keeping_in_touch", "2026-03-10", "--local", local)
    assert ran.out.splitlines()[0] == "2026-04-21"
    assert say("due", "keeping_in_touch", "2026-03-10").is_refused("No rule is called")


def test_that_a_looser_file_is_refused_with_its_line(say: Say, local: Path) -> None:
    local.write_text(COUNCIL.replace("28 days", "5 weeks"), "utf-8")
    for words in (("due", "secure_first_review", "2026-03-10"), ("rules",)):
        ran = say(*words, "--local", local)
        assert (ran.code, ran.out) == (1, "")
        assert "ours.yaml:4:5  T007  'secure_first_review' would be looser" in ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "No such file"), (b"council: Caf\xe9\n", "it is not UTF-8 text")],
)
def test_that_a_file_that_cannot_be_read_is_refused(
    say: Say, local: Path, content: bytes | None, words: str
) -> None:
    local.unlink()
    if content is not None:
        local.write_bytes(content)
    ran = say("rules", "--local", local)
    assert ran.is_refused("ours.yaml cannot be read", words)


def test_that_a_folder_is_no_file_of_rules(say: Say, tmp_path: Path) -> None:
    assert say("rules", "--local", tmp_path).is_refused("cannot be read")


def test_that_a_file_saved_on_windows_is_read(say: Say, local: Path) -> None:
    local.write_bytes(b"\xef\xbb\xbf" + COUNCIL.replace("\n", "\r\n").encode())
    assert say("due", "keeping_in_touch", "2026-03-10", "--local", local).is_done()


# rules


def test_that_every_version_of_every_rule_has_a_line_of_cells(say: Say) -> None:
    ran = say("rules")
    assert ran.is_done()
    heading, *lines = [line.split("\t") for line in ran.out.splitlines()]
    book = lawful().rules
    assert [line[0] for line in lines] == [
        version.id for rule in book for version in book.versions(rule.id)
    ]
    assert {len(line) for line in (heading, *lines)} == {7}
    assert heading[0] == "rule"
    first = next(line for line in lines if line[0] == "cla_first_review")
    assert first[1:5] == [
        "20 working days",
        "SI 2010/959 reg 33(1)",
        "statute",
        "in force since 1 April 2011",
    ]


def test_that_the_rules_as_json_have_what_is_documented(say: Say) -> None:
    rows: list[dict[str, Any]] = json.loads(say("rules", "--json").out)
    assert {key for row in rows for key in row} == keys_documented("`rules --json` prints")
    new, old = [row for row in rows if row["rule"] == "cla_first_review"]
    assert (new["from"], new["to"], new["checked"]) == ("2011-04-01", None, "read")
    assert (old["from"], old["to"], old["checked"]) == ("1991-10-14", "2011-03-31", "unconfirmed")
    (kept,) = [row for row in rows if row["rule"] == "retention_case_record"]
    assert (kept["from"], kept["to"], kept["length"]) == (None, None, "75 years")
    (report,) = [row for row in rows if row["rule"] == "social_worker_report"]
    assert report["length"] == "3 working days before"


def test_that_a_councils_rules_are_listed_with_the_law_beneath(say: Say, local: Path) -> None:
    rows = json.loads(say("rules", "--local", local, "--json").out)
    secure = [row for row in rows if row["rule"] == "secure_first_review"]
    assert [(row["length"], row["tightens"]) for row in secure] == [
        ("28 days", "SI 1991/1505 reg 15"),
        ("1 month", None),
    ]
    plain = say("rules", "--local", local).out.splitlines()
    assert {line.count("\t") for line in plain} == {6}


# What it costs


@pytest.mark.parametrize("words", [("due", "cla_first_review", "2025-09-01"), ("rules",)])
def test_that_neither_loads_what_only_windows_stores_and_documents_need(
    words: tuple[str, ...], nowhere: Path
) -> None:
    script = (
        "import sys\n"
        "from iro_desktop.bootstrap import main\n"
        f"assert main({['--store', str(nowhere), *words]!r}) == 0\n"
        "slow = {'PySide6', 'sqlalchemy', 'sqlcipher3', 'reportlab', 'docx', 'openpyxl',"
        " 'alembic', 'icalendar', 'lxml', 'PIL'}\n"
        "print(sorted(slow & {name.split('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stderr == "[]\n"
    assert not nowhere.exists()


def test_that_it_runs_where_nobody_is_there_to_ask_for_a_passphrase(nowhere: Path) -> None:
    ran = in_process("--store", nowhere, "due", "cla_first_review", "2025-09-01")
    assert ran.is_done()
    assert ran.out.startswith("2025-09-29\n")
    assert not nowhere.exists()
