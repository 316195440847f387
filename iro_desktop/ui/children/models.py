"""The children as Qt's tables want them: words are made only for the rows that are seen."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.ui.children.rows import ChildRow, Column, cell, heading, short_heading, spoken_cell

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ChildrenModel(QAbstractTableModel):
    """One row a child. `ROW` gives the row itself, for the delegate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ChildRow, ...] = ()
        self.today = dt.date.min

    def show_rows(self, rows: Sequence[ChildRow], today: dt.date) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self.today = tuple(rows), today
        self.endResetModel()

    def child_at(self, row: int) -> ChildId | None:
        """Whose row it is; None beyond the last."""
        return self._rows[row].summary.child.id if 0 <= row < len(self._rows) else None

    def due_at(self, row: int) -> Explained | None:
        """When the next review of the child in a row is due; None where none is."""
        return self._rows[row].summary.next_due if 0 <= row < len(self._rows) else None

    def row_of(self, child: ChildId | None) -> int:
        """In which row a child stands; -1 where in none."""
        found = (n for n, row in enumerate(self._rows) if row.summary.child.id == child)
        return next(found, -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return spoken_cell(row, column, self.today)
            case _:
                return row if role == ROW else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_heading = orientation is Qt.Orientation.Horizontal
        if is_heading and role == Qt.ItemDataRole.DisplayRole:
            return short_heading(Column(section))
        if is_heading and role in {
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return heading(Column(section))
        if is_heading and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None
