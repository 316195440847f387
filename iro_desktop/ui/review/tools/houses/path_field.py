"""The path to the door of the safety house: the child stands on it, 0 to 10 in halves."""

from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.scale_field import HALVES, STEPS, ScaleField, ScaleSlider


class PathSlider(ScaleSlider):
    """Eleven stones from the gate to the door, and the child on or between them."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def _height(self) -> int:
        return round(max(theme.scaled(170), self.fontMetrics().height() * 7.5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        edge = "focus" if self.hasFocus() else "border"
        painter.setPen(QPen(theme.colour(edge), 3 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("success_soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
        self._paint_house(painter)
        self._paint_path(painter)
        for number in range(STEPS):
            self._paint_stone(painter, number)
        if self._hovered is not None and not self._read_only:
            self._paint_child(painter, self._hovered, given=False)
        if self._given:
            self._paint_child(painter, self.value(), given=True)
        painter.end()

    def _at(self, halves: float) -> QPointF:
        """A place on the path, which winds up from the gate to the door."""
        low, high = self.height() - self._stone() - 10, self.height() * 0.62
        along = halves / HALVES
        wave = sin(along * 2.2 * pi) * self.height() * 0.05
        cell = self.width() / STEPS
        across = (halves / 2 + 0.5) * cell
        x = across if self._reads_right() else self.width() - across
        return QPointF(x, low + (high - low) * along + wave)

    def _stone(self) -> float:
        cell = self.width() / STEPS
        return min(cell * 0.42, self.fontMetrics().height() * 0.95)

    def _paint_path(self, painter: QPainter) -> None:
        line = QPainterPath(self._at(0))
        for halves in range(1, HALVES + 1):
            line.lineTo(self._at(halves))
        pen = QPen(theme.colour("bar_2"), self._stone() * 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line, pen)

    def _paint_stone(self, painter: QPainter, number: int) -> None:
        at, half = self._at(number * 2), self._stone()
        is_reached = self._given and number * 2 <= self.value()
        painter.setPen(QPen(theme.colour("border"), 1.2))
        painter.setBrush(theme.colour("primary_soft" if is_reached else "surface"))
        painter.drawEllipse(at, half, half * 0.8)
        painter.setPen(theme.colour("text"))
        painter.setFont(self.font())
        box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, theme.number(number))

    def _paint_house(self, painter: QPainter) -> None:
        """At the end of the path, with a door."""
        door, edge = self._at(HALVES), theme.scaled(8)
        wide = min(self.width() * 0.16, self.height() * 0.6)
        middle = max(edge + wide / 2, min(door.x(), self.width() - edge - wide / 2))
        base, top = door.y() - self._stone() * 0.4, float(theme.scaled(12))
        eaves = top + (base - top) * 0.45
        painter.setPen(QPen(theme.colour("border"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRect(QRectF(middle - wide * 0.4, eaves, wide * 0.8, base - eaves))
        painter.setBrush(theme.colour("bar_1"))
        roof = ((-0.5, eaves), (0.0, top), (0.5, eaves))
        painter.drawPolygon(QPolygonF([QPointF(middle + wide * x, y) for x, y in roof]))
        painter.setBrush(theme.colour("bar_4"))
        high = (base - eaves) * 0.74
        painter.drawRect(QRectF(middle - wide * 0.12, base - high, wide * 0.24, high))

    def _paint_child(self, painter: QPainter, halves: int, *, given: bool) -> None:
        """Someone standing on the path: drawn full where they stand, in outline where they may."""
        at, half = self._at(halves), self._stone()
        size = max(half * 1.1, theme.scaled(13))
        feet = at.y() - half * 0.2
        colour = theme.colour("primary")
        painter.setPen(QPen(theme.colour("surface") if given else colour, 2))
        painter.setBrush(colour if given else theme.colour("surface"))
        body = QPainterPath(QPointF(at.x() - size * 0.72, feet))
        body.lineTo(at.x() - size * 0.36, feet - size * 1.5)
        body.lineTo(at.x() + size * 0.36, feet - size * 1.5)
        body.lineTo(at.x() + size * 0.72, feet)
        body.closeSubpath()
        painter.drawPath(body)
        painter.drawEllipse(QPointF(at.x(), feet - size * 1.95), size * 0.58, size * 0.58)


class PathField(ScaleField):
    """The child's place on the path, as a number, or None."""

    @override
    def _make_slider(self) -> ScaleSlider:
        return PathSlider()
