"""A pair of hands at the keyboard: what they cannot reach by keys, nobody can."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

MOST_TABS = 400
PATIENCE_MS = 20_000
GLANCE_MS = 10

Modifier = Qt.KeyboardModifier


class OutOfReach(RuntimeError):
    """The keyboard did not get somewhere, or something did not happen."""


def press(key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
    """Press a key where the focus is, or in the window where nothing has it."""
    _wake_window()
    target = QApplication.focusWidget() or QApplication.activeWindow()
    if target is None:
        raise OutOfReach
    QTest.keyClick(target, key, modifier)


def write(text: str) -> None:
    """Type text where the focus is."""
    _wake_window()
    target = QApplication.focusWidget()
    if target is None:
        raise OutOfReach
    QTest.keyClicks(target, text)


def _wake_window() -> None:
    """Where there is no screen, a list that has closed stays the active window: undo that."""
    active = QApplication.activeWindow()
    if active is not None and active.isVisible():
        return
    window = QApplication.activeModalWidget() or next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMainWindow) and widget.isVisible()
    )
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def tab_to(target: QWidget) -> None:
    """Press Tab until the focus is on a widget, or inside it.

    Raises:
        OutOfReach: it is not reached.
    """
    for _ in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is not None and (here is target or target.isAncestorOf(here)):
            return
        press(Qt.Key.Key_Tab)
    raise OutOfReach(type(target).__name__)


def press_on(button: QWidget) -> None:
    """Go to a button by Tab and press it."""
    tab_to(button)
    press(Qt.Key.Key_Space)


def wait_until(happened: Callable[[], bool]) -> None:
    """Give the program time until something has happened. Raises OutOfReach when it does not."""
    for _ in range(PATIENCE_MS // GLANCE_MS):
        if happened():
            return
        # qWait keeps Python's lock while it waits, and jobs in other threads would stand still.
        time.sleep(GLANCE_MS / 1000)
        QTest.qWait(1)
    raise OutOfReach
