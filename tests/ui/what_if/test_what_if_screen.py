"""Another day for a review as a person tries it: keys, mouse, and every appearance."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, workspace_of

from fixed_clock import FixedClock
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui import accessibility
from iro_desktop.ui.what_if.presenter import WhatIfPresenter
from iro_desktop.ui.what_if.view import WhatIfView

Show = Callable[..., WhatIfView]
Wear = Callable[..., object]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def view(workspace: Workspace, shown: Show) -> WhatIfView:
    return _opened(workspace, shown)


def _opened(workspace: Workspace, shown: Show) -> WhatIfView:
    view = shown(WhatIfView(WhatIfPresenter(workspace, lambda _change: None)), WIDTH, HEIGHT)
    view.show_child(ASH)
    return view


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _shown_day(view: WhatIfView) -> dt.date | None:
    return view.day.date()


def test_that_it_opens_with_the_focus_on_the_day(view: WhatIfView) -> None:
    assert view.day.isAncestorOf(_focus())
    assert _shown_day(view) == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("keys", "days"),
    [(Key.Key_Down, 1), (Key.Key_PageDown, 7)],
)
def test_that_keys_move_the_day_later_and_back(view: WhatIfView, keys: Key, days: int) -> None:
    QTest.keyClick(_focus(), keys, CONTROL)
    assert _shown_day(view) == dt.date(2026, 11, 23) + dt.timedelta(days=days)
    back = {Key.Key_Down: Key.Key_Up, Key.Key_PageDown: Key.Key_PageUp}[keys]
    QTest.keyClick(_focus(), back, CONTROL)
    assert _shown_day(view) == dt.date(2026, 11, 23)


def test_that_buttons_move_the_day_and_all_follows_at_once(view: WhatIfView) -> None:
    for button in view.moves[2:]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _shown_day(view) == dt.date(2026, 12, 1)
    assert view.verdict.text() == "1 working day late"
    assert view.deadlines.rows[1].due.button.text() == "Monday 1 March 2027"


def test_that_a_typed_day_is_tried_as_it_is_typed(view: WhatIfView) -> None:
    line = _focus()
    QTest.keyClick(line, Key.Key_A, CONTROL)
    QTest.keyClicks(line, "26 Nov 2026")
    assert view.verdict.text() == "In time, 2 working days in hand"


def test_that_what_it_means_is_said_as_the_day_moves(
    view: WhatIfView, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(accessibility, "announce", lambda _widget, text: heard.append(text))
    view.move_by(5)
    assert heard == ["In time, 1 working day in hand; It is not a working day: a weekend."]


def test_that_an_open_explanation_stays_open_as_the_day_moves(view: WhatIfView) -> None:
    row = view.deadlines.rows[1]
    row.due.open_explanation()
    view.move_by(1)
    assert row.due.is_open
    assert row.due.panel is not None
    assert row.due.panel.isVisible()


def test_that_an_explanation_is_wanted_on_paper_from_here(view: WhatIfView) -> None:
    wanted: list[object] = []
    view.paper_wanted.connect(wanted.append)
    due = view.before.rows[0].due
    due.open_explanation()
    assert due.panel is not None
    QTest.mouseClick(due.panel.paper_button, Qt.MouseButton.LeftButton)
    assert len(wanted) == 1


def test_that_all_that_a_day_would_mean_is_wanted_on_paper_at_once(view: WhatIfView) -> None:
    wanted: list[tuple[Explanation, ...]] = []
    view.paper_wanted.connect(wanted.append)
    view.paper_button.setFocus()
    QTest.keyClick(view.paper_button, Key.Key_Space)
    (every,) = wanted
    assert len(every) == 3 + 3 + 4
    assert every[0].title == "First review"


def test_that_a_day_that_has_gone_cannot_be_booked(view: WhatIfView) -> None:
    line = _focus()
    QTest.keyClick(line, Key.Key_A, CONTROL)
    QTest.keyClicks(line, "2 Nov 2026")
    assert not view.book_button.isEnabled()
    assert not view.deadlines.isVisible()
    view.book()
    QTest.keyClick(line, Key.Key_A, CONTROL)
    QTest.keyClicks(line, "26 Nov 2026")
    assert view.book_button.isEnabled()


def test_that_the_day_is_booked_and_the_child_is_shown_again(
    view: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    view.move_by(3)
    view.book_button.setFocus()
    with qtbot.waitSignal(view.left) as left:
        QTest.keyClick(view.book_button, Key.Key_Space)
    assert left.args == [ASH]
    with workspace.uow_factory() as uow:
        (review,) = uow.reviews.of_child(ASH)
    assert review.planned_for == dt.date(2026, 11, 26)


def test_that_one_may_go_back_without_booking(
    view: WhatIfView, workspace: Workspace, qtbot: QtBot
) -> None:
    (back,) = (button for button in view.findChildren(QPushButton) if button.text() == "Back")
    with qtbot.waitSignal(view.left):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    with workspace.uow_factory() as uow:
        assert not uow.reviews.of_child(ASH)


@pytest.mark.parametrize("look", LOOKS)
def test_that_it_can_be_used_in_every_appearance(
    workspace: Workspace, shown: Show, themed: Wear, look: str
) -> None:
    themed(LOOKS[look])
    view = _opened(workspace, shown)
    view.deadlines.rows[0].due.open_explanation()
    settle()
    for check in ALL_CHECKS:
        check(view)
