"""The Today screen as a person meets it: keyboard, mouse, focus, and every appearance."""

from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import (
    ASH,
    BEGUN_REVIEW,
    CEDARS_REVIEW,
    workspace_of,
    workspace_with_nothing,
)

from fixed_clock import FixedClock
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.today.due_row import DueRow
from iro_desktop.ui.today.presenter import TodayPresenter
from iro_desktop.ui.today.unsent_row import UnsentRow
from iro_desktop.ui.today.view import TodayView

Show = Callable[..., TodayView]
Wear = Callable[..., object]


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


def _view(workspace: Workspace, told: list[Changed] | None = None) -> TodayView:
    return TodayView(TodayPresenter(workspace, (told if told is not None else []).append))


def _row_of(view: TodayView, name: str) -> DueRow:
    rows = [row for row in view.findChildren(DueRow) if row.isVisible()]
    return next(row for row in rows if _button(row, name))


def _button(inside: QWidget, text: str) -> QPushButton | None:
    buttons = [button for button in inside.findChildren(QPushButton) if button.isVisible()]
    return next(
        (button for button in buttons if text in button.accessibleName() + button.text()), None
    )


def test_that_a_date_explains_itself_by_the_space_bar(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    row = _row_of(shown(_view(workspace), WIDTH, HEIGHT), "Ash")
    assert row.explanation() is None
    row.date_button().setFocus()
    qtbot.keyClick(row.date_button(), Qt.Key.Key_Space)
    panel = row.explanation()
    assert panel is not None
    assert panel.isVisible()
    assert "became looked after" in panel.accessibleDescription()
    qtbot.keyClick(row.date_button(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is row.date_button()


def test_that_a_childs_name_opens_their_page(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace), WIDTH, HEIGHT)
    link = _button(_row_of(view, "Ash"), "Ash Alder")
    assert link is not None
    with qtbot.waitSignal(view.child_opened) as opened:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened.args == [ASH]


def test_that_carrying_on_opens_the_review_that_was_begun(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace), WIDTH, HEIGHT)
    carry_on = _button(view, "Carry on with the review of Not named yet · 1004")
    assert carry_on is not None
    carry_on.setFocus()
    with qtbot.waitSignal(view.review_opened) as opened:
        qtbot.keyClick(carry_on, Qt.Key.Key_Space)
    assert opened.args == [BEGUN_REVIEW]


def test_that_a_letter_is_marked_as_sent_by_the_keyboard_alone(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    told: list[Changed] = []
    view = shown(_view(workspace, told), WIDTH, HEIGHT)
    mark = _button(view, "Mark as sent: Letter")
    assert mark is not None
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), " by hand")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert view.findChildren(UnsentRow) == []
    assert told[0].topics >= {Topic.DOCUMENTS}
    focused = QApplication.focusWidget()
    assert focused is not None
    assert view.isAncestorOf(focused)
    with workspace.uow_factory() as uow:
        (letter,) = uow.written_documents.all()
    assert letter.sent_to == "Cedar by hand"


def test_that_escape_leaves_a_letter_unsent(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace), WIDTH, HEIGHT)
    (row,) = view.findChildren(UnsentRow)
    row.ask_reader()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    with workspace.uow_factory() as uow:
        (letter,) = uow.written_documents.all()
    assert letter.sent_on is None
    assert QApplication.focusWidget() is _button(row, "Mark as sent: Letter")


def test_that_a_letter_can_be_opened_before_it_goes(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace), WIDTH, HEIGHT)
    read = _button(view, "Open: Letter")
    assert read is not None
    with qtbot.waitSignal(view.document_opened) as opened:
        qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert opened.args == [CEDARS_REVIEW]


def test_that_an_empty_store_invites_to_import(
    store: SqlStore, clock: FixedClock, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace_with_nothing(store, clock)), WIDTH, HEIGHT)
    begin = _button(view, "Import a return")
    assert begin is not None
    with qtbot.waitSignal(view.import_wanted):
        qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)


def test_that_a_change_elsewhere_is_seen_at_once_and_an_answer_is_not_looked_at(
    workspace: Workspace, shown: Show
) -> None:
    view = shown(_view(workspace), WIDTH, HEIGHT)
    before = view.findChildren(DueRow)
    view.on_changed(Changed(frozenset({Topic.ANSWERS})))
    assert view.findChildren(DueRow) == before
    with workspace.uow_factory() as uow:
        ash = uow.children.find(ASH)
        assert ash is not None
        uow.children.withdraw(ash)
    view.on_changed(Changed(frozenset({Topic.CHILD})))
    settle()
    assert len(view.findChildren(DueRow)) == len(before) - 1


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_use_the_screen(
    workspace: Workspace, shown: Show, themed: Wear, look: Appearance
) -> None:
    themed(look)
    view = shown(_view(workspace), WIDTH, HEIGHT)
    settle()
    for check in ALL_CHECKS:
        check(view)
