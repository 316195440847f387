"""Radio and check marks as wide, wrapping tiles: easy to hit, and whole at any size of text."""

from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets import painting

_Option: TypeAlias = "OptionRadio | OptionCheck"

MARK, GAP, SIDE, ABOVE = 20, 10, 12, 9
ROUNDING = 8.0


class OptionRadio(QRadioButton):
    """One of several answers, of which one holds. `heights` are those measured, by width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.label = text
        self.heights: dict[int, int] = {}
        _prepare(self)

    @override
    def sizeHint(self) -> QSize:
        return _size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.heights = {}

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = _paint_tile(painter, self)
        _paint_radio(painter, mark, self)
        painter.end()


class OptionCheck(QCheckBox):
    """One of several answers, each of which may hold. `heights` are those measured, by width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.label = text
        self.heights: dict[int, int] = {}
        _prepare(self)

    @override
    def sizeHint(self) -> QSize:
        return _size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height(self, width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.heights = {}

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mark = _paint_tile(painter, self)
        _paint_check(painter, mark, self)
        painter.end()


def _prepare(button: _Option) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _beside_text() -> int:
    return theme.scaled(MARK) + theme.space(GAP) + 2 * theme.space(SIDE)


def _size(button: _Option) -> QSize:
    width = button.fontMetrics().horizontalAdvance(button.label) + _beside_text() + 2
    return QSize(width, _height(button, width))


def _least_size(button: _Option) -> QSize:
    longest = max(button.label.split() or [""], key=len)
    width = button.fontMetrics().horizontalAdvance(longest) + _beside_text() + 2
    return QSize(width, max(24, theme.scaled(MARK) + 2 * theme.space(ABOVE)))


def _height(button: _Option, width: int) -> int:
    """Layouts ask for it again and again."""
    if width not in button.heights:
        button.heights[width] = _measured_height(button, width)
    return button.heights[width]


_ONE_LINE = -1  # no width: what the words need to stand in one line


def _size_of_label(button: _Option) -> int:
    return button.fontMetrics().horizontalAdvance(button.label) + 1


def _measured_height(button: _Option, width: int) -> int:
    if _ONE_LINE not in button.heights:
        button.heights[_ONE_LINE] = _size_of_label(button)
    if width - _beside_text() >= button.heights[_ONE_LINE]:  # most do, and need no measuring
        return max(button.fontMetrics().height(), theme.scaled(MARK)) + 2 * theme.space(ABOVE)
    text = button.fontMetrics().boundingRect(
        QRect(0, 0, max(1, width - _beside_text()), 10_000),
        painting.WRAPPED,
        button.label,
    )
    return max(text.height(), theme.scaled(MARK)) + 2 * theme.space(ABOVE)


def _paint_tile(painter: QPainter, button: _Option) -> QRectF:
    """Ground, edge and words. Gives where the mark goes."""
    painting.begin(painter)
    on, enabled = button.isChecked(), button.isEnabled()
    ground, edge, width = _tile_colours(button)
    half = width / 2
    tile = QRectF(button.rect()).adjusted(half, half, -half, -half)
    painter.setPen(QPen(theme.colour(edge), width))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(tile, ROUNDING, ROUNDING)

    side, mark = theme.space(SIDE), theme.scaled(MARK)
    inner = button.rect().adjusted(side, 0, -side, 0)
    place = QRect(inner.left(), _mark_top(button), mark, mark)
    words = inner.adjusted(mark + theme.space(GAP), 0, 0, 0)
    direction = button.layoutDirection()
    place = painting.mirrored(place, button.rect(), direction)
    words = painting.mirrored(words, button.rect(), direction)
    painter.setPen(theme.colour("text" if enabled or on else "disabled"))
    painter.setFont(button.font())
    flags = painting.near_side(direction) | int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(words, flags | painting.WRAPPED, button.label)
    return QRectF(place)


def _mark_top(button: _Option) -> int:
    """Level with the first line of the words."""
    mark, line = theme.scaled(MARK), button.fontMetrics().lineSpacing()
    text = _height(button, button.width()) - 2 * theme.space(ABOVE)
    one_line = text < 2 * line
    if one_line:
        return (button.height() - mark) // 2
    return (button.height() - text) // 2 + (line - mark) // 2


def _tile_colours(button: _Option) -> tuple[str, str, float]:
    """Tokens of ground and edge, and how wide the edge is."""
    on, hovered = button.isChecked(), button.underMouse() and button.isEnabled()
    ground = "primary_soft" if on else "sunken" if hovered else "surface"
    if button.hasFocus():
        return ground, "focus", 3.0
    if on:
        return ground, "primary" if button.isEnabled() else "border", 1.5
    return ground, "border" if hovered else "line", 1.0


def _mark_colour(button: _Option) -> QColor:
    if not button.isEnabled():
        return theme.colour("disabled")
    return theme.colour("primary" if button.isChecked() else "border")


def _paint_radio(painter: QPainter, mark: QRectF, button: _Option) -> None:
    colour = _mark_colour(button)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
    if button.isChecked():
        inset = mark.width() * 0.27
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))


def _paint_check(painter: QPainter, mark: QRectF, button: _Option) -> None:
    colour = _mark_colour(button)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour if button.isChecked() else theme.colour("surface"))
    painter.drawRoundedRect(mark.adjusted(1, 1, -1, -1), 5, 5)
    if button.isChecked():
        pen = QPen(theme.colour("on_primary"), mark.width() * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick_path(mark))


def tick_path(box: QRectF) -> QPainterPath:
    """A tick inside a box, as a stroke."""
    path = QPainterPath(QPointF(box.left() + 0.26 * box.width(), box.top() + 0.52 * box.height()))
    path.lineTo(box.left() + 0.44 * box.width(), box.top() + 0.69 * box.height())
    path.lineTo(box.left() + 0.75 * box.width(), box.top() + 0.33 * box.height())
    return path
