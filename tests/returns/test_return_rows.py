import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from return_files import EPISODES, HEADER, OC2, REVIEWS, UASC, problems_of, read_csv

from iro_desktop.domain.child import Sex
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.problems import Severity
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.ssda903.codes import CodeSet, codes
from iro_desktop.returns.ssda903.rows import EpisodeRow, HealthRow, ReviewRow

NUMBERS = st.text("ABCDEFGH0123456789", min_size=1, max_size=10)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))


def code_of(code_set: CodeSet) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *codes(code_set)])


@given(number=NUMBERS, born=DAYS, day=DAYS, code=st.sampled_from(ParticipationCode))
def test_that_a_review_comes_back_as_it_was_written(
    number: str, born: dt.date, day: dt.date, code: ParticipationCode
) -> None:
    file = read_csv(REVIEWS, f"{number},{as_returned(born)},{as_returned(day)},{code}")
    (row,) = file.tables[0].rows
    assert row == ReviewRow(place=row.place, number=number, born=born, day=day, code=code)
    assert problems_of(file) == []


@given(
    number=NUMBERS,
    days=st.lists(DAYS, min_size=2, max_size=2).map(sorted),
    status=code_of(CodeSet.LEGAL_STATUS),
    placement=code_of(CodeSet.PLACEMENT),
    provider=code_of(CodeSet.PROVIDER),
    why=code_of(CodeSet.REASON_FOR_MOVE),
    urn=st.text("0123456789", max_size=7),
)
def test_that_an_episode_comes_back_as_it_was_written(
    number: str,
    days: list[dt.date],
    status: str,
    placement: str,
    provider: str,
    why: str,
    urn: str,
) -> None:
    began, ended = map(as_returned, days)
    cells = [number, began, "S", status, "N1", placement, provider, ended, "X1", why]
    file = read_csv(EPISODES, ",".join([*cells, "ZZ1 1ZZ", "zz2  2zz", urn]))
    (row,) = file.tables[0].rows
    assert row == EpisodeRow(
        place=row.place,
        number=number,
        started=days[0],
        reason_started="S",
        legal_status=status,
        category_of_need="N1",
        placement=placement,
        provider=provider,
        ended=days[1],
        reason_ended="X1",
        reason_for_move=why,
        home_postcode="ZZ1 1ZZ",
        placement_postcode="ZZ2 2ZZ",
        urn=urn,
    )
    assert problems_of(file) == []


@given(score=st.integers(0, 40), yes=st.sampled_from((True, False)))
def test_that_health_comes_back_as_it_was_written(score: int, *, yes: bool) -> None:
    file = read_csv(OC2, f"MADEUP1,27/03/2012,{score},,{int(yes)},{int(not yes)},")
    (row,) = file.tables[0].rows
    assert row == HealthRow(
        place=row.place,
        number="MADEUP1",
        born=dt.date(2012, 3, 27),
        sdq_score=score,
        sdq_reason="",
        immunisations=yes,
        dental_check=not yes,
        health_assessment=None,
    )


@pytest.mark.parametrize(
    ("written", "sex"),
    [("1", Sex.MALE), ("2", Sex.FEMALE), ("M", Sex.MALE), ("f", Sex.FEMALE), ("U", Sex.UNKNOWN)],
)
def test_that_sex_is_read_as_it_was_written_before_2025_and_since(written: str, sex: Sex) -> None:
    file = read_csv(HEADER, f"MADEUP1,{written},27/03/2012,WBRI,,,")
    assert [getattr(row, "sex", None) for row in file.tables[0].rows] == [sex]
    assert problems_of(file) == []


@pytest.mark.parametrize(
    ("written", "number"), [(" ab12 ", "AB12"), ("00123", "00123"), ("5.0", "5")]
)
def test_that_a_childs_number_is_the_same_however_it_was_exported(
    written: str, number: str
) -> None:
    file = read_csv(UASC, f"{written},1,27/03/2012,27/03/2030")
    assert [row.number for row in file.tables[0].rows] == [number]


