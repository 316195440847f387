"""Milestones in the order of their dates, and of what waits for what."""

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.tools.milestone_order import by_date, by_what_comes_first, may_wait_for
from iro_desktop.domain.tools.trajectory import Milestone

DAY = dt.date(2026, 11, 22)


def _milestone(number: int, day: dt.date | None, waits_for: set[int]) -> Milestone:
    return Milestone(
        id=EntityId(f"id-{number}"),
        child_id=ChildId("cedar"),
        review_id=ReviewId("review"),
        thread=EntityId(str(number)),
        position=number,
        planned_on=day,
        waits_for=tuple(EntityId(str(one)) for one in sorted(waits_for)),
    )


@st.composite
def _any_milestones(draw: st.DrawFn) -> list[Milestone]:
    """Milestones that wait for any others, in rings too."""
    numbers = range(draw(st.integers(0, 7)))
    days = st.none() | st.integers(0, 400).map(lambda days: DAY + dt.timedelta(days=days))
    waits = st.sets(st.integers(0, 7), max_size=3)
    return [_milestone(number, draw(days), draw(waits) - {number}) for number in numbers]


@settings(max_examples=25)
@given(_any_milestones())
def test_that_no_order_loses_a_milestone(milestones: list[Milestone]) -> None:
    for ordered in (by_date(milestones), by_what_comes_first(milestones)):
        assert sorted(one.id for one in ordered) == sorted(one.id for one in milestones)


@settings(max_examples=25)
@given(_any_milestones())
def test_that_what_may_be_waited_for_never_closes_a_ring(milestones: list[Milestone]) -> None:
    built = [replace(one, waits_for=()) for one in milestones]
    for place, one in enumerate(built):
        may = {other.thread for other in may_wait_for(one, built)}
        wanted = set(milestones[place].waits_for) & may
        built[place] = replace(one, waits_for=tuple(sorted(wanted)))
    seen: set[EntityId] = set()
    for one in by_what_comes_first(built):
        assert set(one.waits_for) <= seen
        seen.add(one.thread)


def test_that_the_day_something_was_reached_counts_before_the_day_it_was_planned_for() -> None:
    early = replace(_milestone(0, DAY, set()), actual_on=DAY + dt.timedelta(days=9))
    late = _milestone(1, DAY + dt.timedelta(days=5), set())
    undated = _milestone(2, None, set())
    assert by_date([undated, early, late]) == (late, early, undated)
