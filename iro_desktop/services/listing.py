"""Children and reviews as plain rows, for the command line and for checks.

The shapes are documented in docs/command-line.md and only ever grow.
"""

import datetime as dt

from iro_desktop.domain.review import Review
from iro_desktop.services import caseload
from iro_desktop.services.child_file import DatedReview, dated
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.rights import Rights

Row = dict[str, str | int | bool | None]


def children(uow_factory: UnitOfWorkFactory, today: dt.date) -> list[Row]:
    """Every child: those in care first, by when the next review is due.

    Of a child of whom only a part is here, nobody knows whether they are in care, or what is due.
    """
    with uow_factory() as uow:
        parts = Rights(uow.settings).parts
    return [
        {
            "id": summary.child.id,
            "number": summary.child.number,
            "known_as": summary.child.known_as,
            "family_name": summary.child.family_name,
            "date_of_birth": summary.child.date_of_birth.isoformat(),
            "age": summary.age,
            "looked_after": None if summary.child.id in parts else summary.is_looked_after,
            "legal_status": summary.episode.legal_status if summary.episode else None,
            "placement": summary.episode.placement if summary.episode else None,
            "last_review": _iso(summary.last_review),
            "next_review_due": None if summary.child.id in parts else _due(summary),
            "made_up": summary.child.made_up,
        }
        for summary in caseload.overview(uow_factory, today)
    ]


def _due(summary: caseload.ChildSummary) -> str | None:
    return _iso(summary.next_due.on) if summary.next_due else None


def reviews(uow_factory: UnitOfWorkFactory, today: dt.date) -> list[Row]:
    """Every review: the unfinished first, then from the latest held back."""
    with uow_factory() as uow:
        known = caseload.read_everything(uow)
        parts = Rights(uow.settings).parts
    rows: list[tuple[Review, Row]] = []
    for child in known.children:
        clock = known.clock_of(child, today)
        rows += [
            (review, _row(_dated(review, clock, is_part=child.id in parts), child.number))
            for review in known.reviews.get(child.id, ())
        ]
    rows.sort(key=lambda pair: (pair[0].is_fixed, _newest_first(pair[0]), pair[0].id))
    return [row for _, row in rows]


def _dated(review: Review, clock: ReviewClock, *, is_part: bool) -> DatedReview:
    return DatedReview(review, None) if is_part else dated(review, clock)


def _row(one: DatedReview, number: str) -> Row:
    review, due = one.review, one.due
    is_judged = due is not None and review.held_on is not None
    return {
        "id": review.id,
        "child": review.child_id,
        "child_number": number,
        "kind": review.kind.value,
        "due": _iso(due.on if due else None),
        "planned_for": _iso(review.planned_for),
        "held": _iso(review.held_on),
        "status": review.status.value,
        "participation": review.participation.value if review.participation else None,
        "origin": review.origin.value,
        "in_time": not one.was_late if is_judged else None,
        "working_days_late": one.working_days_late,
        "late_reason": review.late_reason.value if review.late_reason else None,
    }


def _newest_first(review: Review) -> int:
    day = review.held_on or review.planned_for
    return -day.toordinal() if day else 0


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
