"""How a review was held, in words alone."""

import datetime as dt
from dataclasses import replace

import pytest

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Conduct, LateReason, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.sittings import Sitting
from iro_desktop.services.reckoning import lawful
from iro_desktop.ui.review.holding import (
    before_adjourning,
    course,
    day_choices,
    day_question,
    has_one_day,
    in_time,
    is_unexplained,
    standing,
)

TODAY = dt.date(2026, 11, 23)
CHILD = Child(id=ChildId("made-up"), number="1", date_of_birth=dt.date(2014, 1, 1), made_up=True)
REVIEW = Review(id=ReviewId("made-up"), child_id=CHILD.id, status=ReviewStatus.OPEN, held_on=TODAY)
DUE = lawful().due("cla_first_review", dt.date(2026, 10, 23))  # on Friday 20 November


def _record(review: Review) -> ReviewRecord:
    return ReviewRecord(child=CHILD, review=review, iro=Signatory("Made-up Iro"), due=DUE)


@pytest.mark.parametrize(
    ("held", "state", "late"),
    [
        (dt.date(2026, 11, 20), "In time", False),
        (dt.date(2026, 11, 21), "Late", True),  # a Saturday: no working day late, and late
        (dt.date(2026, 11, 23), "1 working day late", True),
        (dt.date(2026, 11, 25), "3 working days late", True),
        (None, "3 days overdue", False),
    ],
)
def test_that_it_is_said_whether_a_review_was_in_time(
    held: dt.date | None, state: str, *, late: bool
) -> None:
    found = in_time(_record(replace(REVIEW, held_on=held)), TODAY)
    assert (found.state, found.is_late) == (state, late)


@pytest.mark.parametrize(
    "change",
    [{"kind": ReviewKind.SECURE}, {"status": ReviewStatus.CANCELLED, "held_on": None}],
)
def test_that_nothing_is_said_where_the_clock_does_not_run_for_it(
    change: dict[str, object],
) -> None:
    review = replace(REVIEW, **change)  # type: ignore[arg-type]  # as parametrised above
    assert in_time(_record(review), TODAY).state == ""


@pytest.mark.parametrize(
    ("review", "unexplained"),
    [
        (REVIEW, True),
        (replace(REVIEW, late_reason=LateReason.VENUE), False),
        (replace(REVIEW, late_note="Snow"), False),
        (replace(REVIEW, late_note="  "), True),
        (replace(REVIEW, held_on=dt.date(2026, 11, 20)), False),
        (replace(REVIEW, status=ReviewStatus.CLOSED), False),
    ],
)
def test_that_lateness_is_unexplained_until_someone_says_why(
    review: Review, *, unexplained: bool
) -> None:
    assert is_unexplained(_record(review), TODAY) is unexplained


def test_that_a_series_and_an_adjourned_review_have_more_than_one_day() -> None:
    assert has_one_day(REVIEW)
    assert has_one_day(replace(REVIEW, conduct=Conduct.PAPER))
    assert not has_one_day(replace(REVIEW, conduct=Conduct.SERIES))
    assert not has_one_day(replace(REVIEW, adjourned_on=TODAY, resumed_on=TODAY))


def test_that_paper_is_asked_for_otherwise_than_a_meeting() -> None:
    assert day_question(REVIEW) != day_question(replace(REVIEW, conduct=Conduct.PAPER))


def test_that_the_day_of_completion_is_offered_first() -> None:
    days = [dt.date(2026, 11, 16), dt.date(2026, 11, 18)]
    sittings = [
        Sitting(id=EntityId(str(day)), child_id=CHILD.id, review_id=REVIEW.id, on=day)
        for day in days
    ]
    complete = replace(REVIEW, conduct=Conduct.SERIES, began_on=days[0], completed_on=TODAY)
    assert [day for day, _words in day_choices(complete, sittings)] == [TODAY, *days]
    assert day_choices(complete, sittings)[0][1].endswith("when it was completed")


ADJOURNED = replace(
    REVIEW,
    held_on=None,
    began_on=dt.date(2026, 11, 2),
    adjourned_on=dt.date(2026, 11, 2),
    adjourned_because="A report was missing",
)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (TODAY, "Complete it by Monday 30 November 2026."),
        (dt.date(2026, 11, 30), "Complete it by Monday 30 November 2026."),
        (dt.date(2026, 12, 1), "It had to be complete by Monday 30 November 2026."),
    ],
)
def test_that_an_adjourned_review_says_until_when_and_what_that_means(
    today: dt.date, said: str
) -> None:
    limit = lawful().due("adjourned_review", dt.date(2026, 11, 2))
    words = standing(ADJOURNED, limit, today)
    assert said in words
    assert "nothing it has considered is carried out" in words
    assert words.endswith("Reason: A report was missing")


def test_that_nothing_stands_of_a_review_that_went_on() -> None:
    resumed = replace(ADJOURNED, resumed_on=TODAY)
    assert standing(resumed, None, TODAY) == ""
    assert "resumed on 23 November 2026" in course(resumed)
    assert course(ADJOURNED) == ""
    assert standing(REVIEW, None, TODAY) == ""


def test_that_before_a_day_is_given_no_limit_is_named() -> None:
    assert "within" not in before_adjourning(None)
