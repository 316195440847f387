"""Which clocks run for a child besides that of the next review."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, RECKONER, day, episode
from iro_desktop.domain.care import Episode, periods_of_care
from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.open_clocks import open_clocks

BORN = dt.date(2012, 3, 4)
A_CHILD = Child(id=CHILD, number="MADEUP", date_of_birth=BORN, made_up=True)


def happened(kind: Happening, on: str) -> RecordedHappening:
    return RecordedHappening(
        id=EntityId(f"{kind}-{on}"), child_id=CHILD, happening=kind, on=day(on)
    )


def held(kind: ReviewKind, on: str) -> Review:
    return Review(
        id=ReviewId(f"{kind}-{on}"),
        child_id=CHILD,
        kind=kind,
        status=ReviewStatus.CLOSED,
        held_on=day(on),
    )


def clocks(
    today: str,
    *known: RecordedHappening | Review | Episode,
    child: Child = A_CHILD,
) -> dict[str, str]:
    """The clocks that run on a day, each with the day it runs out."""
    life = life_of(
        child,
        periods_of_care([one for one in known if isinstance(one, Episode)]),
        [one for one in known if isinstance(one, Review)],
        [one for one in known if isinstance(one, RecordedHappening)],
    )
    found = open_clocks(life, RECKONER, day(today))
    return {due.rule.id: due.on.isoformat() for due in found}


def test_that_a_clock_runs_from_the_latest_start_until_it_is_met() -> None:
    raised = happened(Happening.CONCERN_RAISED, "2020-12-18")
    assert clocks("2021-01-04", raised)["resolution_process"] == "2021-01-20"
    resolved = happened(Happening.CONCERN_RESOLVED, "2021-01-05")
    assert "resolution_process" not in clocks("2021-01-06", raised, resolved)
    again = happened(Happening.CONCERN_RAISED, "2021-03-01")
    assert clocks("2021-03-02", raised, resolved, again)["resolution_process"] == "2021-03-29"


def test_that_leaving_care_stops_what_runs_for_a_looked_after_child() -> None:
    in_care = episode("2026-06-01")
    left = episode("2026-06-01", "2026-08-01", "E4A")
    assert "permanence_plan_by_four_months" in clocks("2026-08-02", in_care)
    assert "permanence_plan_by_four_months" not in clocks("2026-08-02", left)


def test_that_the_eighteenth_birthday_stops_them_too() -> None:
    in_care = episode("2030-01-07")
    assert "permanence_plan_by_four_months" in clocks("2030-03-03", in_care)
    assert "permanence_plan_by_four_months" not in clocks("2030-03-04", in_care)
    assert clocks("2030-03-04", in_care)["care_leaver_review"] == "2030-09-04"


def test_that_a_plan_for_permanence_is_due_by_the_second_review_of_each_time_in_care() -> None:
    before = episode("2024-01-08", "2024-06-03", "E4A")
    now = episode("2026-06-01")
    reviews = [held(ReviewKind.LOOKED_AFTER, on) for on in ("2024-02-01", "2026-06-25")]
    found = clocks("2026-08-02", before, now, *reviews)
    assert found["permanence_plan_by_second_review"] == "2026-09-25"
    later = held(ReviewKind.LOOKED_AFTER, "2026-08-20")
    found = clocks("2026-08-21", before, now, *reviews, later)
    assert found["permanence_plan_by_second_review"] == "2026-09-25"


def test_that_only_who_was_in_care_at_sixteen_is_reviewed_as_a_care_leaver_and_until_21() -> None:
    young = episode("2020-01-06", "2022-01-06", "E4A")
    assert "care_leaver_review" not in clocks("2030-04-01", young)
    late = episode("2020-01-06", "2029-01-06", "E4A")
    assert clocks("2030-04-01", late)["care_leaver_review"] == "2030-09-04"
    assert "care_leaver_review" in clocks("2033-03-03", late)
    assert "care_leaver_review" not in clocks("2033-03-04", late)


def test_that_secure_accommodation_has_a_clock_of_its_own_beside_the_ordinary_one() -> None:
    secure = episode("2021-03-15", placement="K1")
    assert clocks("2021-03-16", secure)["secure_first_review"] == "2021-04-15"
    reviewed = held(ReviewKind.SECURE, "2021-04-12")
    found = clocks("2021-04-13", secure, reviewed)
    assert found["secure_subsequent_review"] == "2021-07-12"
    assert "secure_first_review" not in found
    ordinary = held(ReviewKind.LOOKED_AFTER, "2021-04-12")
    assert "secure_first_review" in clocks("2021-04-13", secure, ordinary)


def test_that_leaving_the_secure_home_ends_its_clock() -> None:
    stay = (episode("2021-03-15", "2021-03-20", placement="K1"), episode("2021-03-20"))
    assert "secure_first_review" in clocks("2021-03-19", *stay[:1])
    assert "secure_first_review" not in clocks("2021-03-21", *stay)


def test_that_a_conference_is_the_first_after_the_strategy_discussion_or_a_review() -> None:
    talked = happened(Happening.STRATEGY_DISCUSSION, "2020-12-18")
    assert clocks("2021-01-04", talked)["cp_initial_conference"] == "2021-01-13"
    initial = held(ReviewKind.CHILD_PROTECTION, "2021-01-13")
    found = clocks("2021-01-14", talked, initial)
    assert found["cp_first_review_conference"] == "2021-04-13"
    assert found["cp_core_group"] == "2021-01-27"
    assert "cp_initial_conference" not in found
    second = held(ReviewKind.CHILD_PROTECTION, "2021-04-12")
    found = clocks("2021-04-13", talked, initial, second)
    assert found["cp_subsequent_review_conference"] == "2021-10-12"
    assert "cp_first_review_conference" not in found
    ended = happened(Happening.CP_PLAN_ENDED, "2021-06-01")
    assert not [
        rule for rule in clocks("2021-06-02", talked, initial, second, ended) if "cp" in rule
    ]


def test_that_private_fostering_is_visited_less_often_from_its_second_year_on() -> None:
    told = happened(Happening.PRIVATE_FOSTERING_NOTIFIED, "2025-01-06")
    assert clocks("2025-01-07", told)["private_fostering_first_visit"] == "2025-01-15"
    seen = happened(Happening.PRIVATE_FOSTERING_VISITED, "2025-11-20")
    found = clocks("2025-11-21", told, seen)
    assert found["private_fostering_visit_year1"] == "2026-01-01"
    assert "private_fostering_visit_later" not in found
    later = happened(Happening.PRIVATE_FOSTERING_VISITED, "2026-01-06")
    found = clocks("2026-01-07", told, seen, later)
    assert found["private_fostering_visit_later"] == "2026-03-31"
    assert "private_fostering_visit_year1" not in found


@pytest.mark.parametrize(
    ("assessed", "rule", "due"),
    [
        ("2017-03-03", "health_assessment_under_5", "2017-09-03"),
        ("2017-03-04", "health_assessment_from_5", "2018-03-04"),
    ],
)
def test_that_health_is_assessed_twice_a_year_until_the_fifth_birthday(
    assessed: str, rule: str, due: str
) -> None:
    child = replace(A_CHILD, last_health_assessment=day(assessed))
    found = clocks("2017-03-05", episode("2016-01-04"), child=child)
    assert {name: on for name, on in found.items() if name.startswith("health")} == {rule: due}


def test_that_the_questionnaire_is_asked_until_the_day_before_the_seventeenth_birthday() -> None:
    asked = happened(Happening.SDQ_COMPLETED, "2028-06-01")
    assert clocks("2029-03-03", episode("2020-01-06"), asked)["sdq"] == "2029-06-01"
    assert "sdq" not in clocks("2029-03-04", episode("2020-01-06"), asked)


def test_that_what_is_counted_back_runs_towards_the_review_that_is_booked() -> None:
    booked = Review(id=ReviewId("booked"), child_id=CHILD, planned_for=day("2021-01-20"))
    found = clocks("2020-12-10", booked)
    assert found["social_worker_report"] == "2021-01-15"
    assert found["invitations_sent"] == "2021-01-06"
    assert "social_worker_report" in clocks("2021-01-15", booked)
    assert "social_worker_report" not in clocks("2021-01-18", booked)


def test_that_an_adjourned_review_is_to_be_completed_in_twenty_working_days() -> None:
    adjourned = Review(id=ReviewId("one"), child_id=CHILD, adjourned_on=day("2022-05-20"))
    assert clocks("2022-05-21", adjourned)["adjourned_review"] == "2022-06-21"
    resumed = replace(adjourned, resumed_on=day("2022-06-01"), held_on=day("2022-06-01"))
    assert "adjourned_review" not in clocks("2022-06-02", resumed)


def test_that_what_should_have_been_done_once_years_ago_is_not_called_overdue() -> None:
    in_care = episode("2020-01-06")
    assert "permanence_plan_by_four_months" in clocks("2021-05-06", in_care)
    assert "permanence_plan_by_four_months" not in clocks("2021-05-07", in_care)
    at_home = episode("2020-01-06", placement="P1")
    assert clocks("2026-11-22", at_home)["placed_with_parents_18_months"] == "2021-07-06"


def test_that_no_clock_runs_for_a_child_who_has_died() -> None:
    in_care, died = episode("2026-06-01"), happened(Happening.DIED, "2026-08-01")
    assert clocks("2026-07-31", in_care, died)
    assert clocks("2026-08-01", in_care, died) == {}


KINDS = st.sampled_from(sorted(Happening))
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2027, 12, 31)).map(dt.date.isoformat)


@given(st.lists(st.tuples(KINDS, DAYS), max_size=12), DAYS)
def test_that_whatever_happens_every_clock_began_by_today_and_has_one_day(
    said: list[tuple[Happening, str]], today: str
) -> None:
    known = [happened(kind, on) for kind, on in said]
    life = life_of(A_CHILD, (), (), known)
    for due in open_clocks(life, RECKONER, day(today)):
        assert due == RECKONER.due(due.rule.id, due.counted_from)
        assert (due.counted_from >= day(today)) == due.rule.length.is_before or (
            due.counted_from == day(today)
        )


# The other kinds of meeting; the days are those of the domain notes, A.10


def test_that_a_care_leaver_has_two_reviews_and_no_third() -> None:
    in_care = episode("2020-01-06", "2029-01-06", "E4A")
    first, second = (held(ReviewKind.CARE_LEAVER, on) for on in ("2030-06-03", "2030-11-04"))
    assert clocks("2030-06-04", in_care, first)["care_leaver_review"] == "2030-12-03"
    assert "care_leaver_review" not in clocks("2030-11-05", in_care, first, second)
    recorded = happened(Happening.CARE_LEAVER_REVIEWED, "2030-11-04")
    assert "care_leaver_review" not in clocks("2030-11-05", in_care, first, recorded)


@pytest.mark.parametrize(
    ("today", "known", "due"),
    [
        # Approved on a leap day: the year after has none.
        ("2020-03-02", (), "2021-02-28"),
        ("2021-01-12", (held(ReviewKind.FOSTER_CARER, "2021-01-11"),), "2022-01-11"),
        ("2021-01-12", (happened(Happening.CARER_REVIEWED, "2021-01-11"),), "2022-01-11"),
        ("2023-05-02", (), "2021-02-28"),  # late for years, and still due
    ],
)
def test_that_the_carers_of_a_household_are_reviewed_within_a_year_each_time(
    today: str, known: tuple[Review | RecordedHappening, ...], due: str
) -> None:
    household = replace(A_CHILD, date_of_birth=day("2020-02-29"), subject=Subject.HOUSEHOLD)
    assert clocks(today, *known, child=household) == {"foster_carer_review": due}


def test_that_no_clock_of_a_child_and_none_after_the_approval_runs_for_a_household() -> None:
    household = replace(
        A_CHILD,
        date_of_birth=day("2020-02-29"),
        subject=Subject.HOUSEHOLD,
        iro_allocated_on=day("2020-03-02"),
        last_social_work_visit=day("2020-03-03"),
    )
    booked = replace(held(ReviewKind.FOSTER_CARER, "2021-02-08"), held_on=None)
    assert set(clocks("2020-03-04", booked, child=household)) == {"foster_carer_review"}
    ended = happened(Happening.CARER_APPROVAL_ENDED, "2020-09-01")
    assert clocks("2020-09-02", ended, child=household) == {}


def test_that_conferences_are_told_apart_by_their_kind() -> None:
    discussed = happened(Happening.STRATEGY_DISCUSSION, "2020-12-18")
    assert clocks("2020-12-19", discussed)["cp_initial_conference"] == "2021-01-13"
    initial = held(ReviewKind.CHILD_PROTECTION_INITIAL, "2021-01-13")
    found = clocks("2021-01-14", discussed, initial)
    assert found["cp_first_review_conference"] == "2021-04-13"
    assert "cp_initial_conference" not in found
    review = held(ReviewKind.CHILD_PROTECTION, "2021-04-12")
    found = clocks("2021-04-13", discussed, initial, review)
    assert found["cp_subsequent_review_conference"] == "2021-10-12"
    assert "cp_first_review_conference" not in found


def test_that_a_home_on_a_care_order_is_warned_of_at_fifteen_and_counted_to_eighteen() -> None:
    at_home = episode("2021-01-31", placement="P1")
    found = clocks("2021-02-01", at_home)
    assert found["placed_with_parents_15_months"] == "2022-04-30"
    assert found["placed_with_parents_18_months"] == "2022-07-31"
    voluntary = episode("2021-01-31", placement="P1", legal_status="V2")
    assert "placed_with_parents_18_months" not in clocks("2021-02-01", voluntary)
