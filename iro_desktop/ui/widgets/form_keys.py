"""The keys of a form that is asked in place: Return confirms or presses, Escape gives up."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def take_form_key(
    event: QKeyEvent, confirm: Callable[[], object], give_up: Callable[[], object]
) -> bool:
    """Do what a key asks of a form. Says whether it was one of a form's keys.

    Return on a button presses the button.
    """
    if event.key() == Qt.Key.Key_Escape:
        give_up()
        return True
    if event.key() not in _RETURN or event.modifiers():
        return False
    focused = QApplication.focusWidget()
    if isinstance(focused, QAbstractButton):
        focused.click()
    else:
        confirm()
    return True
