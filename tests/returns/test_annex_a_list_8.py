import datetime as dt

import pytest
from return_files import EPISODES, LIST_8, codes_of, problems_of, read_csv, workbook

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Sex
from iro_desktop.domain.identifiers import ChildId, child_id, episode_id
from iro_desktop.domain.review import Origin, ReviewStatus
from iro_desktop.returns.annex_a.rows import ChildInCareRow, bare_code
from iro_desktop.returns.annex_a.tables import LIST_8 as SHAPE
from iro_desktop.returns.caseload import Caseload, Known, put_together
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.reading import ReadFile, read_file
from iro_desktop.returns.ssda903.codes import CodeSet, codes

TODAY = dt.date(2026, 11, 22)
CHILD = child_id("", "77")


def day(year: int, month: int = 1, of_month: int = 1) -> dt.datetime:
    return dt.datetime(year, month, of_month)  # noqa: DTZ001  # as openpyxl gives a date


FULL = {
    "Child Unique ID": 77,
    "Gender": "b) Female",
    "Ethnicity": "k) APKN",
    "Date of Birth": day(2012, 5, 1),
    "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "a) Yes",
    "Date Started to be Looked After": day(2020, 1, 1),
    "Child's Category of Need": "N1 - Abuse or neglect",
    "Start date of current legal status": day(2020, 6, 1),
    "Child's Legal Status": "C2: FCO",
    "Date of Latest Statutory Review": day(2026, 9, 2),
    "Date of Last Social Work Visit": day(2026, 10, 1),
    "What is the permanence plan for this child?": "f) Long-term fostering",
    "Date of Last IRO Visit / Contact to the Child": day(2026, 9, 1),
    "Date of Last Health Assessment": day(2026, 3, 1),
    "Date of Last Dental Check": day(2026, 4, 1),
    "Start Date of Most Recent Placement": day(2023, 1, 1),
    "Placement Type": "d) U4: Foster placement",
    "Placement Provider": "e) PR4 - Private provision",
    "Placement postcode": "zz1 1zz",
    "URN of Placement": 1234567,
    "Allocated Team": "Team A",
    "Allocated Worker": "Made\u00a0Up",
}


def list_8(*changes: dict[str, object]) -> ReadFile:
    headings = [column.heading for column in SHAPE.columns]
    rows = [
        [{**FULL, **change}.get(heading) for heading in headings] for change in changes or ({},)
    ]
    title = ["List 8: children in care (made up)"]
    return read_file("annex-a.xlsx", workbook({"List 8": [title, headings, *rows]}))


def one_row(**change: object) -> ChildInCareRow:
    (row,) = (
        list_8({name.replace("_", " "): value for name, value in change.items()}).tables[0].rows
    )
    assert isinstance(row, ChildInCareRow)
    return row


def caseload(*files: ReadFile, held: tuple[Episode, ...] = ()) -> Caseload:
    known = Known({"77": CHILD}, {"77": dt.date(2012, 5, 1)}, {CHILD: held})
    return put_together(files, TODAY, known=known)


def spans(episodes: tuple[Episode, ...]) -> list[tuple[int, int | None, str, str]]:
    ordered = sorted(episodes, key=lambda one: one.started)
    return [
        (one.started.year, one.ended.year if one.ended else None, one.legal_status, one.placement)
        for one in ordered
    ]


def test_that_a_whole_row_becomes_a_child() -> None:
    (child,) = caseload(list_8()).children
    assert (child.number, child.sex, child.ethnicity) == ("77", Sex.FEMALE, "APKN")
    assert child.date_of_birth == dt.date(2012, 5, 1)
    assert child.unaccompanied
    assert child.permanence_plan == "Long-term fostering"
    assert (child.team, child.social_worker) == ("Team A", "Made Up")
    assert child.last_social_work_visit == dt.date(2026, 10, 1)
    assert child.last_iro_contact == dt.date(2026, 9, 1)
    assert child.last_health_assessment == dt.date(2026, 3, 1)
    assert child.last_dental_check == dt.date(2026, 4, 1)


def test_that_a_problem_names_the_sheet_the_row_and_the_heading() -> None:
    (problem,) = problems_of(list_8({"Date of Last Dental Check": "31/02/2024"}))
    assert problem.place.source == "annex-a.xlsx (List 8)"
    assert problem.place.line == 3
    assert problem.place.column == "Date of Last Dental Check"
    assert problem.data["value"] == "31/02/2024"


def test_that_the_latest_review_becomes_one_that_was_held() -> None:
    (review,) = caseload(list_8()).reviews
    assert (review.held_on, review.status) == (dt.date(2026, 9, 2), ReviewStatus.CLOSED)
    assert (review.origin, review.participation) == (Origin.RETURN, None)


def test_that_care_is_told_as_far_as_it_is_known_and_no_further() -> None:
    assert spans(caseload(list_8()).episodes) == [
        (2020, 2020, "", ""),
        (2020, 2023, "C2", ""),
        (2023, None, "C2", "U4"),
    ]


