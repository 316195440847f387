"""A line to search in: a glass before the words, Escape to clear them."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from iro_desktop.ui import accessibility, icons, theme
from iro_desktop.ui.widgets import painting

ICON, SIDE, GAP = 18, 11, 8


class SearchLine(QLineEdit):
    """Qt would set an icon of its own without regard to the style's padding."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        accessibility.name(self, name)
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme.scaled(ICON)
        box = QRect(theme.space(SIDE), (self.height() - size) // 2, size, size)
        place = painting.mirrored(box, self.rect(), self.layoutDirection())
        painter = QPainter(self)
        painter.drawPixmap(place.topLeft(), icons.pixmap("search", "muted", ICON))
        painter.end()

    def _make_room(self) -> None:
        room = theme.scaled(ICON) + theme.space(GAP)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if from_right else room, 0, room if from_right else 0, 0)
