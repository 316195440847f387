"""A review: its kind, its state and what may follow what; and addenda to a closed one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import ParticipationCode


class ReviewKind(StrEnum):
    """Which law, guidance or local rule the review is held under, and so which clock runs."""

    LOOKED_AFTER = "looked_after"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    SHORT_BREAKS = "short_breaks"
    AUTHORITY_TO_PLACE = "authority_to_place"
    SECURE = "secure"
    REMAND = "remand"
    PRIVATE_FOSTERING = "private_fostering"
    CHILD_PROTECTION_INITIAL = "child_protection_initial"
    CHILD_PROTECTION = "child_protection"  # a review conference
    DISRUPTION = "disruption"
    CARE_LEAVER = "care_leaver"
    MIDWAY = "midway"
    FOSTER_CARER = "foster_carer"  # of a household, not of a child
    COUNCIL = "council"  # a meeting of the council's own, by its own form


# Reviews of the child's case, each in place of the others; the rest stand beside them.
OF_THE_CASE = frozenset(
    {
        ReviewKind.LOOKED_AFTER,
        ReviewKind.PLACED_FOR_ADOPTION,
        ReviewKind.SHORT_BREAKS,
        ReviewKind.AUTHORITY_TO_PLACE,
        ReviewKind.REMAND,
    }
)


class ReviewStatus(StrEnum):
    """Planned has no work yet; preparing has some; open is being chaired; closed is fixed.

    A cancelled review was never held and never will be: it is fixed too, but was not closed.
    """

    PLANNED = "planned"
    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Conduct(StrEnum):
    """How a review is held: at one meeting, at several, or on paper."""

    MEETING = "meeting"
    SERIES = "series"
    PAPER = "paper"


class LateReason(StrEnum):
    """Why a review was held late. No law has such codes: these are local ones."""

    CHILD_ASKED = "child_asked"
    PARENT_UNAVAILABLE = "parent_unavailable"
    CARER_UNAVAILABLE = "carer_unavailable"
    SOCIAL_WORKER_UNAVAILABLE = "social_worker_unavailable"
    IRO_UNAVAILABLE = "iro_unavailable"
    REPORT_MISSING = "report_missing"
    VENUE = "venue"
    WEATHER_OR_TRAVEL = "weather_or_travel"
    NOTIFIED_LATE = "notified_late"
    OTHER = "other"


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

    `planned_for` is the day booked, `starts_at` the hour there, `lasts_minutes` 0 where nobody
    has said how long. `held_on` is the day it counts as held: None until it opens, and while a
    series of meetings or an adjourned review is not complete. `counted_because` says why another
    day counts than the one on which it was completed. `output_reason` is why the IRO chose other
    than what was proposed. Reviews of one `meeting` are held together: those of brothers and
    sisters, or two kinds for one child (SI 2010/959 reg 32(3)). `pep_too` says that the personal
    education plan is reviewed there as well. `outcome` is a code of its kind (meeting_kinds).
    `next_on`, `next_at` and `next_place` are what was agreed for the next one before people left.
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
    starts_at: dt.time | None = None
    lasts_minutes: int = 0
    conduct: Conduct = Conduct.MEETING
    began_on: dt.date | None = None
    completed_on: dt.date | None = None
    counted_because: str = ""
    late_reason: LateReason | None = None
    late_note: str = ""
    cancelled_because: str = ""
    adjourned_on: dt.date | None = None
    adjourned_because: str = ""
    resumed_on: dt.date | None = None
    meeting: str = ""
    pep_too: bool = False
    outcome: str = ""
    next_on: dt.date | None = None
    next_at: dt.time | None = None
    next_place: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether nothing in the record may change any more."""
        return self.status in {ReviewStatus.CLOSED, ReviewStatus.CANCELLED}

    @property
    def is_closed(self) -> bool:
        """Whether it was held and its record closed: then it may be added to."""
        return self.status is ReviewStatus.CLOSED

    @property
    def is_adjourned(self) -> bool:
        """Whether it was adjourned and has not been resumed."""
        return self.adjourned_on is not None and self.resumed_on is None and not self.is_fixed


def in_hand(reviews: Iterable[Review]) -> Review | None:
    """The review to go on with: the furthest along that is not fixed, and of those the soonest."""
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
    """The review is closed, and its record takes addenda only; or it was cancelled."""


class StillAdjourned(Exception):
    """The review was adjourned and is not complete: nothing of it is carried out, nor closed."""


def start_preparing(review: Review, form: str, version: int) -> Review:
    """Begin work on a planned review, under the form in force today."""
    if review.status is not ReviewStatus.PLANNED:
        return review
    return replace(review, status=ReviewStatus.PREPARING, form=form, form_version=version)


def open_meeting(review: Review, day: dt.date) -> Review:
    """Begin to chair: from now on the review was held on `day`, unless it takes several meetings.

    A series counts as held once it is complete (`domain.sittings.complete`).
    """
    if review.is_fixed:
        raise FixedRecord
    if review.status is ReviewStatus.OPEN:
        return review
    if review.conduct is Conduct.SERIES or review.is_adjourned:
        return replace(review, status=ReviewStatus.OPEN)
    return replace(review, status=ReviewStatus.OPEN, held_on=review.held_on or day)


def close(review: Review, day: dt.date, by: str) -> Review:
    """Fix the record for ever. Raises FixedRecord, StillAdjourned."""
    if review.is_fixed:
        raise FixedRecord
    if review.is_adjourned:
        raise StillAdjourned
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
