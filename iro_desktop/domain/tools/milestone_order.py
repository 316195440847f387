"""The order in which milestones are looked at: by date, or by what has to come first."""

import datetime as dt
from collections.abc import Sequence

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.trajectory import Milestone


def by_date(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """The earliest first: by the day it was reached, else by the date that holds. Undated last."""
    return tuple(sorted(milestones, key=_when))


def by_what_comes_first(milestones: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """Each after all that it waits for, else by date.

    Milestones that wait for each other in a ring cannot be ordered so, and keep to their dates.
    """
    ordered: list[Milestone] = []
    left = list(by_date(milestones))
    while left:
        open_threads = {one.thread for one in left}
        ready = next((one for one in left if not open_threads & set(one.waits_for)), left[0])
        ordered.append(ready)
        left.remove(ready)
    return tuple(ordered)


def may_wait_for(milestone: Milestone, among: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """Those it may wait for: all others but those that wait for it, however far along."""
    waiting: set[EntityId] = {milestone.thread}
    while grown := {
        one.thread for one in among if one.thread not in waiting and waiting & set(one.waits_for)
    }:
        waiting |= grown
    return tuple(one for one in among if one.thread not in waiting)


def _when(milestone: Milestone) -> tuple[dt.date, int]:
    day = milestone.actual_on or milestone.expected_on or dt.date.max
    return day, milestone.position
