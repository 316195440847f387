"""The busy times of a calendar file (RFC 5545): when someone is taken, never by what."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from iro_desktop.calendars.appointments import LONDON, Busy
from iro_desktop.calendars.content_lines import lines_that_say_when
from iro_desktop.calendars.ics_values import (
    Line,
    When,
    length,
    moment,
    moments,
    recurrence,
    split_line,
)
from iro_desktop.calendars.recurrence import Effort

_DAYS_LOOKED_AT = 1_500_000  # some seconds; what a busy decade holds needs a tenth of it
_DAY = dt.timedelta(days=1)
Stretch = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True, slots=True)
class _Part:
    """An event or a free/busy part: the lines of each name."""

    kind: str
    lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))

    def first(self, name: str) -> Line | None:
        return self.lines[name][0] if self.lines.get(name) else None

    def word(self, name: str) -> str:
        found = self.first(name)
        return found.value.strip() if found else ""


def busy_times(content: bytes, since: dt.date, until: dt.date) -> tuple[Busy, ...]:
    """When someone is taken from the start of `since` to the end of `until`, London's days.

    Whatever touches or overlaps is one stretch, so that not even the number of meetings is known.
    Cancelled and transparent events take no time, nor does what has no days that can be read.

    Raises:
        CalendarRefused: too large, no calendar, or repeating without end or sense.
    """
    window = _midnight(since), _midnight(until + _DAY)
    effort = Effort(_DAYS_LOOKED_AT)
    parts = list(_parts(lines_that_say_when(content)))
    moved = _moved(parts)
    found = (_stretches(part, moved[part.word("UID")], window, effort) for part in parts)
    return _merged(_cut((stretch for stretches in found for stretch in stretches), window))


def _parts(lines: Iterable[str]) -> Iterator[_Part]:
    part = _Part("")
    for line in lines:
        try:
            name, rest = split_line(line)
        except ValueError:
            continue
        if name == "BEGIN":
            part = _Part(rest.value)
        elif name == "END":
            yield part
        else:
            part.lines[name].append(rest)


def _moved(parts: Iterable[_Part]) -> defaultdict[str, set[When]]:
    """Which times of a series stand as events of their own, by the series' UID."""
    found: defaultdict[str, set[When]] = defaultdict(set)
    for part in parts:
        line = part.first("RECURRENCE-ID")
        if line is not None:
            try:
                found[part.word("UID")].add(_point(moment(line)))
            except (ValueError, OverflowError):
                continue
    return found


def _stretches(
    part: _Part, moved: set[When], window: Stretch, effort: Effort
) -> tuple[Stretch, ...]:
    try:
        if part.kind == "VFREEBUSY":
            return tuple(_free_busy(part))
        if part.word("STATUS").upper() == "CANCELLED" or (
            part.word("TRANSP").upper() == "TRANSPARENT"
        ):
            return ()
        return tuple(_event(part, moved, window, effort))
    except (ValueError, OverflowError):
        return ()


def _free_busy(part: _Part) -> Iterator[Stretch]:
    for line in part.lines["FREEBUSY"]:
        if line.parameters.get("FBTYPE", "BUSY").upper() == "FREE":
            continue
        for period in moments(line):
            if isinstance(period, tuple):
                yield _utc(period[0]), _utc(period[1])


def _event(part: _Part, moved: set[When], window: Stretch, effort: Effort) -> Iterator[Stretch]:
    line = part.first("DTSTART")
    if line is None:
        return
    start = moment(line)
    lasts = _lasts(part, start)
    left_out = {_point(day) for line in part.lines["EXDATE"] for day in _points(line)}
    if part.first("RECURRENCE-ID") is None:
        left_out |= moved
    for begins in {start, *_repeated(part, start, lasts, window, effort)}:
        if _point(begins) not in left_out and _day(begins) not in left_out:
            yield _utc(begins), _utc(begins) + lasts
    for added in (added for line in part.lines["RDATE"] for added in moments(line)):
        begins, ends = added if isinstance(added, tuple) else (added, None)
        if _point(begins) not in left_out:
            yield _utc(begins), _utc(ends) if ends else _utc(begins) + lasts


def _lasts(part: _Part, start: When) -> dt.timedelta:
    """How long an event takes: as it says, else a whole day for a day, and nothing for a time."""
    if (line := part.first("DTEND")) is not None:
        return _utc(moment(line)) - _utc(start)
    if (line := part.first("DURATION")) is not None:
        return length(line)
    return dt.timedelta() if isinstance(start, dt.datetime) else _DAY


def _repeated(
    part: _Part, start: When, lasts: dt.timedelta, window: Stretch, effort: Effort
) -> Iterator[When]:
    """Each time that a rule gives and that may reach into the window."""
    first, last = (window[0] - lasts - _DAY).date(), (window[1] + _DAY).date()
    for line in part.lines["RRULE"]:
        rule = recurrence(line, start)
        if isinstance(start, dt.datetime):
            by_the_clock = start.replace(tzinfo=None)
            for time in rule.times(by_the_clock, first, last, effort):
                yield time.replace(tzinfo=start.tzinfo)
        else:
            midnight = dt.datetime.combine(start, dt.time())
            for time in rule.times(midnight, first, last, effort):
                yield time.date()


def _points(line: Line) -> Iterator[When]:
    for found in moments(line):
        yield found[0] if isinstance(found, tuple) else found


def _point(when: When) -> When:
    """A moment by which times in different zones are the same, and whole days are days."""
    return _utc(when) if isinstance(when, dt.datetime) else when


def _day(when: When) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when


def _utc(when: When) -> dt.datetime:
    return when.astimezone(dt.UTC) if isinstance(when, dt.datetime) else _midnight(when)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), LONDON).astimezone(dt.UTC)


def _cut(stretches: Iterable[Stretch], window: Stretch) -> Iterator[Busy]:
    first, last = window
    for start, end in stretches:
        if start < min(end, last) and end > first:
            yield Busy(max(start, first), min(end, last))


def _merged(taken: Iterable[Busy]) -> tuple[Busy, ...]:
    found: list[Busy] = []
    for busy in sorted(taken):
        if found and busy.start <= found[-1].end:
            found[-1] = Busy(found[-1].start, max(found[-1].end, busy.end))
        else:
            found.append(busy)
    return tuple(found)
