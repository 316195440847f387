"""A review held at several sittings, adjourned or cancelled: what may follow, which day counts.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), Part 6, and the
IRO Handbook (2010), whose clocks run from the day on which a review is completed. No law says which
day of a series counts as the day it was held: the day of completion does, unless the IRO says that
another of its days does, and why.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Conduct, FixedRecord, Review, ReviewStatus, StillAdjourned


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One meeting of a review that is held as a series of them."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    on: dt.date
    with_whom: str = ""
    note: str = ""
    position: int = 0


class AlreadyAdjourned(Exception):
    """A review may be adjourned once only."""


class NotAdjourned(Exception):
    """There is nothing to resume."""


class NotComplete(Exception):
    """Nobody has said yet on which day the review was completed, or no meeting was held."""


class AlreadyComplete(Exception):
    """The review is complete: it cannot be adjourned any more."""


class AlreadyHeld(Exception):
    """A review that was held, or has begun, cannot be cancelled."""


class NotADayOfReview(Exception):
    """The review did not sit on that day."""


class ReasonMissing(Exception):
    """Nobody has said why."""


class OutOfOrder(Exception):
    """One day lies before another that it has to follow."""


def days_of(review: Review, sittings: Sequence[Sitting]) -> tuple[dt.date, ...]:
    """Every day the review sat, oldest first: those that may count as the day it was held."""
    said = {review.began_on, review.completed_on, *(sitting.on for sitting in sittings)}
    return tuple(sorted(day for day in said if day is not None))


def with_sittings(review: Review, sittings: Sequence[Sitting]) -> Review:
    """The review as a series of these meetings; of none of them, it is one meeting again.

    It began at the first. A meeting after the day it was said to be complete shows that it was not.
    Raises FixedRecord.
    """
    if review.is_fixed:
        raise FixedRecord
    if not sittings:
        return _one_meeting(review)
    days = [sitting.on for sitting in sittings]
    completed = review.completed_on
    if completed is not None and completed < max(days):
        completed = None
    series = replace(
        review, conduct=Conduct.SERIES, began_on=min(days), completed_on=completed, held_on=None
    )
    if completed is None:
        return replace(series, counted_because="")
    if review.held_on in days_of(series, sittings):
        return replace(series, held_on=review.held_on)
    return replace(series, held_on=completed, counted_because="")


def _one_meeting(review: Review) -> Review:
    if review.conduct is not Conduct.SERIES:
        return review
    return replace(
        review,
        conduct=Conduct.MEETING,
        began_on=None,
        completed_on=None,
        held_on=None,
        counted_because="",
    )


def complete(review: Review, sittings: Sequence[Sitting], day: dt.date) -> Review:
    """Say that the series was completed on `day`, which from now on is the day it was held.

    Raises:
        NotComplete: there was no meeting.
        OutOfOrder: there was one after that day.
        FixedRecord, StillAdjourned: as the review stands.
    """
    _require_not_fixed(review)
    if review.is_adjourned:
        raise StillAdjourned
    if not sittings:
        raise NotComplete
    series = with_sittings(review, sittings)
    if day < max(sitting.on for sitting in sittings):
        raise OutOfOrder
    return replace(series, completed_on=day, held_on=day, counted_because="")


def count_from(
    review: Review, sittings: Sequence[Sitting], day: dt.date, because: str = ""
) -> Review:
    """Let another of its days be the one on which the review counts as held.

    Raises:
        NotComplete: nobody has said on which day it was completed.
        NotADayOfReview: it did not sit that day.
        ReasonMissing: only the day of completion needs no reason.
        FixedRecord: the review is closed or cancelled.
    """
    _require_not_fixed(review)
    if review.completed_on is None:
        raise NotComplete
    if day == review.completed_on:
        return replace(review, held_on=day, counted_because="")
    if day not in days_of(review, sittings):
        raise NotADayOfReview
    return replace(review, held_on=day, counted_because=_reason(because))


def adjourn(review: Review, day: dt.date, because: str) -> Review:
    """Break off for want of information; the review is not held until it has been resumed.

    The regulations as reported allow it once, for not more than 20 working days; the limit itself
    is the rule `adjourned_review`. A review resumed late was still resumed, so `resume` does not
    refuse a day after it.

    Raises:
        AlreadyAdjourned: it was adjourned before, resumed or not.
        AlreadyComplete: nothing is left to adjourn.
        ReasonMissing, OutOfOrder, FixedRecord: as they say.
    """
    _require_not_fixed(review)
    if review.adjourned_on is not None:
        raise AlreadyAdjourned
    if review.completed_on is not None:
        raise AlreadyComplete
    began = review.began_on or review.held_on or day
    if day < began:
        raise OutOfOrder
    return replace(
        review,
        began_on=began,
        held_on=None,
        adjourned_on=day,
        adjourned_because=_reason(because),
    )


def resume(review: Review, day: dt.date) -> Review:
    """Go on with an adjourned review. One meeting is thereby completed; a series may go on.

    Raises:
        NotAdjourned: there is nothing to resume.
        OutOfOrder: it was adjourned after that day.
        FixedRecord: the review is closed or cancelled.
    """
    _require_not_fixed(review)
    if review.adjourned_on is None or review.resumed_on is not None:
        raise NotAdjourned
    if day < review.adjourned_on:
        raise OutOfOrder
    resumed = replace(review, resumed_on=day)
    if review.conduct is Conduct.SERIES:
        return resumed
    return replace(resumed, completed_on=day, held_on=day)


def cancel(review: Review, because: str) -> Review:
    """Say that a review will not be held. Raises AlreadyHeld, ReasonMissing, FixedRecord."""
    _require_not_fixed(review)
    if review.status is ReviewStatus.OPEN or review.held_on or review.began_on:
        raise AlreadyHeld
    return replace(review, status=ReviewStatus.CANCELLED, cancelled_because=_reason(because))


def require_may_be_carried_out(review: Review) -> None:
    """Nothing considered at an adjourned review is carried out before it is complete.

    Care planning regulations as reported from the IRO Handbook. Raises StillAdjourned.
    """
    if review.is_adjourned:
        raise StillAdjourned


def _require_not_fixed(review: Review) -> None:
    if review.is_fixed:
        raise FixedRecord


def _reason(because: str) -> str:
    if not because.strip():
        raise ReasonMissing
    return because.strip()
