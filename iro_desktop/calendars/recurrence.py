"""When something that repeats happens (RFC 5545, 3.3.10), for a window of days and no further.

dateutil has this too, but looks on to the year 9999 where a rule never comes true, such as every
30 February, and cannot be told to stop; a file from elsewhere may hold thousands of those. Weeks
of the year are counted as ISO 8601 has them, whatever day the rule's weeks start on.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from iro_desktop.calendars.refusals import CalendarRefused, Refusal

_WEEK = 7
_MOST_IN_A_DAY = 96  # every quarter of an hour
_DAY = dt.timedelta(days=1)


class Every(IntEnum):
    """What is counted from one time to the next."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3


class Effort:
    """How many days may still be looked at, for all rules of a file together."""

    def __init__(self, days: int) -> None:
        self._left = days

    def spend(self, days: int) -> None:
        """Raises CalendarRefused when there is nothing left."""
        self._left -= days
        if self._left < 0:
            raise CalendarRefused(Refusal.TOO_MANY)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 a Monday; `nth` of the month or year, from its end where negative."""

    weekday: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One rule. Empty limits let everything through; `until` is by the clock of the event."""

    every: Every
    interval: int = 1
    count: int | None = None
    until: dt.datetime | None = None
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_starts: int = 0

    def times(
        self, start: dt.datetime, first: dt.date, last: dt.date, effort: Effort
    ) -> Iterator[dt.datetime]:
        """When it happens from `first` to `last`, by the clock of the event, in order.

        Raises:
            CalendarRefused: it is too much work to tell.
        """
        whole = self.filled_in(start)
        found = 0
        for days in whole.periods(start.date(), first):
            if days[0] > last:
                return
            effort.spend(len(days))
            for moment in whole.moments(days, effort):
                if moment < start:
                    continue
                found += 1
                if whole.is_over(moment, found) or moment.date() > last:
                    return
                if moment.date() >= first:
                    yield moment

    def is_over(self, moment: dt.datetime, found: int) -> bool:
        """Whether the `found`-th time, which is at `moment`, is one too many."""
        past = self.until is not None and moment > self.until
        return past or (self.count is not None and found > self.count)

    def filled_in(self, start: dt.datetime) -> "Recurrence":
        """The rule with all that it leaves to the day and hour on which the event starts."""
        rule = replace(
            self,
            hours=self.hours or (start.hour,),
            minutes=self.minutes or (start.minute,),
            seconds=self.seconds or (start.second,),
        )
        if self.weeks or self.year_days or self.month_days or self.weekdays:
            return rule
        match self.every:
            case Every.YEAR:
                months = self.months or (start.month,)
                return replace(rule, months=months, month_days=(start.day,))
            case Every.MONTH:
                return replace(rule, month_days=(start.day,))
            case Every.WEEK:
                return replace(rule, weekdays=(Weekday(start.weekday()),))
            case Every.DAY:
                return rule

    def periods(self, start: dt.date, first: dt.date) -> Iterator[list[dt.date]]:
        """Every day, week, month or year in turn, as days. Those before `first` count nothing."""
        index, step = self._index(start), self.interval
        if self.count is None and first > start:
            index += (self._index(first) - index) // step * step
        while True:
            try:
                yield self._days(index)
            except (OverflowError, ValueError):  # the calendar ends with the year 9999
                return
            index += step

    def _index(self, day: dt.date) -> int:
        match self.every:
            case Every.DAY:
                return day.toordinal()
            case Every.WEEK:
                return (day.toordinal() - 1 - self.week_starts) // _WEEK
            case Every.MONTH:
                return day.year * 12 + day.month - 1
            case Every.YEAR:
                return day.year

    def _days(self, index: int) -> list[dt.date]:
        match self.every:
            case Every.DAY:
                return [dt.date.fromordinal(index)]
            case Every.WEEK:
                monday = dt.date.fromordinal(index * _WEEK + 1 + self.week_starts)
                return [monday + number * _DAY for number in range(_WEEK)]
            case Every.MONTH:
                year, month = divmod(index, 12)
                length = calendar.monthrange(year, month + 1)[1]
                return [dt.date(year, month + 1, number + 1) for number in range(length)]
            case Every.YEAR:
                new_year = dt.date(index, 1, 1)
                return [new_year + number * _DAY for number in range(_length_of_year(index))]

    def moments(self, days: list[dt.date], effort: Effort) -> list[dt.datetime]:
        """When it happens in one of its days, weeks, months or years. The rule is filled in."""
        times = len(self.hours) * len(self.minutes) * len(self.seconds)
        if times > _MOST_IN_A_DAY:
            raise CalendarRefused(Refusal.TOO_OFTEN)
        chosen = [day for day in days if self._holds(day)]
        effort.spend(len(chosen) * (times - 1))
        moments = [
            dt.datetime.combine(day, dt.time(hour, minute, second))
            for day in chosen
            for hour in sorted(self.hours)
            for minute in sorted(self.minutes)
            for second in sorted(self.seconds)
        ]
        if not self.positions:
            return moments
        reachable = {p - 1 if p > 0 else len(moments) + p for p in self.positions}
        return [moment for number, moment in enumerate(moments) if number in reachable]

    def _holds(self, day: dt.date) -> bool:
        return (
            (not self.months or day.month in self.months)
            and (not self.month_days or _is_one_of(day.day, _length_of_month(day), self.month_days))
            and (not self.year_days or self._is_day_of_year(day))
            and (not self.weeks or _is_one_of(_week_of(day), _weeks_around(day), self.weeks))
            and (not self.weekdays or any(self._is(day, weekday) for weekday in self.weekdays))
        )

    def _is_day_of_year(self, day: dt.date) -> bool:
        return _is_one_of(day.timetuple().tm_yday, _length_of_year(day.year), self.year_days)

    def _is(self, day: dt.date, weekday: Weekday) -> bool:
        if day.weekday() != weekday.weekday:
            return False
        if not weekday.nth or self.every in {Every.DAY, Every.WEEK}:
            return True
        if self.every is Every.MONTH or self.months:
            number, length = day.day, _length_of_month(day)
        else:
            number, length = day.timetuple().tm_yday, _length_of_year(day.year)
        if weekday.nth > 0:
            return (number - 1) // _WEEK + 1 == weekday.nth
        return (length - number) // _WEEK + 1 == -weekday.nth


def _is_one_of(number: int, length: int, wanted: tuple[int, ...]) -> bool:
    """Whether the `number`-th of `length` is wanted, from the front or (negative) from the end."""
    return number in wanted or number - length - 1 in wanted


def _length_of_month(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _length_of_year(year: int) -> int:
    return 366 if calendar.isleap(year) else 365


def _week_of(day: dt.date) -> int:
    return day.isocalendar().week


def _weeks_around(day: dt.date) -> int:
    """How many weeks the ISO year of a day has: 28 December is always in its last."""
    return dt.date(day.isocalendar().year, 12, 28).isocalendar().week
