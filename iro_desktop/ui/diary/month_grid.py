"""A month as a calendar. One tab stop: arrows go from day to day, and on into the next month."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from iro_desktop.domain.working_days import add_months
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.day_layout import height_of, lay_out
from iro_desktop.ui.diary.day_painter import DayPainter
from iro_desktop.ui.diary.entry_menu import (
    EXPLAINING,
    first_explained,
    menu_of_day,
    menu_of_entry,
)
from iro_desktop.ui.diary.month_model import MonthModel
from iro_desktop.ui.diary.page import DiaryPage, EntryLine
from iro_desktop.ui.diary.presenter import DAYS_IN_A_WEEK
from iro_desktop.ui.widgets import painting

LOWEST = 64
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
_LAST_COLUMN = DAYS_IN_A_WEEK - 1


class MonthGrid(QTableView):
    """`moved` carries the day one is on, `day_opened` one to list, `entry_opened` an EntryLine.

    `explanation_wanted` carries an EntryLine that is to say why it is that day.
    """

    moved = Signal(object)
    day_opened = Signal(object)
    entry_opened = Signal(object)
    explanation_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MonthModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DayPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        accessibility.name(
            self,
            tr("Month"),
            tr(
                "Arrows go from day to day, Page Up and Page Down from month to month. "
                "Enter opens a day. E says why something is due on it."
            ),
        )
        self._set_up_headers()

    @property
    def day(self) -> dt.date | None:
        """The day one is on."""
        cell = self._model.cell_at(self.currentIndex())
        return cell.day if cell else None

    def show_page(self, page: DiaryPage) -> None:
        """Show a month, and be on its day."""
        self._model.show_days(page.days, page.weekdays)
        self._fit_rows()
        self.go_to(page.anchor)

    def go_to(self, day: dt.date) -> None:
        """Be on a day that is shown; others are passed over."""
        index = self._model.index_of(day.toordinal())
        if index.isValid():
            self.setCurrentIndex(index)

    def focus_day(self, day: dt.date) -> bool:
        """Put the focus on a day. Says whether it is there."""
        self.go_to(day)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def entry_at(self, position: QPoint) -> EntryLine | None:
        """The entry under the mouse, if any."""
        index = self.indexAt(position)
        cell = self._model.cell_at(index)
        if cell is None:
            return None
        rect = self.visualRect(index)
        for chip in lay_out(cell, rect).chips:
            if painting.mirrored(chip.place, rect, self.layoutDirection()).contains(position):
                return chip.entry
        return None

    # Keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self.day
        if day is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _OPENERS:
            self.day_opened.emit(day)
        elif event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())](day, self._forwards()))
        elif event.key() in EXPLAINING:
            self._explain_day()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        cell = self._model.cell_at(index)
        if cell is None:
            return
        line = None if by_key else self.entry_at(event.pos())
        explain = self.explanation_wanted.emit
        if line is not None:
            menu = menu_of_entry(self, line, self.entry_opened.emit, explain)
        else:
            open_day = partial(self.day_opened.emit, cell.day)
            menu = menu_of_day(self, cell.entries, open_day, explain)
        place = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(place))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        position, day = event.position().toPoint(), self.day
        if event.button() != Qt.MouseButton.LeftButton or day is None:
            return
        entry = self.entry_at(position)
        if entry is not None:
            self.entry_opened.emit(entry)
        elif self._is_on_rest(position):
            self.day_opened.emit(day)
        else:
            self._move(day)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks beside the entries open the day; on an entry the first did all there is."""
        day = self.day
        if day is not None and self.entry_at(event.position().toPoint()) is None:
            self.day_opened.emit(day)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        opens = self.entry_at(position) is not None or self._is_on_rest(position)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _explain_day(self) -> None:
        cell = self._model.cell_at(self.currentIndex())
        line = first_explained(cell.entries) if cell else None
        if line is not None:
            self.explanation_wanted.emit(line)
        else:
            accessibility.announce(self, tr("Nothing is due on this day."))

    def _move(self, day: dt.date) -> None:
        self.go_to(day)
        self.moved.emit(day)

    def _forwards(self) -> int:
        """What the right arrow adds: where one reads from the right, it goes back."""
        return -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1

    def _is_on_rest(self, position: QPoint) -> bool:
        index = self.indexAt(position)
        cell = self._model.cell_at(index)
        if cell is None:
            return False
        rect = self.visualRect(index)
        layout = lay_out(cell, rect)
        place = painting.mirrored(layout.rest_place, rect, self.layoutDirection())
        return bool(layout.rest) and place.contains(position)

    # Size

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_rows()

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setMinimumSectionSize(1)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def _fit_rows(self) -> None:
        """Each week as high as its busiest day, and the whole month without a scroll bar."""
        if not hasattr(self, "_model"):
            return
        width = self.viewport().width() // DAYS_IN_A_WEEK
        heights = [
            max(theme.space(LOWEST), *(height_of(cell, width) for cell in self._model.week(row)))
            for row in range(self._model.rowCount())
        ]
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + sum(heights) + 2 * _EDGE)


_EDGE = 5  # the style sheet's edge and padding
_OPENERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_STEPS: dict[Qt.Key, Callable[[dt.date, int], dt.date]] = {
    Qt.Key.Key_Left: lambda day, forwards: day - forwards * _DAY,
    Qt.Key.Key_Right: lambda day, forwards: day + forwards * _DAY,
    Qt.Key.Key_Up: lambda day, _forwards: day - _WEEK,
    Qt.Key.Key_Down: lambda day, _forwards: day + _WEEK,
    Qt.Key.Key_PageUp: lambda day, _forwards: add_months(day, -1),
    Qt.Key.Key_PageDown: lambda day, _forwards: add_months(day, 1),
    Qt.Key.Key_Home: lambda day, _forwards: day - day.weekday() * _DAY,
    Qt.Key.Key_End: lambda day, _forwards: day + (_LAST_COLUMN - day.weekday()) * _DAY,
}
