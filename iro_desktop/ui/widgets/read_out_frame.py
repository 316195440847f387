"""A frame around a secret that is shown once: one stop for the keyboard, where it is read out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets import painting

FOCUS_RING, ROUNDING = 3, 11


class ReadOutFrame(QFrame):
    """What stands in it runs from left to right in every language, as it is typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("tone", "soft")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painting.begin(painter)
            painter.setPen(QPen(theme.colour("focus"), FOCUS_RING))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), ROUNDING, ROUNDING)
            painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
