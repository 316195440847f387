"""What follows if a review is held on some day: whether in time, what is due next, what changes."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from iro_desktop.domain.child import birthday
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.working_days import working_days_late

NextDue = Callable[[Sequence[dt.date]], Explained | None]
"""When the next review is due once reviews were held on these days; None once the clock stops."""

DEADLINES = 3
AGES_THAT_CHANGE_RULES = (4, 5, 16, 17, 18)
_BEFORE = ("child_consulted", "invitations_sent", "social_worker_report")
_AFTER = ("decisions_written", "care_plan_updated", "record_written", "record_sent")


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day on which rules change for the child."""

    age: int
    on: dt.date


@dataclass(frozen=True, slots=True)
class Outlook:
    """What follows from holding the review on `day`.

    `deadlines` are the limit of this review and of those after it, three at most: the second is
    counted from `day`, the third from the last practical day of the second. Fewer where a clock
    stops. `working_days_late` is 0 in time, `working_days_in_hand` 0 on the last practical day
    and after it. `before` is what has to be done ahead of the review, `after` what once it is held.
    """

    day: dt.date
    deadlines: tuple[Explained, ...]
    working_days_late: int
    working_days_in_hand: int
    before: tuple[Explained, ...]
    after: tuple[Explained, ...]

    @property
    def is_late(self) -> bool:
        """Whether the review would be after its limit, were it by a Sunday only."""
        return bool(self.deadlines) and self.deadlines[0].on < self.day


def outlook(
    day: dt.date,
    due: Explained | None,
    held: Sequence[dt.date],
    next_due: NextDue,
    reckoner: Reckoner,
) -> Outlook:
    """What follows if the review that is `due` is held on `day`.

    Args:
        day: the day it might be held on.
        due: its own limit, None where no clock runs.
        held: the days on which earlier reviews were held.
        next_due: the clock of the child's reviews.
        reckoner: the rules and the holidays.

    Raises:
        NotInForce: the rules on papers were not in force on that day.
    """
    deadlines = [due] if due else []
    deadlines += _following([*held, day], next_due, DEADLINES - len(deadlines))
    late = left = 0
    if due:
        late = working_days_late(due.on, day, reckoner.holidays)
        left = working_days_late(day, due.last_working_day, reckoner.holidays)
    return Outlook(
        day=day,
        deadlines=tuple(deadlines),
        working_days_late=late,
        working_days_in_hand=left,
        before=papers_before(day, reckoner),
        after=papers_after(day, reckoner),
    )


def papers_before(day: dt.date, reckoner: Reckoner) -> tuple[Explained, ...]:
    """What has to be done ahead of a review that is booked for `day`, the first first."""
    return tuple(reckoner.due(rule, day) for rule in _BEFORE)


def papers_after(day: dt.date, reckoner: Reckoner) -> tuple[Explained, ...]:
    """What has to be done once a review was completed on `day`, the first first."""
    return tuple(reckoner.due(rule, day) for rule in _AFTER)


def birthdays(born: dt.date, after: dt.date, until: dt.date) -> tuple[Birthday, ...]:
    """The birthdays that change rules, later than `after` and no later than `until`."""
    turned = (Birthday(age, birthday(born, age)) for age in AGES_THAT_CHANGE_RULES)
    return tuple(one for one in turned if after < one.on <= until)


def _following(held: list[dt.date], next_due: NextDue, count: int) -> Iterator[Explained]:
    """The limits to come, each review but the first being held on its last practical day."""
    for _ in range(count):
        due = next_due(held)
        if due is None:
            return
        yield due
        if due.stops_on is not None:
            return
        held = [*held, due.last_working_day]
