"""Days to propose for a meeting: a week inside the limit, and clear of other meetings."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Protocol

from iro_desktop.domain.timescales import Holidays
from iro_desktop.domain.working_days import add_working_days
from iro_desktop.services.busy_times import BusyTime, busy_days

DAYS_IN_HAND = 5  # working days kept before the limit, for a meeting that has to be moved


class Limit(Protocol):
    """What is asked of a due date here: the last day in time, and the last practical one."""

    @property
    def on(self) -> dt.date:
        """The last day in time."""
        ...

    @property
    def last_working_day(self) -> dt.date:
        """The last working day in time."""
        ...


class Caution(StrEnum):
    """What to know about a day that is proposed."""

    OTHER_MEETING = "other_meeting"
    BUSY = "busy"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """A working day to hold a meeting on. Without `cautions` it is free, and in time."""

    day: dt.date
    cautions: tuple[Caution, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether nothing else is known of that day."""
        return not set(self.cautions) & {Caution.OTHER_MEETING, Caution.BUSY}

    @property
    def is_late(self) -> bool:
        """Whether it is after the limit, because no day is left inside it."""
        return Caution.LATE in self.cautions


def preferred_day(limit: Limit | None, today: dt.date, holidays: Holidays) -> dt.date:
    """A week inside the limit, or the soonest day there is: people have to be asked first."""
    soonest = add_working_days(today, 1, holidays)
    if limit is None:
        return soonest
    return max(soonest, add_working_days(limit.last_working_day, -DAYS_IN_HAND, holidays))


def proposed_days(
    limit: Limit | None,
    today: dt.date,
    holidays: Holidays,
    taken: Collection[dt.date] = (),
    busy: Iterable[BusyTime] = (),
    count: int = 5,
) -> tuple[ProposedDay, ...]:
    """Up to `count` working days after today, the best first; none after the limit.

    Best is what is free, and of that what is nearest to a week before the limit; of days as near,
    the earlier. Where no day is left inside the limit, the soonest ones, each said to be late.

    Args:
        limit: the last day in time; None where no clock runs, for the soonest days there are.
        today: the day of asking.
        holidays: days that are not working days.
        taken: days on which the same person has other meetings.
        busy: times at which they are away or at work elsewhere.
        count: how many days are wanted at most.
    """
    taken, engaged = set(taken), busy_days(busy)
    preferred = preferred_day(limit, today, holidays)
    soonest = add_working_days(today, 1, holidays)
    is_late = limit is not None and limit.on < soonest
    last = None if limit is None or is_late else limit.on
    enough = count + len(taken) + len(engaged)

    def proposed(day: dt.date) -> ProposedDay:
        cautions = (
            (Caution.OTHER_MEETING, day in taken),
            (Caution.BUSY, day in engaged),
            (Caution.LATE, is_late),
        )
        return ProposedDay(day, tuple(caution for caution, holds in cautions if holds))

    near = (
        *islice(_working_days(preferred, 1, holidays, soonest, last), enough),
        *islice(_working_days(preferred - _DAY, -1, holidays, soonest, last), enough),
    )
    found = [proposed(day) for day in near]
    found.sort(key=lambda one: (len(one.cautions), abs((one.day - preferred).days), one.day))
    return tuple(found[:count])


_DAY = dt.timedelta(days=1)


def _working_days(
    start: dt.date, step: int, holidays: Holidays, first: dt.date, last: dt.date | None
) -> Iterator[dt.date]:
    """The working days from `start` on, forwards or backwards, as far as they may be proposed."""
    day = add_working_days(start - step * _DAY, step, holidays)
    while first <= day and (last is None or day <= last):
        yield day
        day = add_working_days(day, step, holidays)
