"""Two columns where there is room, one beneath the other where there is not."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import theme

NARROWEST_FOR_TWO = 900


class SideBySide(QWidget):
    """What stands in the first column is read first."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        shares: tuple[int, int] = (3, 2),
        narrowest: int = NARROWEST_FOR_TWO,
    ) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(16))
        self._first, self._second = (self._column(share) for share in shares)

    def add_first(self, *widgets: QWidget) -> None:
        """Put widgets beneath those in the first column."""
        _add(self._first, widgets)

    def add_second(self, *widgets: QWidget) -> None:
        """Put widgets beneath those in the second column."""
        _add(self._second, widgets)

    def share(self, first: int, second: int) -> None:
        """Share the room otherwise: a column of which nothing is shown takes none."""
        self._box.setStretch(0, first)
        self._box.setStretch(1, second)

    def is_side_by_side(self) -> bool:
        """Whether the columns stand beside each other now."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    def _column(self, share: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(16))
        column.addStretch(0)
        self._box.addLayout(column, share)
        return column

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the columns when the room asks for it. Larger text needs more of it."""
        super().resizeEvent(event)
        enough = event.size().width() >= theme.scaled(self._narrowest)
        direction = QBoxLayout.Direction.LeftToRight if enough else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)


def _add(column: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        column.insertWidget(column.count() - 1, widget)  # above the stretch
