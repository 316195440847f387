"""The next review: when it is due and why, when it is booked, and what to know when booking."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.timescales.explained import Explained, Holidays
from iro_desktop.domain.working_days import is_working_day, working_days_late
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.preparing import Hours, propose_day
from iro_desktop.services.proposing import Note, ProposedDay
from iro_desktop.ui.words.due_dates import (
    Urgency,
    explained,
    how_soon,
    urgency,
    which_review,
    why,
)


@dataclass(frozen=True, slots=True)
class NextReview:
    """When the next review is due. `day` is empty for a child on whom no clock runs.

    `invites_to` is the review that people can be asked to, None before one is booked.
    """

    which: str
    day: str
    how_soon: str
    urgency: Urgency
    why: str
    explanation: Explanation | None
    booked: str
    planned_for: dt.date
    planned_at: str
    hours: Hours
    invites_to: ReviewId | None = None


def next_review_of(file: ChildFile, today: dt.date) -> NextReview:
    """The next review, with a day to book where none is booked."""
    due, booked = file.summary.next_due, file.summary.booked
    planned = booked.planned_for if booked else None
    place = booked.planned_at if booked else ""
    hours = Hours(booked.starts_at, booked.lasts_minutes) if booked else Hours()
    return NextReview(
        which=which_review(due) if due else tr("No review is due"),
        day=screen().weekday_date(due.on) if due else "",
        how_soon=how_soon(due.on, today) if due else "",
        urgency=urgency(due.on, today) if due else Urgency.LATER,
        why=why(due) if due else "",
        explanation=explained(due) if due else None,
        booked=_booked(planned, hours.starts_at, today),
        planned_for=planned or propose_day(due, today, file.holidays),
        planned_at=place,
        hours=hours,
        invites_to=booked.id if booked and planned else None,
    )


def _booked(planned: dt.date | None, starts_at: dt.time | None, today: dt.date) -> str:
    if planned is None:
        return ""
    day = screen().weekday_date(planned)
    if starts_at is not None:
        day = tr("{day} at {time}", day=day, time=screen().time(starts_at))
    if planned < today:
        return tr("Was booked for {day}", day=day)
    return tr("Booked for {day}", day=day)


def advice_on_booking(
    day: dt.date | None, due: Explained | None, holidays: Holidays, today: dt.date
) -> str:
    """What to know about a day before booking it; empty where nothing speaks against it."""
    if day is None:
        return tr("Type a day, or choose one from the calendar.")
    if day < today:
        return tr("That day has gone.")
    if not is_working_day(day, holidays):
        return tr("That is not a working day.")
    if due is not None and day > due.on:
        return tr("That is after the last day in time, {day}.", day=screen().date(due.on))
    return ""


@dataclass(frozen=True, slots=True)
class OfferedDay:
    """A day that is proposed: what its button says, and why that day. One of several is best."""

    day: dt.date
    label: str
    why: str
    is_best: bool


def offered_day(
    proposed: ProposedDay, due: Explained | None, holidays: Holidays, *, is_best: bool
) -> OfferedDay:
    """A proposed day in words."""
    label = tr(
        "{day} · {state}",
        day=screen().weekday_and_day(proposed.day),
        state=_state_of(proposed),
    )
    return OfferedDay(proposed.day, label, _why_offered(proposed, due, holidays), is_best)


def _state_of(proposed: ProposedDay) -> str:
    words = {
        Note.SIBLING: tr("with a brother or sister"),
        Note.OTHER_MEETING: tr("another meeting that day"),
        Note.BUSY: tr("busy for a part of it"),
        Note.LATE: tr("late"),
    }
    return ", ".join(words[note] for note in proposed.notes) or tr("free")


def _why_offered(proposed: ProposedDay, due: Explained | None, holidays: Holidays) -> str:
    if due is None:
        return tr("One of the soonest working days.")
    if proposed.is_late:
        return tr("No working day is left before the limit, {day}.", day=screen().date(due.on))
    left = working_days_late(proposed.day, due.last_working_day, holidays)
    if not left:
        return tr("The last working day in time.")
    return ntr(
        "{number} working day before the last one in time.",
        "{number} working days before the last one in time.",
        left,
    )
