import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from return_files import EPISODES, HEADER, REVIEWS, read_csv

from iro_desktop.domain.child import birthday
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.problems import Severity
from iro_desktop.returns.caseload import put_together
from iro_desktop.returns.dates import as_returned
from iro_desktop.returns.reading import ReadFile

TODAY = dt.date(2026, 11, 22)
BORN = "01/01/2012"
HEADER_OF_ONE = read_csv(HEADER, f"M1,1,{BORN},WBRI,A1,,")
LATER = st.sampled_from([code for code in ParticipationCode if code is not ParticipationCode.PN0])


def rules_tripped(*files: ReadFile) -> list[str]:
    found = put_together(files, TODAY).problems
    tripped = [problem for problem in found if problem.code.startswith("903-")]
    assert all(problem.severity is Severity.NOTE for problem in tripped)
    return [str(problem.code) for problem in tripped]


def review(day: str, code: str, number: str = "M1", born: str = BORN) -> ReadFile:
    return read_csv(REVIEWS, f"{number},{born},{day},{code}")


def episodes(*statuses: str) -> ReadFile:
    rows = (f"M1,0{at}/01/2020,S,{ls},N1,U6,PR1,,,,,," for at, ls in enumerate(statuses, start=1))
    return read_csv(EPISODES, *rows)


@pytest.mark.parametrize(
    ("day", "code", "tripped"),
    [
        ("31/12/2015", "PN0", []),
        ("01/01/2016", "PN0", []),
        ("02/01/2016", "PN0", ["903-440"]),
        ("31/12/2015", "PN1", ["903-441"]),
        ("01/01/2016", "PN1", []),
        ("02/01/2016", "PN7", []),
    ],
)
def test_that_the_code_must_fit_the_fourth_birthday(
    day: str, code: str, tripped: list[str]
) -> None:
    assert rules_tripped(review(day, code)) == tripped


@given(born=st.dates(dt.date(2005, 1, 1), dt.date(2020, 1, 1)), code=LATER, days=st.integers(1, 99))
def test_that_rules_440_and_441_part_at_the_fourth_birthday_of_any_child(
    born: dt.date, code: ParticipationCode, days: int
) -> None:
    fourth = birthday(born, 4)
    before = as_returned(fourth - dt.timedelta(days))
    after = as_returned(fourth + dt.timedelta(days))
    told = as_returned(born)
    assert rules_tripped(review(before, code, born=told)) == ["903-441"]
    assert rules_tripped(review(after, code, born=told)) == []
    assert rules_tripped(review(before, "PN0", born=told)) == []
    assert rules_tripped(review(after, "PN0", born=told)) == ["903-440"]


def test_that_the_birth_in_header_is_used_where_the_row_has_none() -> None:
    assert rules_tripped(HEADER_OF_ONE, review("31/12/2015", "PN1", born="")) == ["903-441"]


@pytest.mark.parametrize(
    ("statuses", "tripped"),
    [
        (["V3"], ["903-399"]),
        (["V3", "V4"], ["903-399"]),
        (["V4", "C2"], []),
        (["C2"], []),
    ],
)
def test_that_reviews_of_short_breaks_alone_are_noted(
    statuses: list[str], tripped: list[str]
) -> None:
    files = (HEADER_OF_ONE, episodes(*statuses), review("01/06/2021", "PN1"))
    assert rules_tripped(*files) == tripped


def test_that_a_review_of_a_child_without_episodes_is_noted() -> None:
    other = review("01/06/2021", "PN1", number="M2")
    assert rules_tripped(episodes("C2"), HEADER_OF_ONE, other) == ["903-1012", "903-INT08"]


def test_that_rules_about_a_table_say_nothing_where_it_is_not_there() -> None:
    assert rules_tripped(review("01/06/2021", "PN1")) == []


def test_that_another_birth_than_headers_is_noted() -> None:
    reviews = review("01/06/2021", "PN1", born="02/01/2012")
    assert rules_tripped(HEADER_OF_ONE, reviews) == ["903-INT17"]
