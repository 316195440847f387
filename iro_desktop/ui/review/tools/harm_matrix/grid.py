"""Rows and columns of cells; where there is little room, row after row with its cells beneath."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.practice_pack import MatrixLine
from iro_desktop.ui import theme
from iro_desktop.ui.review.tools.harm_matrix.cell_tile import CellTile
from iro_desktop.ui.review.tools.harm_matrix.presenter import Place
from iro_desktop.ui.widgets.words import Words

NARROWEST_CELL = 136  # pixels at 100 %


class MatrixGrid(QWidget):
    """`opened` carries the place whose cell is to be opened."""

    opened = Signal(object)

    def __init__(self, rows: Sequence[MatrixLine], columns: Sequence[MatrixLine]) -> None:
        super().__init__()
        self.rows, self.columns = tuple(rows), tuple(columns)
        self.tiles: dict[Place, CellTile] = {}
        self._is_stacked: bool | None = None
        self._row_titles = [Words(row.title, "strong", self) for row in self.rows]
        self._column_titles = [Words(column.title, "strong", self) for column in self.columns]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(8))
        for row in self.rows:
            for column in self.columns:
                self._add((row.id, column.id), column.title)
        self._arrange(stacked=False)
        self.set_stop(next(iter(self.tiles), None))

    def set_stop(self, place: Place | None) -> None:
        """Have Tab come to this cell, and to no other of the grid."""
        for other, tile in self.tiles.items():
            tile.set_tab_stop(stops=other == place)

    def focus_on(self, place: Place) -> None:
        """Put the focus on a cell."""
        self.set_stop(place)
        self.tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> Place | None:
        """The cell that Tab comes to."""
        strong = Qt.FocusPolicy.StrongFocus
        stops = (place for place, tile in self.tiles.items() if tile.focusPolicy() == strong)
        return next(stops, None)

    def _add(self, place: Place, column_title: str) -> None:
        tile = self.tiles[place] = CellTile(column_title)
        tile.opened.connect(lambda: self.opened.emit(place))
        tile.walked.connect(lambda down, along: self._walk(place, down, along))

    def _walk(self, place: Place, down: int, along: int) -> None:
        row = [line.id for line in self.rows].index(place[0])
        column = [line.id for line in self.columns].index(place[1])
        if self._is_stacked:
            row, column = divmod(row * len(self.columns) + column + down + along, len(self.columns))
        else:
            row, column = row + down, column + along
        if 0 <= row < len(self.rows) and 0 <= column < len(self.columns):
            self.focus_on((self.rows[row].id, self.columns[column].id))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = (len(self.columns) + 1) * (theme.scaled(NARROWEST_CELL) + self._grid.spacing())
        self._arrange(stacked=event.size().width() < needed)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        for tile in self.tiles.values():
            tile.set_alone(alone=stacked)
        for title in self._column_titles:
            title.setVisible(not stacked)
        if stacked:
            self._stack()
        else:
            self._spread()

    def _stack(self) -> None:
        at = 0
        for row, title in zip(self.rows, self._row_titles, strict=True):
            self._grid.addWidget(title, at, 0, 1, len(self.columns) + 1)
            for column in self.columns:
                at += 1
                self._grid.addWidget(self.tiles[row.id, column.id], at, 0, 1, len(self.columns) + 1)
            at += 1

    def _spread(self) -> None:
        for number, title in enumerate(self._column_titles, start=1):
            self._grid.addWidget(title, 0, number)
            self._grid.setColumnStretch(number, 3)
        self._grid.setColumnStretch(0, 2)
        for down, (row, title) in enumerate(zip(self.rows, self._row_titles, strict=True), start=1):
            self._grid.addWidget(title, down, 0, Qt.AlignmentFlag.AlignTop)
            for number, column in enumerate(self.columns, start=1):
                self._grid.addWidget(self.tiles[row.id, column.id], down, number)
