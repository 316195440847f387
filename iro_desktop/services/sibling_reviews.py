"""Brothers' and sisters' reviews side by side, and the days on which all of them could be held."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from iro_desktop.domain.child import Child
from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.domain.timescales.explained import Explained, Holidays
from iro_desktop.domain.working_days import add_working_days
from iro_desktop.services.diary import DiaryEntry, Standing
from iro_desktop.services.proposing import proposed_days

FEWEST = 2


@dataclass(frozen=True, slots=True)
class SiblingReview:
    """One of them: the limit of the next review, what is booked, and the earliest sensible day.

    The law sets no earliest day. Half way from the last review to the limit is practice: sooner,
    there is little to review, and each later limit moves forward with it.
    """

    child: Child
    due: Explained | None
    booked: DiaryEntry | None
    earliest: dt.date | None


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which the reviews of all could be held in time, both ends included."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class SiblingGroup:
    """Brothers and sisters whose next reviews are ahead, in order of their limits.

    `window` is None where no day suits all of them; `day` is the working day in it to propose.
    `iros` are those who chair, one or more. `together` says that one day is booked for all.
    """

    reviews: tuple[SiblingReview, ...]
    window: Window | None
    day: dt.date | None
    iros: tuple[str, ...]
    together: bool


def sibling_groups(
    entries: Iterable[DiaryEntry], today: dt.date, holidays: Holidays
) -> tuple[SiblingGroup, ...]:
    """Each group of two or more brothers and sisters with a review due or booked, soonest first.

    Only reviews of the case: the other meetings have clocks that differ from child to child.

    Args:
        entries: the diary as far ahead as its due dates go.
        today: the day of asking.
        holidays: days that are not working days.
    """
    of_group: dict[str, list[DiaryEntry]] = defaultdict(list)
    for entry in entries:
        is_ahead = entry.standing in {Standing.DUE, Standing.BOOKED}
        if is_ahead and entry.child.sibling_group and entry.kind in OF_THE_CASE:
            of_group[entry.child.sibling_group].append(entry)
    groups = (_group(members, today, holidays) for members in of_group.values())
    return tuple(
        sorted(
            (group for group in groups if len(group.reviews) >= FEWEST),
            key=lambda group: _soonest(group.reviews[0]),
        )
    )


def _group(members: Sequence[DiaryEntry], today: dt.date, holidays: Holidays) -> SiblingGroup:
    by_child: dict[str, list[DiaryEntry]] = defaultdict(list)
    for entry in members:
        by_child[entry.child.id].append(entry)
    reviews = sorted((_review(own, today, holidays) for own in by_child.values()), key=_soonest)
    window = _window(reviews)
    return SiblingGroup(
        reviews=tuple(reviews),
        window=window,
        day=_day_in(window, reviews, holidays) if window else None,
        iros=tuple(sorted({entry.iro for entry in members if entry.iro})),
        together=_are_together(reviews),
    )


def _review(own: Sequence[DiaryEntry], today: dt.date, holidays: Holidays) -> SiblingReview:
    due = next((entry.due for entry in own if entry.due is not None), None)
    booked = (entry for entry in own if entry.standing is Standing.BOOKED)
    earliest = None
    if due is not None:
        half_way = due.counted_from + (due.on - due.counted_from) / 2
        earliest = max(add_working_days(today, 1, holidays), half_way)
    return SiblingReview(own[0].child, due, min(booked, key=_day_of, default=None), earliest)


def _day_of(entry: DiaryEntry) -> dt.date:
    return entry.day


def _soonest(review: SiblingReview) -> tuple[dt.date, str]:
    day = review.due.on if review.due else dt.date.max
    return day, review.child.number


def _window(reviews: Sequence[SiblingReview]) -> Window | None:
    limits = [review.due.last_working_day for review in reviews if review.due]
    starts = [review.earliest for review in reviews if review.earliest]
    if len(limits) < FEWEST or min(limits) < max(starts):
        return None
    return Window(max(starts), min(limits))


def _day_in(window: Window, reviews: Sequence[SiblingReview], holidays: Holidays) -> dt.date | None:
    """The working day nearest to a week before the first limit."""
    first = min((review.due for review in reviews if review.due), key=lambda due: due.on)
    (proposed,) = proposed_days(first, window.first - dt.timedelta(days=1), holidays, count=1)
    return proposed.day if proposed.day <= window.last else None


def _are_together(reviews: Sequence[SiblingReview]) -> bool:
    days = {review.booked.day if review.booked else None for review in reviews}
    return len(days) == 1 and None not in days
