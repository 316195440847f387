"""The trajectory: milestones on the way to a goal, with every date they ever had.

A planned date is never overwritten: it is revised, with a reason, and the drift counts from the
first date that anyone planned.
"""

import datetime as dt
from dataclasses import dataclass, replace

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.entries import ToolEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(ToolEntry):
    """One step. `waits_for` holds the threads of the steps that have to come first.

    `revised_to` and `revised_because` go together, the oldest first. `decision_id` is the decision
    that set it; `is_of_permanence` says that it belongs to the plan for permanence.
    """

    what: str = ""
    owner: str = ""
    planned_on: dt.date | None = None
    revised_to: tuple[dt.date, ...] = ()
    revised_because: tuple[str, ...] = ()
    actual_on: dt.date | None = None
    waits_for: tuple[EntityId, ...] = ()
    decision_id: EntityId | None = None
    is_of_permanence: bool = False
    is_goal: bool = False

    @property
    def expected_on(self) -> dt.date | None:
        """The date that holds now: the last revised, else the one planned."""
        return self.revised_to[-1] if self.revised_to else self.planned_on

    def drift(self, today: dt.date) -> int | None:
        """Days behind the date first planned, negative when ahead; None without such a date.

        What is done drifted until it was done. What is open drifts to the date that holds now, or
        to today where that has passed.
        """
        if self.planned_on is None:
            return None
        if self.actual_on is not None:
            return (self.actual_on - self.planned_on).days
        expected = self.expected_on or self.planned_on
        return (max(expected, today) - self.planned_on).days


def revised(milestone: Milestone, to: dt.date, because: str) -> Milestone:
    """The milestone with another date, all earlier ones kept. Without a date planned, it is that.

    The date that holds already changes nothing.
    """
    if milestone.planned_on is None:
        return replace(milestone, planned_on=to)
    if milestone.expected_on == to:
        return milestone
    return replace(
        milestone,
        revised_to=(*milestone.revised_to, to),
        revised_because=(*milestone.revised_because, because.strip()),
    )
