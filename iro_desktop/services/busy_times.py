"""Times at which someone is away or at work elsewhere, as a calendar file tells them."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

BusyTime: TypeAlias = tuple[dt.datetime, dt.datetime]
"""From and until, on the wall clock of the laptop: naive, or aware in any time zone."""

_DAY = dt.timedelta(days=1)


def on_wall_clock(moment: dt.datetime) -> dt.datetime:
    """A moment as the laptop's clock shows it, without a time zone."""
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment


def busy_days(busy: Iterable[BusyTime]) -> frozenset[dt.date]:
    """Every day of which some part is taken."""
    days: set[dt.date] = set()
    for start, end in ((on_wall_clock(a), on_wall_clock(b)) for a, b in busy):
        day = start.date()
        while dt.datetime.combine(day, dt.time.min) < end:
            days.add(day)
            day += _DAY
    return frozenset(days)


def overlaps_busy(start: dt.datetime, end: dt.datetime, busy: Iterable[BusyTime]) -> bool:
    """Whether a meeting on the wall clock runs into a busy time; touching ends do not."""
    return any(start < on_wall_clock(until) and on_wall_clock(since) < end for since, until in busy)
