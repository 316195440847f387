"""When a made-up family came into care and when its reviews were held.

Days are counted from the start of care first and set against today last, so that the work stands
today as the family's situation says. Limits are taken short, so that a weekend breaks none.
"""

import datetime as dt
import random
from dataclasses import dataclass

from iro_desktop.demonstration.families import Family, Situation

_FIRST, _SECOND, _LATER = 26, 88, 178
_SHARE_HELD_LATE = 0.05
_AFTER_LAST = {
    Situation.HALF_FINISHED: (0, 3),
    Situation.TO_WRITE: (4, 7),
    Situation.TO_SEND: (9, 15),
}
_ABOUT_LIMIT = {
    Situation.TODAY: (-9, -3),
    Situation.DUE_SOON: (-18, -6),
    Situation.OVERDUE: (14, 30),
}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The start of care, the reviews held, oldest first, and the end of care if it has ended."""

    started: dt.date
    held: tuple[dt.date, ...]
    ended: dt.date | None = None


def weekday_by(day: dt.date) -> dt.date:
    """`day`, or the Friday before it."""
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def calendar_of(
    family: Family, today: dt.date, ended: dt.date | None, chance: random.Random
) -> Calendar:
    """The days of one family's time in care."""
    since_start = _days_held(family, chance)
    anchor, gap = _last_gap(family, today, ended, chance)
    last = since_start[-1] if since_start else 0
    started = anchor - dt.timedelta(days=last + gap)
    held = [weekday_by(started + dt.timedelta(days=day)) for day in since_start]
    return Calendar(started, (*held, *_adoption_days(family, today)), ended)


def _limit(family: Family, held: int) -> int:
    if family.journey.is_short_breaks:
        return _LATER if held else _SECOND
    return (_FIRST, _SECOND, _LATER)[min(held, 2)]


def _days_held(family: Family, chance: random.Random) -> list[int]:
    days: list[int] = []
    for held in range(family.reviews):
        limit = _limit(family, held)
        late = held > 0 and chance.random() < _SHARE_HELD_LATE
        interval = limit + chance.randint(8, 24) if late else limit - chance.randint(0, limit // 9)
        days.append((days[-1] if days else 0) + interval)
    return days


def _last_gap(
    family: Family, today: dt.date, ended: dt.date | None, chance: random.Random
) -> tuple[dt.date, int]:
    """The day that the last ordinary review is counted back from, and by how much."""
    if family.journey.adoption_placed is not None:
        return today - dt.timedelta(days=family.journey.adoption_placed), 40
    if ended is not None:
        return ended, chance.randint(60, 120)
    return today, _days_since_last(family, chance)


def _days_since_last(family: Family, chance: random.Random) -> int:
    if family.situation is Situation.NEW:
        return family.new_days
    limit = _limit(family, family.reviews)
    if (after := _AFTER_LAST.get(family.situation)) is not None:
        return chance.randint(*after)
    if (about_limit := _ABOUT_LIMIT.get(family.situation)) is not None:
        return limit + chance.randint(*about_limit)
    return chance.randint(limit // 6, limit * 3 // 5)


def _adoption_days(family: Family, today: dt.date) -> list[dt.date]:
    placed = family.journey.adoption_placed
    if placed is None:
        return []
    days_ago = [placed - 25 - 80 * held for held in range(family.adoption_reviews)]
    return [weekday_by(today - dt.timedelta(days=days)) for days in days_ago]
