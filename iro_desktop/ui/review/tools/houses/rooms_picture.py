"""The picture a child works with: large, and each room of it a button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.domain.drawings import SHEET_HEIGHT, SHEET_WIDTH, NotADrawing, Stroke, decode
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.tools.houses import art
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.drawing_field import paint_strokes

_LOWEST, _HIGHEST = 320, 520
_EDGE = 8.0


@dataclass(frozen=True, slots=True)
class RoomLook:
    """A room as the picture shows it. `said` is what is in it, in a few words."""

    id: str
    title: str
    said: str
    drawing: str = ""


class RoomsPicture(QWidget):
    """`chosen` tells which room is to be worked in."""

    chosen = Signal(str)

    def __init__(self, tool: Tool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tool = tool
        self.buttons: dict[str, RoomButton] = {}
        self._zones: Mapping[str, QRectF] = {}
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rooms(self, looks: Sequence[RoomLook]) -> None:
        """Show these rooms, in the order in which they are gone through."""
        self._zones = art.zones_of(self._tool, [look.id for look in looks])
        for look in looks:
            if look.id not in self._zones:
                continue
            button = self.buttons.get(look.id)
            if button is None:
                button = RoomButton(self)
                button.clicked.connect(lambda _on, name=look.id: self.chosen.emit(name))
                self._group.addButton(button)
                self.buttons[look.id] = button
                button.show()
            button.show_look(look)
        self._place()
        self.update()

    def choose(self, name: str) -> None:
        """Mark a room as the one that is worked in."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(640), self.heightForWidth(theme.scaled(640)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(280), theme.scaled(_LOWEST))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        high = round(width * art.HEIGHT / art.WIDTH)
        return max(theme.scaled(_LOWEST), min(theme.scaled(_HIGHEST), high))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14)
        if self._is_mirrored():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.scale(self.width() / art.WIDTH, self.height() / art.HEIGHT)
        art.paint(painter, self._tool, list(self._zones))
        painter.end()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _place(self) -> None:
        across, down = self.width() / art.WIDTH, self.height() / art.HEIGHT
        for name, zone in self._zones.items():
            place = QRectF(
                zone.left() * across,
                zone.top() * down,
                zone.width() * across,
                zone.height() * down,
            ).toRect()
            whole = QRect(0, 0, self.width(), self.height())
            self.buttons[name].setGeometry(painting.mirrored(place, whole, self.layoutDirection()))


class RoomButton(QAbstractButton):
    """A room: the child's drawing in it, and a plate with what it is called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = RoomLook("", "", "")
        self._strokes: tuple[Stroke, ...] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_look(self, look: RoomLook) -> None:
        """Show a room as it is now."""
        if look.drawing != self._look.drawing:
            self._strokes = _strokes(look.drawing)
        self._look = look
        self.setText(look.title)
        accessibility.name(self, look.title, look.said)
        self.setToolTip(look.said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(160), theme.scaled(120))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        plate = self._plate()
        self._paint_drawing(painter, plate.top())
        self._paint_plate(painter, plate)
        around = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 4))
            painter.drawRoundedRect(around, 12, 12)
        elif self.isChecked() or self.underMouse():
            painter.setPen(QPen(theme.colour("primary"), 3 if self.isChecked() else 1.5))
            painter.drawRoundedRect(around, 12, 12)
        painter.end()

    def _title_font(self) -> QFont:
        return theme.body_font(theme.current().body_points * 1.1, bold=True)

    def _plate(self) -> QRectF:
        """Low in the room, as high as its words."""
        room = self.width() - 4 * _EDGE
        title = QFontMetricsF(self._title_font()).boundingRect(
            QRectF(0, 0, room, 1000), painting.WRAPPED, self._look.title
        )
        said = QFontMetricsF(self.font()).boundingRect(
            QRectF(0, 0, room, 1000), painting.WRAPPED, self._look.said
        )
        high = min(self.height() - 2 * _EDGE, title.height() + said.height() + 2 * _EDGE)
        return QRectF(_EDGE, self.height() - _EDGE - high, self.width() - 2 * _EDGE, high)

    def _paint_plate(self, painter: QPainter, plate: QRectF) -> None:
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("primary_soft" if self.isChecked() else "surface"))
        painter.drawRoundedRect(plate, 9, 9)
        inner = plate.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        centred = painting.WRAPPED | int(Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(self._title_font())
        painter.setPen(theme.colour("text"))
        metrics = QFontMetricsF(self._title_font())
        title = metrics.boundingRect(inner, painting.WRAPPED, self._look.title)
        painter.drawText(inner, centred, self._look.title)
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(inner.adjusted(0, title.height(), 0, 0), centred, self._look.said)

    def _paint_drawing(self, painter: QPainter, bottom: float) -> None:
        """The child's drawing, small, above the plate."""
        room = QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE, bottom - 2 * _EDGE)
        if not self._strokes or room.height() < theme.scaled(30):
            return
        scale = min(room.width() / SHEET_WIDTH, room.height() / SHEET_HEIGHT)
        size = QPointF(SHEET_WIDTH * scale, SHEET_HEIGHT * scale)
        corner = QPointF(room.center().x() - size.x() / 2, room.bottom() - size.y())
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(corner, corner + size), 6, 6)
        painter.save()
        painter.translate(corner)
        painter.scale(scale, scale)
        paint_strokes(painter, self._strokes)
        painter.restore()


def _strokes(drawing: str) -> tuple[Stroke, ...]:
    try:
        return decode(drawing) if drawing else ()
    except NotADrawing:
        return ()