@pytest.mark.parametrize(
    ("headings", "row", "finding", "column", "value"),
    [
        (HEADER, ",1,01/01/2015,WBRI,,,", Finding.NO_CHILD_NUMBER, "CHILD", ""),
        (EPISODES, "M1,,S,C2,N1,U6,PR1,,,,,,", Finding.NOT_A_DATE, "DECOM", ""),
        (EPISODES, "M1,1/1/24,S,C2,N1,U6,PR1,,,,,,", Finding.TWO_DIGIT_YEAR, "DECOM", "1/1/24"),
        (
            EPISODES,
            "M1,15/02/2024,S,C2,N1,U6,PR1,14/02/2024,X1,,,,",
            Finding.ENDS_BEFORE_IT_BEGINS,
            "DEC",
            "14/02/2024",
        ),
        (REVIEWS, "M1,01/01/2015,,PN1", Finding.REVIEW_DATE, "REVIEW", ""),
        (REVIEWS, "M1,01/01/2015,31/02/2024,PN1", Finding.REVIEW_DATE, "REVIEW", "31/02/2024"),
        (REVIEWS, "M1,01/01/2015,1/2/24,PN1", Finding.REVIEW_DATE, "REVIEW", "1/2/24"),
    ],
)
def test_that_a_row_that_cannot_go_in_says_where_and_what(
    headings: str, row: str, finding: Finding, column: str, value: str
) -> None:
    file = read_csv(headings, row)
    (problem,) = problems_of(file)
    assert file.tables[0].rows == ()
    assert (problem.code, problem.severity) == (finding, Severity.ERROR)
    assert (problem.place.source, problem.place.line) == ("made-up.csv", 2)
    assert (problem.place.column, problem.data["value"]) == (column, value)


@pytest.mark.parametrize(
    ("headings", "row", "finding", "column", "severity"),
    [
        (HEADER, "M1,9,01/01/2015,WBRI,,,", Finding.VALUE_REFUSED, "SEX", Severity.ERROR),
        (HEADER, "M1,1,soon,WBRI,,,", Finding.NOT_A_DATE, "DOB", Severity.ERROR),
        (HEADER, "M1,1,2015-01-01,WBRI,,,", Finding.DATE_READ_AS, "DOB", Severity.NOTE),
        (HEADER, "M1,1,01/01/2015,XXXX,,,", Finding.UNKNOWN_CODE_KEPT, "ETHNIC", Severity.NOTE),
        (HEADER, "M1,1,01/01/2015,#N/A,,,", Finding.SPREADSHEET_ERROR, "ETHNIC", Severity.NOTE),
        (
            EPISODES,
            "M1,15/02/2024,S,XX,N1,U6,PR1,,,,,,",
            Finding.UNKNOWN_CODE_KEPT,
            "LS",
            Severity.NOTE,
        ),
        (
            EPISODES,
            "M1,15/02/2024,S,C2,N1,U6,PR1,,,,HERE,,",
            Finding.VALUE_REFUSED,
            "HOME_POST",
            Severity.ERROR,
        ),
        (
            EPISODES,
            "M1,15/02/2024,S,C2,N1,U6,PR1,,E4A,,,,",
            Finding.REASON_WITHOUT_END,
            "DEC",
            Severity.NOTE,
        ),
        (
            EPISODES,
            "M1,15/02/2024,S,C2,N1,U6,PR1,16/02/2024,,,,,",
            Finding.END_WITHOUT_REASON,
            "REC",
            Severity.NOTE,
        ),
        (
            REVIEWS,
            "M1,01/01/2015,11/03/2024,PN8",
            Finding.PARTICIPATION_CODE,
            "REVIEW_CODE",
            Severity.ERROR,
        ),
        (OC2, "M1,01/01/2015,41,,,,", Finding.VALUE_REFUSED, "SDQ_SCORE", Severity.ERROR),
        (OC2, "M1,01/01/2015,,,2,,", Finding.VALUE_REFUSED, "IMMUNISATIONS", Severity.ERROR),
    ],
)
def test_that_a_bad_value_leaves_the_rest_of_its_row_in(
    headings: str, row: str, finding: Finding, column: str, severity: Severity
) -> None:
    file = read_csv(headings, row)
    (problem,) = problems_of(file)
    assert len(file.tables[0].rows) == 1
    assert (problem.code, problem.place.column) == (finding, column)
    assert (problem.severity, problem.subject) == (severity, "M1")


def test_that_an_unknown_legal_status_is_kept_as_it_is() -> None:
    (row,) = read_csv(EPISODES, "M1,15/02/2024,S,xx,N1,U6,PR1,,,,,,").tables[0].rows
    assert isinstance(row, EpisodeRow)
    assert row.legal_status == "XX"
