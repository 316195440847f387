"""What stands against the dates of a trajectory, and how far it has drifted."""

import datetime as dt

from hypothesis import given
from tool_samples import FIRST, step, steps

from iro_desktop.domain.tools.milestone_order import by_what_comes_first, may_wait_for
from iro_desktop.domain.tools.trajectory import Milestone, revised
from iro_desktop.domain.tools.waiting import (
    WaitingFault,
    in_a_ring,
    problems_of,
)

TODAY = FIRST + dt.timedelta(30)


@given(steps)
def test_that_steps_are_put_after_what_they_wait_for_unless_they_wait_in_a_ring(
    given: tuple[Milestone, ...],
) -> None:
    order = [one.thread for one in by_what_comes_first(given)]
    rings = in_a_ring(given)
    assert sorted(order) == sorted(one.thread for one in given)
    if not rings:
        for one in given:
            for thread in set(one.waits_for) & set(order):
                assert order.index(thread) < order.index(one.thread)


@given(steps)
def test_that_a_step_waits_in_a_ring_just_where_it_may_not_wait_so(
    given: tuple[Milestone, ...],
) -> None:
    rings = in_a_ring(given)
    for one in given:
        may = {other.thread for other in may_wait_for(one, given)}
        there = {other.thread for other in given}
        assert (one.thread in rings) == bool(set(one.waits_for) & there - may)


def test_that_each_fault_of_the_waiting_is_told_of_its_step() -> None:
    ring = (step("p", 1, "q"), step("q", 2, "p"))
    assert [(one.code, one.subject) for one in problems_of(ring, TODAY)] == [
        (WaitingFault.IN_A_RING, "p"),
        (WaitingFault.IN_A_RING, "q"),
    ]
    given = (step("p", 20), step("q", 10, "p"), step("r", 40, "gone"), step("s", 5, done=31))
    assert [(one.code, one.subject) for one in problems_of(given, TODAY)] == [
        (WaitingFault.BEFORE_ITS_TIME, "q"),
        (WaitingFault.FOR_NOTHING, "r"),
        (WaitingFault.IN_THE_FUTURE, "s"),
    ]
    assert problems_of((step("p", 5, done=6), step("q", 8, "p")), TODAY) == ()


def test_that_drift_counts_from_the_first_date_whatever_it_was_revised_to() -> None:
    once = revised(step("p", 0), FIRST + dt.timedelta(40), "No place")
    twice = revised(once, FIRST + dt.timedelta(10), "A place after all")
    assert (once.drift(FIRST), twice.drift(FIRST)) == (40, 10)
    assert twice.drift(TODAY) == 30
    assert twice.planned_on == FIRST
    assert len(twice.revised_to) == len(twice.revised_because) == 2
