"""How tables of the report look and are walked: rows, one stop for Tab, two lines at most."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from iro_desktop.ui import accessibility, theme

MOST_ROWS_IN_FULL = 8
NARROWEST_LAST = 300
ICON = 18
_RESIZED = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})


class CalmTable(QTableView):
    """A table to read. The last column takes what room is left, and is never too narrow to read."""

    copy_wished = Signal()

    def __init__(self, name: str, model: QAbstractItemModel, *, lines: int = 1) -> None:
        super().__init__()
        self._lines = lines
        accessibility.name(self, name)
        self.setModel(model)
        model.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(lines > 1)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self._dress()

    def fit_columns(self, *widths_in_letters: int) -> None:
        """Give the columns but the last room for so many letters each."""
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate(widths_in_letters):
            self.setColumnWidth(column, letters * letter + 2 * theme.space(10))
        self._stretch_last()

    def fit_height(self) -> None:
        """Be as high as the rows, up to eight."""
        rows = min(self.model().rowCount(), MOST_ROWS_IN_FULL)
        height = self.verticalHeader().defaultSectionSize() * rows
        around = 2 * self.frameWidth() + self.horizontalHeader().sizeHint().height() + 8
        self.setFixedHeight(height + around)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch_last()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESIZED and self.model() is not None:
            self._dress()

    def _dress(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setIconSize(QSize(theme.scaled(ICON), theme.scaled(ICON)))
        height = self._lines * line + 2 * theme.space(8)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _stretch_last(self) -> None:
        last = self.model().columnCount() - 1
        taken = sum(self.columnWidth(column) for column in range(last))
        left = self.viewport().width() - taken
        self.setColumnWidth(last, max(left, theme.scaled(NARROWEST_LAST)))
