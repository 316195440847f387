"""The parts of a review at the left, each with how far it is: one tab stop, arrows move."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, icons, theme
from iro_desktop.ui.widgets import painting

_ITEM = Qt.ItemDataRole.UserRole
_MARK, _SIDE, _ABOVE, _GAP, _BAR = 18, 12, 8, 10, 4


@dataclass(frozen=True, slots=True)
class SectionItem:
    """One part: its title, how much is still to answer, and whether anything was asked at all.

    `to_answer` None: the part needs nothing and shows no state, unless `note` says one in words of
    its own and `is_done` whether that is the end of it. `heading` stands above the first part of a
    group.
    """

    title: str
    to_answer: int | None = None
    heading: str = ""
    note: str = ""
    is_done: bool = False

    def state(self) -> str:
        """How far the part is, in words; empty where there is nothing to say."""
        if self.to_answer is None:
            return self.note
        if self.to_answer == 0:
            return tr("Done")
        return ntr("1 to answer", "{number} to answer", self.to_answer)


class SectionList(QListWidget):
    """A rail of parts. `chosen` tells the number of the part the user went to, `opened` says Enter.

    Letters go to the next part whose title begins with them.
    """

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        accessibility.name(self, name)
        self.currentRowChanged.connect(self._on_row_changed)

    def set_items(self, items: Sequence[SectionItem]) -> None:
        """Show these parts, staying where the user is; nothing is told."""
        here = self.currentRow()
        self.blockSignals(True)
        while self.count() > len(items):
            self.takeItem(self.count() - 1)
        while self.count() < len(items):
            self.addItem(QListWidgetItem())
        for number, item in enumerate(items):
            self._fill(self.item(number), item)
        if items:
            self.setCurrentRow(min(max(here, 0), len(items) - 1))
        self.blockSignals(False)

    def go_to(self, number: int) -> None:
        """Show that part as the present one, without telling anyone."""
        self.blockSignals(True)
        self.setCurrentRow(number)
        self.blockSignals(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where less of the list is left, the part where the user is stays in sight."""
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, row: QListWidgetItem, item: SectionItem) -> None:
        row.setData(_ITEM, item)
        row.setText(item.title)
        row.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            tr("{section}, {state}", section=item.title, state=item.state())
            if item.state()
            else item.title,
        )

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)


class _SectionDelegate(QStyledItemDelegate):
    """Paints a part: a mark, the title, and the state beneath it."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        item: SectionItem = index.data(_ITEM)
        width = self._width_of_view()
        words = _title_rect(option, width)
        usual = QFontMetrics(theme.body_font())
        text = usual.boundingRect(words, painting.WRAPPED, item.title)
        height = text.height() + 2 * theme.space(_ABOVE)
        if item.state():
            height += usual.height()
        return QSize(width, max(height, 40) + _heading_height(item))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: SectionItem = index.data(_ITEM)
        painter.save()
        painting.begin(painter)
        if item.heading:
            self._paint_heading(painter, option, item)
            option = QStyleOptionViewItem(option)
            option.rect = option.rect.adjusted(0, _heading_height(item), 0, 0)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, here=here)
        self._paint_words(painter, option, item, here=here)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, item: SectionItem
    ) -> None:
        side = theme.space(_SIDE)
        box = QRect(
            option.rect.left() + side,
            option.rect.top() + theme.space(12),
            option.rect.width() - 2 * side,
            _heading_height(item),
        )
        painter.setFont(_heading_font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(_mirrored(box, option), _flags(option), item.heading)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, here: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = here and bool(option.state & QStyle.StateFlag.State_HasFocus)
        tile = option.rect.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.colour("focus"), 3) if focused else Qt.PenStyle.NoPen)
        ground = "primary_soft" if here else "sunken" if hovered else "surface"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(tile, 8, 8)
        if here:  # bold words would take another line here and there, and move what is beneath
            self._paint_bar(painter, option, tile)

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, tile: QRect) -> None:
        """The part in front is told by its shape as well, not by its colour alone."""
        space = 8
        bar = QRect(tile.left(), tile.top() + space, _BAR, tile.height() - 2 * space)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(_mirrored(bar, option), _BAR / 2, _BAR / 2)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        item: SectionItem,
        *,
        here: bool,
    ) -> None:
        words = _title_rect(option, option.rect.width())
        words.translate(0, option.rect.top())
        painter.setFont(theme.body_font())
        painter.setPen(theme.colour("primary" if here else "text"))
        height = painter.fontMetrics().boundingRect(words, painting.WRAPPED, item.title).height()
        box = QRect(words.left(), words.top(), words.width(), height)
        painter.drawText(_mirrored(box, option), _flags(option), item.title)
        if item.state():
            self._paint_state(painter, option, item, box)

    def _paint_state(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        item: SectionItem,
        title: QRect,
    ) -> None:
        done = item.to_answer == 0 or item.is_done
        name, token = ("circle-check", "success") if done else ("circle", "border")
        mark = QRect(
            option.rect.left() + theme.space(_SIDE),
            title.top() + (option.fontMetrics.height() - theme.scaled(_MARK)) // 2,
            theme.scaled(_MARK),
            theme.scaled(_MARK),
        )
        painter.drawPixmap(
            _mirrored(mark, option).topLeft(),
            icons.pixmap(name, token, _MARK),
        )
        painter.setFont(theme.body_font(theme.current().body_points * 0.9))
        painter.setPen(theme.colour("success" if done else "muted"))
        below = QRect(title.left(), title.bottom() + 1, title.width(), 1000)
        painter.drawText(_mirrored(below, option), _flags(option), item.state())

    def _width_of_view(self) -> int:
        """As if the scroll bar stood there: it comes after the heights were asked for."""
        view = self.parent()
        if not isinstance(view, QListWidget):
            return 200
        bar = view.verticalScrollBar()
        room = view.viewport().width()
        return room if bar.isVisible() else room - bar.sizeHint().width()


def _title_rect(option: QStyleOptionViewItem, width: int) -> QRect:
    """Where the title stands, from the item's top, in a left-to-right screen."""
    left = theme.space(_SIDE) + theme.scaled(_MARK) + theme.space(_GAP)
    return QRect(
        option.rect.left() + left, theme.space(_ABOVE), width - left - theme.space(_SIDE), 10_000
    )


def _flags(option: QStyleOptionViewItem) -> int:
    return painting.near_side(option.direction) | painting.WRAPPED


def _mirrored(rect: QRect, option: QStyleOptionViewItem) -> QRect:
    return painting.mirrored(rect, option.rect, option.direction)


def _heading_font() -> QFont:
    return theme.body_font(theme.current().body_points * 0.9, bold=True)


def _heading_height(item: SectionItem) -> int:
    if not item.heading:
        return 0
    return QFontMetrics(_heading_font()).height() + theme.space(16)
