"""The days of a month as Qt's tables want them: a week a row, Monday first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from iro_desktop.ui.diary.page import DayCell
from iro_desktop.ui.diary.presenter import DAYS_IN_A_WEEK

CELL = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MonthModel(QAbstractTableModel):
    """`CELL` gives the day itself, for the painter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayCell, ...] = ()
        self._weekdays: tuple[tuple[str, str], ...] = ()

    def show_days(self, days: Sequence[DayCell], weekdays: Sequence[tuple[str, str]]) -> None:
        """Show other weeks. The weekdays have a short and a long name each."""
        self.beginResetModel()
        self._days, self._weekdays = tuple(days), tuple(weekdays)
        self.endResetModel()

    def week(self, row: int) -> tuple[DayCell, ...]:
        """The days of one row."""
        return self._days[row * DAYS_IN_A_WEEK : (row + 1) * DAYS_IN_A_WEEK]

    def cell_at(self, index: Index) -> DayCell | None:
        """The day there; None where there is none."""
        number = index.row() * DAYS_IN_A_WEEK + index.column()
        return self._days[number] if index.isValid() and number < len(self._days) else None

    def index_of(self, ordinal: int) -> QModelIndex:
        """Where the day of that `date.toordinal()` stands; nowhere if it is not shown."""
        number = ordinal - self._days[0].day.toordinal() if self._days else -1
        if not 0 <= number < len(self._days):
            return QModelIndex()
        return self.index(*divmod(number, DAYS_IN_A_WEEK))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._days) // DAYS_IN_A_WEEK

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else DAYS_IN_A_WEEK

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell_at(index)
        if cell is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.number
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.said
            case _:
                return cell if role == CELL else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._weekdays):
            return None
        short, long = self._weekdays[section]
        return {
            Qt.ItemDataRole.DisplayRole: short,
            Qt.ItemDataRole.ToolTipRole: long,
            Qt.ItemDataRole.AccessibleTextRole: long,
        }.get(Qt.ItemDataRole(role))
