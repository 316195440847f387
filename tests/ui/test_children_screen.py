"""My children as a person meets them: typing, arrows, Enter, and every appearance."""

from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BIRCH, ELDER, workspace_of

from fixed_clock import FixedClock
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.children.models import ChildrenModel
from iro_desktop.ui.children.presenter import ChildrenPresenter
from iro_desktop.ui.children.rows import Column
from iro_desktop.ui.children.view import ChildrenView

Show = Callable[..., ChildrenView]
Wear = Callable[..., object]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def view(workspace: Workspace, shown: Show) -> ChildrenView:
    return shown(ChildrenView(ChildrenPresenter(workspace)), WIDTH, HEIGHT)


def _table(view: ChildrenView) -> QTableView:
    return view.findChild(QTableView)


def _names(view: ChildrenView) -> list[str]:
    model = _table(view).model()
    return [str(model.index(row, Column.NAME).data()) for row in range(model.rowCount())]


def test_that_ctrl_f_typing_and_enter_open_a_childs_page(view: ChildrenView, qtbot: QtBot) -> None:
    _table(view).setFocus()
    qtbot.keyClick(_table(view), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "zoe")
    assert _names(view) == ["Zoë Alder"]
    qtbot.keyClick(search, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [BIRCH]


def test_that_escape_clears_the_search(view: ChildrenView, qtbot: QtBot) -> None:
    search = view.findChild(QLineEdit)
    qtbot.keyClicks(search, "zoe")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(_names(view)) == 5


def test_that_a_child_found_only_elsewhere_can_be_looked_for_among_all(
    view: ChildrenView, qtbot: QtBot
) -> None:
    qtbot.keyClicks(view.findChild(QLineEdit), "elder")
    look = next(b for b in view.findChildren(QPushButton) if b.text().startswith("Look among"))
    assert look.isVisible()
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert _names(view) == ["Elder"]
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.keyClick(_table(view), Qt.Key.Key_Return)
    assert opened.args == [ELDER]


def test_that_a_double_click_opens_a_page(view: ChildrenView, qtbot: QtBot) -> None:
    table = _table(view)
    place = table.visualRect(table.model().index(1, 0)).center()
    port = table.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [ASH]


def _due_cell(view: ChildrenView, row: int) -> QPoint:
    table = _table(view)
    return table.visualRect(table.model().index(row, Column.NEXT_REVIEW)).center()


def test_that_a_click_on_a_due_date_says_why_and_another_says_no_more(
    view: ChildrenView, qtbot: QtBot
) -> None:
    for shown in (True, False):
        port = _table(view).viewport()
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=_due_cell(view, 1))
        assert view.why.isVisible() is shown
    assert view.why.panel is not None
    assert view.why.panel.accessibleName() == "First review: Monday 30 November 2026"


def test_that_a_click_elsewhere_in_the_row_asks_nothing(view: ChildrenView, qtbot: QtBot) -> None:
    table = _table(view)
    place = table.visualRect(table.model().index(1, Column.NAME)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not view.why.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F1])
def test_that_a_key_says_why_and_the_next_row_is_explained_in_its_turn(
    view: ChildrenView, qtbot: QtBot, key: Qt.Key
) -> None:
    table = _table(view)
    table.setFocus()
    qtbot.keyClick(table, key)
    assert view.why.panel is not None
    assert "20 October 2026" in view.why.panel.accessibleName()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert "30 November 2026" in view.why.panel.accessibleName()


def test_that_escape_puts_the_explanation_away_and_goes_back_to_the_table(
    view: ChildrenView, qtbot: QtBot
) -> None:
    table = _table(view)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert view.why.panel is not None
    view.why.panel.paper_button.setFocus()
    with qtbot.waitSignal(view.paper_wanted):
        qtbot.keyClick(view.why.panel.paper_button, Qt.Key.Key_Space)
    qtbot.keyClick(view.why.panel.paper_button, Qt.Key.Key_Escape)
    assert not view.why.isVisible()
    assert QApplication.focusWidget() is table


def test_that_nothing_is_explained_of_a_child_on_whom_no_clock_runs(
    view: ChildrenView, qtbot: QtBot
) -> None:
    view.show_filter("all")
    table = _table(view)
    table.setCurrentIndex(table.model().index(_names(view).index("Elder"), 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not view.why.isVisible()


def test_that_a_click_on_a_heading_sorts_by_it_and_again_the_other_way(
    view: ChildrenView, qtbot: QtBot
) -> None:
    header = _table(view).horizontalHeader()
    place = header.rect().center()
    place.setX(header.sectionPosition(Column.NAME) + 20)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _names(view)[0] == "Ash Alder"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _names(view)[0] == "Zoë Alder"


def test_that_the_same_child_stays_chosen_when_the_order_changes(view: ChildrenView) -> None:
    table = _table(view)
    table.setCurrentIndex(table.model().index(1, 0))
    view.findChild(QTableView).sorting_wanted.emit(Column.NAME.value, True)  # type: ignore[attr-defined]  # the table's own signal
    assert str(table.currentIndex().siblingAtColumn(Column.NAME).data()) == "Ash Alder"


def test_that_a_filter_can_be_asked_for_from_another_screen(view: ChildrenView) -> None:
    view.show_filter("overdue")
    assert _names(view) == ["Zoë Alder"]


def test_that_a_name_given_elsewhere_is_seen_at_once(
    view: ChildrenView, workspace: Workspace
) -> None:
    with workspace.uow_factory() as uow:
        ash = uow.children.find(ASH)
        assert ash is not None
        uow.children.withdraw(ash)
    view.on_changed(Changed(frozenset({Topic.ANSWERS})))
    assert "Ash Alder" in _names(view)
    view.on_changed(Changed(frozenset({Topic.CHILD}), frozenset({ASH})))
    assert "Ash Alder" not in _names(view)


def test_that_the_model_keeps_the_rules_of_qts_models(view: ChildrenView, qtbot: QtBot) -> None:
    model = _table(view).model()
    assert isinstance(model, ChildrenModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    view.show_filter("all")
    view.show_filter("unnamed")
    assert tester.model() is model


def test_that_rows_grow_with_the_text(workspace: Workspace, shown: Show, themed: Wear) -> None:
    plain = shown(ChildrenView(ChildrenPresenter(workspace)), WIDTH, HEIGHT)
    themed(LOOKS["large"])
    large = shown(ChildrenView(ChildrenPresenter(workspace)), WIDTH, HEIGHT)
    assert _table(large).rowHeight(0) > 1.6 * _table(plain).rowHeight(0)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_use_the_screen(
    workspace: Workspace, shown: Show, themed: Wear, look: Appearance
) -> None:
    themed(look)
    view = shown(ChildrenView(ChildrenPresenter(workspace)), WIDTH, HEIGHT)
    settle()
    for check in ALL_CHECKS:
        check(view)
