import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, day
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import (
    Conduct,
    FixedRecord,
    Review,
    ReviewStatus,
    StillAdjourned,
    close,
    open_meeting,
)
from iro_desktop.domain.sittings import (
    AlreadyAdjourned,
    AlreadyComplete,
    AlreadyHeld,
    NotADayOfReview,
    NotAdjourned,
    NotComplete,
    OutOfOrder,
    ReasonMissing,
    Sitting,
    adjourn,
    cancel,
    complete,
    count_from,
    days_of,
    require_may_be_carried_out,
    resume,
    with_sittings,
)

BOOKED = Review(id=ReviewId("a"), child_id=CHILD, planned_for=day("2020-12-10"))
HELD = open_meeting(BOOKED, day("2020-12-10"))
CLOSED = close(HELD, day("2020-12-11"), "Made-up Officer")
CANCELLED = cancel(BOOKED, "The family moved away")

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2022, 12, 31))


def sat_on(*days: dt.date) -> tuple[Sitting, ...]:
    return tuple(
        Sitting(id=EntityId(str(at)), child_id=CHILD, review_id=BOOKED.id, on=on, position=at)
        for at, on in enumerate(days)
    )


def series(*days: dt.date) -> tuple[Review, tuple[Sitting, ...]]:
    sittings = sat_on(*days)
    return with_sittings(BOOKED, sittings), sittings


@given(st.lists(DAYS, min_size=1))
def test_that_a_series_begins_at_its_first_meeting_and_is_not_held_until_complete(
    days: list[dt.date],
) -> None:
    review, _ = series(*days)
    assert (review.conduct, review.began_on) == (Conduct.SERIES, min(days))
    assert (review.completed_on, review.held_on) == (None, None)


@given(st.lists(DAYS, min_size=1), st.integers(0, 90))
def test_that_the_day_of_completion_counts_unless_the_iro_says_otherwise(
    days: list[dt.date], after: int
) -> None:
    review, sittings = series(*days)
    completed = complete(review, sittings, max(days) + dt.timedelta(after))
    assert completed.held_on == completed.completed_on == max(days) + dt.timedelta(after)
    for one in days_of(completed, sittings):
        counted = count_from(completed, sittings, one, " The child said all then ")
        is_last = one == completed.completed_on
        assert counted.held_on == one
        assert counted.counted_because == ("" if is_last else "The child said all then")


@given(st.lists(DAYS, min_size=1), st.lists(DAYS), st.data())
def test_that_the_day_that_counts_is_always_a_day_of_the_review(
    days: list[dt.date], later: list[dt.date], data: st.DataObject
) -> None:
    review, sittings = series(*days)
    completed = complete(review, sittings, max(days))
    counted = count_from(completed, sittings, data.draw(st.sampled_from(days)), "Because")
    changed = with_sittings(counted, sat_on(*later))
    assert changed.held_on is None or changed.held_on in days_of(changed, sat_on(*later))
    assert changed.held_on is not None or changed.counted_because == ""
    assert (changed.conduct is Conduct.SERIES) == bool(later)


def test_that_a_meeting_after_the_day_of_completion_shows_that_the_series_was_not_complete() -> (
    None
):
    review, sittings = series(day("2021-02-01"), day("2021-02-08"))
    completed = complete(review, sittings, day("2021-02-08"))
    again = with_sittings(completed, (*sittings, *sat_on(day("2021-02-15"))))
    assert (again.completed_on, again.held_on) == (None, None)


def test_that_a_series_is_completed_after_its_meetings_and_only_if_there_were_any() -> None:
    review, sittings = series(day("2021-02-01"), day("2021-02-08"))
    with pytest.raises(OutOfOrder):
        complete(review, sittings, day("2021-02-07"))
    with pytest.raises(NotComplete):
        complete(BOOKED, (), day("2021-02-08"))


def test_that_only_a_day_of_the_review_counts_and_only_with_a_reason() -> None:
    review, sittings = series(day("2021-02-01"), day("2021-02-08"))
    with pytest.raises(NotComplete):
        count_from(review, sittings, day("2021-02-01"), "Because")
    completed = complete(review, sittings, day("2021-02-10"))
    with pytest.raises(NotADayOfReview):
        count_from(completed, sittings, day("2021-02-02"), "Because")
    with pytest.raises(ReasonMissing):
        count_from(completed, sittings, day("2021-02-01"), "  ")
    assert count_from(completed, sittings, day("2021-02-10")) == completed


def test_that_a_review_without_meetings_of_a_series_stays_as_it_is() -> None:
    assert with_sittings(HELD, ()) == HELD


