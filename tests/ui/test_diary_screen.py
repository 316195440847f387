"""The diary as a person meets it: keyboard, mouse, focus, and every appearance."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from made_up_diary import diary_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import (
    ASH,
    BEGUN_REVIEW,
    BIRCH,
    CEDARS_REVIEW,
    FERN,
    NOBODY_NAMED,
    workspace_of,
    workspace_with_nothing,
)
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.services import preparing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.diary.entry_row import EntryRow
from iro_desktop.ui.diary.entry_tile import EntryTile
from iro_desktop.ui.diary.page import Mode
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import LinkButton

Key = Qt.Key
Show = Callable[..., DiaryView]
Wear = Callable[..., object]
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
TODAY, TUESDAY = dt.date(2026, 11, 22), dt.date(2026, 11, 24)


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    """Three meetings on one day, two of them overdue or out of time, one with nobody's name."""
    made = workspace_of(store, clock)
    for child in (ASH, BIRCH, FERN):
        preparing.book(made.uow_factory, child, TUESDAY, "School", TODAY)
    return made


@pytest.fixture
def view(workspace: Workspace, shown: Show) -> DiaryView:
    return shown(diary_view(workspace), WIDTH, HEIGHT)


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _fronts(view: DiaryView) -> list[QWidget]:
    return [one for one in (view.month, view.week, view.list) if one.isVisible()]


def _place_of(view: DiaryView, day: dt.date, name: str) -> QPoint:
    """Where in the month an entry lies."""
    view.month.go_to(day)
    rect = view.month.visualRect(view.month.currentIndex())
    for y in range(rect.top(), rect.bottom(), 4):
        place = QPoint(rect.center().x(), y)
        line = view.month.entry_at(place)
        if line is not None and line.name == name:
            return place
    raise AssertionError(name)


# Going about


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Left, dt.date(2026, 11, 21)),
        (Key.Key_Right, dt.date(2026, 11, 23)),
        (Key.Key_Up, dt.date(2026, 11, 15)),
        (Key.Key_Down, dt.date(2026, 11, 29)),
        (Key.Key_Home, dt.date(2026, 11, 16)),
        (Key.Key_End, dt.date(2026, 11, 22)),
        (Key.Key_PageUp, dt.date(2026, 10, 22)),
        (Key.Key_PageDown, dt.date(2026, 12, 22)),
    ],
)
def test_that_keys_go_from_day_to_day(view: DiaryView, key: Qt.Key, day: dt.date) -> None:
    view.month.setFocus()
    _press(key)
    assert view.month.day == day
    assert _focus() is view.month


def test_that_arrows_go_on_into_the_next_month(view: DiaryView) -> None:
    view.month.setFocus()
    for _week in range(2):
        _press(Key.Key_Down)
    assert view.month.day == dt.date(2026, 12, 6)
    assert view.bar.title.text() == "December 2026"


def test_that_arrows_follow_the_line_of_reading(
    workspace: Workspace, shown: Show, themed: Wear
) -> None:
    themed(LOOKS["mirrored"])
    view = shown(diary_view(workspace), WIDTH, HEIGHT)
    view.month.setFocus()
    _press(Key.Key_Left)
    assert view.month.day == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("key", "mode"), [(Key.Key_W, Mode.WEEK), (Key.Key_L, Mode.LIST), (Key.Key_M, Mode.MONTH)]
)
def test_that_each_way_of_looking_is_a_key_away_and_takes_the_focus_along(
    view: DiaryView, key: Qt.Key, mode: Mode
) -> None:
    view.month.setFocus()
    view.month.moved.emit(TUESDAY)
    _press(key, CONTROL_SHIFT)
    (front,) = _fronts(view)
    assert front is {Mode.MONTH: view.month, Mode.WEEK: view.week, Mode.LIST: view.list}[mode]
    assert _focus() is front or front.isAncestorOf(_focus())
    assert view.bar.modes[mode].isChecked()


def test_that_buttons_and_keys_turn_the_pages(view: DiaryView, qtbot: QtBot) -> None:
    view.month.setFocus()
    _press(Key.Key_PageDown, CONTROL)
    assert view.bar.title.text() == "December 2026"
    qtbot.mouseClick(view.bar.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.bar.back, Qt.MouseButton.LeftButton)
    assert view.bar.title.text() == "October 2026"
    view.month.setFocus()
    _press(Key.Key_T, CONTROL_SHIFT)
    assert (view.bar.title.text(), view.month.day) == ("November 2026", TODAY)


