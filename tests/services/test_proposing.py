import datetime as dt
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.working_days import is_working_day, last_working_day_by
from iro_desktop.services.bank_holidays import england
from iro_desktop.services.busy_times import BusyTime, busy_days, overlaps_busy
from iro_desktop.services.proposing import Note, ProposedDay, preferred_day, proposed_days

SUNDAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
NEAR = st.integers(-40, 200).map(lambda days: SUNDAY + days * DAY)
SOME_DAYS = st.frozensets(NEAR, max_size=30)


@dataclass(frozen=True)
class Limit:
    on: dt.date

    @property
    def last_working_day(self) -> dt.date:
        return last_working_day_by(self.on, england())


def _whole_days(days: frozenset[dt.date]) -> list[BusyTime]:
    return [(_at(day, 0), _at(day + DAY, 0)) for day in days]


def _at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))


@given(NEAR, SOME_DAYS, SOME_DAYS, SOME_DAYS, st.integers(1, 9))
def test_that_no_day_is_proposed_twice_or_closed_or_after_the_limit_while_one_is_left(
    due_on: dt.date,
    taken: frozenset[dt.date],
    away: frozenset[dt.date],
    together: frozenset[dt.date],
    count: int,
) -> None:
    found = proposed_days(
        Limit(due_on), SUNDAY, england(), taken, _whole_days(away), count, together=together
    )
    days = [one.day for one in found]
    assert len(days) == len(set(days))
    assert len(days) <= count
    assert all(is_working_day(day, england()) and day > SUNDAY for day in days)
    left = [SUNDAY + number * DAY for number in range(1, (due_on - SUNDAY).days + 1)]
    if any(is_working_day(day, england()) for day in left):
        assert days
        assert max(days) <= due_on
        assert not any(one.is_late for one in found)
    else:
        assert len(days) == count
        assert all(one.is_late for one in found)


@given(NEAR, SOME_DAYS, SOME_DAYS)
def test_that_a_free_day_always_comes_before_one_that_is_taken(
    due_on: dt.date, taken: frozenset[dt.date], away: frozenset[dt.date]
) -> None:
    found = proposed_days(Limit(due_on), SUNDAY, england(), taken, _whole_days(away), 400)
    free = [one.is_free for one in found]
    assert free == sorted(free, reverse=True)
    for one in found:
        assert one.is_free == (one.day not in taken and one.day not in away)


@given(DAYS, DAYS)
def test_that_the_best_of_an_empty_diary_is_the_preferred_day(
    due_on: dt.date, today: dt.date
) -> None:
    found = proposed_days(Limit(due_on), today, england())
    assert found[0].day == preferred_day(Limit(due_on), today, england())


def test_that_days_lie_about_a_week_before_the_limit() -> None:
    due = Limit(dt.date(2026, 12, 18))  # a Friday
    found = proposed_days(due, SUNDAY, england())
    assert found == tuple(ProposedDay(dt.date(2026, 12, day)) for day in (11, 10, 9, 8, 14))


def test_that_a_day_with_another_meeting_is_proposed_only_after_the_free_ones() -> None:
    due = Limit(dt.date(2026, 11, 25))
    found = proposed_days(due, SUNDAY, england(), taken=[dt.date(2026, 11, 23)])
    assert found == (
        ProposedDay(dt.date(2026, 11, 24)),
        ProposedDay(dt.date(2026, 11, 25)),
        ProposedDay(dt.date(2026, 11, 23), (Note.OTHER_MEETING,)),
    )


def test_that_the_day_of_a_brother_or_sister_comes_first_wherever_it_lies() -> None:
    due, day = Limit(dt.date(2027, 5, 3)), dt.date(2026, 12, 1)
    found = proposed_days(due, SUNDAY, england(), together=[day])
    assert found[0] == ProposedDay(day, (Note.SIBLING,))


def test_that_without_a_limit_the_soonest_days_are_proposed() -> None:
    found = proposed_days(None, SUNDAY, england(), count=2)
    assert found == (ProposedDay(dt.date(2026, 11, 23)), ProposedDay(dt.date(2026, 11, 24)))


def test_that_a_limit_gone_by_is_said_of_each_day() -> None:
    (one,) = proposed_days(Limit(dt.date(2026, 10, 1)), SUNDAY, england(), count=1)
    assert one == ProposedDay(dt.date(2026, 11, 23), (Note.LATE,))


# Busy times


def test_that_a_busy_time_takes_each_day_it_touches() -> None:
    monday = dt.date(2026, 11, 23)
    assert busy_days([(_at(monday, 9), _at(monday, 10))]) == {monday}
    over_night = (_at(monday, 22), _at(monday + DAY, 1))
    assert busy_days([over_night]) == {monday, monday + DAY}
    assert busy_days([(_at(monday, 22), _at(monday + DAY, 0))]) == {monday}


def test_that_meetings_that_only_touch_a_busy_time_do_not_clash() -> None:
    monday = dt.date(2026, 11, 23)
    busy = [(_at(monday, 9), _at(monday, 11))]
    for hours, clashes in (((8, 9), False), ((8, 10), True), ((9, 10), True), ((11, 12), False)):
        assert overlaps_busy(_at(monday, hours[0]), _at(monday, hours[1]), busy) is clashes


def test_that_a_busy_time_in_another_time_zone_is_read_on_the_wall_clock_here() -> None:
    monday = dt.date(2026, 11, 23)
    start, end = (_at(monday, hour).astimezone(dt.UTC) for hour in (9, 10))
    assert overlaps_busy(_at(monday, 9, 30), _at(monday, 10), [(start, end)])
    assert not overlaps_busy(_at(monday, 10), _at(monday, 11), [(start, end)])
    assert busy_days([(start, end)]) == {monday}
