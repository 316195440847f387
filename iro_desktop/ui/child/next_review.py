"""The next review: when it is due and why, when it is booked, and what to know when booking."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.preparing import Hours, propose_day
from iro_desktop.services.rights import Allowed
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
    may_invite: bool = True


def next_review_of(file: ChildFile, today: dt.date, allowed: Allowed | None = None) -> NextReview:
    """The next review, with a day to book where none is booked.

    Of a part of a record no day is reckoned: what it follows from is not on this laptop.
    """
    allowed = allowed or Allowed()
    booked = file.summary.booked
    due = None if allowed.is_part else file.summary.next_due
    planned = booked.planned_for if booked else None
    place = booked.planned_at if booked else ""
    hours = Hours(booked.starts_at, booked.lasts_minutes) if booked else Hours()
    return NextReview(
        which=which_review(due) if due else _not_due(allowed),
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
        may_invite=allowed.invites,
    )


def _not_due(allowed: Allowed) -> str:
    if allowed.is_part:
        return tr("When the next review is due is not in your part of the record")
    return tr("No review is due")


def _booked(planned: dt.date | None, starts_at: dt.time | None, today: dt.date) -> str:
    if planned is None:
        return ""
    day = screen().weekday_date(planned)
    if starts_at is not None:
        day = tr("{day} at {time}", day=day, time=screen().time(starts_at))
    if planned < today:
        return tr("Was booked for {day}", day=day)
    return tr("Booked for {day}", day=day)
