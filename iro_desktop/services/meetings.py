"""Meetings in hand, and meetings held together: brothers and sisters, or two kinds for one child.

Reviews of one `meeting` share a day, an hour and a place. Each keeps its own record, code and
minutes: nothing of one child is copied into the file of another.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, ReviewId, natural_id, new_id
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.caseload import Everything, summarise
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.meetings_due import meetings_due
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.review_records import require_review

_TOPICS = frozenset({Topic.REVIEW, Topic.CASELOAD})
_STILL_TO_BE_HELD = frozenset({ReviewStatus.PLANNED, ReviewStatus.PREPARING})
# What stands beside a review of the case at one meeting (SI 2010/959 reg 32(3)).
_BESIDE = frozenset(
    {
        ReviewKind.CHILD_PROTECTION_INITIAL,
        ReviewKind.CHILD_PROTECTION,
        ReviewKind.CARE_LEAVER,
        ReviewKind.PRIVATE_FOSTERING,
        ReviewKind.COUNCIL,
    }
)
_TOGETHER = OF_THE_CASE | _BESIDE


@dataclass(frozen=True, slots=True)
class MeetingOf:
    """A review with the child, or the household, whose it is."""

    review: Review
    child: Child


@dataclass(frozen=True, slots=True)
class MeetingInHand:
    """A review that is neither closed nor cancelled, its limit, and what is held with it."""

    review: Review
    due: Explained | None
    together: tuple[MeetingOf, ...] = ()
    candidates: tuple[MeetingOf, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingsOfChild:
    """Every meeting in hand, the soonest first, and the limit of each kind that is due."""

    in_hand: tuple[MeetingInHand, ...]
    due: Mapping[ReviewKind, Explained]


def of_child(uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date) -> MeetingsOfChild:
    """A child's meetings in hand. Raises NoSuchThing."""
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        reviews = tuple(uow.reviews.of_child(child_id))
        known = Everything(
            (child,),
            {child_id: tuple(uow.episodes.of_child(child_id))},
            {child_id: reviews},
            {child_id: tuple(uow.happenings.of_child(child_id))},
            reckoner_of(uow.settings),
        )
        unfinished = sorted((one for one in reviews if not one.is_fixed), key=_soonest)
        family = _family(uow, child) if unfinished else ()
    summary = summarise(
        child,
        known.episodes[child_id],
        reviews,
        known.reckoner,
        today,
        known.happenings[child_id],
    )
    meetings = meetings_due(summary, known, today)
    due: dict[ReviewKind, Explained] = {}
    for one in meetings.dues:
        due.setdefault(one.kind, one.due)
    return MeetingsOfChild(
        tuple(
            MeetingInHand(
                review,
                meetings.limits.get(review.id),
                _together(review, family),
                _candidates(review, family),
            )
            for review in unfinished
        ),
        due,
    )


def _soonest(review: Review) -> tuple[dt.date, str]:
    return review.held_on or review.planned_for or dt.date.max, review.id


def _family(uow: UnitOfWork, child: Child) -> tuple[MeetingOf, ...]:
    """Every review of the child, and of brothers and sisters, that is not cancelled."""
    children = [child]
    if child.sibling_group:
        children += [
            other
            for other in uow.children.all()
            if other.sibling_group == child.sibling_group and other.id != child.id
        ]
    return tuple(
        MeetingOf(review, each)
        for each in children
        for review in uow.reviews.of_child(each.id)
        if review.status is not ReviewStatus.CANCELLED
    )


def _together(review: Review, family: Iterable[MeetingOf]) -> tuple[MeetingOf, ...]:
    return tuple(
        one
        for one in family
        if review.meeting and one.review.meeting == review.meeting and one.review.id != review.id
    )


def _candidates(review: Review, family: Sequence[MeetingOf]) -> tuple[MeetingOf, ...]:
    """What is still to be held and may be held with a review that is still to be held."""
    if review.status not in _STILL_TO_BE_HELD:
        return ()
    return tuple(one for one in family if may_be_together(review, one.review))


def may_be_together(one: Review, other: Review) -> bool:
    """Whether two reviews could be one meeting, and are not yet.

    Of one child, two that differ in kind; of brothers and sisters, the same kind, or both reviews
    of the case. A panel, a check and a look at a disruption are never another review as well.
    """
    if other.id == one.id or other.status not in _STILL_TO_BE_HELD:
        return False
    if other.meeting and other.meeting == one.meeting:
        return False
    kinds = {one.kind, other.kind}
    if one.child_id == other.child_id:
        return one.kind is not other.kind and bool(kinds & OF_THE_CASE) and kinds <= _TOGETHER
    return kinds <= OF_THE_CASE or (one.kind is other.kind and one.kind in _BESIDE)


