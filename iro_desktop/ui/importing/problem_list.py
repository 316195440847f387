"""Thousands of problems, narrowed and put in order. No Qt: the table only shows what is here."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from iro_desktop.problems import Severity
from iro_desktop.ui.importing.outcome import ProblemLine


class Column(IntEnum):
    """Columns of the table, in reading order."""

    SEVERITY = 0
    FILE = 1
    ROW = 2
    COLUMN = 3
    SENTENCE = 4


SortKey = Callable[[ProblemLine], tuple[object, ...]]

_KEYS: dict[Column, SortKey] = {
    Column.SEVERITY: lambda line: (line.severity is not Severity.ERROR,),
    Column.FILE: lambda line: (line.file.casefold(),),
    Column.ROW: lambda line: (line.row or 0,),
    Column.COLUMN: lambda line: (line.column.casefold(),),
    Column.SENTENCE: lambda line: (line.sentence.casefold(),),
}


class ProblemList:
    """All that was found, and those of it that are shown."""

    def __init__(self, lines: Sequence[ProblemLine] = ()) -> None:
        self._all = tuple(lines)
        self._file = ""
        self._severity: Severity | None = None
        self._column: Column | None = None
        self._descending = False
        self.shown: tuple[ProblemLine, ...] = self._all

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self._all)

    def count(self, severity: Severity) -> int:
        """How many there are of one severity."""
        return sum(line.severity is severity for line in self._all)

    def files(self) -> tuple[str, ...]:
        """The files they are about, each once, in order."""
        return tuple(sorted({line.file for line in self._all}, key=str.casefold))

    def narrow(self, file: str = "", severity: Severity | None = None) -> None:
        """Show only those of a file, of a severity; empty and None show all."""
        self._file, self._severity = file, severity
        self._refresh()

    def order_by(self, column: Column | None, *, descending: bool = False) -> None:
        """Put them in order of a column; None: in the order they were found."""
        self._column, self._descending = column, descending
        self._refresh()

    def _refresh(self) -> None:
        kept = [line for line in self._all if self._keeps(line)]
        if self._column is not None:
            # Sorting keeps the order in which equals were found, also from the last to the first.
            kept.sort(key=_KEYS[self._column], reverse=self._descending)
        self.shown = tuple(kept)

    def _keeps(self, line: ProblemLine) -> bool:
        of_file = not self._file or line.file == self._file
        return of_file and (self._severity is None or line.severity is self._severity)
