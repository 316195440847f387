"""What follows from holding a review on some day."""

import datetime as dt
from collections.abc import Callable, Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from care_samples import RECKONER, day, episode
from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.review_cycles import CYCLES, next_review_due
from iro_desktop.domain.timescales.what_if import Birthday, birthdays, outlook

STARTED = day("2026-11-02")
CARE = PeriodOfCare((episode("2026-11-02"),))
DUE = RECKONER.due("cla_first_review", STARTED)

kinds = st.sampled_from(sorted(CYCLES))
days = st.dates(STARTED, STARTED + dt.timedelta(days=400))


def clock(
    kind: ReviewKind = ReviewKind.LOOKED_AFTER,
) -> Callable[[Sequence[dt.date]], Explained]:
    return lambda held: next_review_due(CARE, held, kind, RECKONER)


def deadlines(on: dt.date, kind: ReviewKind = ReviewKind.LOOKED_AFTER) -> list[dt.date]:
    return [due.on for due in outlook(on, DUE, (), clock(kind), RECKONER).deadlines]


def test_that_three_deadlines_are_counted_each_from_the_one_before() -> None:
    # The first is held on the 26th; the second on Friday 26 February; the third follows from it.
    assert deadlines(day("2026-11-26")) == [
        day("2026-11-30"),
        day("2027-02-26"),
        day("2027-08-26"),
    ]


def test_that_the_third_is_counted_from_the_last_working_day_of_the_second() -> None:
    # Held on Friday 27 November, the second is due on Saturday 27 February.
    assert deadlines(day("2026-11-27"))[1:] == [day("2027-02-27"), day("2027-08-26")]


def test_that_working_days_in_hand_are_counted_up_to_the_last_of_them() -> None:
    ahead = outlook(day("2026-11-25"), DUE, (), clock(), RECKONER)
    assert (ahead.is_late, ahead.working_days_late, ahead.working_days_in_hand) == (False, 0, 3)


def test_that_working_days_late_leave_a_weekend_out() -> None:
    ahead = outlook(day("2026-12-07"), DUE, (), clock(), RECKONER)
    assert (ahead.is_late, ahead.working_days_late, ahead.working_days_in_hand) == (True, 5, 0)


def test_that_a_sunday_after_a_saturday_limit_is_late_by_no_working_day() -> None:
    saturday = RECKONER.due("cla_second_review", day("2026-08-28"))
    assert saturday.on.weekday() == 5
    sunday = saturday.on + dt.timedelta(days=1)
    ahead = outlook(sunday, saturday, (), clock(), RECKONER)
    assert ahead.is_late
    assert ahead.working_days_late == 0


def test_that_papers_are_counted_from_the_day_chosen() -> None:
    ahead = outlook(day("2026-11-26"), DUE, (), clock(), RECKONER)
    assert [due.on for due in ahead.before] == [
        day("2026-10-29"),
        day("2026-11-12"),
        day("2026-11-23"),
    ]
    assert [due.on for due in ahead.after] == [
        day("2026-12-03"),
        day("2026-12-10"),
        day("2026-12-17"),
        day("2026-12-24"),
    ]


def test_that_without_a_clock_there_are_only_papers() -> None:
    ahead = outlook(day("2026-11-26"), None, (), lambda _held: None, RECKONER)
    assert ahead.deadlines == ()
    assert not ahead.is_late
    assert len(ahead.after) == 4


def test_that_nothing_follows_once_a_clock_stops() -> None:
    stopped = Explained(
        DUE.on, DUE.rule, DUE.counted_from, DUE.last_working_day, stops_on=day("2026-11-28")
    )
    ahead = outlook(day("2026-11-26"), DUE, (), lambda _held: stopped, RECKONER)
    assert ahead.deadlines == (DUE, stopped)


@given(days, days, kinds)
def test_that_a_later_day_never_brings_a_deadline_forward(
    one: dt.date, other: dt.date, kind: ReviewKind
) -> None:
    earlier, later = sorted((one, other))
    sooner, after = deadlines(earlier, kind), deadlines(later, kind)
    assert all(a <= b for a, b in zip(sooner, after, strict=True))


@given(days, days)
def test_that_a_later_day_moves_no_paper_forward_and_is_no_less_late(
    one: dt.date, other: dt.date
) -> None:
    earlier, later = sorted((one, other))
    sooner = outlook(earlier, DUE, (), clock(), RECKONER)
    after = outlook(later, DUE, (), clock(), RECKONER)
    papers = zip((*sooner.before, *sooner.after), (*after.before, *after.after), strict=True)
    assert all(a.on <= b.on for a, b in papers)
    assert sooner.working_days_late <= after.working_days_late
    assert sooner.working_days_in_hand >= after.working_days_in_hand


@given(days)
def test_that_no_day_is_both_late_and_in_hand(on: dt.date) -> None:
    ahead = outlook(on, DUE, (), clock(), RECKONER)
    assert not (ahead.working_days_late and ahead.working_days_in_hand)


def test_that_only_birthdays_that_change_rules_are_named() -> None:
    born = day("2011-03-01")
    found = birthdays(born, day("2026-11-22"), day("2029-03-01"))
    assert found == (
        Birthday(16, day("2027-03-01")),
        Birthday(17, day("2028-03-01")),
        Birthday(18, day("2029-03-01")),
    )


def test_that_a_child_born_on_a_leap_day_turns_sixteen_on_the_first_of_march() -> None:
    assert birthdays(day("2012-02-29"), day("2027-12-31"), day("2028-12-31")) == (
        Birthday(16, day("2028-02-29")),
    )
    assert birthdays(day("2012-02-29"), day("2028-12-31"), day("2029-12-31")) == (
        Birthday(17, day("2029-03-01")),
    )


@given(st.dates(day("2005-01-01"), day("2025-01-01")), days, days)
def test_that_a_birthday_lies_after_the_one_day_and_by_the_other(
    born: dt.date, one: dt.date, other: dt.date
) -> None:
    after, until = sorted((one, other))
    assume(after < until)
    assert all(after < found.on <= until for found in birthdays(born, after, until))
