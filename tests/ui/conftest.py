"""What tests of the screen may have: an appearance to wear, and a window that has the focus."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.i18n import speak
from iro_desktop.ui import theme
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.runner import Runner

W = TypeVar("W", bound=QWidget)
PLAIN = Appearance(scheme="light")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do, of every window: there is nothing amiss."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[Callable[[Appearance], theme.Theme]]:
    """Wear an appearance; afterwards the plain one is put back."""

    def wear(appearance: Appearance = PLAIN) -> theme.Theme:
        speak(appearance.language)
        # Qt styles every widget there is anew, which is most of what a test of a screen takes.
        if qapp.styleSheet() and theme.current().appearance == appearance:
            return theme.current()
        return theme.apply(qapp, appearance)

    wear()
    yield wear
    if theme.current().appearance != PLAIN:
        wear()


@pytest.fixture
def shown(qtbot: QtBot, themed: Callable[[Appearance], theme.Theme]) -> Callable[[W], W]:
    """Show a widget in a window that has the focus, at the size it asks for."""

    def show(widget: W, width: int = 0, height: int = 0) -> W:
        qtbot.addWidget(widget, before_close_func=_rest)
        hint = widget.sizeHint()
        widget.resize(width or hint.width(), height or hint.height())
        # Without an active window nothing has the focus, and a key pressed on nothing aborts.
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


def _rest(widget: QWidget) -> None:
    """What begins rounds by itself begins none once its test, and its store, have ended."""
    if isinstance(widget, Desk):
        widget.rest()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    """A runner whose threads have all ended when the test has."""
    made = Runner()
    yield made
    assert made.shutdown()