def candidates(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, kind: ReviewKind
) -> tuple[MeetingOf, ...]:
    """What a review of a kind that is yet to be booked could be held with. Raises NoSuchThing."""
    new = Review(id=ReviewId(new_id()), child_id=child_id, kind=kind)
    with uow_factory() as uow:
        return _candidates(new, _family(uow, require_child(uow, child_id)))


def with_the_same_meeting(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId
) -> tuple[MeetingOf, ...]:
    """What else is held at the meeting of a review. Raises NoSuchThing."""
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        if not review.meeting:
            return ()
        return _together(review, _family(uow, require_child(uow, review.child_id)))


def put_together(uow_factory: UnitOfWorkFactory, review_id: ReviewId, other: ReviewId) -> Changed:
    """Hold another review at the same meeting: it takes over day, hour and place.

    What it was held together with before comes along. Raises FixedReview, NoSuchThing.
    """
    with uow_factory() as uow:
        first, second = require_review(uow, review_id), require_review(uow, other)
        if first.is_fixed or second.is_fixed:
            raise FixedReview
        meeting = first.meeting or second.meeting or name_together([first, second])
        joining = [second, *_of_meeting(uow, second)]
        put = [replace(first, meeting=meeting)]
        put += [
            _on_the_day_of(replace(one, meeting=meeting), first)
            for one in joining
            if one.id != first.id
        ]
        uow.reviews.put_all(put)
    return _changed(put)


def name_together(reviews: Iterable[Review]) -> str:
    """What the one meeting of several reviews is called, on whichever laptop they are joined."""
    return natural_id("meeting", *sorted(one.id for one in reviews))


def take_out(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> Changed:
    """Hold a review on its own again, on the day it has. One left over is on its own as well.

    Raises FixedReview, NoSuchThing.
    """
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        if review.is_fixed:
            raise FixedReview
        others = _of_meeting(uow, review)
        put = [replace(review, meeting="")]
        if len(others) == 1 and not others[0].is_fixed:
            put += [replace(others[0], meeting="")]
        uow.reviews.put_all(put)
    return _changed(put)


def review_pep_too(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, *, pep_too: bool
) -> Changed:
    """Review the personal education plan there as well, or not. Raises FixedReview, NoSuchThing."""
    with uow_factory() as uow:
        review = replace(require_review(uow, review_id), pep_too=pep_too)
        if review.is_fixed:
            raise FixedReview
        changed = uow.reviews.put(review)
    return _changed([review]) if changed else Changed()


def note_pep(uow: UnitOfWork, closed: Review) -> None:
    """Within a transaction, write down that the education plan was reviewed there, if it was."""
    if not closed.pep_too or closed.held_on is None:
        return
    uow.happenings.put(
        RecordedHappening(
            id=natural_id("education plan reviewed", closed.id),
            child_id=closed.child_id,
            happening=Happening.PEP_HELD,
            on=closed.held_on,
            recorded_by=closed.closed_by,
        )
    )


def move_with(uow: UnitOfWork, moved: Review) -> list[Review]:
    """Within a transaction, put what is held together with a review on its day; gives them all."""
    others = [
        _on_the_day_of(one, moved)
        for one in _of_meeting(uow, moved)
        if one.status in _STILL_TO_BE_HELD
    ]
    uow.reviews.put_all(others)
    return [moved, *others]


def _of_meeting(uow: UnitOfWork, review: Review) -> list[Review]:
    if not review.meeting:
        return []
    every = uow.reviews.all()
    return [one for one in every if one.meeting == review.meeting and one.id != review.id]


def _on_the_day_of(review: Review, leader: Review) -> Review:
    if review.status not in _STILL_TO_BE_HELD:
        return review
    return replace(
        review,
        planned_for=leader.planned_for,
        planned_at=leader.planned_at,
        starts_at=leader.starts_at,
        lasts_minutes=leader.lasts_minutes,
    )


def _changed(reviews: Iterable[Review]) -> Changed:
    known = tuple(reviews)
    children = frozenset(one.child_id for one in known)
    return Changed(_TOPICS, children, frozenset(one.id for one in known))
