"""The next meeting, chosen before people leave: its limit, days that would do, and booking it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services import meetings, owner, preparing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.days_for_review import days_for_review
from iro_desktop.services.diary import iro_of
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.preparing import Hours
from iro_desktop.services.proposing import ProposedDay
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.review_records import day_of, require_review
from iro_desktop.services.what_follows import due_after

# An initial conference is held once; what reviews its plan is of another kind.
_FOLLOWED_BY = {ReviewKind.CHILD_PROTECTION_INITIAL: ReviewKind.CHILD_PROTECTION}
_TO_BE_HELD = frozenset({ReviewStatus.PLANNED, ReviewStatus.PREPARING})


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """What is agreed: `place` and `starts_at` may be left open."""

    on: dt.date
    place: str = ""
    hours: Hours = field(default_factory=Hours)


def limit_of_next(
    uow_factory: UnitOfWorkFactory, review: Review, today: dt.date
) -> Explained | None:
    """By when the meeting after this one is to be held; None where no clock runs for its kind.

    It counts from the review as it is given, which may say more by now than the store knows.
    """
    with uow_factory() as uow:
        child = require_child(uow, review.child_id)
        others = [one for one in uow.reviews.of_child(child.id) if one.id != review.id]
        clock = ReviewClock.of(
            child.date_of_birth,
            tuple(uow.episodes.of_child(child.id)),
            [*others, review],
            reckoner_of(uow.settings),
            today,
            uow.happenings.of_child(child.id),
        )
    return due_after(review, clock, day_of(review, today), others)


def days_for_next(
    uow_factory: UnitOfWorkFactory, child: Child, limit: Explained | None, today: dt.date
) -> tuple[ProposedDay, ...]:
    """Days that would do for the meeting, best first. Each is free of names of other children.

    None lies in the first half of the time there is, not even the day of a brother or sister: the
    meeting after it would have to come the sooner.
    """
    halfway = today if limit is None else today + (limit.on - today) / 2
    return days_for_review(uow_factory, child, limit, today, not_before=halfway)


def others_that_day(uow_factory: UnitOfWorkFactory, child: Child, day: dt.date) -> int:
    """How many meetings of other families the same IRO has that day."""
    with uow_factory() as uow:
        me = owner.signatory(uow.settings).name
        children = {one.id: one for one in uow.children.all()}
        booked = {
            one.meeting or one.id: children[one.child_id]
            for one in uow.reviews.all()
            if one.planned_for == day and one.status in _TO_BE_HELD and one.child_id in children
        }
    family = child.sibling_group
    return sum(
        iro_of(one, me) == iro_of(child, me)
        and one.id != child.id
        and not (family and one.sibling_group == family)
        for one in booked.values()
    )


def held_with(uow_factory: UnitOfWorkFactory, review: ReviewId) -> Sequence[meetings.MeetingOf]:
    """The reviews of brothers and sisters at the same meeting. Raises NoSuchThing."""
    with uow_factory() as uow:
        own = require_review(uow, review).child_id
    others = meetings.with_the_same_meeting(uow_factory, review)
    return tuple(other for other in others if other.child.id != own)


def book_next(
    uow_factory: UnitOfWorkFactory,
    review: ReviewId,
    agreed: NextMeeting,
    today: dt.date,
    *,
    whole_family: bool = False,
) -> Changed:
    """Book the next meeting of its kind, and keep with this one what was agreed.

    With `whole_family` it is booked for each child of this meeting whose review has begun, as one
    meeting again. A day after the limit is booked like any other. Raises NoSuchThing, FixedReview.
    """
    with uow_factory() as uow:
        led = require_review(uow, review)
    held = [led]
    if whole_family:
        family = (other.review for other in held_with(uow_factory, review))
        held += [other for other in family if may_book_after(other)]
    booked = [_book(uow_factory, one, agreed, today) for one in held]
    with uow_factory() as uow:
        if len(booked) > 1:
            meeting = next(
                (one.meeting for one in booked if one.meeting), meetings.name_together(booked)
            )
            uow.reviews.put_all([replace(one, meeting=meeting) for one in booked])
    for one in held:
        if not one.is_fixed:
            preparing.change_review(uow_factory, _agreed(one, agreed))
    return Changed(
        frozenset({Topic.REVIEW, Topic.CASELOAD}),
        frozenset(one.child_id for one in held),
        frozenset(one.id for one in (*held, *booked)),
    )


def may_book_after(review: Review) -> bool:
    """Whether the one after it can be booked: it has begun, so that it is not itself the next."""
    return review.status not in _TO_BE_HELD


def _book(
    uow_factory: UnitOfWorkFactory, held: Review, agreed: NextMeeting, today: dt.date
) -> Review:
    kind = None if held.kind in OF_THE_CASE else _FOLLOWED_BY.get(held.kind, held.kind)
    return preparing.book(
        uow_factory, held.child_id, agreed.on, agreed.place, today, kind, agreed.hours
    )


def _agreed(review: Review, agreed: NextMeeting) -> Review:
    return replace(
        review, next_on=agreed.on, next_at=agreed.hours.starts_at, next_place=agreed.place
    )
