"""The diary: what is due, booked, held and cancelled between two days, for an IRO and a service."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.sittings import Sitting, days_of
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services import owner
from iro_desktop.services.caseload import read_everything, summaries_of
from iro_desktop.services.meetings_due import MeetingsDue, meetings_due
from iro_desktop.services.ports import UnitOfWorkFactory

USUAL_MINUTES = 60
_DAY = dt.timedelta(days=1)


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
    `area` is the child's team. `number` tells the days of one review that sits on several from
    each other, and the meetings of one kind that are due for one child.
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
    number: int = 0

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


def blocks(entries: Iterable[DiaryEntry]) -> tuple[tuple[DiaryEntry, ...], ...]:
    """Entries of one day, those of one meeting together: of brothers and sisters, or two kinds."""
    found: dict[object, list[DiaryEntry]] = {}
    for number, entry in enumerate(entries):
        meeting = entry.review.meeting if entry.review else ""
        is_held = entry.standing in {Standing.BOOKED, Standing.HELD}
        block = (meeting, entry.standing, entry.starts_at) if meeting and is_held else number
        found.setdefault(block, []).append(entry)
    return tuple(map(tuple, found.values()))


def entries(
    uow_factory: UnitOfWorkFactory, today: dt.date, first: dt.date, last: dt.date
) -> tuple[DiaryEntry, ...]:
    """What stands in the diary from `first` to `last`, both included, by day and time of day.

    A meeting that is due and booked stands there twice: on its last day in time, and on its own.
    """
    with uow_factory() as uow:
        known = read_everything(uow)
        sittings = uow.sittings.all()
        me = owner.signatory(uow.settings).name
    sittings_of: dict[ReviewId, list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        sittings_of[sitting.review_id].append(sitting)
    found: list[DiaryEntry] = []
    for summary in summaries_of(known, today):
        child = summary.child
        due = meetings_due(summary, known, today)
        of_child = _OfChild(child, iro_of(child, me), child.team.strip(), today, first, last)
        found += of_child.due(due)
        for review in known.reviews.get(child.id, ()):
            found += of_child.meetings(review, sittings_of.get(review.id, ()), due)
    return tuple(sorted(found, key=_place))


def _place(entry: DiaryEntry) -> tuple[dt.date, dt.time, str, str, str]:
    """Untimed first: they may take any part of the day."""
    time = entry.starts_at or dt.time.min
    return entry.day, time, entry.standing, entry.child.known_as, entry.child.number


@dataclass(frozen=True, slots=True)
class _OfChild:
    """Makes the entries of one child that lie between two days."""

    child: Child
    iro: str
    area: str
    today: dt.date
    first: dt.date
    last: dt.date

    def due(self, meetings: MeetingsDue) -> Iterator[DiaryEntry]:
        """What is due, on its last day in time."""
        for one in meetings.dues:
            if self.first <= one.due.on <= self.last:
                yield DiaryEntry(
                    child=self.child,
                    review=one.review,
                    kind=one.kind,
                    standing=Standing.DUE,
                    day=one.due.on,
                    due=one.due,
                    iro=self.iro,
                    area=self.area,
                    number=one.number,
                )

    def meetings(
        self, review: Review, sittings: Sequence[Sitting], meetings: MeetingsDue
    ) -> Iterator[DiaryEntry]:
        """A review on each of its days."""
        for number, (standing, day) in enumerate(_days(review, sittings, self.today)):
            if self.first <= day <= self.last:
                is_booked = standing is Standing.BOOKED
                yield DiaryEntry(
                    child=self.child,
                    review=review,
                    kind=review.kind,
                    standing=standing,
                    day=day,
                    starts_at=review.starts_at if day == review.planned_for else None,
                    minutes=review.lasts_minutes or USUAL_MINUTES,
                    due=meetings.limits.get(review.id) if is_booked else None,
                    iro=self.iro,
                    area=self.area,
                    number=number,
                )


def _days(
    review: Review, sittings: Sequence[Sitting], today: dt.date
) -> list[tuple[Standing, dt.date]]:
    """Every day of a review, in order. One of several meetings, or adjourned, sits on each."""
    planned = review.planned_for
    if review.status is ReviewStatus.CANCELLED:
        return [(Standing.CANCELLED, planned)] if planned else []
    has_met = review.status in {ReviewStatus.OPEN, ReviewStatus.CLOSED}
    sat = days_of(review, sittings)
    if not sat:
        if has_met and review.held_on:
            return [(Standing.HELD, review.held_on)]
        return [(Standing.BOOKED, planned)] if planned else []
    days = {*sat, review.held_on or sat[0]}
    if planned is not None and planned >= today and review.completed_on is None:
        days.add(planned)
    over = today if has_met else today - _DAY
    return [(Standing.HELD if day <= over else Standing.BOOKED, day) for day in sorted(days)]


def iro_of(child: Child, me: str) -> str:
    """Who chairs: on a laptop, a child for whom nobody is named is its owner's."""
    named = child.iro_name.strip()
    return me if not named or named.casefold() == me.casefold() else named
