"""A calm picture over everything: for a kitchen table with other eyes, and for a child's own."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.words import Words

HELD_FOR_MS = 900
# From far to near: how high a hill begins, how much it rises and falls, and how deep its colour is.
_HILLS = ((0.58, 0.05, 0.22), (0.68, 0.06, 0.38), (0.80, 0.05, 0.6))


class Cover(QWidget):
    """What stands there while everything is hidden. `lifted` says to show the screen again.

    Esc lifts it at once, any other key once it is held: a key hit by chance shows nothing.
    """

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Hidden. F9 or Esc shows the screen again."))
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HELD_FOR_MS)
        self._held.timeout.connect(self.lifted)
        self._unkept = Words(
            tr(
                "Not locked yet: some of what was typed could not be saved. Locking is tried again "
                "every few seconds; F9 shows what is wrong."
            ),
            "problem",
        )
        way_back = Words(tr("F9 or Esc shows the screen again."), "small")
        layout = QVBoxLayout(self)
        layout.addSpacing(theme.space(28))
        for words in (self._unkept, way_back):
            words.set_centred()
            layout.addWidget(words)
        layout.addStretch(1)
        self._unkept.hide()

    def say_unkept(self, *, unkept: bool) -> None:
        """Say, or no longer, that locking waits for the disk."""
        if unkept and self._unkept.isHidden():
            accessibility.announce(self, self._unkept.text())
        self._unkept.setVisible(unkept)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.lifted.emit()
        elif not event.isAutoRepeat():
            self._held.start()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._held.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._held.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Hills one behind the other, and a sun: the same every time, and of nobody's life."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("primary_soft"))
        painter.setPen(Qt.PenStyle.NoPen)
        wide, high = float(self.width()), float(self.height())
        painter.setBrush(_mixed(0.0))
        side = high * 0.16
        painter.drawEllipse(QRectF(wide * 0.68, high * 0.26, side, side))
        for begins, rises, depth in _HILLS:
            painter.setBrush(_mixed(depth))
            painter.drawPath(_hill(wide, high, begins, rises))
        painter.end()


def _mixed(depth: float) -> QColor:
    """The softest colour of the screen, towards its main one."""
    soft, main = theme.colour("surface"), theme.colour("primary")
    return QColor.fromRgbF(
        soft.redF() + (main.redF() - soft.redF()) * depth,
        soft.greenF() + (main.greenF() - soft.greenF()) * depth,
        soft.blueF() + (main.blueF() - soft.blueF()) * depth,
    )


def _hill(wide: float, high: float, begins: float, rises: float) -> QPainterPath:
    top, swing = high * begins, high * rises
    path = QPainterPath(QPointF(0, top))
    path.cubicTo(wide * 0.25, top - swing * 2, wide * 0.4, top + swing * 2, wide * 0.6, top)
    path.cubicTo(wide * 0.75, top - swing * 1.5, wide * 0.9, top + swing, wide, top - swing)
    path.lineTo(wide, high)
    path.lineTo(0, high)
    path.closeSubpath()
    return path
