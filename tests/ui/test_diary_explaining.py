"""Asking the diary why a day is the last in time, from the month and the week, by key and menu."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from made_up_diary import diary_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from small_caseload import ASH, BIRCH, FERN, workspace_of

from fixed_clock import FixedClock
from iro_desktop.services import preparing
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.diary.entry_row import EntryRow
from iro_desktop.ui.diary.entry_tile import EntryTile
from iro_desktop.ui.diary.page import Mode
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.widgets.explained_date import ExplainedDate

Key = Qt.Key
Show = Callable[..., DiaryView]
Wear = Callable[..., object]
TODAY, TUESDAY = dt.date(2026, 11, 22), dt.date(2026, 11, 24)
ASHS_LIMIT, FERNS_CHECK = dt.date(2026, 11, 30), dt.date(2026, 11, 20)


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    made = workspace_of(store, clock)
    preparing.book(made.uow_factory, ASH, TUESDAY, "School", TODAY)
    return made


@pytest.fixture
def view(workspace: Workspace, shown: Show) -> DiaryView:
    return shown(diary_view(workspace), WIDTH, HEIGHT)


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _on(view: DiaryView, day: dt.date) -> None:
    view.month.go_to(day)
    view.month.setFocus()


def _explained(view: DiaryView) -> EntryRow:
    """The one entry of the list whose explanation is open, and has the focus."""
    rows = [row for row in view.list.findChildren(EntryRow) if row.due and row.due.is_open]
    (row,) = (row for row in rows if row.isVisible())
    assert row.due is not None
    assert _focus() is row.due.button
    assert row.due.panel is not None
    assert row.due.panel.isVisible()
    return row


def _menu_at(widget: QWidget, place: QPoint, *, by_key: bool = False) -> QMenu:
    """The menu that a right click, or the menu key, opens."""
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _choose(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if words in one.text())
    menu.close()
    action.trigger()
    settle()


# By key


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_F1])
def test_that_a_key_explains_what_is_due_on_a_day_of_the_month(
    view: DiaryView, key: Qt.Key
) -> None:
    _on(view, ASHS_LIMIT)
    QTest.keyClick(view.month, key)
    row = _explained(view)
    assert (row.line.child, row.line.day) == (ASH, ASHS_LIMIT)
    assert view.bar.modes[Mode.LIST].isChecked()
    QTest.keyClick(_focus(), Key.Key_Escape)
    assert row.due is not None
    assert not row.due.is_open


def test_that_a_meeting_with_a_clock_of_its_own_is_explained_by_that(view: DiaryView) -> None:
    _on(view, FERNS_CHECK)
    QTest.keyClick(view.month, Key.Key_E)
    row = _explained(view)
    assert row.line.child == FERN
    assert row.due is not None
    assert row.due.panel is not None
    assert "midway" in row.due.panel.accessibleName()


def test_that_a_day_on_which_nothing_is_due_stays_as_it_is(view: DiaryView) -> None:
    _on(view, TODAY)
    QTest.keyClick(view.month, Key.Key_E)
    assert view.month.isVisible()
    assert _focus() is view.month


def test_that_a_day_with_a_meeting_alone_explains_by_when_it_has_to_be_held(
    view: DiaryView,
) -> None:
    _on(view, TUESDAY)
    QTest.keyClick(view.month, Key.Key_E)
    row = _explained(view)
    assert row.line.word == "Booked"
    assert row.due is not None
    assert row.due.button.text() == "Due by Monday 30 November 2026"


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_F1])
def test_that_a_key_explains_a_tile_of_the_week(view: DiaryView, key: Qt.Key) -> None:
    view.month.moved.emit(ASHS_LIMIT)
    view.bar.mode_wanted.emit("week")
    tile = next(one for one in view.week.findChildren(EntryTile) if one.line.child == ASH)
    assert tile.toolTip().endswith("Press E for all of it.")
    tile.setFocus()
    QTest.keyClick(tile, key)
    assert _explained(view).line == tile.line


# By menu


def test_that_the_menu_of_an_entry_of_the_month_explains_it_or_opens_it(view: DiaryView) -> None:
    place = _place_of(view, ASHS_LIMIT)
    menu = _menu_at(view.month.viewport(), place)
    assert [one.text() for one in menu.actions()] == ["Open the child's page", "Why that day?"]
    _choose(menu, "Why")
    assert _explained(view).line.child == ASH


def test_that_the_menu_of_a_day_asks_for_each_of_its_dates_by_name(
    workspace: Workspace, view: DiaryView
) -> None:
    preparing.book(workspace.uow_factory, BIRCH, ASHS_LIMIT, "", TODAY)
    view.refresh()
    _on(view, ASHS_LIMIT)
    menu = _menu_at(view.month.viewport(), QPoint(1, 1), by_key=True)
    said = [one.text() for one in menu.actions()]
    assert said[0] == "Show the day in the list"
    assert any(words.startswith("Why that day? Ash Alder, First review") for words in said)
    _choose(menu, "Due by when? Zoë Alder")
    assert _explained(view).line.child == BIRCH


def test_that_the_menu_of_a_tile_explains_it_or_opens_it(view: DiaryView) -> None:
    view.month.moved.emit(ASHS_LIMIT)
    view.bar.mode_wanted.emit("week")
    tile = next(one for one in view.week.findChildren(EntryTile) if one.line.child == ASH)
    opened: list[str] = []
    view.child_opened.connect(opened.append)
    _choose(_menu_at(tile, QPoint(4, 4)), "Open")
    assert opened == [ASH]
    _choose(_menu_at(tile, QPoint(4, 4)), "Why")
    assert _explained(view).line == tile.line


def _place_of(view: DiaryView, day: dt.date) -> QPoint:
    """Where in the month the first entry of a day lies."""
    view.month.go_to(day)
    rect = view.month.visualRect(view.month.currentIndex())
    places = (QPoint(rect.center().x(), y) for y in range(rect.top(), rect.bottom(), 4))
    return next(place for place in places if view.month.entry_at(place))


# For everyone


@pytest.mark.parametrize("look", list(LOOKS))
def test_that_everyone_can_read_an_explanation_in_the_diary(
    workspace: Workspace, shown: Show, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = shown(diary_view(workspace), WIDTH, HEIGHT)
    view.month.go_to(ASHS_LIMIT)
    view.month.setFocus()
    QTest.keyClick(view.month, Key.Key_E)
    settle()
    row = _explained(view)
    assert isinstance(row.due, ExplainedDate)
    top = row.mapTo(view, QPoint(0, 0)).y()
    assert top >= 0
    assert top + row.height() <= view.height() or top < view.height() / 4
    for check in ALL_CHECKS:
        check(view)


def test_that_what_is_explained_can_be_put_on_paper(view: DiaryView) -> None:
    wanted: list[object] = []
    view.paper_wanted.connect(wanted.append)
    _on(view, ASHS_LIMIT)
    QTest.keyClick(view.month, Key.Key_E)
    due = _explained(view).due
    assert due is not None
    assert due.panel is not None
    due.panel.paper_button.click()
    assert len(wanted) == 1
