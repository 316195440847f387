"""The marks along the way ahead, told apart by their shape and not by colour alone."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from iro_desktop.ui import theme


def paint_planned(painter: QPainter, at: QPointF, half: float) -> None:
    """An open disc."""
    painter.setPen(QPen(theme.colour("primary"), theme.scaled(2)))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(at, half - 1, half - 1)


def paint_revised(painter: QPainter, at: QPointF, half: float) -> None:
    """An open disc with a broken edge."""
    pen = QPen(theme.colour("warning"), theme.scaled(2))
    pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(at, half - 1, half - 1)


def paint_reached(painter: QPainter, at: QPointF, half: float) -> None:
    """A full disc, which lies over a date that was kept."""
    painter.setPen(QPen(theme.colour("surface"), 1.5))
    painter.setBrush(theme.colour("success"))
    painter.drawEllipse(at, half, half)


def paint_today(painter: QPainter, at: QPointF, half: float) -> None:
    """A broken line from top to bottom."""
    painter.setPen(QPen(theme.colour("primary"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(at.x(), at.y() - half), QPointF(at.x(), at.y() + half))


def paint_arrow(
    painter: QPainter, start: float, end: float, y: float, mark: float, tone: str
) -> None:
    """From one mark's edge to the next one's, where there is room between them."""
    way = 1 if end > start else -1
    tip, tail = QPointF(end - way * (mark + 1), y), QPointF(start + way * mark, y)
    if (tip.x() - tail.x()) * way <= 0:
        return
    painter.setPen(QPen(theme.colour(tone), 2))
    painter.drawLine(tail, tip)
    angle, size = 0.0 if way > 0 else pi, mark * 0.8
    corners = [
        QPointF(tip.x() - size * cos(angle + turn), tip.y() - size * sin(angle + turn))
        for turn in (pi / 6, -pi / 6)
    ]
    painter.setBrush(theme.colour(tone))
    painter.drawPolygon(QPolygonF([tip, *corners]))
