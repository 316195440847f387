"""Reviews that were closed long ago leave the laptop, once the hub holds them for good.

How long they stay is the council's to say (the setting `retention`, in days); without it they stay.
Nothing goes that is unsent or that people disagree about; and nothing goes from the hub.
"""

import datetime as dt

from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import StillUnsent
from iro_desktop.services.ports import Clock, RecordState, UnitOfWork, UnitOfWorkFactory

RETENTION = "retention"


def days_kept(uow: UnitOfWork) -> int | None:
    """For how many days a closed review stays; None without end."""
    text = uow.settings.get(RETENTION)
    return int(text) if text.isdecimal() and int(text) else None


def purge(uow_factory: UnitOfWorkFactory, clock: Clock) -> Changed:
    """Let go of each review whose time is over, each in a transaction of its own."""
    with uow_factory() as uow:
        over = _time_is_over(uow, clock.today())
    gone = [review for review in over if _purged(uow_factory, review)]
    if not gone:
        return Changed()
    return Changed(
        frozenset({Topic.REVIEW, Topic.CASELOAD, Topic.DOCUMENTS}),
        frozenset(review.child_id for review in gone),
        frozenset(review.id for review in gone),
    )


def _time_is_over(uow: UnitOfWork, today: dt.date) -> list[Review]:
    days = days_kept(uow)
    if days is None or not uow.settings.get("hub_person"):
        return []
    before = today - dt.timedelta(days=min(days, (today - dt.date.min).days))
    closed = [each for each in uow.reviews.all() if each.status is ReviewStatus.CLOSED]
    last = {each.child_id: each.id for each in sorted(closed, key=_held)}
    # The last one is what the next review begins with, however long ago it was.
    return [
        each
        for each in closed
        if each.closed_on and each.closed_on < before and each.id != last[each.child_id]
    ]


def _held(review: Review) -> tuple[dt.date, str]:
    return review.held_on or dt.date.min, review.id


def _purged(uow_factory: UnitOfWorkFactory, review: Review) -> bool:
    with uow_factory() as uow:
        state = uow.ledger.states_of_reviews(review.child_id).get(review.id)
        if state is not RecordState.ACCEPTED:
            return False
        try:
            uow.ledger.purge_review(review.id)
        except StillUnsent:
            return False
    return True
