import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from return_files import EPISODES, HEADER, OC2, REVIEWS, SAMPLES, read_csv, read_folder

from iro_desktop.domain.child import Sex
from iro_desktop.domain.identifiers import child_id, episode_id, review_id
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Origin, ReviewKind, ReviewStatus
from iro_desktop.problems import Severity
from iro_desktop.returns.caseload import Caseload, Known, put_together
from iro_desktop.returns.findings import Finding
from iro_desktop.returns.reading import ReadFile

TODAY = dt.date(2026, 11, 22)
SMALL = read_folder(SAMPLES / "small")
FAULTY = read_folder(SAMPLES / "faulty")
ONE = "MADEUP1,2,27/03/2012,WBRI,A1,,"
HEADER_OF_ONE = read_csv(HEADER, ONE, name="header.csv")


def together(*files: ReadFile, known: Known | None = None) -> Caseload:
    return put_together(files, TODAY, known=known)


def codes(found: Caseload) -> list[str]:
    return [str(problem.code) for problem in found.problems]


def test_that_a_small_return_becomes_its_children() -> None:
    found = put_together(SMALL, TODAY)
    by_number = {child.number: child for child in found.children}
    assert sorted(by_number) == ["MADEUP1", "MADEUP2", "MADEUP3", "MADEUP4", "MADEUP5"]
    assert (len(found.episodes), len(found.reviews)) == (5, 5)
    first = by_number["MADEUP1"]
    assert (first.sex, first.ethnicity, first.upn) == (Sex.FEMALE, "WBRI", "A123456789012")
    assert (first.sdq_score, first.sdq_reason) == (17, "")
    assert first.health_assessment_up_to_date is True
    assert first.dental_check_up_to_date is False
    assert first.immunisations_up_to_date is True
    assert by_number["MADEUP3"].asylum_seeking_until == dt.date(2032, 5, 1)
    assert by_number["MADEUP3"].unaccompanied
    assert by_number["MADEUP2"].sdq_reason == "SDQ1"


def test_that_names_are_made_from_the_councils_own_keys() -> None:
    found = put_together(SMALL, TODAY, authority="E99")
    child = child_id("E99", "MADEUP1")
    assert child in {one.id for one in found.children}
    assert episode_id(child, dt.date(2024, 2, 15)) in {one.id for one in found.episodes}
    assert review_id(child, dt.date(2024, 3, 11)) in {one.id for one in found.reviews}


@given(st.permutations(SMALL + FAULTY))
def test_that_the_order_in_which_files_are_given_changes_nothing(files: list[ReadFile]) -> None:
    assert put_together(files, TODAY) == put_together(SMALL + FAULTY, TODAY)


def test_that_a_review_that_was_held_is_closed_with_its_code_confirmed() -> None:
    reviews = read_csv(REVIEWS, "MADEUP1,27/03/2012,22/11/2026,PN3")
    (review,) = together(HEADER_OF_ONE, reviews).reviews
    assert (review.status, review.origin) == (ReviewStatus.CLOSED, Origin.RETURN)
    assert (review.held_on, review.planned_for) == (TODAY, None)
    assert (review.participation, review.participation_confirmed) == (ParticipationCode.PN3, True)


def test_that_a_review_to_come_is_planned_and_noted() -> None:
    reviews = read_csv(REVIEWS, "MADEUP1,27/03/2012,23/11/2026,PN3")
    found = together(HEADER_OF_ONE, reviews)
    (review,) = found.reviews
    assert (review.status, review.participation_confirmed) == (ReviewStatus.PLANNED, False)
    assert (review.held_on, review.planned_for) == (None, dt.date(2026, 11, 23))
    assert codes(found) == [Finding.REVIEW_IN_FUTURE]


def test_that_the_kind_of_a_review_follows_the_care_of_that_day() -> None:
    episodes = read_csv(
        EPISODES,
        "MADEUP1,01/01/2020,S,C2,N1,U6,PR1,01/01/2022,X1,,,,",
        "MADEUP1,01/01/2022,P,E1,N1,A6,PR1,01/01/2023,E11,,,,",
        "MADEUP1,01/01/2024,S,V4,N1,U6,PR1,,,,,,",
    )
    days = ("01/06/2021", "01/06/2022", "01/06/2024")
    reviews = read_csv(REVIEWS, *(f"MADEUP1,27/03/2012,{day},PN1" for day in days))
    assert [review.kind for review in together(HEADER_OF_ONE, episodes, reviews).reviews] == [
        ReviewKind.LOOKED_AFTER,
        ReviewKind.PLACED_FOR_ADOPTION,
        ReviewKind.SHORT_BREAKS,
    ]


def test_that_a_child_in_reviews_alone_is_made_from_number_and_birth() -> None:
    (child,) = together(read_csv(REVIEWS, "MADEUP1,27/03/2012,01/06/2021,PN1")).children
    assert (child.number, child.date_of_birth) == ("MADEUP1", dt.date(2012, 3, 27))


