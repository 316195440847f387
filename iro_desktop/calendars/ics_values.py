"""The values of a calendar's lines (RFC 5545, 3.3): days, times, lengths and rules."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from icalendar import vDDDTypes, vRecur
from icalendar.parser import Contentline

from iro_desktop.calendars.appointments import LONDON
from iro_desktop.calendars.recurrence import Every, Recurrence, Weekday
from iro_desktop.calendars.refusals import CalendarRefused, Refusal

When = dt.date | dt.datetime

# icalendar publishes no types for these two.
_split: Callable[[str], Any] = Contentline
_read_value: Callable[[str, str | None], object] = vDDDTypes.from_ical

_EVERY = {
    "DAILY": Every.DAY,
    "WEEKLY": Every.WEEK,
    "MONTHLY": Every.MONTH,
    "YEARLY": Every.YEAR,
}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A value with its parameters, which are named in capitals."""

    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def zone(self) -> str | None:
        """The name of the zone that its times are in."""
        return self.parameters.get("TZID")


def split_line(line: str) -> tuple[str, Line]:
    """A line's name, and the rest of it. Raises ValueError."""
    name, parameters, value = _split(line).parts()
    named = {key.upper(): str(given) for key, given in parameters.items()}
    return name.upper(), Line(value, named)


def moment(line: Line) -> When:
    """A day, or an aware time. Raises ValueError."""
    found = _typed(line.value, line.zone)
    if isinstance(found, dt.date):  # a datetime is one too
        return found
    raise ValueError


def moments(line: Line) -> Iterator[When | tuple[dt.datetime, dt.datetime]]:
    """A list of days, times and periods. Raises ValueError."""
    for value in line.value.split(","):
        found = _typed(value, line.zone)
        if isinstance(found, tuple):
            begun, ended = found
            yield begun, ended if isinstance(ended, dt.datetime) else begun + ended
        elif isinstance(found, dt.date):
            yield found
        else:
            raise ValueError


def length(line: Line) -> dt.timedelta:
    """How long something takes. Raises ValueError."""
    found = _typed(line.value, None)
    if isinstance(found, dt.timedelta):
        return found
    raise ValueError


def recurrence(line: Line, start: When) -> Recurrence:
    """A rule for something that starts then.

    Raises:
        ValueError: it is no such rule.
        CalendarRefused: it repeats within the day, as no meeting does.
    """
    rule: Mapping[str, list[Any]] = vRecur.from_ical(line.value)
    if "FREQ" not in rule:
        raise ValueError
    every = _EVERY.get(rule["FREQ"][0])
    if every is None:
        raise CalendarRefused(Refusal.TOO_OFTEN)
    timed = isinstance(start, dt.datetime)
    return Recurrence(
        every,
        interval=_first(rule, "INTERVAL", 1, least=1) or 1,
        count=_first(rule, "COUNT", None, least=0),
        until=_until(rule["UNTIL"][0], start) if "UNTIL" in rule else None,
        months=_numbers(rule, "BYMONTH", 12),
        weeks=_numbers(rule, "BYWEEKNO", 53) if every is Every.YEAR else (),
        year_days=_numbers(rule, "BYYEARDAY", 366),
        month_days=_numbers(rule, "BYMONTHDAY", 31),
        weekdays=tuple(_weekday(str(day)) for day in rule.get("BYDAY", ())),
        hours=_numbers(rule, "BYHOUR", 23) if timed else (),
        minutes=_numbers(rule, "BYMINUTE", 59) if timed else (),
        seconds=_numbers(rule, "BYSECOND", 59) if timed else (),
        positions=_numbers(rule, "BYSETPOS", 366),
        week_starts=_WEEKDAYS.index(str(rule["WKST"][0]).upper()) if "WKST" in rule else 0,
    )


def _typed(value: str, zone: str | None) -> object:
    """A value as Python has it; times without a zone, or in an unknown one, are London's."""
    ends_in_utc = value.upper().endswith("Z")
    found: object = _read_value(value, None if ends_in_utc else zone)
    if isinstance(found, tuple):
        begun, ended = found
        return _aware(begun), _aware(ended) if isinstance(ended, dt.datetime) else ended
    return _aware(found) if isinstance(found, dt.datetime) else found


def _aware(time: dt.datetime) -> dt.datetime:
    return time if time.tzinfo else time.replace(tzinfo=LONDON)


def _until(value: When, start: When) -> dt.datetime:
    """The last moment of a rule, by the clock of what it repeats."""
    if not isinstance(start, dt.datetime) or not isinstance(value, dt.datetime):
        day = value.date() if isinstance(value, dt.datetime) else value
        return dt.datetime.combine(day, dt.time.max)
    if value.tzinfo is None:
        return value
    return value.astimezone(start.tzinfo).replace(tzinfo=None)


def _first(
    rule: Mapping[str, list[Any]], name: str, otherwise: int | None, *, least: int
) -> int | None:
    if name not in rule:
        return otherwise
    found = int(rule[name][0])
    if found < least:
        raise ValueError
    return found


def _numbers(rule: Mapping[str, list[Any]], name: str, most: int) -> tuple[int, ...]:
    found = tuple(sorted({int(number) for number in rule.get(name, ())}))
    if any(abs(number) > most for number in found):
        raise ValueError
    return found


def _weekday(name: str) -> Weekday:
    nth = name[:-_LONGEST_NAME]
    return Weekday(_WEEKDAYS.index(name[-_LONGEST_NAME:].upper()), int(nth) if nth else 0)
