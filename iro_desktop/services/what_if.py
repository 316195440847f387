"""What if the review were on another day: everything read once, so that moving it asks no store."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import OF_THE_CASE, Review, booked
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.what_if import (
    Birthday,
    NextDue,
    Outlook,
    birthdays,
    outlook,
)
from iro_desktop.domain.working_days import is_working_day
from iro_desktop.services import busy_calendar, diary, owner, school_terms
from iro_desktop.services.busy_times import BusyTime, overlaps_busy
from iro_desktop.services.child_file import require_child
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.diary import USUAL_MINUTES, DiaryEntry, Standing
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.proposing import preferred_day
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.school_terms import Term, term_of

SCHOOL_AGE = 4
_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)


class ClashKind(StrEnum):
    """What speaks against a day, or is to be known of it; the most pressing first."""

    CLOSED_DAY = "closed_day"
    MEETING_AT_THE_TIME = "meeting_at_the_time"
    MEETING_WITHIN_THE_HOUR = "meeting_within_the_hour"
    MEETING_SAME_DAY = "meeting_same_day"
    BUSY = "busy"
    OUTSIDE_TERM = "outside_term"
    IN_TERM = "in_term"
    WITH_SIBLING = "with_sibling"


@dataclass(frozen=True, slots=True)
class Clash:
    """One of them. `meeting` is the other review, `term` the one the day is in, else None.

    `holiday` is what a closed day is called, empty for a weekend.
    """

    kind: ClashKind
    meeting: DiaryEntry | None = None
    term: Term | None = None
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that has to be known to say what another day would mean.

    `due` is when the review is due; `booked` the review that stands booked, which would be moved;
    `meetings` are the other reviews that the child's IRO has booked; `busy` is when the IRO is
    taken, empty for anyone but the owner of the laptop.
    """

    child: Child
    clock: ReviewClock
    due: Explained | None
    booked: Review | None
    today: dt.date
    meetings: tuple[DiaryEntry, ...] = ()
    busy: tuple[BusyTime, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def day_to_begin_with(self) -> dt.date:
        """The day booked where it is still to come, else one to propose."""
        planned = self.booked.planned_for if self.booked else None
        if planned is not None and planned >= self.today:
            return planned
        return preferred_day(self.due, self.today, self.clock.reckoner.holidays)

    @property
    def last_day(self) -> dt.date:
        """The last day on which the child can be reviewed as a child."""
        return self.clock.adult_on - _DAY


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a day would mean. `birthdays` are those to come until the last of the deadlines."""

    outlook: Outlook
    clashes: tuple[Clash, ...]
    birthdays: tuple[Birthday, ...]


def read(uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date) -> Situation:
    """Everything that is needed for one child. Raises NoSuchThing."""
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        episodes, reviews = uow.episodes.of_child(child_id), uow.reviews.of_child(child_id)
        reckoner, happenings = reckoner_of(uow.settings), uow.happenings.of_child(child_id)
        clock = ReviewClock.of(child.date_of_birth, episodes, reviews, reckoner, today, happenings)
        me = owner.signatory(uow.settings).name
        iro = diary.iro_of(child, me)
        busy = busy_calendar.read(uow.settings) if iro == me else ()
        terms = school_terms.read(uow.settings)
    planned = booked(review for review in reviews if review.kind in OF_THE_CASE)
    entries = diary.entries(uow_factory, today, today, clock.adult_on)
    return Situation(
        child=child,
        clock=clock,
        due=clock.next_due(today),
        booked=planned,
        today=today,
        meetings=tuple(
            entry
            for entry in entries
            if entry.standing is Standing.BOOKED and entry.iro == iro and entry.review != planned
        ),
        busy=busy,
        terms=terms,
    )


def what_if(situation: Situation, day: dt.date) -> WhatIf:
    """What it would mean to hold the review on `day`, from today to the day before the child is 18.

    Raises:
        ValueError: the day is not among those.
    """
    if not situation.today <= day <= situation.last_day:
        raise ValueError
    clock = situation.clock
    held = [one for one in clock.held if one < day]
    ahead = outlook(day, situation.due, held, _next_due(clock), clock.reckoner)
    last = max((due.on for due in ahead.deadlines), default=day)
    return WhatIf(
        outlook=ahead,
        clashes=tuple(_clashes(situation, day)),
        birthdays=birthdays(situation.child.date_of_birth, situation.today, max(last, day)),
    )


def _next_due(clock: ReviewClock) -> NextDue:
    def due(held: Sequence[dt.date]) -> Explained | None:
        return replace(clock, held=tuple(held)).due_after(held[-1])

    return due


def _clashes(situation: Situation, day: dt.date) -> Iterator[Clash]:
    holidays = situation.clock.reckoner.holidays
    if not is_working_day(day, holidays):
        yield Clash(ClashKind.CLOSED_DAY, holiday=holidays.get(day, ""))
    meetings = [_meeting(situation, one) for one in situation.meetings if one.day == day]
    yield from sorted(meetings, key=lambda one: list(ClashKind).index(one.kind))
    starts, ends = _hours(situation.booked, day)
    if overlaps_busy(starts, ends, situation.busy):
        yield Clash(ClashKind.BUSY)
    yield from _school(situation, day)


def _meeting(situation: Situation, other: DiaryEntry) -> Clash:
    """How near another review that day comes: brothers and sisters may be seen together."""
    child, family = situation.child, situation.child.sibling_group
    if family and other.child.sibling_group == family and other.child.id != child.id:
        return Clash(ClashKind.WITH_SIBLING, other)
    mine = situation.booked
    if mine is None or mine.starts_at is None or other.starts_at is None:
        return Clash(ClashKind.MEETING_SAME_DAY, other)
    starts, ends = _hours(mine, other.day)
    begins = dt.datetime.combine(other.day, other.starts_at)
    over = begins + dt.timedelta(minutes=other.minutes)
    if starts < over and begins < ends:
        return Clash(ClashKind.MEETING_AT_THE_TIME, other)
    if starts < over + _HOUR and begins < ends + _HOUR:
        return Clash(ClashKind.MEETING_WITHIN_THE_HOUR, other)
    return Clash(ClashKind.MEETING_SAME_DAY, other)


def _hours(review: Review | None, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """From when to when the review would last; the whole day where no time was given."""
    midnight = dt.datetime.combine(day, dt.time.min)
    if review is None or review.starts_at is None:
        return midnight, midnight + _DAY
    starts = dt.datetime.combine(day, review.starts_at)
    return starts, starts + dt.timedelta(minutes=review.lasts_minutes or USUAL_MINUTES)


def _school(situation: Situation, day: dt.date) -> Iterator[Clash]:
    """In lessons or in the holidays, for a child at school and a day that the terms reach."""
    terms = situation.terms
    if age_on(situation.child.date_of_birth, day) < SCHOOL_AGE or not _reach(terms, day):
        return
    term = term_of(day, terms)
    if term is None:
        yield Clash(ClashKind.OUTSIDE_TERM)
    elif is_working_day(day, situation.clock.reckoner.holidays):
        yield Clash(ClashKind.IN_TERM, term=term)


def _reach(terms: Sequence[Term], day: dt.date) -> bool:
    """Whether anything is known of a day: before the first term or after the last, it is not."""
    return any(term.first <= day for term in terms) and any(day <= term.last for term in terms)
