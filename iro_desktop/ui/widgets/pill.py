"""A short state, in words with an icon on a soft ground: done, overdue, 3 to answer."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.ui import accessibility, icons, theme
from iro_desktop.ui.widgets import painting

Tone = Literal["plain", "info", "success", "warning", "danger"]

_INK = {
    "plain": ("muted", "sunken"),
    "info": ("primary", "primary_soft"),
    "success": ("success", "success_soft"),
    "warning": ("warning", "warning_soft"),
    "danger": ("danger", "danger_soft"),
}
_ICON, _GAP, _SIDE, _ABOVE = 15, 5, 10, 3


def ink(tone: Tone) -> str:
    """The token of words in a tone."""
    return _INK[tone][0]


def ground(tone: Tone) -> str:
    """The token of what words in a tone stand on."""
    return _INK[tone][1]


class Pill(QWidget):
    """Words first; the colour and the icon only repeat them."""

    def __init__(
        self, text: str, tone: Tone = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        accessibility.name(self, text)

    def text(self) -> str:
        """The words."""
        return self._text

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Say something else."""
        self._text, self._tone, self._icon = text, tone, icon
        accessibility.name(self, text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_pill_font())
        width = metrics.horizontalAdvance(self._text) + 2 * theme.space(_SIDE) + 2
        if self._icon:
            width += theme.scaled(_ICON) + theme.space(_GAP)
        return QSize(width, metrics.height() + 2 * theme.space(_ABOVE) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        ink_token, ground = _INK[self._tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        round_end = min(self.height() / 2, 14.0)
        painter.drawRoundedRect(self.rect(), round_end, round_end)
        side, mark = theme.space(_SIDE), theme.scaled(_ICON)
        words = self.rect().adjusted(side, 0, -side, 0)
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            left = self.width() - side - mark if from_right else side
            picture = icons.pixmap(self._icon, ink_token, _ICON)
            painter.drawPixmap(left, (self.height() - mark) // 2, picture)
            moved = mark + theme.space(_GAP)
            words = words.adjusted(0 if from_right else moved, 0, -moved if from_right else 0, 0)
        painter.setFont(_pill_font())
        painter.setPen(theme.colour(ink_token))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def _pill_font() -> QFont:
    return theme.body_font(theme.current().body_points * 0.9, bold=True)
