"""What stands against the dates of a trajectory: rings, steps that are not there, wrong order."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.problems import Problem, Severity


class WaitingFault(StrEnum):
    """What is wrong. `subject` of the Problem is the id of the milestone."""

    IN_A_RING = "milestone_in_a_ring"
    FOR_NOTHING = "milestone_waits_for_nothing"
    BEFORE_ITS_TIME = "milestone_before_what_it_waits_for"
    IN_THE_FUTURE = "milestone_done_in_the_future"


def problems_of(milestones: Sequence[Milestone], today: dt.date) -> tuple[Problem, ...]:
    """Everything that cannot be so, in the milestones' order. `data["text"]` says which step."""
    in_rings = in_a_ring(milestones)
    by_thread = {one.thread: one for one in milestones}
    found: list[Problem] = []
    for one in milestones:
        if one.thread in in_rings:
            found.append(_problem(WaitingFault.IN_A_RING, one))
        for thread in one.waits_for:
            other = by_thread.get(thread)
            if other is None:
                found.append(_problem(WaitingFault.FOR_NOTHING, one))
            elif thread not in in_rings and _is_too_soon(one, other):
                found.append(_problem(WaitingFault.BEFORE_ITS_TIME, one, other=other.what))
        if one.actual_on is not None and one.actual_on > today:
            found.append(_problem(WaitingFault.IN_THE_FUTURE, one))
    return tuple(found)


def in_a_ring(milestones: Sequence[Milestone]) -> frozenset[EntityId]:
    """The threads of the milestones that wait, however far along, for themselves."""
    waits = {one.thread: set(one.waits_for) for one in milestones}
    return frozenset(thread for thread in waits if thread in _reached(thread, waits))


def _reached(start: EntityId, waits: dict[EntityId, set[EntityId]]) -> set[EntityId]:
    found: set[EntityId] = set()
    ahead = set(waits[start])
    while ahead:
        found |= ahead
        ahead = {after for one in ahead for after in waits.get(one, ())} - found
    return found


def _is_too_soon(one: Milestone, other: Milestone) -> bool:
    mine, theirs = one.actual_on or one.expected_on, other.actual_on or other.expected_on
    return mine is not None and theirs is not None and mine < theirs


def _problem(fault: WaitingFault, one: Milestone, **data: str) -> Problem:
    return Problem(fault, one.id, data={"text": one.what, **data}, severity=Severity.NOTE)