def test_that_rows_of_a_child_whose_birth_nobody_knows_are_turned_away() -> None:
    episodes = read_csv(EPISODES, "MADEUP8,01/01/2020,S,C2,N1,U6,PR1,,,,,,", name="episodes.csv")
    found = together(HEADER_OF_ONE, episodes)
    (problem,) = found.problems
    assert (problem.code, problem.severity) == (Finding.NO_DATE_OF_BIRTH, Severity.ERROR)
    assert (problem.place.source, problem.place.line) == ("episodes.csv", 2)
    assert found.turned_away == {("episodes.csv", "Episodes"): 1}
    assert found.episodes == ()


def test_that_a_birth_held_already_is_enough_for_episodes() -> None:
    episodes = read_csv(EPISODES, "MADEUP8,01/01/2020,S,C2,N1,U6,PR1,,,,,,")
    known = Known(births={"MADEUP8": dt.date(2012, 1, 1)})
    found = together(episodes, known=known)
    assert [child.date_of_birth for child in found.children] == [dt.date(2012, 1, 1)]
    assert len(found.episodes) == 1


def test_that_header_decides_when_a_child_was_born() -> None:
    health = read_csv(OC2, "MADEUP1,27/03/2013,17,,1,1,1", name="a-first.csv")
    known = Known(births={"MADEUP1": dt.date(2011, 3, 27)})
    found = together(health, HEADER_OF_ONE, known=known)
    assert [child.date_of_birth for child in found.children] == [dt.date(2012, 3, 27)]
    (problem,) = found.problems
    assert (problem.code, problem.severity) == (Finding.OTHER_DATE_OF_BIRTH, Severity.NOTE)
    assert problem.data == {"value": "27/03/2013", "held": "27/03/2012"}


def test_that_other_tables_do_not_change_a_birth_that_is_held() -> None:
    health = read_csv(OC2, "MADEUP1,27/03/2013,17,,1,1,1")
    known = Known(births={"MADEUP1": dt.date(2011, 3, 27)})
    assert [one.date_of_birth for one in together(health, known=known).children] == [
        dt.date(2011, 3, 27)
    ]


def test_that_two_rows_of_one_day_are_one_review_by_the_later() -> None:
    reviews = read_csv(
        REVIEWS,
        *("MADEUP1,27/03/2012,01/06/2021,PN1",) * 2,
        "MADEUP1,27/03/2012,01/06/2021,PN4",
        "MADEUP1,27/03/2012,01/06/2021,",
    )
    found = together(HEADER_OF_ONE, reviews)
    (review,) = found.reviews
    assert review.participation is ParticipationCode.PN4
    assert codes(found) == [
        Finding.SAME_REVIEW_TWICE,
        Finding.TWO_REVIEWS_ON_A_DAY,
        Finding.SAME_REVIEW_TWICE,
        Finding.PARTICIPATION_CODE,
    ]


def test_that_two_episodes_of_one_day_are_one_by_the_later() -> None:
    episodes = read_csv(
        EPISODES,
        "MADEUP1,01/01/2020,S,C1,N1,U6,PR1,01/02/2020,X1,,,,77",
        "MADEUP1,01/01/2020,S,C2,N1,U6,PR1,,,,,,",
    )
    found = together(HEADER_OF_ONE, episodes)
    (episode,) = found.episodes
    assert (episode.legal_status, episode.urn) == ("C2", "77")
    assert episode.ended == dt.date(2020, 2, 1)
    assert codes(found) == [Finding.SAME_EPISODE_TWICE]


def test_that_this_years_return_may_end_what_last_years_left_open() -> None:
    row = "MADEUP1,01/01/2024,S,C2,N1,U6,PR1"
    last = read_csv(EPISODES, f"{row},,,,,,", name="episodes-2024.csv")
    this = read_csv(EPISODES, f"{row},01/09/2024,E4A,,,,", name="episodes-2025.csv")
    for files in ((last, this, HEADER_OF_ONE), (HEADER_OF_ONE, this, last)):
        found = together(*files)
        assert [one.ended for one in found.episodes] == [dt.date(2024, 9, 1)]
        assert codes(found) == []


def test_that_a_child_twice_in_header_is_told_and_the_later_row_stands() -> None:
    found = together(read_csv(HEADER, ONE, "MADEUP1,2,27/03/2012,BAFR,A1,,"))
    assert codes(found) == [Finding.SAME_CHILD_TWICE]
    assert [child.ethnicity for child in found.children] == ["BAFR"]


def test_that_days_before_birth_or_to_come_are_told() -> None:
    episodes = read_csv(EPISODES, "MADEUP1,01/01/2012,S,C2,N1,U6,PR1,,,,,,", name="e.csv")
    reviews = read_csv(REVIEWS, "MADEUP1,27/03/2012,01/02/2012,PN0", name="r.csv")
    unborn = read_csv(OC2, "MADEUP2,27/03/2027,,,,,", name="o.csv")
    assert codes(together(HEADER_OF_ONE, episodes, reviews, unborn)) == [
        Finding.BEGINS_BEFORE_BIRTH,
        Finding.BORN_IN_FUTURE,
        Finding.REVIEW_BEFORE_BIRTH,
    ]
