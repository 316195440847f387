"""When the IRO is taken elsewhere, day by day, in hours and nothing else."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.busy_times import BusyTime, on_wall_clock

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BusyHours:
    """A part of a day. `words` are its hours; `starts_at` is None where it is the whole day."""

    starts_at: dt.time | None
    words: str


def busy_hours(busy: Iterable[BusyTime]) -> Mapping[dt.date, tuple[BusyHours, ...]]:
    """What is taken of each day, in order; times that touch or overlap are one."""
    parts: dict[dt.date, list[BusyTime]] = defaultdict(list)
    for since, until in _merged(busy):
        start = since
        while start < until:
            midnight = dt.datetime.combine(start.date() + _DAY, dt.time.min)
            parts[start.date()].append((start, min(until, midnight)))
            start = midnight
    return {day: tuple(_part(day, *one) for one in some) for day, some in parts.items()}


def known_of_calendar(busy: Sequence[BusyTime]) -> str:
    """How much is known of the IRO's own calendar; empty where nothing is."""
    if not busy:
        return ""
    return ntr(
        "{number} busy time is known, up to {day}.",
        "{number} busy times are known, up to {day}.",
        len(busy),
        day=screen().date(max(on_wall_clock(until) for _, until in busy).date()),
    )


def _merged(busy: Iterable[BusyTime]) -> list[BusyTime]:
    merged: list[BusyTime] = []
    for since, until in sorted((on_wall_clock(a), on_wall_clock(b)) for a, b in busy):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(until, merged[-1][1]))
        else:
            merged.append((since, until))
    return merged


def _part(day: dt.date, since: dt.datetime, until: dt.datetime) -> BusyHours:
    begins, ends = since.time() == dt.time.min, until.date() > day
    if begins and ends:
        return BusyHours(None, tr("all day"))
    if begins:
        return BusyHours(since.time(), tr("until {time}", time=screen().time(until.time())))
    if ends:
        return BusyHours(since.time(), tr("from {time}", time=screen().time(since.time())))
    hours = tr("{start}–{end}", start=screen().time(since.time()), end=screen().time(until.time()))
    return BusyHours(since.time(), hours)
