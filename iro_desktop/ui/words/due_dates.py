"""How a due date is said: how soon it is, which review it is for, and why it is that day."""

import datetime as dt
from enum import StrEnum

from iro_desktop.domain.timescales import Due, Unit
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.caseload import SOON

_DAYS_IN_A_MONTH, _MONTHS_IN_A_YEAR = 30.44, 12
_LONGEST_IN_DAYS, _LONGEST_IN_MONTHS = 60, 24


class Urgency(StrEnum):
    """How pressing a due date is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


def urgency(day: dt.date, today: dt.date) -> Urgency:
    """Overdue, within thirty days, or later."""
    if day < today:
        return Urgency.OVERDUE
    return Urgency.SOON if day - today <= SOON else Urgency.LATER


def how_soon(day: dt.date, today: dt.date) -> str:
    """How far off a day is: today, in 6 days, 3 months overdue."""
    days = (day - today).days
    if days < 0:
        return _how_late(-days)
    if days <= 1:
        return tr("tomorrow") if days else tr("today")
    if days <= _LONGEST_IN_DAYS:
        return ntr("in {number} day", "in {number} days", days)
    months = round(days / _DAYS_IN_A_MONTH)
    return ntr("in {number} month", "in {number} months", months)


def _how_late(days: int) -> str:
    if days <= _LONGEST_IN_DAYS:
        return ntr("{number} day overdue", "{number} days overdue", days)
    months = round(days / _DAYS_IN_A_MONTH)
    if months <= _LONGEST_IN_MONTHS:
        return ntr("{number} month overdue", "{number} months overdue", months)
    years = months // _MONTHS_IN_A_YEAR
    return ntr("{number} year overdue", "{number} years overdue", years)


def which_review(due: Due) -> str:
    """First, second or later review, of the clock that runs for the child."""
    return {
        "first_review": tr("First review"),
        "second_review": tr("Second review"),
        "later_review": tr("Six-month review"),
        "first_short_break_review": tr("First review of short breaks"),
        "later_short_break_review": tr("Later review of short breaks"),
        "first_adoption_review": tr("First review since placed for adoption"),
        "second_adoption_review": tr("Second review since placed for adoption"),
        "later_adoption_review": tr("Later review since placed for adoption"),
    }[due.rule.id]


def why(due: Due, name: str) -> str:
    """Why the review of the child called `name` is due on that day, and the law that says so."""
    sentence = tr(
        "{length} after {day}, {event} — {law}.",
        length=_length(due),
        day=screen().date(due.counted_from),
        event=_event(due, name),
        law=due.rule.law,
    )
    practical = last_practical_day(due)
    return f"{sentence} {practical}" if practical else sentence


def last_practical_day(due: Due) -> str:
    """Which working day to hold it by, where the limit ends on a closed one; else empty."""
    if due.last_working_day == due.on:
        return ""
    return tr(
        "That day is not a working day, and the limit does not move: hold it by {day}.",
        day=screen().weekday_date(due.last_working_day),
    )


def _length(due: Due) -> str:
    match due.rule.unit:
        case Unit.WORKING_DAYS:
            return ntr("{number} working day", "{number} working days", due.rule.length)
        case Unit.WEEKS:
            return ntr("{number} week", "{number} weeks", due.rule.length)
        case Unit.MONTHS:
            return ntr("{number} month", "{number} months", due.rule.length)


def _event(due: Due, name: str) -> str:
    if due.from_review:
        return tr("when {name}’s last review was held", name=name)
    if due.rule.id == "first_adoption_review":
        return tr("when {name} was placed for adoption", name=name)
    if due.rule.id == "first_short_break_review":
        return tr("when {name}’s short breaks began", name=name)
    return tr("when {name} became looked after", name=name)
