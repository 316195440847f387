"""The watch for stray windows sees what it is for, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from stray_windows import no_stray_windows


def _a_label_before_it_has_a_parent() -> None:
    label = QLabel("Anyone can see me")
    label.setVisible(True)
    label.hide()


def test_that_what_shows_before_it_has_a_parent_is_found(qtbot: QtBot) -> None:
    with pytest.raises(AssertionError, match="QLabel"), no_stray_windows():
        _a_label_before_it_has_a_parent()


def test_that_children_popups_and_dialogs_are_no_strays(qtbot: QtBot) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLabel("Inside"))
    dialog, popup = QDialog(window), QLabel("Above", window, Qt.WindowType.Popup)
    qtbot.addWidget(window)
    with no_stray_windows(window):
        for shown in (window, dialog, popup):
            shown.show()
        for shown in (popup, dialog, window):
            shown.hide()
