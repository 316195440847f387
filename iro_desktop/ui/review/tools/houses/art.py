"""Calm pictures of our own for houses and figures, on a sheet of 1000 by 520."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.ui import theme

WIDTH, HEIGHT = 1000.0, 520.0
GROUND = 470.0
_GROUNDS = ("bar_3", "bar_1", "bar_4", "bar_2")

# Where the rooms of a safety house are.
_SAFETY = {
    "roof": QRectF(300, 8, 400, 178),
    "inside": QRectF(330, 190, 340, 190),
    "not_in": QRectF(12, 120, 268, 260),
    "visitors": QRectF(720, 120, 268, 260),
    "path": QRectF(250, 388, 500, 126),
}


def zones_of(tool: Tool, rooms: Sequence[str]) -> Mapping[str, QRectF]:
    """Where each room is on the sheet; those left out have no place in the picture."""
    if tool is Tool.SAFETY_HOUSE:
        return {room: _SAFETY[room] for room in rooms if room in _SAFETY}
    wide = (WIDTH - 20) / max(1, len(rooms))
    return {
        room: QRectF(10 + number * wide + 8, 8, wide - 16, HEIGHT - 16)
        for number, room in enumerate(rooms)
    }


def paint(painter: QPainter, tool: Tool, rooms: Sequence[str]) -> None:
    """Paint the picture of a tool on a painter that is scaled to the sheet."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("success_soft"))
    painter.drawRoundedRect(QRectF(0, GROUND - 6, WIDTH, HEIGHT - GROUND + 6), 14, 14)
    if tool is Tool.SAFETY_HOUSE:
        _paint_safety_house(painter)
    elif tool in _FIGURES:
        _FIGURES[tool](painter)
    else:
        for number, (room, zone) in enumerate(zones_of(tool, rooms).items()):
            _paint_house(painter, zone, _GROUNDS[number % len(_GROUNDS)], room)


def _line(painter: QPainter, width: float = 2.5) -> None:
    pen = QPen(theme.colour("border"), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)


def _fill(painter: QPainter, token: str) -> None:
    painter.setBrush(theme.colour(token))


def _paint_house(painter: QPainter, zone: QRectF, ground: str, room: str) -> None:
    """A house with a roof, a chimney and a door; what is above it tells the three apart."""
    left, right, middle = zone.left() + 24, zone.right() - 24, zone.center().x()
    eaves, top = 190.0, 62.0
    _paint_sky(painter, room, QPointF(right - 30, 44))
    _line(painter)
    _fill(painter, ground)
    painter.drawRect(QRectF(left + 34, 92, 30, 70))
    _fill(painter, "surface")
    painter.drawRect(QRectF(left + 14, eaves, right - left - 28, GROUND - eaves))
    _fill(painter, ground)
    painter.drawPolygon(
        QPolygonF([QPointF(left - 8, eaves), QPointF(middle, top), QPointF(right + 8, eaves)])
    )
    _fill(painter, "surface")
    painter.drawEllipse(QPointF(middle, 142), 22, 22)
    painter.drawLine(QPointF(middle - 22, 142), QPointF(middle + 22, 142))
    painter.drawLine(QPointF(middle, 120), QPointF(middle, 164))


def _paint_sky(painter: QPainter, room: str, at: QPointF) -> None:
    """Sun over the good things, a rain cloud over worries, a moon with a star over dreams."""
    _line(painter, 2)
    if room == "good_things":
        _fill(painter, "bar_2")
        painter.drawEllipse(at, 24, 24)
        for across, down in ((-36, 0), (36, 0), (0, 36), (26, 26), (-26, 26), (0, -36)):
            inner = QPointF(at.x() + across * 0.83, at.y() + down * 0.83)
            painter.drawLine(inner, QPointF(at.x() + across, at.y() + down))
    elif room == "worries":
        _paint_cloud(painter, at)
        for across in (-22, 0, 22):
            start = QPointF(at.x() + across, at.y() + 26)
            painter.drawLine(start, QPointF(start.x() - 6, start.y() + 16))
    elif room == "dreams":
        moon = QPainterPath()
        moon.addEllipse(at, 26, 26)
        bite = QPainterPath()
        bite.addEllipse(QPointF(at.x() + 12, at.y() - 8), 22, 22)
        _fill(painter, "bar_4")
        painter.drawPath(moon.subtracted(bite))
        paint_star(painter, QPointF(at.x() - 54, at.y() + 6), 13, "bar_2")


def _paint_cloud(painter: QPainter, at: QPointF) -> None:
    cloud = QPainterPath()
    for across, down, half in ((-22, 4, 18), (2, -8, 24), (28, 4, 17)):
        piece = QPainterPath()
        piece.addEllipse(QPointF(at.x() + across, at.y() + down), half, half)
        cloud = cloud.united(piece)
    _fill(painter, "sunken")
    painter.drawPath(cloud)


def paint_star(painter: QPainter, at: QPointF, half: float, token: str) -> None:
    """A star of five points."""
    path = QPainterPath()
    points = [
        (0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81),
        (0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32),
    ]  # fmt: skip
    path.addPolygon(QPolygonF([QPointF(at.x() + x * half, at.y() + y * half) for x, y in points]))
    path.closeSubpath()
    _fill(painter, token)
    painter.drawPath(path)


