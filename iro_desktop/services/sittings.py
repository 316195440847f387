"""Reviews of several meetings, adjourned, cancelled, or held late: kept as soon as it is said.

Whoever shows a review reads it anew afterwards: these change the review itself.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from iro_desktop.domain import sittings as rules
from iro_desktop.domain.identifiers import ReviewId, natural_id
from iro_desktop.domain.review import Conduct, FixedRecord, LateReason, Review, StillAdjourned
from iro_desktop.domain.sittings import Sitting
from iro_desktop.services import faults
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review

_FAULTS: dict[type[Exception], type[faults.KnownFault]] = {
    FixedRecord: faults.FixedReview,
    StillAdjourned: faults.ReviewAdjourned,
    rules.AlreadyAdjourned: faults.AlreadyAdjourned,
    rules.NotAdjourned: faults.NotAdjourned,
    rules.NotComplete: faults.NotComplete,
    rules.AlreadyComplete: faults.AlreadyComplete,
    rules.AlreadyHeld: faults.AlreadyHeld,
    rules.NotADayOfReview: faults.NotADayOfReview,
    rules.ReasonMissing: faults.ReasonMissing,
    rules.OutOfOrder: faults.DaysOutOfOrder,
}


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the rules about reviews refuse into faults with a sentence."""
    try:
        yield
    except tuple(_FAULTS) as refused:
        raise _FAULTS[type(refused)] from refused


def new_sitting(review: Review, on: dt.date, position: int = 0) -> Sitting:
    """A meeting of a series, with nothing said of it yet."""
    return Sitting(
        id=natural_id("sitting", review.id, on.isoformat(), str(position)),
        child_id=review.child_id,
        review_id=review.id,
        on=on,
        position=position,
    )


def of_review(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[Sitting, ...]:
    """The meetings of a series, oldest first."""
    with uow_factory() as uow:
        return tuple(uow.sittings.of_review(review_id))


def add_sitting(uow_factory: UnitOfWorkFactory, sitting: Sitting) -> Changed:
    """Keep a meeting, new or changed: the review is then a series of them.

    A review that was opened as one meeting keeps the day of that as a meeting of its own.
    Raises FixedReview, NoSuchThing.
    """
    with refusals(), uow_factory() as uow:
        review = require_review(uow, sitting.review_id)
        changed = uow.sittings.put_all((*_met_before(review, sitting), sitting)) > 0
        changed = _put_with_sittings(uow, review) or changed
    return _changed(review, changed=changed)


def remove_sitting(uow_factory: UnitOfWorkFactory, sitting: Sitting) -> Changed:
    """Take a meeting away; without any, the review is one meeting again. Raises FixedReview."""
    with refusals(), uow_factory() as uow:
        review = require_review(uow, sitting.review_id)
        uow.sittings.withdraw(sitting)
        _put_with_sittings(uow, review)
    return _changed(review)


def complete_series(uow_factory: UnitOfWorkFactory, review_id: ReviewId, day: dt.date) -> Changed:
    """Say on which day a series was completed; it counts as held that day.

    Raises:
        NotComplete: no meeting was kept.
        DaysOutOfOrder: there was a meeting later than that.
        FixedReview, ReviewAdjourned, NoSuchThing: as they say.
    """
    return _change(uow_factory, review_id, lambda review, sat: rules.complete(review, sat, day))


def count_from(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, day: dt.date, because: str = ""
) -> Changed:
    """Let another day of the review be the one it counts as held on.

    Raises NotComplete, NotADayOfReview, ReasonMissing, FixedReview, NoSuchThing.
    """
    return _change(
        uow_factory, review_id, lambda review, sat: rules.count_from(review, sat, day, because)
    )


def adjourn(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, day: dt.date, because: str
) -> Changed:
    """Break a review off, once only.

    Raises AlreadyAdjourned, AlreadyComplete, ReasonMissing, DaysOutOfOrder, FixedReview,
    NoSuchThing.
    """
    return _change(uow_factory, review_id, lambda review, _sat: rules.adjourn(review, day, because))


def resume(uow_factory: UnitOfWorkFactory, review_id: ReviewId, day: dt.date) -> Changed:
    """Go on with an adjourned review. Raises NotAdjourned, DaysOutOfOrder, FixedReview."""
    return _change(uow_factory, review_id, lambda review, _sat: rules.resume(review, day))


def cancel(uow_factory: UnitOfWorkFactory, review_id: ReviewId, because: str) -> Changed:
    """Say that a review will not be held. Raises AlreadyHeld, ReasonMissing, FixedReview."""
    return _change(uow_factory, review_id, lambda review, _sat: rules.cancel(review, because))


def give_late_reason(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, reason: LateReason | None, note: str = ""
) -> Changed:
    """Say why a review was late; None and no note take it back. Raises FixedReview."""

    def with_reason(review: Review, _sittings: Sequence[Sitting]) -> Review:
        if review.is_fixed:
            raise FixedRecord
        return replace(review, late_reason=reason, late_note=note.strip())

    return _change(uow_factory, review_id, with_reason)


def _met_before(review: Review, sitting: Sitting) -> list[Sitting]:
    if review.conduct is Conduct.SERIES or review.is_fixed:
        return []
    days = {*rules.days_of(review, ()), *([review.held_on] if review.held_on else ())}
    return [
        new_sitting(review, day, position)
        for position, day in enumerate(sorted(days - {sitting.on}))
    ]


def _put_with_sittings(uow: UnitOfWork, review: Review) -> bool:
    return uow.reviews.put(rules.with_sittings(review, uow.sittings.of_review(review.id)))


def _change(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    rule: Callable[[Review, Sequence[Sitting]], Review],
) -> Changed:
    with refusals(), uow_factory() as uow:
        review = require_review(uow, review_id)
        changed = uow.reviews.put(rule(review, uow.sittings.of_review(review_id)))
    return _changed(review, changed=changed)


def _changed(review: Review, *, changed: bool = True) -> Changed:
    if not changed:
        return Changed()
    topics = frozenset({Topic.REVIEW, Topic.CASELOAD})
    return Changed(topics, frozenset({review.child_id}), frozenset({review.id}))
