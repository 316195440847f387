"""Paints a day of the month: its number, what kind of day it is, and what stands on it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from iro_desktop.ui import icons, theme
from iro_desktop.ui.diary.day_layout import ELIDED, GAP, ICON, INSIDE, Chip, lay_out, small_font
from iro_desktop.ui.diary.month_model import CELL, Index
from iro_desktop.ui.diary.page import DayCell
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.pill import ground, ink

ROUND = 6


class DayPainter(QStyledItemDelegate):
    """Words and icons first; the grounds only repeat them."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: DayCell | None = index.data(CELL)
        if cell is None:
            return
        painter.save()
        painting.begin(painter)
        _paint_ground(painter, option, cell)
        layout = lay_out(cell, option.rect)
        _paint_number(painter, option, cell, layout.number)
        _words(painter, option, layout.note, cell.holiday, "muted", small_font())
        for chip in layout.chips:
            _paint_chip(painter, option, chip)
        if layout.rest:
            _words(painter, option, layout.rest_place, layout.rest, "primary", _bold())
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, cell: DayCell) -> None:
    quiet = cell.is_closed or not cell.is_in_month
    painter.fillRect(option.rect, theme.colour("page" if quiet else "surface"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if index_has_left_edge(option):
        painter.drawLine(option.rect.topLeft(), option.rect.bottomLeft())
    if option.state & QStyle.StateFlag.State_Selected:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.colour("focus" if focused else "border"), 3 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(option.rect.adjusted(2, 2, -3, -3), ROUND, ROUND)


def index_has_left_edge(option: QStyleOptionViewItem) -> bool:
    """Whether a line stands between this day and the one to its left."""
    return option.rect.left() > 0


def _paint_number(
    painter: QPainter, option: QStyleOptionViewItem, cell: DayCell, place: QRect
) -> None:
    where = painting.mirrored(place, option.rect, option.direction)
    ink_of_number = "text" if cell.is_in_month else "muted"
    if cell.is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(where, where.height() / 2, where.height() / 2)
        ink_of_number = "on_primary"
    painter.setFont(small_font(bold=cell.is_in_month))
    painter.setPen(theme.colour(ink_of_number))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, cell.number)


def _paint_chip(painter: QPainter, option: QStyleOptionViewItem, chip: Chip) -> None:
    where = painting.mirrored(chip.place, option.rect, option.direction)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground(chip.tone)))
    painter.drawRoundedRect(where, ROUND, ROUND)
    inside, size = theme.space(INSIDE), theme.scaled(ICON)
    line = QFontMetrics(_bold()).height()
    mark = QRect(
        chip.place.left() + inside, chip.place.top() + inside + (line - size) // 2, size, size
    )
    place = painting.mirrored(mark, option.rect, option.direction)
    painter.drawPixmap(place.topLeft(), icons.pixmap(chip.icon, ink(chip.tone), ICON))
    left = mark.right() + 1 + inside
    width = chip.place.right() - left - theme.space(GAP)
    first = QRect(left, chip.place.top() + inside, width, line)
    _words(painter, option, first, chip.first, "text", _bold())
    if chip.second:
        second = first.translated(0, line)
        _words(painter, option, second, chip.second, ink(chip.tone), small_font())


def _words(
    painter: QPainter,
    option: QStyleOptionViewItem,
    place: QRect,
    text: str,
    token: str,
    font: QFont,
) -> None:
    if not text or place.width() <= 0:
        return
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    cut = QFontMetrics(font).elidedText(text, ELIDED, place.width())
    flags = painting.near_side(option.direction) | int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(painting.mirrored(place, option.rect, option.direction), flags, cut)


def _bold() -> QFont:
    return small_font(bold=True)
