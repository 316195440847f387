"""A review: its kind, its state and what may follow what; and addenda to a closed one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import ParticipationCode


class ReviewKind(StrEnum):
    """Which law the review is held under, and so which clock runs."""

    LOOKED_AFTER = "looked_after"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    SHORT_BREAKS = "short_breaks"


class ReviewStatus(StrEnum):
    """Planned has no work yet; preparing has some; open is being chaired; closed is fixed."""

    PLANNED = "planned"
    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


class Origin(StrEnum):
    """Where the record comes from: a return knows only the day and the code."""

    LAPTOP = "laptop"
    RETURN = "return"


class Output(StrEnum):
    """What is written after a review."""

    LETTER = "letter"
    MINUTES = "minutes"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review of one child.

    `planned_for` is the day booked; `held_on` the day it counts as held, None until it opens.
    `output_reason` is why the IRO chose other than what was proposed.
    """

    id: ReviewId
    child_id: ChildId
    kind: ReviewKind = ReviewKind.LOOKED_AFTER
    status: ReviewStatus = ReviewStatus.PLANNED
    origin: Origin = Origin.LAPTOP
    planned_for: dt.date | None = None
    planned_at: str = ""
    held_on: dt.date | None = None
    form: str = ""
    form_version: int = 0
    participation: ParticipationCode | None = None
    participation_confirmed: bool = False
    participation_reason: str = ""
    output: Output | None = None
    output_reason: str = ""
    closed_on: dt.date | None = None
    closed_by: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether the record may only be added to."""
        return self.status is ReviewStatus.CLOSED


def in_hand(reviews: Iterable[Review]) -> Review | None:
    """The review to go on with: the furthest along that is not closed, and of those the soonest."""
    unfinished = [review for review in reviews if not review.is_fixed]
    return min(unfinished, key=_nearness, default=None)


def booked(reviews: Iterable[Review]) -> Review | None:
    """The review still to be held: as `in_hand`, but for one that is being chaired already."""
    return in_hand(review for review in reviews if review.status is not ReviewStatus.OPEN)


def _nearness(review: Review) -> tuple[int, dt.date, str]:
    nearest = [ReviewStatus.OPEN, ReviewStatus.PREPARING, ReviewStatus.PLANNED]
    day = review.held_on or review.planned_for or dt.date.max
    return nearest.index(review.status), day, review.id


class FixedRecord(Exception):
    """The review is closed: its record takes addenda only."""


def start_preparing(review: Review, form: str, version: int) -> Review:
    """Begin work on a planned review, under the form in force today."""
    if review.status is not ReviewStatus.PLANNED:
        return review
    return replace(review, status=ReviewStatus.PREPARING, form=form, form_version=version)


def open_meeting(review: Review, day: dt.date) -> Review:
    """Begin to chair: from now on the review was held on `day`."""
    if review.is_fixed:
        raise FixedRecord
    if review.status is ReviewStatus.OPEN:
        return review
    return replace(review, status=ReviewStatus.OPEN, held_on=review.held_on or day)


def close(review: Review, day: dt.date, by: str) -> Review:
    """Fix the record for ever."""
    if review.is_fixed:
        raise FixedRecord
    return replace(review, status=ReviewStatus.CLOSED, closed_on=day, closed_by=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """Something added to a closed record, with who added it and when."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    text: str
    added_on: dt.date
    added_by: str
