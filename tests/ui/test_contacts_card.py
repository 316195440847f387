"""Contacts between meetings, noted on a child's page by key, and come back to on Today."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from small_caseload import ELDER, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.activities import ActivityKind, Seen
from iro_desktop.services import activities
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.contacts.card import ContactsCard
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.today.presenter import TodayPresenter

Show = Callable[..., ChildView]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def card(workspace: Workspace, shown: Show) -> ContactsCard:
    view = ChildView(ChildPresenter(workspace, lambda _change: None), pause_ms=60_000)
    view.show_child(ELDER)
    shown(view, WIDTH, HEIGHT)
    return view.contacts


def test_that_one_key_notes_a_visit_and_the_next_letters_say_what_was_said(
    card: ContactsCard, workspace: Workspace, qtbot: QtBot
) -> None:
    card.focus_first()
    focus = QApplication.focusWidget()
    assert focus is card.begin_buttons[ActivityKind.VISIT]
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "We fed the ducks")
    card.left.emit()
    (kept,) = activities.of_child(workspace.uow_factory, ELDER)
    assert (kept.kind, kept.summary) == (ActivityKind.VISIT, "We fed the ducks")
    assert kept.on == workspace.clock.today()


def test_that_a_contact_taken_back_can_be_put_back_with_all_it_said(
    card: ContactsCard, workspace: Workspace
) -> None:
    card.begin(ActivityKind.CALL)
    (kept,) = activities.of_child(workspace.uow_factory, ELDER)
    row = card.row_of(kept)
    assert row is not None
    row.removed.emit(kept)
    assert activities.of_child(workspace.uow_factory, ELDER) == ()
    focus = QApplication.focusWidget()
    assert focus is not None
    settle()
    card._on_undo()
    assert activities.of_child(workspace.uow_factory, ELDER) == (kept,)


def test_that_the_card_can_be_used_by_everyone(card: ContactsCard) -> None:
    card.begin(ActivityKind.CONVERSATION)
    settle()
    for check in ALL_CHECKS:
        assert not check(card)


def test_that_today_says_what_to_come_back_to_until_it_is_done(workspace: Workspace) -> None:
    today = workspace.clock.today()
    made = activities.new_activity(workspace.uow_factory, ELDER, ActivityKind.VISIT, today)
    waiting = replace(
        made, seen=Seen.ALONE, remind_on=today + dt.timedelta(3), remind_of="Ring Nan"
    )
    activities.keep(workspace.uow_factory, waiting)
    presenter = TodayPresenter(workspace, lambda _change: None)
    (line,) = presenter.page().reminders.shown
    assert (line.what, line.activity) == ("Ring Nan", waiting)
    presenter.settle(waiting)
    assert presenter.page().reminders.total == 0