def _paint_wizard(painter: QPainter) -> None:
    """A cape spread to one side, a robe in the middle, a wand held to the other."""
    _line(painter)
    cape = QPainterPath(QPointF(470, 205))
    cape.cubicTo(330, 230, 200, 260, 90, 330)
    cape.cubicTo(140, 400, 230, 450, 400, 470)
    cape.closeSubpath()
    _fill(painter, "bar_3")
    painter.drawPath(cape)
    _paint_body(painter, "bar_1")
    _fill(painter, "bar_4")
    painter.drawPolygon(QPolygonF([QPointF(424, 112), QPointF(508, 4), QPointF(576, 112)]))
    painter.drawRoundedRect(QRectF(404, 104, 192, 18), 9, 9)
    paint_star(painter, QPointF(506, 76), 15, "bar_2")
    _paint_wand(painter)


def _paint_fairy(painter: QPainter) -> None:
    """Wings to one side, a dress in the middle, a wand held to the other."""
    _line(painter)
    _fill(painter, "bar_3")
    for top, low, tip in ((150, 330, 120), (250, 450, 190)):
        wing = QPainterPath(QPointF(480, 230))
        wing.cubicTo(360, top - 60, 160, top - 50, tip, top + 40)
        wing.cubicTo(tip + 20, low - 20, 340, low, 480, 260)
        painter.drawPath(wing)
    _paint_body(painter, "bar_1")
    _fill(painter, "bar_2")
    crown = [(446, 96), (440, 54), (470, 78), (500, 40), (530, 78), (560, 54), (554, 96)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in crown]))
    _paint_wand(painter)


def _paint_body(painter: QPainter, ground: str) -> None:
    """A robe, two arms, and a face that shows no feeling of its own but a small smile."""
    robe = QPainterPath(QPointF(450, 200))
    robe.lineTo(550, 200)
    robe.lineTo(650, GROUND)
    robe.lineTo(350, GROUND)
    robe.closeSubpath()
    _fill(painter, ground)
    painter.drawPath(robe)
    painter.drawPolygon(
        QPolygonF([QPointF(545, 212), QPointF(676, 270), QPointF(660, 300), QPointF(556, 272)])
    )
    painter.drawPolygon(
        QPolygonF([QPointF(455, 212), QPointF(352, 300), QPointF(374, 322), QPointF(446, 274)])
    )
    _fill(painter, "surface")
    painter.drawEllipse(QPointF(500, 148), 56, 56)
    _fill(painter, "border")
    painter.drawEllipse(QPointF(481, 142), 4, 4)
    painter.drawEllipse(QPointF(519, 142), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(476, 140, 48, 38), 205 * 16, 130 * 16)


def _paint_wand(painter: QPainter) -> None:
    _line(painter, 7)
    painter.drawLine(QPointF(664, 286), QPointF(800, 150))
    _line(painter)
    paint_star(painter, QPointF(818, 130), 42, "bar_2")
    for across, down, half in ((900, 90, 12), (884, 190, 9), (752, 84, 10)):
        paint_star(painter, QPointF(across, down), half, "bar_2")


def _paint_safety_house(painter: QPainter) -> None:
    """One house with a roof, a fence at one side, a bench at the other, a path to the door."""
    path = QPainterPath(QPointF(470, 386))
    path.cubicTo(440, 430, 300, 440, 258, 512)
    path.lineTo(742, 512)
    path.cubicTo(700, 440, 560, 430, 530, 386)
    path.closeSubpath()
    _line(painter)
    _fill(painter, "bar_2")
    painter.drawPath(path)
    _fill(painter, "surface")
    painter.drawRect(QRectF(330, 186, 340, 200))
    _fill(painter, "bar_1")
    painter.drawPolygon(QPolygonF([QPointF(290, 190), QPointF(500, 10), QPointF(710, 190)]))
    painter.drawRect(QRectF(600, 40, 34, 62))
    _paint_fence(painter)
    _paint_bench(painter)


def _paint_fence(painter: QPainter) -> None:
    _fill(painter, "sunken")
    painter.drawRect(QRectF(20, 404, 230, 12))
    painter.drawRect(QRectF(20, 436, 230, 12))
    for number in range(6):
        left = 26 + number * 40
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(left, 466),
                    QPointF(left, 398),
                    QPointF(left + 11, 384),
                    QPointF(left + 22, 398),
                    QPointF(left + 22, 466),
                ]
            )
        )


def _paint_bench(painter: QPainter) -> None:
    _fill(painter, "bar_3")
    painter.drawRoundedRect(QRectF(764, 392, 190, 16), 5, 5)
    painter.drawRoundedRect(QRectF(764, 422, 190, 16), 5, 5)
    for left in (784, 922):
        painter.drawRect(QRectF(left, 438, 12, 30))


_FIGURES: Mapping[Tool, Callable[[QPainter], None]] = {
    Tool.WIZARD: _paint_wizard,
    Tool.FAIRY: _paint_fairy,
}
