"""Repeated events, held against dateutil, which calendar programs in Python go by."""

import datetime as dt
from dataclasses import replace

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.calendars.recurrence import Effort, Every, Recurrence, Weekday
from iro_desktop.calendars.refusals import CalendarRefused

FREQUENCY = {
    Every.DAY: rrule.DAILY,
    Every.WEEK: rrule.WEEKLY,
    Every.MONTH: rrule.MONTHLY,
    Every.YEAR: rrule.YEARLY,
}
PLENTY = 1_000_000


def at(year: int, month: int, day: int, hour: int = 0) -> dt.datetime:
    """A time by the clock of the event, which has no zone here."""
    return dt.datetime.combine(dt.date(year, month, day), dt.time(hour))


START = at(2026, 1, 5, 10)


def some(least: int, most: int) -> st.SearchStrategy[tuple[int, ...]]:
    numbers = st.integers(least, most).filter(bool)
    return st.lists(numbers, max_size=3, unique=True).map(tuple)


NO_LIMIT: st.SearchStrategy[tuple[int, ...]] = st.just(())
plain_weekdays = st.lists(st.builds(Weekday, st.integers(0, 6)), max_size=3, unique=True)
nth_weekdays = st.lists(
    st.builds(Weekday, st.integers(0, 6), st.integers(-5, 5).filter(bool)), max_size=3, unique=True
)
hours = st.lists(st.integers(0, 23), min_size=1, max_size=2, unique=True).map(tuple)


def rules_with(**limits: st.SearchStrategy[object]) -> st.SearchStrategy[Recurrence]:
    return st.builds(
        Recurrence,
        every=st.sampled_from(Every),
        interval=st.integers(1, 5),
        count=st.none() | st.integers(1, 30),
        until=st.none() | st.datetimes(at(2026, 1, 1), at(2030, 1, 1)),
        hours=NO_LIMIT | hours,
        week_starts=st.integers(0, 6),
        **limits,
    )


# Limits that come true now and then: dateutil looks for others as far as the year 9999.
# It takes "Mondays, and the second Tuesday" to be neither, so days are all of one kind.
rules = st.one_of(
    rules_with(months=some(1, 12), month_days=some(-28, 28)),
    rules_with(months=some(1, 12), weekdays=(plain_weekdays | nth_weekdays).map(tuple)),
    rules_with(month_days=some(-31, 31), weekdays=plain_weekdays.map(tuple)),
    rules_with(year_days=some(-365, 365)),
    rules_with(weekdays=plain_weekdays.map(tuple), positions=some(-1, 1)),
)


def as_dateutil_has_it(rule: Recurrence, start: dt.datetime) -> rrule.rrule:
    days = [rrule.weekday(day.weekday, day.nth or None) for day in rule.weekdays]
    return rrule.rrule(
        FREQUENCY[rule.every],
        dtstart=start,
        interval=rule.interval,
        wkst=rule.week_starts,
        count=rule.count,
        until=rule.until,
        bymonth=rule.months or None,
        bymonthday=rule.month_days or None,
        byyearday=rule.year_days or None,
        byweekday=days or None,
        byhour=rule.hours or None,
        bysetpos=rule.positions or None,
    )


@given(
    rules,
    st.datetimes(at(2020, 1, 1), at(2027, 1, 1)).map(lambda start: start.replace(microsecond=0)),
    st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
    st.integers(0, 800),
)
def test_that_a_rule_gives_the_times_that_dateutil_gives(
    rule: Recurrence, start: dt.datetime, first: dt.date, days: int
) -> None:
    last = first + dt.timedelta(days=days)
    if rule.count is not None and rule.until is not None:
        rule = replace(rule, count=None)  # the standard allows one of the two
    expected = []
    for moment in as_dateutil_has_it(rule, start):
        if moment.date() > last:
            break
        if moment.date() >= first:
            expected.append(moment)
    assert list(rule.times(start, first, last, Effort(PLENTY))) == expected


@pytest.mark.parametrize("week", [1, 20, 53, -1])
def test_that_weeks_of_the_year_are_those_of_iso_8601(week: int) -> None:
    rule = Recurrence(Every.YEAR, weeks=(week,), weekdays=(Weekday(2),))
    days = [
        time.date() for time in rule.times(START, START.date(), dt.date(2040, 1, 1), Effort(PLENTY))
    ]
    expected = rrule.rrule(
        rrule.YEARLY, dtstart=START, byweekno=week, byweekday=2, until=at(2040, 1, 2)
    )
    assert days == [time.date() for time in expected]
    assert len(days) > 1


def test_that_a_plain_day_and_the_second_of_another_both_count() -> None:
    rule = Recurrence(Every.MONTH, weekdays=(Weekday(0), Weekday(1, 2)))
    days = [time.day for time in rule.times(START, START.date(), dt.date(2026, 1, 31), Effort(99))]
    assert days == [5, 12, 13, 19, 26]


def test_that_a_rule_that_never_comes_true_ends_with_the_window() -> None:
    never = Recurrence(Every.DAY, months=(2,), month_days=(30,))
    days = never.times(START, START.date(), START.date() + dt.timedelta(days=99), Effort(100))
    assert list(days) == []


def test_that_a_rule_reaches_the_end_of_the_calendar_and_no_further() -> None:
    rule = Recurrence(Every.YEAR, interval=2)
    days = list(rule.times(START, dt.date(9990, 1, 1), dt.date.max, Effort(PLENTY)))
    assert [day.year for day in days] == [9990, 9992, 9994, 9996, 9998]


def test_that_work_without_end_is_refused() -> None:
    endless = Recurrence(Every.DAY, count=10**9)
    with pytest.raises(CalendarRefused):
        list(endless.times(at(1, 1, 1), START.date(), START.date(), Effort(1000)))
