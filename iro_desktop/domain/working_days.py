"""Working-day and month arithmetic over a supplied set of holidays.

A working day is not a Saturday, a Sunday, or a holiday given. The day of the event is never
counted (Dodds v Walker [1981] UKHL); a month is a calendar month, clamped to the month's end.
"""

import calendar
import datetime as dt
from collections.abc import Container

_SATURDAY = 5
_DAY = dt.timedelta(days=1)


def is_working_day(day: dt.date, holidays: Container[dt.date]) -> bool:
    """Whether offices are open on `day`."""
    return day.weekday() < _SATURDAY and day not in holidays


def add_working_days(day: dt.date, count: int, holidays: Container[dt.date]) -> dt.date:
    """The `count`-th working day after `day` (before it, where `count` is negative)."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, holidays):
            day += step
    return day


def working_days_late(due: dt.date, done: dt.date, holidays: Container[dt.date]) -> int:
    """How many working days after `due` something was done; 0 when it was in time."""
    late = 0
    while due < done:
        due += _DAY
        late += is_working_day(due, holidays)
    return late


def add_months(day: dt.date, count: int) -> dt.date:
    """The corresponding date `count` months on, or that month's last day where it has none."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if day.day > _DAYS_EVERY_MONTH_HAS:
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last))
    return dt.date(year, month + 1, day.day)


def has_corresponding_date(day: dt.date, months: int) -> bool:
    """Whether the month so many months on has a day of that number."""
    return add_months(day, months).day == day.day


def last_working_day_by(day: dt.date, holidays: Container[dt.date]) -> dt.date:
    """`day` itself, or the last working day before it: a limit in months is not moved."""
    while not is_working_day(day, holidays):
        day -= _DAY
    return day


_DAYS_EVERY_MONTH_HAS = 28
