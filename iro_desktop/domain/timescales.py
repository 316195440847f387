"""When the next review is due, and under which regulation, as functions of dates alone.

Sources: Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), reg 33
and reg 48; Adoption Agencies Regulations 2005 (SI 2005/389), reg 36. IRO Handbook (2010) for what
follows a review. Later dates run from the day the last review was *held*, not from when it was due.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.care import PLACED_FOR_ADOPTION, PeriodOfCare
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.working_days import add_months, add_working_days, last_working_day_by

Holidays = AbstractSet[dt.date]


class Unit(StrEnum):
    """What a length is counted in."""

    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit: `length` `unit`s after the event that starts it, and the law that says so."""

    id: str
    length: int
    unit: Unit
    law: str

    def due(self, start: dt.date, holidays: Holidays) -> dt.date:
        """The last day on which the thing is in time."""
        return _COUNT[self.unit](start, self.length, holidays)


_COUNT: dict[Unit, Callable[[dt.date, int, Holidays], dt.date]] = {
    Unit.WORKING_DAYS: add_working_days,
    Unit.WEEKS: lambda start, length, _holidays: start + dt.timedelta(weeks=length),
    Unit.MONTHS: lambda start, length, _holidays: add_months(start, length),
}

_CPPCR = "SI 2010/959"
_AAR = "SI 2005/389"
FIRST_REVIEW = Rule("first_review", 20, Unit.WORKING_DAYS, f"{_CPPCR} reg 33(1)")
SECOND_REVIEW = Rule("second_review", 3, Unit.MONTHS, f"{_CPPCR} reg 33(2)")
LATER_REVIEW = Rule("later_review", 6, Unit.MONTHS, f"{_CPPCR} reg 33(2)")
FIRST_SHORT_BREAK = Rule("first_short_break_review", 3, Unit.MONTHS, f"{_CPPCR} reg 48")
LATER_SHORT_BREAK = Rule("later_short_break_review", 6, Unit.MONTHS, f"{_CPPCR} reg 48")
FIRST_ADOPTION = Rule("first_adoption_review", 4, Unit.WEEKS, f"{_AAR} reg 36(3)")
SECOND_ADOPTION = Rule("second_adoption_review", 3, Unit.MONTHS, f"{_AAR} reg 36(3)")
LATER_ADOPTION = Rule("later_adoption_review", 6, Unit.MONTHS, f"{_AAR} reg 36(3)")

DECISIONS_WRITTEN = Rule("decisions_written", 5, Unit.WORKING_DAYS, "IRO Handbook 2010")
CARE_PLAN_UPDATED = Rule("care_plan_updated", 10, Unit.WORKING_DAYS, "IRO Handbook 2010")
RECORD_WRITTEN = Rule("record_written", 15, Unit.WORKING_DAYS, "IRO Handbook 2010")
RECORD_SENT = Rule("record_sent", 20, Unit.WORKING_DAYS, "IRO Handbook 2010")

_CYCLE: dict[ReviewKind, tuple[Rule, Rule, Rule]] = {
    ReviewKind.LOOKED_AFTER: (FIRST_REVIEW, SECOND_REVIEW, LATER_REVIEW),
    ReviewKind.SHORT_BREAKS: (FIRST_SHORT_BREAK, LATER_SHORT_BREAK, LATER_SHORT_BREAK),
    ReviewKind.PLACED_FOR_ADOPTION: (FIRST_ADOPTION, SECOND_ADOPTION, LATER_ADOPTION),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A due date that can say why: the rule, and the day and event it was counted from.

    `last_working_day` differs from `on` where a limit in months ends on a closed day: the limit
    does not move, so this is the last practical day.
    """

    on: dt.date
    rule: Rule
    counted_from: dt.date
    from_review: bool
    last_working_day: dt.date


def review_kind_on(period: PeriodOfCare, day: dt.date) -> ReviewKind:
    """Which clock runs for a child on `day`; what began later does not count."""
    if period.until(day).is_short_breaks():
        return ReviewKind.SHORT_BREAKS
    if period.episode_on(day).placement in PLACED_FOR_ADOPTION:
        return ReviewKind.PLACED_FOR_ADOPTION
    return ReviewKind.LOOKED_AFTER


def next_review_due(
    period: PeriodOfCare, held: Sequence[dt.date], kind: ReviewKind, holidays: Holidays
) -> Due:
    """When the next review in this period of care is due.

    Args:
        period: the period of care as it stood (`PeriodOfCare.until`); a new one starts the clock
            again.
        held: the days on which reviews were held, in any order, two on one day being one; those
            before the clock starts do not count.
        kind: which clock runs.
        holidays: days that are not working days.
    """
    start = _clock_starts(period, kind)
    counted = sorted({day for day in held if start <= day})
    rule = _CYCLE[kind][min(len(counted), 2)]
    counted_from = counted[-1] if counted else start
    on = rule.due(counted_from, holidays)
    return Due(on, rule, counted_from, bool(counted), last_working_day_by(on, holidays))


def _clock_starts(period: PeriodOfCare, kind: ReviewKind) -> dt.date:
    if kind is ReviewKind.LOOKED_AFTER:
        # Regulation 48 sets regulation 33 aside for short breaks, so its clock starts after them.
        full = (one.started for one in period.episodes if not one.is_short_break)
        return next(full, period.started)
    if kind is ReviewKind.SHORT_BREAKS:
        return period.started
    placed = period.episodes[-1].started
    for episode in reversed(period.episodes):
        if episode.placement not in PLACED_FOR_ADOPTION:
            break
        placed = episode.started
    return placed


def days_held(reviews: Sequence[Review], today: dt.date) -> tuple[dt.date, ...]:
    """The days on which reviews were held by `today`, oldest first."""
    return tuple(
        sorted(review.held_on for review in reviews if review.held_on and review.held_on <= today)
    )
