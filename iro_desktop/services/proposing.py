"""Days to propose for a meeting: a week inside the limit, and clear of other meetings."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Protocol

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.working_days import add_working_days, is_working_day
from iro_desktop.services.busy_times import BusyTime, busy_days

DAYS_IN_HAND = 5  # working days kept before the limit, for a meeting that has to be moved
_DAY = dt.timedelta(days=1)


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


class Note(StrEnum):
    """What to know about a day that is proposed."""

    SIBLING = "sibling"
    OTHER_MEETING = "other_meeting"
    BUSY = "busy"
    LATE = "late"


_TAKEN = frozenset({Note.OTHER_MEETING, Note.BUSY})


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """A working day to hold a meeting on. Without `notes` it is free, and in time."""

    day: dt.date
    notes: tuple[Note, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether nothing speaks against that day but perhaps the limit."""
        return not _TAKEN & set(self.notes)

    @property
    def is_late(self) -> bool:
        """Whether it is after the limit, because no day is left inside it."""
        return Note.LATE in self.notes


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
    *,
    together: Collection[dt.date] = (),
) -> tuple[ProposedDay, ...]:
    """Up to `count` working days after today, the best first; none after the limit.

    Best is what is free, and of that the day of a brother or sister, then what is nearest to a
    week before the limit; of days as near, the earlier. Where no day is left inside the limit,
    the soonest ones, each said to be late.

    Args:
        limit: the last day in time; None where no clock runs, for the soonest days there are.
        today: the day of asking.
        holidays: days that are not working days.
        taken: days on which the same person has other meetings.
        busy: times at which they are away or at work elsewhere.
        count: how many days are wanted at most.
        together: days on which a brother or sister is to be reviewed.
    """
    reach = _Reach.of(limit, today, holidays)
    preferred, engaged = preferred_day(limit, today, holidays), busy_days(busy)

    def proposed(day: dt.date) -> ProposedDay:
        held = (
            (Note.SIBLING, day in together),
            (Note.OTHER_MEETING, day in taken),
            (Note.BUSY, day in engaged),
            (Note.LATE, reach.is_late),
        )
        return ProposedDay(day, tuple(note for note, holds in held if holds))

    def rank(one: ProposedDay) -> tuple[int, bool, int, dt.date]:
        against = len(_TAKEN & set(one.notes))
        return against, Note.SIBLING not in one.notes, abs((one.day - preferred).days), one.day

    enough = count + len(set(taken)) + len(engaged)
    days = {
        *islice(reach.from_day(preferred, 1, holidays), enough),
        *islice(reach.from_day(preferred - _DAY, -1, holidays), enough),
        *(day for day in together if reach.holds(day) and is_working_day(day, holidays)),
    }
    return tuple(sorted(map(proposed, days), key=rank)[:count])


@dataclass(frozen=True, slots=True)
class _Reach:
    """From when and until when a day may be proposed; `last` None is without end."""

    first: dt.date
    last: dt.date | None
    is_late: bool

    @classmethod
    def of(cls, limit: Limit | None, today: dt.date, holidays: Holidays) -> "_Reach":
        soonest = add_working_days(today, 1, holidays)
        is_late = limit is not None and limit.on < soonest
        return cls(soonest, None if limit is None or is_late else limit.on, is_late)

    def holds(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def from_day(self, start: dt.date, step: int, holidays: Holidays) -> Iterator[dt.date]:
        """The working days from `start` on, forwards or backwards."""
        day = add_working_days(start - step * _DAY, step, holidays)
        while self.holds(day):
            yield day
            day = add_working_days(day, step, holidays)