def test_that_a_review_is_adjourned_once_only() -> None:
    adjourned = adjourn(HELD, day("2020-12-10"), "No report from the school")
    with pytest.raises(AlreadyAdjourned):
        adjourn(adjourned, day("2020-12-11"), "Again")
    with pytest.raises(AlreadyAdjourned):
        adjourn(resume(adjourned, day("2021-01-12")), day("2021-01-12"), "Again")


@given(DAYS, st.integers(0, 30), st.integers(0, 60))
def test_that_an_adjourned_review_is_held_on_the_day_it_is_resumed(
    held: dt.date, broken_off: int, away: int
) -> None:
    at = held + dt.timedelta(broken_off)
    adjourned = adjourn(open_meeting(BOOKED, held), at, "No report")
    assert adjourned.is_adjourned
    assert (adjourned.began_on, adjourned.held_on) == (held, None)
    resumed = resume(adjourned, at + dt.timedelta(away))
    assert not resumed.is_adjourned
    assert resumed.held_on == resumed.completed_on == at + dt.timedelta(away)
    assert count_from(resumed, (), held, "All was said then").held_on == held


def test_that_nothing_of_an_adjourned_review_is_carried_out_or_closed() -> None:
    adjourned = adjourn(HELD, day("2020-12-10"), "No report from the school")
    with pytest.raises(StillAdjourned):
        close(adjourned, day("2020-12-11"), "Made-up Officer")
    with pytest.raises(StillAdjourned):
        require_may_be_carried_out(adjourned)
    with pytest.raises(StillAdjourned):
        complete(adjourned, sat_on(day("2020-12-10")), day("2020-12-10"))
    resumed = resume(adjourned, day("2021-01-12"))
    require_may_be_carried_out(resumed)
    assert close(resumed, day("2021-01-12"), "Made-up Officer").is_closed


def test_that_opening_an_adjourned_review_does_not_make_it_held() -> None:
    adjourned = adjourn(BOOKED, day("2020-12-10"), "No report from the school")
    assert open_meeting(adjourned, day("2020-12-11")).held_on is None


def test_that_a_series_goes_on_once_it_is_resumed() -> None:
    review, sittings = series(day("2021-02-01"))
    resumed = resume(adjourn(review, day("2021-02-01"), "No report"), day("2021-02-15"))
    assert (resumed.completed_on, resumed.held_on) == (None, None)
    assert complete(resumed, sittings, day("2021-02-15")).held_on == day("2021-02-15")


def test_that_adjourning_and_resuming_follow_each_other() -> None:
    with pytest.raises(NotAdjourned):
        resume(HELD, day("2020-12-11"))
    with pytest.raises(ReasonMissing):
        adjourn(HELD, day("2020-12-10"), "")
    with pytest.raises(OutOfOrder):
        adjourn(HELD, day("2020-12-09"), "No report")
    adjourned = adjourn(HELD, day("2020-12-10"), "No report")
    with pytest.raises(OutOfOrder):
        resume(adjourned, day("2020-12-09"))
    resumed = resume(adjourned, day("2020-12-14"))
    with pytest.raises(NotAdjourned):
        resume(resumed, day("2020-12-15"))
    finished = replace(HELD, completed_on=day("2020-12-10"))
    with pytest.raises(AlreadyComplete):
        adjourn(finished, day("2020-12-10"), "No report")


def test_that_a_review_is_cancelled_with_a_reason_and_only_before_it_begins() -> None:
    assert CANCELLED.status is ReviewStatus.CANCELLED
    assert CANCELLED.cancelled_because == "The family moved away"
    with pytest.raises(ReasonMissing):
        cancel(BOOKED, " ")
    begun, _ = series(day("2021-02-01"))
    for review in (HELD, begun, adjourn(BOOKED, day("2020-12-10"), "No report")):
        with pytest.raises(AlreadyHeld):
            cancel(review, "Because")


@pytest.mark.parametrize("fixed", [CLOSED, CANCELLED])
def test_that_a_fixed_review_takes_none_of_this(fixed: Review) -> None:
    sittings, at = sat_on(day("2020-12-10")), day("2020-12-10")
    for change in (
        lambda: with_sittings(fixed, sittings),
        lambda: complete(fixed, sittings, at),
        lambda: count_from(fixed, sittings, at, "Because"),
        lambda: adjourn(fixed, at, "Because"),
        lambda: resume(fixed, at),
        lambda: cancel(fixed, "Because"),
    ):
        with pytest.raises(FixedRecord):
            change()
