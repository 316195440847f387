"""The caseload at a glance: every child with the next review, and what today asks for."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from iro_desktop.domain.care import Episode, PeriodOfCare, period_on
from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import Review, ReviewStatus, booked, in_hand
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.working_days import working_days_late
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of

SOON = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ChildSummary:
    """A child in one line. `episode` and `next_due` are None when the child is not looked after.

    `current` is the review that is being worked on, if any; `booked` the one still to be held,
    which is another while one is being chaired.
    """

    child: Child
    age: int
    period: PeriodOfCare | None
    episode: Episode | None
    last_review: dt.date | None
    next_due: Explained | None
    current: Review | None
    booked: Review | None = None

    @property
    def is_looked_after(self) -> bool:
        """Whether the child is in care today."""
        return self.period is not None


@dataclass(frozen=True, slots=True)
class Unsent:
    """Something written that has not gone to its reader.

    `send_by` is the last day in time, None while the review has no day; `working_days_left` is
    counted from today, negative once that day has gone.
    """

    child: Child
    document: WrittenDocument
    send_by: dt.date | None = None
    working_days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What today asks for, each list in the order to do it.

    `children` counts those in care, `unnamed` those of them that nobody has named yet.
    """

    overdue: tuple[ChildSummary, ...]
    due_soon: tuple[ChildSummary, ...]
    half_finished: tuple[ChildSummary, ...]
    unsent: tuple[Unsent, ...]
    children: int
    unnamed: int
    has_caseload: bool


def overview(uow_factory: UnitOfWorkFactory, today: dt.date) -> tuple[ChildSummary, ...]:
    """Every child, those in care first, then by when the next review is due."""
    with uow_factory() as uow:
        return _overview(uow, today)


def today_asks(uow_factory: UnitOfWorkFactory, today: dt.date) -> Today:
    """What is overdue, due in thirty days, half-finished, and waiting to be sent."""
    with uow_factory() as uow:
        summaries = _overview(uow, today)
        unsent = _unsent(uow, {summary.child.id: summary.child for summary in summaries}, today)
    waiting = [
        summary for summary in summaries if summary.next_due and not is_half_finished(summary)
    ]
    return Today(
        overdue=tuple(summary for summary in waiting if _days_left(summary, today) < 0),
        due_soon=tuple(
            summary for summary in waiting if 0 <= _days_left(summary, today) <= SOON.days
        ),
        half_finished=tuple(summary for summary in summaries if is_half_finished(summary)),
        unsent=unsent,
        children=sum(summary.is_looked_after for summary in summaries),
        unnamed=sum(not summary.child.is_named for summary in summaries if summary.period),
        has_caseload=bool(summaries),
    )


def _days_left(summary: ChildSummary, today: dt.date) -> int:
    assert summary.next_due is not None  # noqa: S101 - callers choose those with a date
    return (summary.next_due.on - today).days


def is_half_finished(summary: ChildSummary) -> bool:
    """Whether work on the next review has begun. One that is only booked still has to be done."""
    return summary.current is not None and summary.current.status in {
        ReviewStatus.PREPARING,
        ReviewStatus.OPEN,
    }


def _unsent(
    uow: UnitOfWork, children: Mapping[ChildId, Child], today: dt.date
) -> tuple[Unsent, ...]:
    reckoner = reckoner_of(uow.settings)
    waiting = [
        _waiting(children[document.child_id], document, uow, reckoner, today)
        for document in uow.written_documents.all()
        if document.sent_on is None and document.child_id in children
    ]
    return tuple(sorted(waiting, key=lambda unsent: unsent.send_by or dt.date.max))


def _waiting(
    child: Child, document: WrittenDocument, uow: UnitOfWork, reckoner: Reckoner, today: dt.date
) -> Unsent:
    review = uow.reviews.find(document.review_id)
    if review is None or review.held_on is None:
        return Unsent(child, document)
    send_by = reckoner.due("record_sent", review.held_on).on
    left = working_days_late(today, send_by, reckoner.holidays)
    late = working_days_late(send_by, today, reckoner.holidays)
    return Unsent(child, document, send_by, left - late)


def _overview(uow: UnitOfWork, today: dt.date) -> tuple[ChildSummary, ...]:
    reckoner = reckoner_of(uow.settings)
    happenings = _by_child(uow.happenings.all())
    episodes = _by_child(uow.episodes.all())
    reviews = _by_child(uow.reviews.all())
    summaries = [
        summarise(
            child, episodes[child.id], reviews[child.id], reckoner, today, happenings[child.id]
        )
        for child in uow.children.all()
    ]
    return tuple(sorted(summaries, key=_urgency))


def _urgency(summary: ChildSummary) -> tuple[bool, dt.date, str, str]:
    due = summary.next_due.on if summary.next_due else dt.date.max
    return (not summary.is_looked_after, due, summary.child.known_as, summary.child.number)


class _OfChild(Protocol):
    @property
    def child_id(self) -> ChildId: ...


_T = TypeVar("_T", bound=_OfChild)


def _by_child(things: Iterable[_T]) -> dict[ChildId, list[_T]]:
    children: dict[ChildId, list[_T]] = defaultdict(list)
    for thing in things:
        children[thing.child_id].append(thing)
    return children


def summarise(
    child: Child,
    episodes: Sequence[Episode],
    reviews: Sequence[Review],
    reckoner: Reckoner,
    today: dt.date,
    happenings: Iterable[RecordedHappening] = (),
) -> ChildSummary:
    """One child in one line, as of `today`."""
    clock = ReviewClock.of(child.date_of_birth, episodes, reviews, reckoner, today, happenings)
    period = period_on(clock.periods, today)
    return ChildSummary(
        child=child,
        age=age_on(child.date_of_birth, today),
        period=period,
        episode=period.episode_on(today) if period else None,
        last_review=clock.held[-1] if clock.held else None,
        next_due=clock.next_due(today),
        current=in_hand(reviews),
        booked=booked(reviews),
    )
