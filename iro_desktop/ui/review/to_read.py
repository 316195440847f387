"""A review that is on this laptop to be read: its person writes nothing into it at the hub."""

from dataclasses import fields, replace

from typing_extensions import override

from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.rights import is_theirs_to_write

_WRITTEN_IN_IT = ("answer", "decision")


class ReviewToRead(Review):
    """The review as it stands, which nothing on this screen changes."""

    __slots__ = ()

    @property
    @override
    def is_fixed(self) -> bool:
        """Whether nothing in the record may change any more."""
        return True


def as_one_may(record: ReviewRecord, uow_factory: UnitOfWorkFactory, clock: Clock) -> ReviewRecord:
    """The record, with its review fixed where nothing of it is its reader's to write."""
    child = record.review.child_id
    if any(is_theirs_to_write(uow_factory, child, kind, clock) for kind in _WRITTEN_IN_IT):
        return record
    review = record.review
    values = {each.name: getattr(review, each.name) for each in fields(review)}
    return replace(record, review=ReviewToRead(**values))
