"""What moves in a real store when a holiday is proclaimed, or a council's rules are used."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, NOW, Desk

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.timescales.review_cycles import CYCLES
from iro_desktop.services.bank_holidays import add_holiday, remove_holiday
from iro_desktop.services.caseload import overview
from iro_desktop.services.moved_dates import MovedDate, moved, reckoner_now
from iro_desktop.services.reckoning import take_local_rules
from iro_desktop.services.workspace import Workspace

TODAY = NOW.date()
FUNERAL = dt.date(2026, 12, 1)
REVIEWS = {rule for cycle in CYCLES.values() for rule in (cycle.first, cycle.second, cycle.later)}
SOONER = """council: Madeupshire
rules:
  - rule: cla_first_review
    within: 15 working days
    from: 2020-01-01
    source: Made-up procedures 4.2
"""


def put(workspace: Workspace, child: Child, episode: Episode, *held: dt.date) -> None:
    with workspace.uow_factory() as uow:
        uow.children.put(child)
        uow.episodes.put(episode)
        uow.reviews.put_all(
            Review(
                id=ReviewId(f"{child.id} {day}"),
                child_id=child.id,
                status=ReviewStatus.CLOSED,
                held_on=day,
            )
            for day in held
        )


@pytest.fixture
def newcomer(workspace: Workspace) -> Child:
    """Looked after since 9 November: the first review is due in 20 working days, 7 December."""
    put(workspace, CHILD, replace(EPISODE, started=dt.date(2026, 11, 9)))
    return CHILD


@pytest.fixture
def settled(workspace: Workspace) -> Child:
    """Reviewed on 1 September 2026: the second review is due on 1 December."""
    child = replace(CHILD, id=ChildId("made-up-settled"), number="MADEUP2")
    began = dt.date(2026, 8, 10)
    episode = replace(EPISODE, id=EpisodeId("other"), child_id=child.id, started=began)
    put(workspace, child, episode, dt.date(2026, 9, 1))
    return child


def moved_by(workspace: Workspace, change: object) -> tuple[MovedDate, ...]:
    before = reckoner_now(workspace.uow_factory)
    assert callable(change)
    change()
    after = reckoner_now(workspace.uow_factory)
    return moved(workspace.uow_factory, TODAY, before, after)


def of_rule(found: tuple[MovedDate, ...], rule: str) -> MovedDate:
    (one,) = [one for one in found if one.after.rule.id == rule]
    return one


def test_that_a_limit_in_working_days_moves_past_a_new_holiday(
    workspace: Workspace, newcomer: Child
) -> None:
    found = moved_by(workspace, lambda: add_holiday(workspace.uow_factory, FUNERAL))
    one = of_rule(found, "cla_first_review")
    assert one.child == newcomer
    assert (one.before.on, one.after.on) == (dt.date(2026, 12, 7), dt.date(2026, 12, 8))
    assert one.is_limit_moved


def test_that_every_clock_that_runs_is_reckoned_again(
    workspace: Workspace, newcomer: Child
) -> None:
    booked = Review(id=ReviewId("booked"), child_id=newcomer.id, planned_for=dt.date(2026, 12, 4))
    with workspace.uow_factory() as uow:
        uow.reviews.put(booked)
    found = moved_by(workspace, lambda: add_holiday(workspace.uow_factory, FUNERAL))
    one = of_rule(found, "social_worker_report")
    assert (one.before.on, one.after.on) == (FUNERAL, dt.date(2026, 11, 30))


def test_that_a_limit_in_months_stays_and_its_last_practical_day_moves(
    workspace: Workspace, settled: Child
) -> None:
    found = moved_by(workspace, lambda: add_holiday(workspace.uow_factory, FUNERAL))
    one = of_rule(found, "cla_second_review")
    assert one.child == settled
    assert one.before.on == one.after.on == FUNERAL
    assert one.after.last_working_day == dt.date(2026, 11, 30)
    assert not one.is_limit_moved


def test_that_taking_a_holiday_out_moves_back_what_it_moved(
    workspace: Workspace, newcomer: Child, settled: Child
) -> None:
    there = moved_by(workspace, lambda: add_holiday(workspace.uow_factory, FUNERAL))
    back = moved_by(workspace, lambda: remove_holiday(workspace.uow_factory, FUNERAL))
    assert {one.child for one in there} == {newcomer, settled}
    assert {(one.child, one.after, one.before) for one in there} == {
        (one.child, one.before, one.after) for one in back
    }


def test_that_a_holiday_after_every_limit_moves_nothing(
    workspace: Workspace, newcomer: Child, settled: Child
) -> None:
    far = dt.date(2028, 2, 1)
    assert moved_by(workspace, lambda: add_holiday(workspace.uow_factory, far)) == ()


def test_that_a_councils_shorter_time_moves_what_it_tightens(
    workspace: Workspace, newcomer: Child, settled: Child
) -> None:
    (one,) = moved_by(
        workspace, lambda: take_local_rules(workspace.uow_factory, SOONER, "madeup.yaml")
    )
    assert one.child == newcomer
    assert one.after.on == dt.date(2026, 11, 30)
    assert one.after.law_allows == one.before.on


def test_that_a_child_who_has_left_care_is_not_listed(workspace: Workspace) -> None:
    began, ended = dt.date(2026, 11, 9), dt.date(2026, 11, 20)
    put(workspace, CHILD, replace(EPISODE, started=began, ended=ended, reason_ended="E8"))
    assert moved_by(workspace, lambda: add_holiday(workspace.uow_factory, FUNERAL)) == ()


def test_that_what_moves_in_a_whole_caseload_is_was_in_its_overview(desk: Desk) -> None:
    factory = desk.workspace.uow_factory
    dues = {one.child.id: one.next_due for one in overview(factory, TODAY)}
    before = reckoner_now(factory)
    day = dt.date(2026, 12, 1)
    after = replace(before, holidays={**before.holidays, day: "State funeral"})
    found = moved(factory, TODAY, before, after)
    assert found
    reviews = [one for one in found if one.after.rule.id in REVIEWS]
    assert reviews
    assert all(dues[one.child.id] == one.before for one in reviews)
    assert [one.after.on for one in found] == sorted(one.after.on for one in found)