# Days and entries


def test_that_each_day_is_said_in_a_sentence(view: DiaryView) -> None:
    view.month.go_to(TUESDAY)
    said = view.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Tuesday 24 November 2026, 3 entries: Booked, Ash Alder")
    table = QAccessible.queryAccessibleInterface(view.month)
    cells = [table.child(number) for number in range(table.childCount())]
    assert said in {cell.text(QAccessible.Text.Name) for cell in cells}


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_that_a_day_opens_in_the_list_with_the_focus_on_its_first_entry(
    view: DiaryView, key: Qt.Key
) -> None:
    view.month.setFocus()
    view.month.go_to(TUESDAY)
    _press(key)
    assert _fronts(view) == [view.list]
    row = _focus().parent()
    assert isinstance(row, EntryRow)
    assert row.line.day == TUESDAY


def test_that_a_click_on_an_entry_opens_the_child(view: DiaryView, qtbot: QtBot) -> None:
    place = _place_of(view, TUESDAY, "Ash Alder")
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.mouseClick(view.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ASH]


def test_that_a_click_on_a_review_that_was_held_opens_it(view: DiaryView, qtbot: QtBot) -> None:
    view.bar.step_wanted.emit(-1)
    settle()
    place = _place_of(view, dt.date(2026, 10, 26), "Cedar")
    with qtbot.waitSignal(view.review_opened) as opened:
        qtbot.mouseClick(view.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [CEDARS_REVIEW]


def test_that_what_does_not_fit_a_day_is_a_click_away(view: DiaryView, qtbot: QtBot) -> None:
    view.month.go_to(TUESDAY)
    rect = view.month.visualRect(view.month.currentIndex())
    place = QPoint(rect.center().x(), rect.bottom() - 14)
    assert view.month.entry_at(place) is None
    qtbot.mouseClick(view.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _fronts(view) == [view.list]
    rows = [row for row in view.list.findChildren(EntryRow) if row.line.day == TUESDAY]
    assert len(rows) == 3


def test_that_a_tile_of_the_week_opens_by_key(view: DiaryView, qtbot: QtBot) -> None:
    view.month.moved.emit(dt.date(2026, 12, 10))
    view.bar.mode_wanted.emit("week")
    tile = next(one for one in view.week.findChildren(EntryTile) if one.line.word == "Booked")
    tile.setFocus()
    with qtbot.waitSignal(view.review_opened) as opened:
        _press(Key.Key_Space)
    assert opened.args == [BEGUN_REVIEW]


def test_that_a_limit_in_the_list_explains_itself_by_the_space_bar(
    view: DiaryView, qtbot: QtBot
) -> None:
    view.bar.mode_wanted.emit("list")
    rows = view.list.findChildren(EntryRow)
    row = next(row for row in rows if row.line.child == ASH and row.line.word == "Due, booked")
    assert row.due is not None
    row.due.button.setFocus()
    _press(Key.Key_Space)
    assert row.due.panel is not None
    assert row.due.panel.isVisible()
    assert "20 working days" in row.due.panel.accessibleDescription()
    with qtbot.waitSignal(view.paper_wanted):
        row.due.panel.paper_button.click()


def test_that_narrow_days_count_what_stands_on_them(
    workspace: Workspace, shown: Show, themed: Wear
) -> None:
    themed(LOOKS["large"])
    view = shown(diary_view(workspace), 900, HEIGHT)
    view.month.go_to(TUESDAY)
    rect = view.month.visualRect(view.month.currentIndex())
    places = (QPoint(rect.center().x(), y) for y in range(rect.top(), rect.bottom(), 4))
    assert not any(view.month.entry_at(place) for place in places)
    assert view.month.horizontalHeader().length() <= view.month.viewport().width()


def test_that_the_days_of_a_week_stand_beside_each_other_where_there_is_room(
    workspace: Workspace, shown: Show
) -> None:
    view = shown(diary_view(workspace), WIDTH, HEIGHT)
    view.bar.mode_wanted.emit("week")
    settle()
    assert view.week.is_side_by_side()
    view.resize(700, HEIGHT)
    settle()
    assert not view.week.is_side_by_side()


def test_that_a_list_of_hundreds_shows_the_rest_for_who_asks(
    workspace: Workspace, shown: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iro_desktop.ui.diary.day_list.MOST_ENTRIES", 2)
    view = shown(diary_view(workspace), WIDTH, HEIGHT)
    view.bar.mode_wanted.emit("list")
    shown_first = len(view.list.findChildren(EntryRow))
    rest = next(one for one in view.list.findChildren(ActionButton) if "more" in one.text())
    rest.setFocus()
    _press(Key.Key_Space)
    settle()
    assert len(view.list.findChildren(EntryRow)) > shown_first
    assert not rest.isVisible()
    assert view.list.isAncestorOf(_focus())


# Filters and what clashes


def test_that_choosing_a_team_narrows_the_month_and_says_so(
    workspace: Workspace, view: DiaryView
) -> None:
    with workspace.uow_factory() as uow:
        for child, team in ((ASH, "North"), (FERN, "South")):
            found = uow.children.find(child)
            assert found is not None
            uow.children.put(replace(found, team=team))
    view.refresh()
    assert view.bar.areas.isVisible()
    view.bar.areas.setFocus()
    for _step in range(2):
        _press(Key.Key_Down)
    view.bar.areas.activated.emit(view.bar.areas.currentIndex())
    assert view.bar.areas.currentText() == "South"
    view.month.go_to(TUESDAY)
    said = view.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Fern" in said
    assert "Ash" not in said


def test_that_what_clashes_is_a_button_away_and_leads_to_the_child(
    view: DiaryView, qtbot: QtBot
) -> None:
    assert view.bar.conflicts.text() == "3 to look at"
    qtbot.mouseClick(view.bar.conflicts, Qt.MouseButton.LeftButton)
    assert view.conflicts.isAncestorOf(_focus())
    with qtbot.waitSignal(view.child_opened) as opened:
        _press(Key.Key_Tab)
        _press(Key.Key_Space)
    assert opened.args == [BIRCH]


def test_that_a_clash_shows_its_day(view: DiaryView) -> None:
    view.bar.step_wanted.emit(3)
    view.conflicts.day_wanted.emit(TUESDAY)
    assert view.month.day == TUESDAY
    assert _focus() is view.month


def test_that_brothers_and_sisters_lead_to_their_pages(view: DiaryView, qtbot: QtBot) -> None:
    link = view.siblings.findChildren(LinkButton)[0]
    link.setFocus()
    with qtbot.waitSignal(view.child_opened) as opened:
        _press(Key.Key_Space)
    assert opened.args == [BIRCH]


# Staying up to date


def test_that_a_change_elsewhere_is_seen_at_once_or_when_next_in_front(
    workspace: Workspace, view: DiaryView
) -> None:
    change = Changed(frozenset({Topic.REVIEW}))
    preparing.book(workspace.uow_factory, NOBODY_NAMED, TUESDAY, "", TODAY)
    view.on_changed(Changed(frozenset({Topic.ANSWERS})))
    view.month.go_to(TUESDAY)
    assert "3 entries" in view.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    view.on_changed(change)
    view.month.go_to(TUESDAY)
    assert "4 entries" in view.month.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_an_empty_store_invites_to_bring_in_a_caseload(
    store: SqlStore, clock: FixedClock, shown: Show, qtbot: QtBot
) -> None:
    view = shown(diary_view(workspace_with_nothing(store, clock)), WIDTH, HEIGHT)
    (button,) = (one for one in view.findChildren(QWidget) if one.isVisible() and _imports(one))
    with qtbot.waitSignal(view.import_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _imports(widget: QWidget) -> bool:
    return str(widget.property("text") or "").startswith("Import")


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("look", list(LOOKS))
def test_that_everyone_can_use_the_diary(
    workspace: Workspace, shown: Show, themed: Wear, look: str, mode: Mode
) -> None:
    appearance: Appearance = LOOKS[look]
    themed(appearance)
    view = shown(diary_view(workspace), WIDTH, HEIGHT)
    view.bar.mode_wanted.emit(mode.value)
    settle()
    for check in ALL_CHECKS:
        check(view)


def test_that_nothing_in_the_diary_shows_as_a_window_of_its_own(
    workspace: Workspace, shown: Show
) -> None:
    with no_stray_windows():
        made = diary_view(workspace)
    view = shown(made, WIDTH, HEIGHT)
    with no_stray_windows(view):
        for mode in Mode:
            view.bar.mode_wanted.emit(mode.value)
            view.bar.step_wanted.emit(1)
            view.refresh()
            settle()
