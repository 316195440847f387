"""How a due date is said: how soon it is, which review it is for, and why it is that day."""

import datetime as dt
from enum import StrEnum

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.caseload import SOON
from iro_desktop.services.explaining import Explanation, explanation_of

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


def which_review(due: Explained) -> str:
    """What is due: the first, second or a later review, of the clock that runs for the child."""
    return tr(due.rule.title)


def why(due: Explained) -> str:
    """Why it is due on that day, the law that says so, and the last practical day."""
    return explanation_of(due, screen()).short


def explained(due: Explained) -> Explanation:
    """All that there is to say of a due date, in the screen's language."""
    return explanation_of(due, screen())
