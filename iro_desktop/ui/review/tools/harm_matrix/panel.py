"""The harm matrix: a grid to see at a glance, and beneath it the cell that is written in."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.harm_matrix import Certainty, MatrixCell
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text_attribute
from iro_desktop.ui.review.kept_passages import Place as TextPlace
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.harm_matrix.grid import MatrixGrid
from iro_desktop.ui.review.tools.harm_matrix.presenter import (
    MatrixPresenter,
    Place,
    certainties,
)
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.tab_order import follow
from iro_desktop.ui.widgets.text_field import TextField


class HarmMatrixPanel(ToolPanel):
    """Arrow keys go from cell to cell; Enter opens one, Escape goes back to it."""

    tool: ClassVar[Tool] = Tool.HARM_MATRIX
    beside_from: ClassVar[int] = 1100

    @override
    def fill(self) -> None:
        self.matrix = MatrixPresenter(self.presenter)
        self.grid: MatrixGrid | None = None
        self.writing: CellCard | None = None
        self._holder = QVBoxLayout()
        self._holder.setSpacing(theme.space(12))
        self.work.addLayout(self._holder)

    @override
    def refresh_entries(self) -> None:
        self._show_grid()
        if self.grid is None:
            return
        for place, tile in self.grid.tiles.items():
            cell = self.matrix.cell(place)
            if cell is None or not self.visible((cell,)) or not self.matrix.said(cell):
                tile.show_question(self.matrix.title_of(place), self.matrix.question(place))
            else:
                said, how = self.matrix.said(cell), self.matrix.known_how(cell)
                tile.show_known(self.matrix.title_of(place), said, how)
        if self.writing is not None:
            self._show_again(self.writing)

    @override
    def refresh_people(self) -> None:
        if self.writing is not None:
            self.writing.refresh_people(self.matrix.people())

    @override
    def focus_first(self) -> bool:
        place = self.grid.stop() if self.grid is not None else None
        if self.grid is None or place is None:
            return False
        self.grid.focus_on(place)
        return True

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        cells = [cell for cell in earlier.tools.matrix_cells if self.matrix.said(cell)]
        return lines([(self._place_and_how(cell), self.matrix.said(cell)) for cell in cells])

    # One cell

    def open(self, place: Place) -> None:
        """Write in a cell, beneath the grid."""
        stands = self.matrix.cell(place)
        if stands is not None and not self.visible((stands,)):
            return
        self._close()
        cell = self.matrix.to_write(place)
        self.writing = writing = CellCard(cell, self.matrix)
        writing.set_title(self.matrix.title_of(place))
        writing.set_read_only(self.is_fixed())
        equip(writing.rows["words"].field, self.presenter, TextPlace(cell.id, "words"))
        writing.changed.connect(self._on_written)
        writing.left.connect(self.left)
        writing.removed.connect(self._on_emptied)
        writing.done.connect(self._on_done)
        self._holder.addWidget(writing)
        writing.show()
        if self.grid is not None:
            self.grid.set_stop(place)
            self.grid.tiles[place].set_open(is_open=True)
            follow(self.grid.tiles[place], writing)
        writing.focus_first()

    def _close(self) -> Place | None:
        if self.writing is None:
            return None
        writing, self.writing = self.writing, None
        self.left.emit()
        writing.hide()
        writing.setParent(None)
        writing.deleteLater()
        place = (writing.record.row, writing.record.column)
        if self.grid is not None and place in self.grid.tiles:
            self.grid.tiles[place].set_open(is_open=False)
        return place

    def _show_again(self, writing: "CellCard") -> None:
        """What stands there may have been taken back, or put back, elsewhere."""
        place = (writing.record.row, writing.record.column)
        now = self.matrix.cell(place)
        if now is not None and not self.visible((now,)):
            self._close()
        elif now is not None and now != writing.record:
            writing.show_record(now)
        writing.set_read_only(self.is_fixed())

    def _on_written(self, cell: MatrixCell) -> None:
        edit = self.matrix.write(cell)
        if isinstance(edit, MatrixCell) and self.writing is not None:
            self.writing.record = edit
        self.refresh_entries()
        self.take(edit)

    def _on_emptied(self, cell: MatrixCell) -> None:
        place = self._close()
        if self.matrix.cell((cell.row, cell.column)) is not None:
            removal = self.matrix.remove(cell)
            self.refresh_entries()
            self.take(removal)
            self.left.emit()
        if self.grid is not None and place is not None:
            self.grid.focus_on(place)

    def _on_done(self) -> None:
        place = self._close()
        if self.grid is not None and place is not None:
            self.grid.focus_on(place)

    # The grid

    def _show_grid(self) -> None:
        rows, columns = self.matrix.rows(), self.matrix.columns()
        if self.grid is not None:
            if (self.grid.rows, self.grid.columns) == (rows, columns):
                return
            self.grid.hide()
            self.grid.setParent(None)
            self.grid.deleteLater()
        self.grid = MatrixGrid(rows, columns)
        self.grid.opened.connect(self.open)
        self._holder.insertWidget(0, self.grid)

    def _place_and_how(self, cell: MatrixCell) -> str:
        how = self.matrix.known_how(cell)
        title = self.matrix.title_of((cell.row, cell.column))
        return f"{title} · {how}" if how else title


class CellCard(EntryCard[MatrixCell]):
    """The fields of one cell, and what to ask. `done`: go back to the grid."""

    done = Signal()

    def __init__(self, cell: MatrixCell, matrix: MatrixPresenter) -> None:
        people = matrix.people()
        super().__init__(
            cell,
            (
                _what(matrix.question((cell.row, cell.column))),
                attributes.state(12),
                *_how_known(),
                *_who_said(people),
            ),
            removing=tr("Empty this cell"),
            folded=("heard_from", "is_verbatim", "author"),
        )
        button = ActionButton(tr("Done"), "check")
        button.clicked.connect(self.done)
        self.add_below(FlowRow(button))

    def refresh_people(self, people: tuple[str, ...]) -> None:
        """Offer the names of those who are on the list by now."""
        field = self.rows["heard_from"].field
        if isinstance(field, PersonField):
            field.set_suggestions(people)

    @override
    def has_words(self) -> bool:
        return bool(self.record.words.strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _what(question: str) -> Attribute[MatrixCell]:
    return text_attribute(
        "words", tr("What is known?"), RemarkedTextField(fewest_lines=2), hint=question
    )


def _how_known() -> tuple[Attribute[MatrixCell], ...]:
    return (
        text_attribute(
            "when", tr("When was it?"), TextField(tr("a date, or as near as anyone knows")), span=4
        ),
        one_of_attribute(
            "certainty",
            tr("How far is it known?"),
            PickField([Option(one.value, words) for one, words in certainties().items()]),
            Certainty,
            span=4,
        ),
        text_attribute("source", tr("Where is it from?"), TextField(), span=4),
    )


def _who_said(people: tuple[str, ...]) -> tuple[Attribute[MatrixCell], ...]:
    return (attributes.heard_from(people), attributes.verbatim(), attributes.author())
