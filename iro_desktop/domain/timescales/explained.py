"""A due date that can say why: its rule, what it was counted from, and every day it passed over."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from iro_desktop.domain.timescales.rule import Rule, Unit
from iro_desktop.domain.working_days import is_working_day, last_working_day_by

Holidays = Mapping[dt.date, str]
"""Days that are not working days besides weekends, each with what it is called."""

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that was not counted. `holiday` is what it is called, empty for a weekend."""

    day: dt.date
    holiday: str

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday or a Sunday; a holiday may fall on one as well."""
        return self.day.weekday() >= _SATURDAY


@dataclass(frozen=True, slots=True)
class Explained:
    """The last day in time, and how it was come by.

    `law_allows` is what the law
    itself would allow, where a council's own rule is tighter, else None. `stops_on` is the day on
    which the clock stops before the limit (the child turns 18), else None.
    """

    on: dt.date
    rule: Rule
    counted_from: dt.date
    law_allows: dt.date | None = None
    stops_on: dt.date | None = None
    holidays: Holidays = field(default_factory=dict, compare=False, repr=False)

    @property
    def last_working_day(self) -> dt.date:
        """The last practical day: before `on` where a limit ends on a closed day.

        A limit in working days never does; one in months, weeks or days does not move.
        """
        return last_working_day_by(self.on, self.holidays)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Each day passed over in counting, in order; none where the limit counts every day."""
        if self.rule.length.unit is not Unit.WORKING_DAYS:
            return ()
        first, last = sorted((self.counted_from, self.on))
        days = (first + number * _DAY for number in range(1, (last - first).days))
        return tuple(
            Skipped(day, self.holidays.get(day, ""))
            for day in days
            if not is_working_day(day, self.holidays)
        )

    @property
    def is_clamped(self) -> bool:
        """Whether the last month has no day of that number, so that its end was taken."""
        return self.rule.length.is_clamped(self.counted_from)

    @property
    def is_on_closed_day(self) -> bool:
        """Whether the limit ends on a day on which offices are closed."""
        return self.last_working_day != self.on


def explain(rule: Rule, start: dt.date, holidays: Holidays) -> Explained:
    """When what `start` began is due under `rule`, and why.

    Where a holiday proclaimed since has made a council's own limit the laxer, the law explains.
    """
    on = rule.end(start, holidays)
    law = rule.tightens
    if law is None:
        return Explained(on, rule, start, holidays=holidays)
    if rule.length.end(start, holidays) != on:
        return explain(law, start, holidays)
    allowed = law.end(start, holidays)
    return Explained(on, rule, start, allowed if allowed != on else None, holidays=holidays)
