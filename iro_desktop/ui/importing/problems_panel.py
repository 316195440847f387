"""The problems of an import: narrowed, put in order, read, copied, saved."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Severity
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.importing.models import ProblemsModel
from iro_desktop.ui.importing.problem_csv import severity_words
from iro_desktop.ui.importing.problem_list import Column, ProblemList
from iro_desktop.ui.importing.tables import CalmTable
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words

TABLE_HEIGHT = 400
LINES_OF_A_ROW = 2
AS_FOUND = "-1"


class ProblemsPanel(Card):
    """The table with its filters above and the whole of the chosen row beneath."""

    save_wished = Signal(Path)

    def __init__(self, problems: ProblemList, today: Callable[[], dt.date]) -> None:
        super().__init__(tr("What needs a look"))
        self._problems, self._today = problems, today
        self.model = ProblemsModel(problems)
        self.table = CalmTable(tr("Problems"), self.model, lines=LINES_OF_A_ROW)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(Column.SEVERITY, Qt.SortOrder.AscendingOrder)
        self.table.setMinimumHeight(theme.scaled(TABLE_HEIGHT))
        self.table.fit_columns(11, 16, 6, 13)
        self._count = Words(role="muted")
        self._whole = Words()
        self.file, self.severity, self.order = self._make_filters()
        self.copy_button = ActionButton(tr("Copy this row"))
        self.save_button = ActionButton(tr("Save the list…"), "save")
        self._lay_out()
        self._connect()
        self._refresh()

    def _make_filters(self) -> tuple[PickField, PickField, PickField]:
        number = screen().number
        files = [Option(name, name) for name in self._problems.files()]
        kinds = [
            Option(
                severity.value,
                tr(
                    "{kind} ({number})",
                    kind=severity_words(severity),
                    number=number(self._problems.count(severity)),
                ),
            )
            for severity in Severity
        ]
        orders = [
            Option(str(Column.SEVERITY.value), tr("Kind")),
            Option(AS_FOUND, tr("As they were found")),
            Option(str(Column.FILE.value), tr("File")),
            Option(str(Column.ROW.value), tr("Row")),
            Option(str(Column.COLUMN.value), tr("Column")),
            Option(str(Column.SENTENCE.value), tr("What, and what to do")),
        ]
        return (
            PickField([Option("", tr("All files")), *files]),
            PickField([Option("", tr("Everything")), *kinds]),
            PickField(orders),
        )

    def _lay_out(self) -> None:
        self.add(
            Words(
                tr(
                    "“Left out” is not in your store until it is put right. “To note” was taken "
                    "in; it may still need a look."
                ),
                "muted",
            ),
            FlowRow(
                FormRow(tr("File"), self.file),
                FormRow(tr("Kind"), self.severity),
                FormRow(tr("In order of"), self.order),
                spacing=16,
            ),
            self._count,
            self.table,
            self._whole,
            FlowRow(self.copy_button, self.save_button),
        )

    def _connect(self) -> None:
        self.file.answer_changed.connect(self._on_narrowed)
        self.severity.answer_changed.connect(self._on_narrowed)
        self.order.answer_changed.connect(self._on_order_picked)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_header_sorted)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.modelReset.connect(self._refresh)
        self.table.copy_wished.connect(self.copy_row)
        self.copy_button.clicked.connect(self.copy_row)
        self.save_button.clicked.connect(self.choose_place)

    def copy_row(self) -> None:
        """Put the chosen row on the clipboard, its cells parted by tabs."""
        row = self.table.currentIndex().row()
        if row < 0:
            return
        cells = [str(self.model.index(row, column).data()) for column in Column]
        QGuiApplication.clipboard().setText("\t".join(cells))
        accessibility.announce(self, tr("Copied"))

    def choose_place(self) -> None:
        """Ask where the list goes."""
        dialog = QFileDialog(self, tr("Save the list"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"iro-desktop-{self._today().isoformat()}.csv")
        dialog.fileSelected.connect(lambda name: self.save_wished.emit(Path(name)))
        dialog.open()

    def whole_row(self) -> str:
        """What is said beneath the table."""
        return self._whole.text()

    def _on_narrowed(self) -> None:
        kind = self.severity.value()
        self.model.narrow(self.file.value(), Severity(kind) if kind else None)
        accessibility.announce(self.table, self._count.text())

    def _on_order_picked(self) -> None:
        column = int(self.order.value())
        self.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    def _on_header_sorted(self, column: int) -> None:
        self.order.set_value(str(column))

    def _on_row(self, now: QModelIndex) -> None:
        self._whole.setText(self.model.line(now.row()).sentence if now.isValid() else "")
        self._whole.setVisible(now.isValid())
        self.copy_button.setEnabled(now.isValid())

    def _refresh(self) -> None:
        shown = len(self._problems.shown)
        self._count.setText(
            tr(
                "{figure} of {total} shown",
                figure=screen().number(shown),
                total=screen().number(self._problems.total),
            )
        )
        if shown:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._on_row(self.table.currentIndex())
