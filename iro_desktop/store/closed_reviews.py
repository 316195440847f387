"""A closed or cancelled review is fixed: what may still be written about it, and what may not.

What was recorded at it is fixed, and so are its pictures, but for what the next review found of a
decision and for whether the child agrees that a picture is shown. What comes after it is not:
addenda; the texts of documents, their versions (which signing fixes), their sending, the child's
replies and translations; what is withheld from whom; and the manager's confirmation.

Services refuse first; this is the second lock on the same door.
"""

from dataclasses import replace

from sqlalchemy import Connection, bindparam, select

from iro_desktop.domain.closing_seal import FIXED_WITH_REVIEW
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.review import Origin, Review, ReviewStatus
from iro_desktop.services.faults import FixedReview
from iro_desktop.store import kinds
from iro_desktop.store.kinds import E, Kind
from iro_desktop.store.tables import review

_STATUS = select(review.c.status).where(review.c.id == bindparam("wanted"))


class ClosedReviews:
    """Which reviews were fixed before this unit of work began to touch them.

    One that is closed in this unit, or comes into the store closed, may be filled until it commits.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._was_closed: dict[ReviewId, bool] = {}

    def check(self, kind: Kind[E], before: E | None, after: E | None) -> None:
        """Let a change pass, or raise FixedReview. `after` None takes the thing away."""
        if kind.name == kinds.REVIEW.name:
            self._check_review(before, after)
        elif kind.name in FIXED_WITH_REVIEW and not _may_follow(before, after):
            reviews = {kind.review_of(thing) for thing in (before, after) if thing is not None}
            if any(name is not None and self._is_fixed(name) for name in reviews):
                raise FixedReview

    def _check_review(self, before: object, after: object) -> None:
        if not isinstance(before, Review):
            if isinstance(after, Review):
                self._was_closed.setdefault(after.id, False)
            return
        fixed = self._was_closed.setdefault(before.id, before.is_fixed)
        if fixed and not _is_import(before, after):
            raise FixedReview

    def _is_fixed(self, name: ReviewId) -> bool:
        if name not in self._was_closed:
            status = self._connection.execute(_STATUS, {"wanted": name}).scalar()
            self._was_closed[name] = status in {
                ReviewStatus.CLOSED,
                ReviewStatus.CANCELLED,
            }
        return self._was_closed[name]


def _is_import(before: Review, after: object) -> bool:
    """A council may correct the day and code of a review that only its return tells of."""
    return before.origin is Origin.RETURN and getattr(after, "origin", None) is Origin.RETURN


def _may_follow(before: object, after: object) -> bool:
    """Whether all that changes is what the next review found, or whether a picture is shown."""
    if isinstance(before, KeptPicture) and isinstance(after, KeptPicture):
        return replace(after, sharing=before.sharing) == before
    if not (isinstance(before, Decision) and isinstance(after, Decision)):
        return False
    as_it_was = replace(
        after,
        kept=before.kept,
        kept_note=before.kept_note,
        kept_words=before.kept_words,
        kept_looked_at_in=before.kept_looked_at_in,
    )
    return as_it_was == before
