from dataclasses import replace

import pytest

from care_samples import CHILD, day
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import (
    Conduct,
    FixedRecord,
    Review,
    ReviewStatus,
    booked,
    close,
    in_hand,
    open_meeting,
    start_preparing,
)

PLANNED = Review(id=ReviewId("a"), child_id=CHILD, planned_for=day("2026-05-04"))
PREPARING = start_preparing(PLANNED, "cla-review", 1)
OPEN = open_meeting(PREPARING, day("2026-05-05"))
CLOSED = close(OPEN, day("2026-05-06"), "Made-up Officer")


def test_that_a_review_goes_from_planned_to_closed() -> None:
    states = [one.status for one in (PLANNED, PREPARING, OPEN, CLOSED)]
    assert states == [one for one in ReviewStatus if one is not ReviewStatus.CANCELLED]
    assert (PREPARING.form, PREPARING.form_version) == ("cla-review", 1)
    assert OPEN.held_on == day("2026-05-05")
    assert (CLOSED.closed_on, CLOSED.closed_by) == (day("2026-05-06"), "Made-up Officer")
    assert CLOSED.is_fixed


@pytest.mark.parametrize("begun", [PREPARING, OPEN, CLOSED])
def test_that_a_review_keeps_the_form_it_was_begun_with(begun: Review) -> None:
    assert start_preparing(begun, "another", 9) == begun


def test_that_the_day_it_was_held_is_said_once() -> None:
    assert open_meeting(OPEN, day("2026-06-01")) == OPEN
    said_before = replace(PREPARING, held_on=day("2026-05-01"))
    assert open_meeting(said_before, day("2026-06-01")).held_on == day("2026-05-01")


def test_that_a_closed_review_neither_opens_nor_closes_again() -> None:
    with pytest.raises(FixedRecord):
        open_meeting(CLOSED, day("2026-06-01"))
    with pytest.raises(FixedRecord):
        close(CLOSED, day("2026-06-01"), "Someone Else")


def test_that_the_review_in_hand_is_the_one_furthest_along_then_the_soonest() -> None:
    later = replace(PLANNED, id=ReviewId("b"), planned_for=day("2030-01-01"))
    assert in_hand([later, PLANNED]) == PLANNED
    assert in_hand([PLANNED, replace(PREPARING, planned_for=day("2030-01-01"))]) != PLANNED
    assert in_hand([PREPARING, OPEN, later]) == OPEN
    assert in_hand([CLOSED]) is None
    assert in_hand([]) is None


def test_that_a_cancelled_review_is_fixed_but_neither_in_hand_nor_closed() -> None:
    cancelled = replace(PLANNED, status=ReviewStatus.CANCELLED)
    assert cancelled.is_fixed
    assert not cancelled.is_closed
    assert in_hand([cancelled]) is None
    assert booked([cancelled, PREPARING]) == PREPARING
    with pytest.raises(FixedRecord):
        open_meeting(cancelled, day("2026-06-01"))
    with pytest.raises(FixedRecord):
        close(cancelled, day("2026-06-01"), "Someone Else")


def test_that_a_series_of_meetings_is_not_held_by_being_opened() -> None:
    opened = open_meeting(replace(PREPARING, conduct=Conduct.SERIES), day("2026-05-05"))
    assert (opened.status, opened.held_on) == (ReviewStatus.OPEN, None)


def test_that_the_review_booked_is_never_the_one_being_chaired() -> None:
    later = replace(PLANNED, id=ReviewId("b"), planned_for=day("2026-11-02"))
    assert booked([OPEN, later, CLOSED]) == later
    assert booked([OPEN, CLOSED]) is None
    assert booked([PREPARING]) == PREPARING
