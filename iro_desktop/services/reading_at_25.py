"""Gather a child's whole time in care, as the grown-up will read it one day."""

import datetime as dt

from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import Review
from iro_desktop.services import review_records
from iro_desktop.services.child_file import require_child
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory


def read(uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date) -> WholeLife:
    """Every review of a child that was held, and what happened between. Raises NoSuchThing."""
    with uow_factory() as uow:
        return gather(uow, child_id, today)


def gather(uow: UnitOfWork, child_id: ChildId, today: dt.date) -> WholeLife:
    """The same, within a transaction. Raises NoSuchThing."""
    require_child(uow, child_id)
    held = [review for review in uow.reviews.of_child(child_id) if review.held_on is not None]
    return WholeLife(
        reviews=tuple(
            review_records.gather(uow, review, today) for review in sorted(held, key=_by_day)
        ),
        happenings=tuple(uow.happenings.of_child(child_id)),
        sent=tuple(one for one in uow.written_documents.of_child(child_id) if one.sent_on),
    )


def _by_day(review: Review) -> tuple[dt.date, str]:
    return review.held_on or dt.date.max, review.id
