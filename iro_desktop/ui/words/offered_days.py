"""Days that are proposed for a meeting, and what to know about a day before booking it."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.timescales.explained import Explained, Holidays
from iro_desktop.domain.working_days import is_working_day, working_days_late
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.proposing import Note, ProposedDay


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