def test_that_one_day_for_everything_is_one_episode() -> None:
    same = {
        "Start date of current legal status": None,
        "Start Date of Most Recent Placement": day(2020),
        "Date Ceased to be Looked After": day(2025),
        "Reason Ceased to be Looked After": "k) E47: Special guardianship",
    }
    (episode,) = caseload(list_8(same)).episodes
    assert (episode.legal_status, episode.placement) == ("C2", "U4")
    assert (episode.ended, episode.reason_ended) == (dt.date(2025, 1, 1), "E47")


def test_that_the_returns_own_episodes_win_and_keep_what_came_before() -> None:
    returned = read_csv(EPISODES, "77,01/01/2023,P,C1,N1,U6,PR1,,,,,,")
    for files in ((list_8(), returned), (returned, list_8())):
        assert spans(caseload(*files).episodes) == [
            (2020, 2020, "", ""),
            (2020, 2023, "C2", ""),
            (2023, None, "C1", "U6"),
        ]


def test_that_a_return_that_has_the_first_day_leaves_nothing_to_annex_a() -> None:
    returned = read_csv(EPISODES, "77,01/01/2020,S,C1,N1,U6,PR1,,,,,,")
    assert spans(caseload(list_8(), returned).episodes) == [(2020, None, "C1", "U6")]


def test_that_a_return_met_later_supersedes_what_annex_a_told() -> None:
    held = caseload(list_8()).episodes
    returned = read_csv(EPISODES, "77,01/01/2022,P,C1,N1,U6,PR1,,,,,,")
    found = caseload(returned, held=held)
    assert spans(found.superseded) == [(2023, None, "C2", "U4")]
    assert spans(found.episodes) == [(2020, 2022, "C2", ""), (2022, None, "C1", "U6")]
    assert found.superseded[0].id != episode_id(CHILD, dt.date(2022, 1, 1))


def test_that_annex_a_met_later_adds_only_what_came_before_the_return() -> None:
    held = caseload(read_csv(EPISODES, "77,01/01/2022,P,C1,N1,U6,PR1,,,,,,")).episodes
    assert spans(caseload(list_8(), held=held).episodes) == [
        (2020, 2020, "", ""),
        (2020, 2022, "C2", ""),
    ]


def test_that_the_same_list_again_says_the_same() -> None:
    held = caseload(list_8()).episodes
    again = caseload(list_8(), held=held)
    assert (again.episodes, again.superseded) == (held, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a) U1: Foster placement", "U1"),
        ("zz) T4: Temporary", "T4"),
        ("U6", "U6"),
        ("u6 - Foster", "U6"),
        ("k) K2\u2013Home", "K2"),
        ("somewhere", "somewhere"),
        ("", ""),
    ],
)
def test_that_a_code_is_found_in_front_of_its_words(text: str, code: str) -> None:
    assert bare_code(text, codes(CodeSet.PLACEMENT)) == code


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("a) Male", Sex.MALE),
        ("Female", Sex.FEMALE),
        ("c) Not stated/recorded (or unborn)", Sex.UNKNOWN),
        ("d) Neither", Sex.UNKNOWN),
        (None, Sex.UNKNOWN),
    ],
)
def test_that_gender_is_read_with_and_without_its_letter(text: str | None, sex: Sex) -> None:
    assert one_row(Gender=text).sex is sex


def test_that_a_gender_nobody_knows_is_left_out_with_a_word() -> None:
    assert codes_of(list_8({"Gender": "x) Blue"})) == [Finding.VALUE_REFUSED]


def test_that_a_plan_may_be_its_letter_alone() -> None:
    plan = "What is the permanence plan for this child?"
    (row,) = list_8({plan: "b)"}).tables[0].rows
    assert isinstance(row, ChildInCareRow)
    assert row.permanence_plan == "Adoption"


def test_that_sheets_of_guidance_beside_the_lists_are_no_fault() -> None:
    data = workbook({"Guidance": [["How to fill this in"]], "List 8": [LIST_8]})
    file = read_file("annex-a.xlsx", data)
    assert codes_of(file) == [Finding.SHEET_PASSED_OVER, Finding.NO_ROWS]


def test_that_a_title_row_does_not_shift_the_rows_that_are_named() -> None:
    assert one_row().place.line == 3


def test_that_care_before_birth_is_told() -> None:
    told = caseload(list_8({"Date Started to be Looked After": day(2010)})).problems
    assert [problem.code for problem in told] == [Finding.BEGINS_BEFORE_BIRTH]


def test_that_the_name_of_a_child_is_the_same_from_list_8_and_from_header() -> None:
    header = read_csv("CHILD,SEX,DOB,ETHNIC,UPN", "77,F,01/05/2012,APKN,")
    (child,) = put_together([header, list_8()], TODAY).children
    assert child.id == ChildId(CHILD)
