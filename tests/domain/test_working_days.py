import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import HOLIDAYS, day
from iro_desktop.domain.working_days import (
    add_months,
    add_working_days,
    is_working_day,
    last_working_day_by,
    working_days_late,
)

DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2030, 12, 31))
WORKING = DAYS.filter(lambda found: is_working_day(found, HOLIDAYS))
COUNTS = st.integers(1, 60)


@given(WORKING, COUNTS)
def test_that_going_back_undoes_going_on(start: dt.date, count: int) -> None:
    there = add_working_days(start, count, HOLIDAYS)
    assert add_working_days(there, -count, HOLIDAYS) == start


@given(DAYS, COUNTS)
def test_that_a_number_of_working_days_ends_on_one_and_holds_so_many(
    start: dt.date, count: int
) -> None:
    there = add_working_days(start, count, HOLIDAYS)
    assert is_working_day(there, HOLIDAYS)
    passed = [start + dt.timedelta(days=n) for n in range(1, (there - start).days + 1)]
    assert sum(is_working_day(one, HOLIDAYS) for one in passed) == count


@given(DAYS, DAYS, COUNTS)
def test_that_a_later_start_never_ends_earlier(one: dt.date, other: dt.date, count: int) -> None:
    first, second = sorted((one, other))
    ends = [add_working_days(start, count, HOLIDAYS) for start in (first, second)]
    assert ends[0] <= ends[1]


@given(WORKING, COUNTS)
def test_that_lateness_counts_what_was_added(due: dt.date, count: int) -> None:
    assert working_days_late(due, add_working_days(due, count, HOLIDAYS), HOLIDAYS) == count
    assert working_days_late(due, due, HOLIDAYS) == 0
    assert working_days_late(due, due - dt.timedelta(days=count), HOLIDAYS) == 0


@given(DAYS)
def test_that_no_working_days_on_is_the_day_itself(start: dt.date) -> None:
    assert add_working_days(start, 0, HOLIDAYS) == start


@given(DAYS, st.integers(-60, 60))
def test_that_months_keep_the_day_or_take_the_last_there_is(start: dt.date, count: int) -> None:
    there = add_months(start, count)
    months = (there.year - start.year) * 12 + there.month - start.month
    assert months == count
    is_last = (there + dt.timedelta(days=1)).month != there.month
    assert there.day == start.day or (there.day < start.day and is_last)


@given(DAYS)
def test_that_the_last_working_day_by_a_day_is_the_nearest_before(found: dt.date) -> None:
    last = last_working_day_by(found, HOLIDAYS)
    assert is_working_day(last, HOLIDAYS)
    between = [last + dt.timedelta(days=n) for n in range(1, (found - last).days + 1)]
    assert not any(is_working_day(one, HOLIDAYS) for one in between)


# Month ends: tests/domain/vectors.csv has them for the rules; here they stand alone.
@pytest.mark.parametrize(
    ("start", "count", "there"),
    [
        ("2020-11-30", 3, "2021-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2021-08-31", 6, "2022-02-28"),
        ("2024-02-29", 6, "2024-08-29"),
        ("2023-12-31", 6, "2024-06-30"),
        ("2024-02-29", -12, "2023-02-28"),
    ],
)
def test_that_a_month_is_clamped_to_its_end(start: str, count: int, there: str) -> None:
    assert add_months(day(start), count) == day(there)


# Three working days before a review: reports are due.
@pytest.mark.parametrize(
    ("review", "before"),
    [
        ("2021-01-20", "2021-01-15"),
        ("2021-01-05", "2020-12-30"),
        ("2023-05-09", "2023-05-03"),
        ("2022-04-20", "2022-04-13"),
    ],
)
def test_that_days_before_a_review_skip_holidays_too(review: str, before: str) -> None:
    assert add_working_days(day(review), -3, HOLIDAYS) == day(before)
