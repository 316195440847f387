"""The table of children: rows as high as the text, columns as wide as they need."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.children.cell_painter import SIDE, CellPainter
from iro_desktop.ui.children.models import ChildrenModel
from iro_desktop.ui.children.presenter import ChildrenPage
from iro_desktop.ui.children.rows import Column, Filter

# The width of each column in letters of the font; what is left over goes to the wide ones, and what
# little is missing comes from them.
_LETTERS = {
    Column.NAME: 24,
    Column.NEXT_REVIEW: 30,
    Column.AGE: 5,
    Column.HOME: 16,
    Column.LEGAL_STATUS: 15,
    Column.LAST_REVIEW: 11,
    Column.SIBLINGS: 10,
    Column.SYNCED: 4,
}
_OF_CHILDREN = (Column.AGE, Column.HOME, Column.LEGAL_STATUS, Column.SIBLINGS)
_ROWS_ALWAYS_SEEN = 2
_SHARES = {Column.NAME: 3, Column.HOME: 2, Column.LEGAL_STATUS: 1}


class ChildrenTable(QTableView):
    """`child_chosen` tells whose page is wanted, `sorting_wanted` the column and whether down.

    `why_wanted` carries the due date that is to be explained: clicked, or Space or F1 in its row.
    `row_chosen` carries the due date of the row that one comes to.
    """

    child_chosen = Signal(str)
    why_wanted = Signal(object)
    row_chosen = Signal(object)
    sorting_wanted = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ChildrenModel(self)
        self.setModel(self._model)
        self.setColumnHidden(Column.SYNCED, True)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        accessibility.name(
            self, tr("Children"), tr("Enter opens a child’s page, Space says why a review is due.")
        )
        self.doubleClicked.connect(self._on_activated)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(
            lambda row: self.row_chosen.emit(self._model.due_at(row.row()))
        )
        self._set_up_headers()

    def show_page(self, page: ChildrenPage) -> None:
        """Show these children, staying on the child one is on where they are still among them."""
        here = self._model.child_at(self.currentIndex().row())
        self._model.show_rows(page.rows, page.today)
        self._show_columns(of_children=page.chosen is not Filter.HOUSEHOLDS, has_hub=page.has_hub)
        row = max(0, self._model.row_of(here))
        self.setCurrentIndex(self._model.index(row, 0))
        order = Qt.SortOrder.DescendingOrder if page.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(page.sorted_by, order)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, on every system; Space says why a review is due."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_F1}:
            self.why_wanted.emit(self._model.due_at(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width(event.size().width())

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + theme.space(24))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setSortIndicatorShown(True)
        columns.setMinimumHeight(self.fontMetrics().height() + theme.space(18))
        rows_seen = _ROWS_ALWAYS_SEEN * rows.defaultSectionSize()
        self.setMinimumHeight(columns.minimumHeight() + rows_seen)
        columns.moveSection(Column.SYNCED, Column.NEXT_REVIEW + 1)  # in sight at any width
        columns.sectionClicked.connect(self._on_heading_clicked)

    def _show_columns(self, *, of_children: bool, has_hub: bool) -> None:
        """Of a household no age is said, nor a home or a legal status; nor a hub without one."""
        shown = {**dict.fromkeys(_OF_CHILDREN, of_children), Column.SYNCED: has_hub}
        if all(self.isColumnHidden(column) is not wanted for column, wanted in shown.items()):
            return
        for column, wanted in shown.items():
            self.setColumnHidden(column, not wanted)
        self._share_width(self.viewport().width())

    def _share_width(self, width: int) -> None:
        letter = self.fontMetrics().averageCharWidth()
        least = {
            column: letters * letter + 2 * theme.space(SIDE)
            for column, letters in _LETTERS.items()
            if not self.isColumnHidden(column)
        }
        spare = max(width - sum(least.values()), -_most_given_up(least))
        whole = sum(_SHARES.get(column, 0) for column in least)
        for column, pixels in least.items():
            self.setColumnWidth(column, pixels + spare * _SHARES.get(column, 0) // whole)

    def _on_heading_clicked(self, section: int) -> None:
        header = self.horizontalHeader()
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        self.sorting_wanted.emit(section, descending)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.NEXT_REVIEW:
            self.why_wanted.emit(self._model.due_at(index.row()))

    def _on_activated(self, index: QModelIndex) -> None:
        child = self._model.child_at(index.row())
        if child is not None:
            self.child_chosen.emit(child)


def _most_given_up(least: Mapping[Column, int]) -> int:
    """What columns of longer words give up together before the table is pushed sideways."""
    whole = sum(_SHARES.get(column, 0) for column in least)
    return min(
        least[column] // 4 * whole // share for column, share in _SHARES.items() if column in least
    )
