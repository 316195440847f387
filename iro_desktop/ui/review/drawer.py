"""What stands at the side of any section, or in its place where there is no room for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.widgets.words import Words

LEAST_WIDTH = 300


class Drawer(ScrollPage):
    """A title and a button that hides it; what is in it comes below.

    `hide_wanted` says itself, `left` to keep what was typed.
    """

    left = Signal()
    hide_wanted = Signal()

    def __init__(self, title: str, *, hiding: str) -> None:
        super().__init__()
        self.hide_button = IconButton(hiding, "x")
        self.hide_button.clicked.connect(self.hide_wanted)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(title, "h3"), 1)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add(head)
        self.setMinimumWidth(theme.space(LEAST_WIDTH))
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
        else:
            super().keyPressEvent(event)
