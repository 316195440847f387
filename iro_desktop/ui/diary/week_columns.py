"""A week as seven columns, what has no time on top; one beneath the other where room is short."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.busy_block import BusyBlock
from iro_desktop.ui.diary.entry_tile import EntryTile
from iro_desktop.ui.diary.page import DayCell, DiaryPage
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words

NARROWEST_FOR_SEVEN = 840


class WeekColumns(QWidget):
    """`entry_opened` carries an EntryLine, `explanation_wanted` one that is to say why."""

    entry_opened = Signal(object)
    explanation_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayCell, ...] = ()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space(8))
        accessibility.name(self, tr("Week"))

    def show_page(self, page: DiaryPage) -> None:
        """Show a week. What stands already is left alone."""
        if page.days == self._days:
            return
        self._days = page.days
        empty(self._box)
        for cell in page.days:
            self._box.addWidget(self._column(cell), 1)

    def focus_day(self, day: dt.date) -> bool:
        """Put the focus on the first entry of a day, or after it. Says whether there is one."""
        tiles = [tile for tile in self.findChildren(EntryTile) if not tile.isHidden()]
        tile = next((one for one in tiles if one.line.day >= day), tiles[-1] if tiles else None)
        if tile is not None:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
        return tile is not None

    def is_side_by_side(self) -> bool:
        """Whether the days stand beside each other now."""
        return self._box.direction() == QBoxLayout.Direction.LeftToRight

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        enough = event.size().width() >= theme.scaled(NARROWEST_FOR_SEVEN)
        direction = QBoxLayout.Direction.LeftToRight if enough else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)

    def _column(self, cell: DayCell) -> QFrame:
        column = QFrame()
        column.setObjectName("card")
        column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        accessibility.name(column, cell.said)
        layout = QVBoxLayout(column)
        edge = theme.space(8)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(6))
        layout.addWidget(Words(cell.short_heading, "muted" if cell.is_closed else "strong"))
        if cell.is_today:
            layout.addWidget(Pill(tr("Today"), "info"), 0, Qt.AlignmentFlag.AlignLeading)
        if cell.holiday:
            layout.addWidget(Words(cell.holiday, "small"))
        for widget in self._in_order(cell):
            layout.addWidget(widget)
        layout.addStretch(1)
        return column

    def _in_order(self, cell: DayCell) -> list[QWidget]:
        """Entries and busy hours by the time they begin; what has no time comes first."""
        placed: list[tuple[dt.time, QWidget]] = [
            (hours.starts_at or dt.time.min, BusyBlock(hours)) for hours in cell.busy
        ]
        for line in cell.entries:
            tile = EntryTile(line)
            tile.other_opened.connect(self.entry_opened)
            tile.clicked.connect(lambda _checked=False, line=line: self.entry_opened.emit(line))
            tile.explanation_wanted.connect(lambda line=line: self.explanation_wanted.emit(line))
            placed.append((line.starts_at or dt.time.min, tile))
        return [widget for _, widget in sorted(placed, key=lambda pair: pair[0])]
