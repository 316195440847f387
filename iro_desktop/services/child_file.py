"""A child's page: who they are, their journey through care, who matters, their reviews."""

import datetime as dt
from dataclasses import dataclass, field, replace

from iro_desktop.domain.care import Episode, PeriodOfCare
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, new_id
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind
from iro_desktop.domain.timescales.explained import Explained, Holidays
from iro_desktop.domain.working_days import working_days_late
from iro_desktop.services.caseload import ChildSummary, summarise
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.independence import check_iro
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of


@dataclass(frozen=True, slots=True)
class DatedReview:
    """A review with the day it was due; None where no clock ran.

    `working_days_late` is 0 for one held in time, and for one not held yet.
    """

    review: Review
    due: Explained | None
    working_days_late: int = 0

    @property
    def was_late(self) -> bool:
        """Whether it was held after the last day on which it was in time."""
        held = self.review.held_on
        return held is not None and self.due is not None and held > self.due.on


@dataclass(frozen=True, slots=True)
class ChildFile:
    """All that a child's page shows. Reviews are newest first; the rest oldest first.

    `holidays` are the days on which no review should be booked.
    """

    summary: ChildSummary
    periods: tuple[PeriodOfCare, ...]
    episodes: tuple[Episode, ...]
    people: tuple[ImportantPerson, ...]
    reviews: tuple[DatedReview, ...]
    open_decisions: tuple[Decision, ...]
    siblings: tuple[Child, ...]
    holidays: Holidays = field(default_factory=dict)

    @property
    def child(self) -> Child:
        """The child whose page it is."""
        return self.summary.child


def read(uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date) -> ChildFile:
    """A child's page. Raises NoSuchThing."""
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        episodes = tuple(uow.episodes.of_child(child_id))
        reviews = tuple(uow.reviews.of_child(child_id))
        reckoner = reckoner_of(uow.settings)
        happenings = uow.happenings.of_child(child_id)
        clock = ReviewClock.of(child.date_of_birth, episodes, reviews, reckoner, today, happenings)
        decisions = tuple(uow.decisions.of_child(child_id))
        return ChildFile(
            summary=summarise(child, episodes, reviews, reckoner, today, happenings),
            periods=clock.periods,
            episodes=episodes,
            people=tuple(uow.people.of_child(child_id)),
            reviews=tuple(dated(review, clock) for review in sorted(reviews, key=_newest)),
            open_decisions=_last_decisions(decisions, reviews),
            siblings=_siblings(uow, child),
            holidays=reckoner.holidays,
        )


def require_child(uow: UnitOfWork, child_id: str) -> Child:
    """The child of that id. Raises NoSuchThing."""
    child = uow.children.find(child_id)
    if child is None:
        raise NoSuchThing(kind="child", name=child_id)
    return child


def save_child(uow_factory: UnitOfWorkFactory, child: Child) -> Changed:
    """Keep what the IRO knows of a child. Raises IroConflict."""
    with uow_factory() as uow:
        check_iro(uow, child)
        changed = uow.children.put(child)
    if not changed:
        return Changed()
    return Changed(frozenset({Topic.CHILD, Topic.CASELOAD}), frozenset({child.id}))


def new_person(child_id: ChildId) -> ImportantPerson:
    """Someone who matters, with nothing said of them yet."""
    return ImportantPerson(id=EntityId(new_id()), child_id=child_id, name="")


def save_person(uow_factory: UnitOfWorkFactory, person: ImportantPerson) -> Changed:
    """Keep someone who matters to a child."""
    with uow_factory() as uow:
        changed = uow.people.put(replace(person, name=person.name.strip()))
    return _people_changed(person) if changed else Changed()


def remove_person(uow_factory: UnitOfWorkFactory, person: ImportantPerson) -> Changed:
    """Take someone off the list; what was written of them stays in history."""
    with uow_factory() as uow:
        uow.people.withdraw(person)
    return _people_changed(person)


def _people_changed(person: ImportantPerson) -> Changed:
    return Changed(frozenset({Topic.PEOPLE}), frozenset({person.child_id}))


def dated(review: Review, clock: ReviewClock) -> DatedReview:
    """A review with the day it was due, and how late it was held.

    The clock is that of the reviews of the case: it says nothing of the kinds beside them.
    """
    day = review.held_on or review.planned_for
    due = clock.due_of(day) if day and review.kind in OF_THE_CASE else None
    late = 0
    if due and review.held_on:
        late = working_days_late(due.on, review.held_on, clock.reckoner.holidays)
    return DatedReview(review, due, late)


def _newest(review: Review) -> dt.timedelta:
    return dt.date.max - (review.held_on or review.planned_for or dt.date.max)


def _last_decisions(
    decisions: tuple[Decision, ...], reviews: tuple[Review, ...]
) -> tuple[Decision, ...]:
    """Those of the latest closed review of the case, or of the household.

    Nothing was decided at a cancelled one.
    """
    kinds = OF_THE_CASE | {ReviewKind.FOSTER_CARER}
    for review in sorted(reviews, key=_newest):
        made = tuple(decision for decision in decisions if decision.review_id == review.id)
        if review.is_closed and review.kind in kinds and made:
            return made
    return ()


def _siblings(uow: UnitOfWork, child: Child) -> tuple[Child, ...]:
    if not child.sibling_group:
        return ()
    return tuple(
        other
        for other in uow.children.all()
        if other.sibling_group == child.sibling_group
        and other.id != child.id
        and not other.is_household
    )
