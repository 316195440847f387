"""A statutory limit as data: what starts it, how long it is, who says so, and since when."""

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.working_days import (
    add_months,
    add_working_days,
    has_corresponding_date,
)

_DAY = dt.timedelta(days=1)
_MONTHS_IN_A_YEAR = 12
_TERMS_END = ((3, 31), (8, 31), (12, 31))
"""Month and day: the spring, summer and autumn terms, holidays and all."""


class Unit(StrEnum):
    """What a length is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    TERMS = "terms"


_MONTHS_IN = {Unit.MONTHS: 1, Unit.YEARS: _MONTHS_IN_A_YEAR}
_DAYS_IN = {Unit.DAYS: 1, Unit.WEEKS: 7}


class Duty(StrEnum):
    """Who says so: regulations or an Act, statutory guidance, or the council's own practice."""

    STATUTE = "statute"
    GUIDANCE = "guidance"
    LOCAL = "local"


class Checked(StrEnum):
    """How sure we are of it: read at its source, reported by others, or confirmed nowhere."""

    READ = "read"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Length:
    """So many of a unit, after the event (or before it).

    `keeps_longer` says that it is the least time to keep something, not the most time to do it in.
    A date which a month has not then becomes the first of the next month, not the last of its own:
    keeping too long is the lesser wrong (29 February plus 75 years).
    """

    number: int
    unit: Unit
    is_before: bool = False
    keeps_longer: bool = False

    def end(self, start: dt.date, holidays: Container[dt.date]) -> dt.date:
        """The last day on which the thing is in time. The day of the event is not counted."""
        number = -self.number if self.is_before else self.number
        months = _MONTHS_IN.get(self.unit)
        if months is not None:
            day = add_months(start, number * months)
            return day + _DAY if self.keeps_longer and self.is_clamped(start) else day
        if self.unit is Unit.WORKING_DAYS:
            return add_working_days(start, number, holidays)
        if self.unit is Unit.TERMS:
            return _end_of_term(start, number)
        return start + number * _DAYS_IN[self.unit] * _DAY

    @property
    def months(self) -> int:
        """How many calendar months it is; 0 where it is not counted in those."""
        return self.number * _MONTHS_IN.get(self.unit, 0)

    def is_clamped(self, start: dt.date) -> bool:
        """Whether the last month has no day of the start's number."""
        months = -self.months if self.is_before else self.months
        return bool(months) and not has_corresponding_date(start, months)


@dataclass(frozen=True, slots=True)
class Ages:
    """Whole years a child has, both ends included; None is no end."""

    least: int | None = None
    most: int | None = None

    def hold(self, age: int) -> bool:
        """Whether the rule is for children of that age."""
        return (self.least is None or age >= self.least) and (self.most is None or age <= self.most)


@dataclass(frozen=True, slots=True)
class YearsSince:
    """The years, counted from 1, since something happened in which a rule holds."""

    happening: Happening
    first: int = 1
    last: int | None = None

    def hold(self, happened: dt.date | None, day: dt.date) -> bool:
        """Whether `day` lies in one of the years; not where the thing never happened."""
        if happened is None or day < add_months(happened, _MONTHS_IN_A_YEAR * (self.first - 1)):
            return False
        return self.last is None or day < add_months(happened, _MONTHS_IN_A_YEAR * self.last)


@dataclass(frozen=True, slots=True)
class InForce:
    """From the first day to the last; None is no end."""

    first: dt.date
    last: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on `day`."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One limit, as it is between two days.

    `law` is short, for a line; `source` is the whole name. `counted_from` and `what_changes` are
    message ids of the words that explain it. `starts` any of which begins it, `met_by` any of
    which meets it, `stops` any of which ends it unmet. `times` is how often in all it is to be met,
    0 where it goes on and on. `tightens` is the rule of the law that a
    council's own rule stands in for.
    """

    id: str
    title: str
    family: str
    length: Length
    law: str
    source: str
    duty: Duty
    checked: Checked
    in_force: InForce
    counted_from: str
    what_changes: tuple[str, ...] = ()
    starts: tuple[Happening, ...] = ()
    met_by: tuple[Happening, ...] = ()
    stops: tuple[Happening, ...] = ()
    replaced_by: tuple[str, ...] = ()
    ages: Ages = Ages()
    years: YearsSince | None = None
    times: int = 0
    note: str = ""
    tightens: "Rule | None" = None

    def end(self, start: dt.date, holidays: Container[dt.date]) -> dt.date:
        """The last day in time: a council's own limit never asks for less than the law's."""
        day = self.length.end(start, holidays)
        if self.tightens is None:
            return day
        stricter = max if self.tightens.length.keeps_longer else min
        return stricter(day, self.tightens.end(start, holidays))


def _end_of_term(start: dt.date, later: int) -> dt.date:
    """The last day of the term so many after the one that `start` is in."""
    within = next(
        index
        for index, (month, day) in enumerate(_TERMS_END)
        if (start.month, start.day) <= (month, day)
    )
    years, term = divmod(within + later, len(_TERMS_END))
    month, day = _TERMS_END[term]
    return dt.date(start.year + years, month, day)
