"""A picture along a line of time, whose things the keyboard goes through one by one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.picture import Picture


class PictureOfTime(Picture):
    """Painted by its subclass. Arrows go from thing to thing and have each said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def things(self) -> Sequence[str]:
        """What each thing in the picture says, in the order the keyboard goes through them."""
        raise NotImplementedError

    def chosen_sentence(self) -> str:
        """What the keyboard has come to, in words; empty when nothing is chosen."""
        things = self.things()
        return things[self._chosen] if 0 <= self._chosen < len(things) else ""

    # Geometry

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _turned(self, place: QRectF) -> QRectF:
        """The same place, counted from where reading begins."""
        if not self._is_mirrored():
            return place
        return QRectF(self.width() - place.right(), place.y(), place.width(), place.height())

    # Keyboard

    def _places(self, back: int, on: int, last: int) -> Mapping[int, int]:
        """Where each key leads."""
        left, right = (on, back) if self._is_mirrored() else (back, on)
        return {
            Qt.Key.Key_Right: right,
            Qt.Key.Key_Left: left,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.things()) - 1
        places = self._places(max(0, self._chosen - 1), min(last, self._chosen + 1), last)
        if event.key() not in places or last < 0:
            super().keyPressEvent(event)
            return
        self._chosen = places[event.key()]
        accessibility.announce(self, self.chosen_sentence())
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = -1
        self.update()
