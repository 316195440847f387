"""What does not go together in a diary, and brothers and sisters who could be reviewed together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.working_days import is_working_day
from iro_desktop.services.busy_times import BusyTime, overlaps_busy
from iro_desktop.services.diary import DiaryEntry, Standing

CLOSE_TOGETHER = dt.timedelta(weeks=2)
_DAY = dt.timedelta(days=1)
_NO_HOLIDAYS: Holidays = MappingProxyType({})


class Clash(StrEnum):
    """What is amiss, the most pressing first."""

    AFTER_LIMIT = "after_limit"
    OVERLAP = "overlap"
    BUSY = "busy"
    CLOSED_DAY = "closed_day"
    SIBLINGS_APART = "siblings_apart"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Entries that clash, by day. `is_certain` is False where a time is not known yet."""

    clash: Clash
    entries: tuple[DiaryEntry, ...]
    is_certain: bool = True

    @property
    def day(self) -> dt.date:
        """The first day it is about."""
        return self.entries[0].day


def conflicts(
    entries: Iterable[DiaryEntry],
    busy: Sequence[BusyTime] = (),
    holidays: Holidays = _NO_HOLIDAYS,
    *,
    busy_iro: str | None = None,
) -> tuple[Conflict, ...]:
    """What does not go together among the meetings that are booked, by day.

    Args:
        entries: the diary; only what is booked in it can clash.
        busy: times at which an IRO is away or at work elsewhere.
        holidays: days that are not working days.
        busy_iro: whose times they are; None where the diary is one IRO's.
    """
    booked = [entry for entry in entries if entry.standing is Standing.BOOKED]
    found = [
        *_after_limit(booked),
        *_overlapping(booked),
        *_in_busy_time([one for one in booked if busy_iro in {None, one.iro}], busy),
        *_on_closed_days(booked, holidays),
        *_siblings_apart(booked),
    ]
    order = list(Clash)
    return tuple(sorted(found, key=lambda one: (one.day, order.index(one.clash))))


def _after_limit(booked: Iterable[DiaryEntry]) -> Iterator[Conflict]:
    for entry in booked:
        if entry.due is not None and entry.due.on < entry.day:
            yield Conflict(Clash.AFTER_LIMIT, (entry,))


def _overlapping(booked: Iterable[DiaryEntry]) -> Iterator[Conflict]:
    of_day: dict[tuple[dt.date, str], list[DiaryEntry]] = defaultdict(list)
    for entry in booked:
        of_day[entry.day, entry.iro].append(entry)
    for meetings in of_day.values():
        for one, other in combinations(sorted(meetings, key=_starts), 2):
            if _are_held_together(one, other):
                continue
            if one.starts_at is None or other.starts_at is None:
                yield Conflict(Clash.OVERLAP, (one, other), is_certain=False)
            elif _starts(other) < _ends(one):
                yield Conflict(Clash.OVERLAP, (one, other))


def _are_held_together(one: DiaryEntry, other: DiaryEntry) -> bool:
    """Whether it is one meeting: said to be, or of brothers and sisters at one hour, of a kind."""
    meetings = [each.review.meeting if each.review else "" for each in (one, other)]
    if meetings[0] and meetings[0] == meetings[1]:
        return True
    group = one.child.sibling_group
    is_family = bool(group) and group == other.child.sibling_group
    return is_family and one.starts_at == other.starts_at and _are_alike(one, other)


def _in_busy_time(booked: Iterable[DiaryEntry], busy: Sequence[BusyTime]) -> Iterator[Conflict]:
    for entry in booked:
        if overlaps_busy(_starts(entry), _ends(entry), busy):
            yield Conflict(Clash.BUSY, (entry,), is_certain=entry.starts_at is not None)


def _on_closed_days(booked: Iterable[DiaryEntry], holidays: Holidays) -> Iterator[Conflict]:
    for entry in booked:
        if not is_working_day(entry.day, holidays):
            yield Conflict(Clash.CLOSED_DAY, (entry,))


def _siblings_apart(booked: Iterable[DiaryEntry]) -> Iterator[Conflict]:
    groups: dict[str, list[DiaryEntry]] = defaultdict(list)
    for entry in booked:
        if entry.child.sibling_group:
            groups[entry.child.sibling_group].append(entry)
    for meetings in groups.values():
        for one, other in combinations(sorted(meetings, key=_starts), 2):
            apart = other.day - one.day
            is_near = dt.timedelta() < apart <= CLOSE_TOGETHER
            if one.child.id != other.child.id and is_near and _are_alike(one, other):
                yield Conflict(Clash.SIBLINGS_APART, (one, other))


def _are_alike(one: DiaryEntry, other: DiaryEntry) -> bool:
    """Whether one meeting could do for both: a conference is no review of a case."""
    return one.kind is other.kind or {one.kind, other.kind} <= OF_THE_CASE


def _starts(entry: DiaryEntry) -> dt.datetime:
    return dt.datetime.combine(entry.day, entry.starts_at or dt.time.min)


def _ends(entry: DiaryEntry) -> dt.datetime:
    """When it ends; one without a time may last all day."""
    if entry.starts_at is None:
        return _starts(entry) + _DAY
    return _starts(entry) + dt.timedelta(minutes=entry.minutes)
