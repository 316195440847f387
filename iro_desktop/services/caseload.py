"""The caseload at a glance: every child with the next review, and every foster household."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from iro_desktop.domain.care import Episode, PeriodOfCare, period_on
from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.happenings import RecordedHappening, with_answers
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.life import life_of
from iro_desktop.domain.review import (
    OF_THE_CASE,
    Review,
    ReviewKind,
    ReviewStatus,
    booked,
    in_hand,
)
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.open_clocks import open_clocks
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of

SOON = dt.timedelta(days=30)
BEGUN = frozenset({ReviewStatus.PREPARING, ReviewStatus.OPEN})


@dataclass(frozen=True, slots=True)
class ChildSummary:
    """A child in one line. `episode` and `next_due` are None when the child is not looked after.

    A foster household has a line as well: no age is said of it, and its next review is its own.

    `current` is the review that is being worked on, if any; `booked` the one still to be held,
    which is another while one is being chaired. Both are of the case; `in_hand` are all that are
    neither closed nor cancelled, whatever their kind.
    """

    child: Child
    age: int
    period: PeriodOfCare | None
    episode: Episode | None
    last_review: dt.date | None
    next_due: Explained | None
    current: Review | None
    booked: Review | None = None
    in_hand: tuple[Review, ...] = ()

    @property
    def has_begun(self) -> bool:
        """Whether a review of any kind is being prepared or chaired."""
        return any(review.status in BEGUN for review in self.in_hand)

    @property
    def is_looked_after(self) -> bool:
        """Whether the child is in care today."""
        return self.period is not None


@dataclass(frozen=True, slots=True)
class Everything:
    """What is known of all children, and the engine to reckon it with.

    `children` holds the files of foster households too: whoever counts children leaves them out.
    """

    children: Sequence[Child]
    episodes: Mapping[ChildId, Sequence[Episode]]
    reviews: Mapping[ChildId, Sequence[Review]]
    happenings: Mapping[ChildId, Sequence[RecordedHappening]]
    reckoner: Reckoner

    def clock_of(self, child: Child, today: dt.date) -> ReviewClock:
        """One child's review clock."""
        return ReviewClock.of(
            child.date_of_birth,
            self.episodes.get(child.id, ()),
            self.reviews.get(child.id, ()),
            self.reckoner,
            today,
            self.happenings.get(child.id, ()),
        )


def overview(uow_factory: UnitOfWorkFactory, today: dt.date) -> tuple[ChildSummary, ...]:
    """Every child, those in care first, then by when the next review is due."""
    return tuple(one for one in files(uow_factory, today) if not one.child.is_household)


def files(uow_factory: UnitOfWorkFactory, today: dt.date) -> tuple[ChildSummary, ...]:
    """Every child as `overview` has them; after them every foster household, in the same order."""
    with uow_factory() as uow:
        known = read_everything(uow)
    return tuple(sorted(summaries_of(known, today), key=lambda one: one.child.is_household))


def read_everything(uow: UnitOfWork) -> Everything:
    """All children and households, with their episodes, reviews and happenings."""
    return Everything(
        uow.children.all(),
        by_child(uow.episodes.all()),
        by_child(uow.reviews.all()),
        by_child(with_answers(uow.happenings.all(), uow.managers_confirmations.all())),
        reckoner_of(uow.settings),
    )


def summaries_of(known: Everything, today: dt.date) -> tuple[ChildSummary, ...]:
    """Every file in one line, children in care first, then by when the next review is due."""
    summaries = [
        summarise(
            child,
            known.episodes.get(child.id, ()),
            known.reviews.get(child.id, ()),
            known.reckoner,
            today,
            known.happenings.get(child.id, ()),
        )
        for child in known.children
    ]
    return tuple(sorted(summaries, key=_urgency))


def is_half_finished(summary: ChildSummary) -> bool:
    """Whether work on the next review has begun. One that is only booked still has to be done."""
    return summary.current is not None and summary.current.status in BEGUN


def _urgency(summary: ChildSummary) -> tuple[bool, dt.date, str, str]:
    due = summary.next_due.on if summary.next_due else dt.date.max
    return (not summary.is_looked_after, due, summary.child.known_as, summary.child.number)


class _OfChild(Protocol):
    @property
    def child_id(self) -> ChildId: ...


_T = TypeVar("_T", bound=_OfChild)


def by_child(things: Iterable[_T]) -> Mapping[ChildId, list[_T]]:
    """Things of children, each child's together; a child without any has an empty list."""
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
    if child.is_household:
        return _summarise_household(child, reviews, reckoner, today, happenings)
    clock = ReviewClock.of(child.date_of_birth, episodes, reviews, reckoner, today, happenings)
    period = period_on(clock.periods, today)
    of_the_case = [review for review in reviews if review.kind in OF_THE_CASE]
    return ChildSummary(
        child=child,
        age=age_on(child.date_of_birth, today),
        period=period,
        episode=period.episode_on(today) if period else None,
        last_review=clock.held[-1] if clock.held else None,
        next_due=clock.next_due(today),
        current=in_hand(of_the_case),
        booked=booked(of_the_case),
        in_hand=_unfinished(reviews),
    )


def _unfinished(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(review for review in reviews if not review.is_fixed)


_REVIEW_OF_HOUSEHOLD = "foster_carer_review"


def _summarise_household(
    household: Child,
    reviews: Sequence[Review],
    reckoner: Reckoner,
    today: dt.date,
    happenings: Iterable[RecordedHappening],
) -> ChildSummary:
    life = life_of(household, (), reviews, happenings)
    of_carers = [review for review in reviews if review.kind is ReviewKind.FOSTER_CARER]
    held = (review.held_on for review in of_carers if review.held_on is not None)
    return ChildSummary(
        child=household,
        age=0,
        period=None,
        episode=None,
        last_review=max((day for day in held if day <= today), default=None),
        next_due=next(
            (
                due
                for due in open_clocks(life, reckoner, today)
                if due.rule.id == _REVIEW_OF_HOUSEHOLD
            ),
            None,
        ),
        current=in_hand(of_carers),
        booked=booked(of_carers),
        in_hand=_unfinished(reviews),
    )
