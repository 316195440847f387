"""A sentence that leads somewhere: underlined, wrapped, and a button to every technology."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets import painting

SIDE, ABOVE, LOWEST = 6, 3, 28


class LinkButton(QPushButton):
    """A link in words. `colour` is a token."""

    def __init__(self, text: str, colour: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words, self._colour = text, colour
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._words) + 2 * theme.space(SIDE) + 2
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(self._words.split() or [""], key=len)
        width = self.fontMetrics().horizontalAdvance(longest) + 2 * theme.space(SIDE) + 2
        return QSize(width, LOWEST)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * theme.space(SIDE)), 10_000)
        text = self.fontMetrics().boundingRect(room, painting.WRAPPED, self._words)
        return max(LOWEST, text.height() + 2 * theme.space(ABOVE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(theme.colour("surface"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour(self._colour))
        side = theme.space(SIDE)
        flags = painting.near_side(self.layoutDirection()) | painting.WRAPPED
        flags |= int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect().adjusted(side, 0, -side, 0), flags, self._words)
        painter.end()
