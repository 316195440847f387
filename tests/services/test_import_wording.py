import datetime as dt
import json
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.problems import Place, Problem
from iro_desktop.returns.caseload import put_together
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.reading import read_file
from iro_desktop.services.importing import wording
from iro_desktop.services.importing.files import same_contents
from iro_desktop.services.importing.report import ImportReport
from iro_desktop.services.importing.wording import place_words, sentence

SAMPLES = Path(__file__).resolve().parents[1] / "returns" / "samples"
TODAY = dt.date(2026, 11, 22)
ENGLISH = Translator()


def found_in_samples() -> tuple[Problem, ...]:
    paths = [*(SAMPLES / "faulty").iterdir(), *(SAMPLES / "small").iterdir()]
    files = [read_file(path.name, path.read_bytes()) for path in paths]
    return put_together(files, TODAY).problems


FOUND = found_in_samples()


@pytest.mark.parametrize("finding", Finding)
def test_that_everything_an_import_can_find_has_a_sentence(finding: Finding) -> None:
    text = wording._SENTENCES[finding]
    assert text.endswith(".")
    assert len(re.findall(r"[.;]", text)) >= 2, "what is wrong, and what to do"


def test_that_no_sentence_is_kept_for_what_cannot_be_found() -> None:
    assert set(wording._SENTENCES) == set(Finding)
    assert set(wording._WHEN_BLANK) < set(Finding)


def test_that_the_faulty_samples_trip_nearly_everything_that_files_can() -> None:
    elsewhere = {
        *(Finding.NOT_TEXT, Finding.TOO_BIG, Finding.CANNOT_BE_OPENED, Finding.SAME_FILE),
        *(Finding.DAMAGED_WORKBOOK, Finding.LOCKED_WORKBOOK, Finding.OLD_WORKBOOK),
        *(Finding.SWOLLEN_WORKBOOK, Finding.SHEET_PASSED_OVER, Finding.NOTHING_IN_FOLDER),
        *(Finding.CHAIRED_HERE, Finding.PLANNED_HERE),
    }
    assert {problem.code for problem in FOUND} == set(Finding) - elsewhere


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_field_of_every_sentence_is_filled(language: str) -> None:
    for problem in FOUND:
        words = sentence(problem, Translator(language))
        assert "{" not in words
        assert "“”" not in words, f"{problem.code} shows a value that is not there"


def test_that_findings_outside_the_samples_fill_their_sentences_too() -> None:
    for problem in (
        same_contents("a.csv", "b.csv"),
        Problem(Finding.TOO_BIG, data={"value": "200", "limit": "100"}),
        Problem(Finding.CANNOT_BE_OPENED, data={"value": "Permission denied"}),
        Problem(Finding.CANNOT_BE_OPENED, data={"value": ""}),
        Problem(Finding.CHAIRED_HERE, data={"value": "PN1", "ours": "PN2"}),
    ):
        words = sentence(problem, ENGLISH)
        fields = [name for _, name, _, _ in string.Formatter().parse(words) if name]
        assert fields == []
        assert all(value in words for value in problem.data.values())


def test_that_a_blank_cell_is_called_missing_and_not_quoted() -> None:
    blank = Problem(Finding.REVIEW_DATE, data={"value": ""})
    wrong = Problem(Finding.REVIEW_DATE, data={"value": "soon"})
    assert "no date" in sentence(blank, ENGLISH)
    assert "“soon” is not a date" in sentence(wrong, ENGLISH)


@given(st.text())
def test_that_any_value_is_shown_as_it_is_written(value: str) -> None:
    words = sentence(Problem(Finding.VALUE_REFUSED, data={"value": value or "x"}), ENGLISH)
    assert (value or "x") in words


def test_that_a_place_is_told_in_the_order_one_looks_for_it() -> None:
    place = Place("reviews.csv", 14, "REVIEW_CODE")
    assert place_words(Problem("x", "M1", place)) == "reviews.csv, row 14, REVIEW_CODE"
    assert place_words(Problem("x", "a.csv", Place("a.csv"))) == "a.csv"


def test_that_in_xml_the_child_is_named_since_it_may_be_one_long_line() -> None:
    place = Place("return.xml", 1, "REVIEW")
    assert place_words(Problem("x", "M1", place)) == "return.xml, row 1, child M1, REVIEW"
    whole = Problem("x", "return.xml", Place("return.xml", 3))
    assert place_words(whole) == "return.xml, row 3"


def test_that_the_report_as_json_says_of_each_problem_where_what_and_what_to_do() -> None:
    report = ImportReport(problems=FOUND)
    told = json.loads(json.dumps(report.as_json()))
    assert told["version"] == 1
    assert sum(told["counts_by_code"].values()) == len(told["problems"]) == len(FOUND)
    (unreadable,) = (one for one in told["problems"] if one["value"] == "soon")
    assert unreadable == {
        "code": "903-166",
        "severity": "error",
        "file": "faulty-reviews.csv",
        "row": 10,
        "column": "REVIEW",
        "subject": "MADEUP7",
        "value": "soon",
        "data": {"value": "soon"},
        "sentence": sentence(Problem(Finding.REVIEW_DATE, data={"value": "soon"}), ENGLISH),
    }


def test_that_every_code_stands_in_the_description_of_the_json() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "import-json.md"
    told = re.findall(r"^\| (\S+) \| [^|]+ \|$", page.read_text("utf-8"), re.MULTILINE)
    assert set(Finding) <= set(told)
