"""Tables over plain lines: the files that were read, and the problems that were found."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.problems import Severity
from iro_desktop.ui import icons
from iro_desktop.ui.importing.outcome import FileLine, ProblemLine
from iro_desktop.ui.importing.problem_csv import severity_words
from iro_desktop.ui.importing.problem_list import Column, ProblemList

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ICONS = {Severity.ERROR: ("circle-alert", "danger"), Severity.NOTE: ("info", "primary")}


class HeadedModel(QAbstractTableModel):
    """Columns under headings. What stands in `at_end` (numbers) keeps to the end of its column."""

    def __init__(self, headings: Sequence[str], at_end: int | None = None) -> None:
        super().__init__()
        self._headings, self._at_end = headings, at_end

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(at_end=section == self._at_end)
        return None


class WordsModel(HeadedModel):
    """Rows of words under headings."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(headings)
        self._rows = rows

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(at_end=False)
        return None


def files_model(files: Sequence[FileLine]) -> WordsModel:
    """What each file was taken for, and what became of it."""
    rows = [(line.name, line.table, line.became) for line in files]
    return WordsModel((tr("File"), tr("What it holds"), tr("What became of it")), rows)


class ProblemsModel(HeadedModel):
    """The problems that are shown, of a list that does the narrowing and the ordering."""

    def __init__(self, problems: ProblemList) -> None:
        headings = (
            tr("Kind"),
            tr("File"),
            tr("Row"),
            tr("Column"),
            tr("What, and what to do"),
        )
        super().__init__(headings, Column.ROW)
        self._problems = problems

    def line(self, row: int) -> ProblemLine:
        """The problem in a row of the table."""
        return self._problems.shown[row]

    def narrow(self, file: str, severity: Severity | None) -> None:
        """Show only those of a file, of a severity; empty and None show all."""
        self.beginResetModel()
        self._problems.narrow(file, severity)
        self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put in order of a column; -1: as they were found."""
        self.beginResetModel()
        self._problems.order_by(
            Column(column) if column >= 0 else None,
            descending=order == Qt.SortOrder.DescendingOrder,
        )
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._problems.shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(at_end=column is Column.ROW)
        line = self.line(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(line, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.SEVERITY:
            return icons.icon(*_ICONS[line.severity], 18)
        return None


def _cell(line: ProblemLine, column: Column) -> str:
    match column:
        case Column.SEVERITY:
            return severity_words(line.severity)
        case Column.FILE:
            return line.file
        case Column.ROW:
            return "" if line.row is None else str(line.row)
        case Column.COLUMN:
            return line.column
        case Column.SENTENCE:
            return line.sentence


def _alignment(*, at_end: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
