"""A bar of words and buttons: side by side, and one above the other where that is too wide."""

from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow

SIDE, ABOVE, BETWEEN = 20, 11, 10


class Bar(QFrame):
    """The words take what the buttons leave. Buttons that come or go are noted by `arrange`.

    `least` is the room that the words want beside the buttons, in pixels at 100 %.
    """

    least: ClassVar[int] = 160

    def __init__(self, words: QWidget, *buttons: QWidget) -> None:
        super().__init__()
        self._buttons = FlowRow(*buttons, spacing=BETWEEN)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side, above = theme.space(SIDE), theme.space(ABOVE)
        self._box.setContentsMargins(side, above, side, above)
        self._box.setSpacing(theme.space(BETWEEN))
        self._box.addWidget(words, 1)
        self._box.addWidget(self._buttons)

    @override
    def minimumSizeHint(self) -> QSize:
        """Words wrap and buttons flow: the widest of them is what is needed."""
        widest = self._buttons.minimumSizeHint().width() + 2 * theme.space(SIDE)
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Choose between side by side and one above the other."""
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(row if self.fits() else column)

    def fits(self, least: int | None = None) -> bool:
        """Whether all of it has room side by side, with so much or the least for the words."""
        room = self.width() - 2 * theme.space(SIDE) - theme.space(BETWEEN)
        return room >= self._buttons.sizeHint().width() + theme.scaled(least or self.least)
