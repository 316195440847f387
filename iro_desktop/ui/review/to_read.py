"""A review that is on this laptop to be read: its person writes nothing into it at the hub."""

from dataclasses import fields, replace

from typing_extensions import override

from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services.rights import Allowed


class ReviewToRead(Review):
    """The review as it stands, which nothing on this screen changes."""

    __slots__ = ()

    @property
    @override
    def is_fixed(self) -> bool:
        """Whether nothing in the record may change any more."""
        return True

    @property
    def has_ended(self) -> bool:
        """Whether it is fixed for everyone: closed, or cancelled."""
        return super().is_fixed


def has_ended(review: Review) -> bool:
    """Whether a review is closed or cancelled, whoever may write in it until then."""
    return review.has_ended if isinstance(review, ReviewToRead) else review.is_fixed


def as_one_may(record: ReviewRecord, allowed: Allowed) -> ReviewRecord:
    """The record, with its review fixed where it is not its reader's to write.

    Of a part of a record nothing is reckoned: what it follows from is not on this laptop.
    """
    if allowed.is_part:
        record = replace(record, whole_child=None, due=None, next_due=None, previous_review_on=None)
    if allowed.writes("review"):
        return record
    review = record.review
    values = {each.name: getattr(review, each.name) for each in fields(review)}
    return replace(record, review=ReviewToRead(**values))
