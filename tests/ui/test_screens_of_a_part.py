"""Today and the list of children for those whose laptop holds a part of each record."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from small_caseload import ASH, BIRCH, workspace_of, workspace_with_nothing
from what_can_be_written import said_in

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.domain.activities import Activity, ActivityKind
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.services import preparing
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.children.presenter import ChildrenPresenter
from iro_desktop.ui.children.rows import Column, Filter, cell
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.diary.calendars import CalendarsPresenter
from iro_desktop.ui.diary.calendars_card import CalendarsCard
from iro_desktop.ui.diary.presenter import DiaryPresenter
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.today.of_iros import in_words
from iro_desktop.ui.today.page import DueLine, UnsentLine
from iro_desktop.ui.today.presenter import TodayPresenter
from iro_desktop.ui.today.view import TodayView
from iro_desktop.ui.widgets.iconed import ActionButton

Show = Callable[..., TodayView]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


def today_of(workspace: Workspace) -> TodayPresenter:
    return TodayPresenter(workspace, lambda _change: None)


def test_that_today_asks_of_a_part_only_what_is_there(
    workspace: Workspace, store: SqlStore
) -> None:
    be(store, "business_support")
    page = today_of(workspace).page()
    asked = (*page.overdue.shown, *page.due_soon.shown)
    assert asked
    assert all(isinstance(line, UnsentLine) and line.may_be_marked for line in asked)
    assert all(line.to_read and not line.how_soon for line in page.half_finished.shown)
    assert "in care" not in page.counts
    assert page.unnamed == 0


def test_that_a_manager_reads_whose_child_each_is_and_marks_nothing(
    workspace: Workspace, store: SqlStore
) -> None:
    with store.unit_of_work() as uow:
        birch = uow.children.find(BIRCH)
        assert birch is not None
        uow.children.put(replace(birch, iro_name="Ann Made-up"))
        remind = Activity(
            id=EntityId("a"),
            child_id=ASH,
            kind=ActivityKind.CALL,
            on=dt.date(2026, 11, 1),
            remind_on=dt.date(2026, 11, 23),
        )
        uow.activities.put(remind)
    assert today_of(workspace).page().reminders.shown
    be(store, "manager")
    page = today_of(workspace).page()
    due = (each for each in page.overdue.shown if isinstance(each, DueLine))
    assert [each.about for each in due if "IRO: Ann Made-up" in each.about]
    unsent = [
        each for each in (*page.overdue.shown, *page.due_soon.shown) if isinstance(each, UnsentLine)
    ]
    assert unsent
    assert not any(each.may_be_marked for each in unsent)
    assert page.reminders.shown == ()  # what an IRO means to come back to is theirs


def test_that_the_list_counts_nothing_that_is_not_known(
    workspace: Workspace, store: SqlStore, shown: Show
) -> None:
    be(store, "social_worker")
    view = ChildrenView(ChildrenPresenter(workspace))
    shown(view)
    page = view._presenter._page()
    assert (page.chosen, len(page.rows)) == (Filter.ALL, page.counts[Filter.ALL])
    assert {cell(row, Column.NEXT_REVIEW) for row in page.rows} == {"In part here"}
    chips = [chip.text() for chip in view._finder._chips.values() if chip.isVisible()]
    assert chips == ["All · 6", "Half-finished · 1"]
    assert "My children" not in said_in(view)


def test_that_who_begins_no_record_is_not_asked_for_a_return(
    store: SqlStore, clock: FixedClock, shown: Show
) -> None:
    be(store, "business_support")
    with store.unit_of_work() as uow:
        uow.settings.set("hub_access", "{}")
    empty = workspace_with_nothing(store, clock)
    diary = DiaryPresenter(empty)
    calendars = CalendarsCard(CalendarsPresenter(empty, diary, lambda _: None), InlineRunner())
    for view in (TodayView(today_of(empty)), DiaryView(diary, calendars)):
        shown(view)
        assert "come here with the next sync" in said_in(view)
        offered = (one for one in view.findChildren(ActionButton) if one.isVisibleTo(view))
        assert "Import a return…" not in [button.text() for button in offered]


def test_that_a_manager_sees_by_iro_what_waits_and_finds_their_children(
    workspace: Workspace, store: SqlStore, shown: Show
) -> None:
    with store.unit_of_work() as uow:
        birch = uow.children.find(BIRCH)
        assert birch is not None
        uow.children.put(replace(birch, iro_name="Ann Made-up"))
    assert today_of(workspace).page().iros.shown == ()
    be(store, "manager")
    lines = {line.name: line for line in today_of(workspace).page().iros.shown}
    assert set(lines) == {"Ann Made-up", ""}
    assert in_words(lines["Ann Made-up"]) == "3 overdue"
    view = ChildrenView(ChildrenPresenter(workspace))
    shown(view)
    view.look_for("ann made")
    assert [row.summary.child.id for row in view._presenter._page().rows] == [BIRCH]


def test_that_invitations_are_offered_in_the_diary_to_who_sends_them(
    workspace: Workspace, store: SqlStore, clock: FixedClock
) -> None:
    preparing.book(workspace.uow_factory, ASH, dt.date(2026, 11, 25), "School", clock.today())
    offered = {}
    for role in ("iro", "business_support", "manager", "social_worker"):
        be(store, role)
        diary = DiaryPresenter(workspace)
        diary.refresh()
        days = diary._page().days
        booked = [line for day in days for line in day.entries if line.invites_to is not None]
        offered[role] = {line.may_invite for line in booked}
    assert offered == {
        "iro": {True},
        "business_support": {True},
        "manager": {False},
        "social_worker": {False},
    }
