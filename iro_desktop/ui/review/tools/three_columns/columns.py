"""Columns side by side where there is room for all, else one beneath the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import theme

NARROWEST_COLUMN = 210  # pixels at 100 %


class Columns(QWidget):
    """Side by side where there is room for all, else one beneath the other."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(12))

    def add(self, column: QWidget) -> None:
        """One more column, after the others."""
        self._box.addWidget(column, 1)

    def is_side_by_side(self) -> bool:
        """Whether the columns stand beside each other now."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._box.count() * (theme.scaled(NARROWEST_COLUMN) + self._box.spacing())
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = row if event.size().width() >= needed else column
        if direction != self._box.direction():
            self._box.setDirection(direction)
