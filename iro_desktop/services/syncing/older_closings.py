"""Seal the reviews that were closed before closings were sealed.

Without a seal nobody can tell what a closed record was made of, and whoever may write the child's
record could go on from its words unseen. So they are sealed before anything of them is sent.
"""

from iro_desktop.domain.closing_seal import closing_seal_id
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Origin, Review, ReviewStatus
from iro_desktop.services.closing_review import put_seal
from iro_desktop.services.faults import AccessOver, NotYoursToWrite
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

_AT_ONCE = 20  # reviews in one transaction, so that typing never waits for long


def seal_older_closings(uow_factory: UnitOfWorkFactory) -> None:
    """Seal every closed review without a seal, where something waits to be sent.

    Of a review that only a return tells of, a council may still correct the day: it has no seal.
    """
    with uow_factory() as uow:
        open_ = [] if not uow.history.unsent() else _without_seal(uow)
    for start in range(0, len(open_), _AT_ONCE):
        with uow_factory() as uow:
            for name in open_[start : start + _AT_ONCE]:
                _seal(uow, name)


def _without_seal(uow: UnitOfWork) -> list[ReviewId]:
    sealed = {seal.id for seal in uow.closing_seals.all()}
    return [
        review.id
        for review in uow.reviews.all()
        if _is_closed_here(review) and closing_seal_id(review.id) not in sealed
    ]


def _is_closed_here(review: Review) -> bool:
    return review.status is ReviewStatus.CLOSED and review.origin is Origin.LAPTOP


def _seal(uow: UnitOfWork, name: ReviewId) -> None:
    review = uow.reviews.find(name)
    if review is None or not _is_closed_here(review):
        return
    try:
        put_seal(uow, review)
    except (AccessOver, NotYoursToWrite):
        return  # whoever may write it seals it
