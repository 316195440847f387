"""Meetings in hand, in words."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n import screen, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.meetings import MeetingInHand, MeetingOf
from iro_desktop.services.rights import Allowed
from iro_desktop.ui.words.children import called
from iro_desktop.ui.words.due_dates import Urgency, explained, how_soon, urgency
from iro_desktop.ui.words.reviews import state_of_review

Title = Callable[[Review], str]
_STILL_TO_BE_HELD = frozenset({ReviewStatus.PLANNED, ReviewStatus.PREPARING})


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in hand. `due_when` is empty and `explanation` None where no clock runs."""

    review: ReviewId
    title: str
    day: str
    place: str
    state: str
    due_when: str
    urgency: Urgency
    explanation: Explanation | None
    together: str
    pep_too: bool
    action: str
    may_be_moved: bool
    may_invite: bool

    @property
    def whole(self) -> str:
        """The meeting as a screen reader names it."""
        return tr("{meeting}, {day}", meeting=self.title, day=self.day)


def line_of(
    one: MeetingInHand, title: Title, today: dt.date, allowed: Allowed | None = None
) -> MeetingLine:
    """A meeting in hand, with what `allowed` lets its reader do about it."""
    allowed = allowed or Allowed()
    may_write = allowed.writes("review")
    review, due = one.review, None if allowed.is_part else one.due
    day = review.held_on or review.planned_for
    waits = review.status in _STILL_TO_BE_HELD
    return MeetingLine(
        review=review.id,
        title=title(review),
        day=day_in_words(review) if day else tr("No day yet"),
        place=review.planned_at.strip(),
        state=state_of_review(review),
        due_when=tr("due {when}", when=how_soon(due.on, today)) if due and waits else "",
        urgency=urgency(due.on, today) if due and waits else Urgency.LATER,
        explanation=explained(due) if due and waits else None,
        together=together_in_words(one.together, review.child_id, title),
        pep_too=review.pep_too,
        action=_action(review) if may_write else tr("Read it"),
        may_be_moved=waits and may_write,
        may_invite=waits and day is not None and allowed.invites,
    )


def _action(review: Review) -> str:
    return tr("Prepare") if review.status is ReviewStatus.PLANNED else tr("Carry on")


def day_in_words(review: Review) -> str:
    """The day of a meeting, and the hour where there is one."""
    day = review.held_on or review.planned_for
    if day is None:
        return ""
    said = screen().weekday_date(day)
    if review.starts_at is None:
        return said
    return tr("{day} at {time}", day=said, time=screen().time(review.starts_at))


def meeting_in_words(one: MeetingOf, of: ChildId, title: Title) -> str:
    """Another meeting: of a brother or sister by the first name, of the same child by its kind."""
    if one.child.id == of:
        return title(one.review)
    return tr("{name} · {meeting}", name=_name(one.child), meeting=title(one.review))


def together_in_words(others: Iterable[MeetingOf], of: ChildId, title: Title) -> str:
    """With what it is held together; empty where it is held on its own."""
    said = "; ".join(meeting_in_words(one, of, title) for one in others)
    return tr("Together with: {meetings}", meetings=said) if said else ""


def _name(child: Child) -> str:
    return called(child) if child.is_named else child.number
