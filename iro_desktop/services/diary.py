"""The diary: what is due, booked, held and cancelled between two days, for an IRO and a service."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.review_cycles import review_kind_on
from iro_desktop.services import owner
from iro_desktop.services.caseload import ChildSummary, overview
from iro_desktop.services.ports import UnitOfWorkFactory

USUAL_MINUTES = 60


class Standing(StrEnum):
    """What an entry says of its day."""

    DUE = "due"
    BOOKED = "booked"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """One line of the diary.

    `starts_at` is None where no time was given: the meeting may take any part of that day.
    `due` is the limit that a due or booked review has to keep, None where no clock runs.
    `iro` is the child's own IRO, or the owner of the laptop where nobody else is named.
    `area` is the child's team.
    """

    child: Child
    review: Review | None
    kind: ReviewKind
    standing: Standing
    day: dt.date
    starts_at: dt.time | None = None
    minutes: int = USUAL_MINUTES
    due: Explained | None = None
    iro: str = ""
    area: str = ""

    @property
    def ends_at(self) -> dt.time | None:
        """When it ends, midnight at the latest; None where no time was given."""
        if self.starts_at is None:
            return None
        end = dt.datetime.combine(self.day, self.starts_at) + dt.timedelta(minutes=self.minutes)
        return end.time() if end.date() == self.day else dt.time.max


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries to look at. An empty set lets everything through."""

    kinds: AbstractSet[ReviewKind] = frozenset()
    areas: AbstractSet[str] = frozenset()
    iros: AbstractSet[str] = frozenset()

    def passes(self, entry: DiaryEntry) -> bool:
        """Whether an entry is among those looked for."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.areas or entry.area in self.areas)
            and (not self.iros or entry.iro in self.iros)
        )


def entries(
    uow_factory: UnitOfWorkFactory, today: dt.date, first: dt.date, last: dt.date
) -> tuple[DiaryEntry, ...]:
    """What stands in the diary from `first` to `last`, both included, by day and time of day.

    A review that is due and booked stands there twice: on its last day in time, and on its own.
    """
    summaries = {summary.child.id: summary for summary in overview(uow_factory, today)}
    with uow_factory() as uow:
        reviews = uow.reviews.all()
    me = owner.read(uow_factory).name
    found = [*_due(summaries.values(), me, today), *_reviews(reviews, summaries, me)]
    return tuple(sorted((one for one in found if first <= one.day <= last), key=_place))


def _place(entry: DiaryEntry) -> tuple[dt.date, dt.time, str, str, str]:
    """Untimed first: they may take any part of the day."""
    time = entry.starts_at or dt.time.min
    return entry.day, time, entry.standing, entry.child.known_as, entry.child.number


def _due(summaries: Iterable[ChildSummary], me: str, today: dt.date) -> Iterator[DiaryEntry]:
    for summary in summaries:
        if summary.next_due is not None and summary.period is not None:
            yield DiaryEntry(
                child=summary.child,
                review=summary.booked,
                kind=review_kind_on(summary.period, today),
                standing=Standing.DUE,
                day=summary.next_due.on,
                due=summary.next_due,
                iro=iro_of(summary.child, me),
                area=summary.child.team.strip(),
            )


def _reviews(
    reviews: Iterable[Review], summaries: Mapping[ChildId, ChildSummary], me: str
) -> Iterator[DiaryEntry]:
    for review in reviews:
        summary = summaries.get(review.child_id)
        standing, day = _standing(review)
        if summary is None or day is None:
            continue
        yield DiaryEntry(
            child=summary.child,
            review=review,
            kind=review.kind,
            standing=standing,
            day=day,
            starts_at=review.starts_at if day == review.planned_for else None,
            minutes=review.lasts_minutes or USUAL_MINUTES,
            due=summary.next_due if standing is Standing.BOOKED else None,
            iro=iro_of(summary.child, me),
            area=summary.child.team.strip(),
        )


def _standing(review: Review) -> tuple[Standing, dt.date | None]:
    if review.status is ReviewStatus.CANCELLED:
        return Standing.CANCELLED, review.planned_for
    if review.status in {ReviewStatus.OPEN, ReviewStatus.CLOSED} and review.held_on:
        return Standing.HELD, review.held_on
    # One that takes several meetings, or was adjourned, is still to be completed.
    return Standing.BOOKED, review.planned_for


def iro_of(child: Child, me: str) -> str:
    """Who chairs: on a laptop, a child for whom nobody is named is its owner's."""
    named = child.iro_name.strip()
    return me if not named or named.casefold() == me.casefold() else named
