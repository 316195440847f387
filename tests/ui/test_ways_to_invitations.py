"""From where one asks people to a review: its child's page, and its entry in the diary."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BEGUN_REVIEW, CEDAR, NOBODY_NAMED, workspace_of

from fixed_clock import FixedClock
from iro_desktop.services import preparing
from iro_desktop.services.diary import Standing
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.diary.day_list import DayList
from iro_desktop.ui.diary.page import DiaryPage, Mode
from iro_desktop.ui.diary.presenter import DiaryPresenter
from iro_desktop.ui.widgets.iconed import ActionButton

TODAY, DAY = dt.date(2026, 11, 22), dt.date(2026, 11, 30)


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


def _invite(view: QWidget) -> ActionButton:
    (button,) = [one for one in view.findChildren(ActionButton) if one.text() == "Invitations…"]
    return button


def test_that_a_review_has_to_be_booked_before_anyone_is_asked(
    workspace: Workspace, shown: Callable[..., ChildView], qtbot: QtBot
) -> None:
    view = ChildView(ChildPresenter(workspace, lambda _change: None))
    view.show_child(ASH)
    shown(view)
    button = _invite(view)
    assert button.isVisible()
    assert not button.isEnabled()
    assert button.toolTip() == "Book a date first"
    review = preparing.book(workspace.uow_factory, ASH, DAY, "School", TODAY)
    view.refresh()
    assert button.isEnabled()
    button.setFocus()
    with qtbot.waitSignal(view.invitations_wanted) as told:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [review.id]


class _Reader:
    def __init__(self) -> None:
        self.page: DiaryPage | None = None

    def show_page(self, page: DiaryPage) -> None:
        self.page = page


def test_that_only_what_is_booked_in_the_diary_invites(
    workspace: Workspace, shown: Callable[..., DayList], qtbot: QtBot
) -> None:
    presenter, reader = DiaryPresenter(workspace), _Reader()
    presenter.show_on(reader)
    presenter.refresh()
    presenter.look_at(Mode.LIST)
    presenter.go_to(dt.date(2026, 12, 1))
    page = reader.page
    assert page is not None
    lines = [line for cell in page.days for line in cell.entries]
    assert {line.child for line in lines} >= {NOBODY_NAMED}
    assert CEDAR not in {line.child for line in lines if line.invites_to}
    for line in lines:
        assert (line.invites_to is not None) == (line.standing is Standing.BOOKED)
    days = DayList()
    days.show_page(page)
    shown(days, 900, 700)
    button = _invite(days)
    button.setFocus()
    with qtbot.waitSignal(days.invitations_wanted) as told:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [BEGUN_REVIEW]
