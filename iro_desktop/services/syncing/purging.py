"""Reviews that were closed long ago leave the laptop, once the hub holds them for good.

How long they stay is the council's to say (the setting `retention`, in days); without it they stay.
Nothing goes that is unsent or that people disagree about; and nothing goes from the hub. Nor does
anything go that the hub received after its last verified backup began: were the hub put back to
that, this laptop might be the only place where the words are.
"""

import datetime as dt

from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import StillUnsent
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.ports import Clock, Settings, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.setting_names import HUB_PERSON

RETENTION = "retention"
_BACKED_UP_TO = "hub_backed_up_to"


def days_kept(uow: UnitOfWork) -> int | None:
    """For how many days a closed review stays; None without end."""
    text = uow.settings.get(RETENTION)
    return int(text) if text.isdecimal() and int(text) else None


def keep_told(settings: Settings, backed_up_to: str) -> None:
    """Remember what the hub said: up to when a verified backup holds all that it received."""
    settings.set(_BACKED_UP_TO, backed_up_to)


def is_kept_for_want_of_backup(uow: UnitOfWork) -> bool:
    """Whether old reviews stay because the hub told of no verified backup."""
    is_member = bool(uow.settings.get(HUB_PERSON))
    return is_member and days_kept(uow) is not None and _backed_up_to(uow.settings) is None


def _backed_up_to(settings: Settings) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(settings.get(_BACKED_UP_TO))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


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
    if days is None or not uow.settings.get(HUB_PERSON) or _backed_up_to(uow.settings) is None:
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
        if state is not RecordState.ACCEPTED or not _is_backed_up(uow, review):
            return False
        try:
            uow.ledger.purge_review(review.id)
        except StillUnsent:
            return False
    return True


def _is_backed_up(uow: UnitOfWork, review: Review) -> bool:
    """Both moments are of the hub's clock: this laptop's says nothing here."""
    backed_up_to = _backed_up_to(uow.settings)
    if backed_up_to is None:
        return False
    received = uow.ledger.received_at(review.id)
    return received is not None and received < backed_up_to
