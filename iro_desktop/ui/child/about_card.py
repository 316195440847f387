"""What the IRO writes about a child, kept as it is typed."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from iro_desktop.domain.child import Child
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.about import DATES, AboutField, hint, question, value_of
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField, TextField

_WIDE = frozenset({AboutField.COMMUNICATION_NEEDS})
_WIDE_TEXT = 1.4  # from here on, fields stand one beneath the other


class AboutCard(Card):
    """`written` carries a field's name and its text; `left` tells that a field was left."""

    written = Signal(str, str)
    left = Signal()

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(tr("About the child"), parent)
        self._fields = {each: _field(each, today) for each in AboutField}
        self._rows = {each: self._row(each, field) for each, field in self._fields.items()}
        self._child: Child | None = None
        self.body.addLayout(self._grid())

    def show_child(self, child: Child) -> None:
        """Show what is known, leaving alone the field of the same child that is being written."""
        same = self._child is not None and self._child.id == child.id
        self._child = child
        for each, field in self._fields.items():
            if not (same and _is_written_in(field)):
                field.set_value(value_of(child, each) or None)

    def row(self, field: AboutField) -> FormRow:
        """The row of one field."""
        return self._rows[field]

    def _row(self, each: AboutField, field: Field) -> FormRow:
        row = FormRow(question(each), field, hint=hint(each))
        row.answer_changed.connect(lambda: self._on_changed(each))
        row.left.connect(self.left)
        return row

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(16))
        grid.setVerticalSpacing(theme.space(16))
        one_column = theme.current().text_scale > _WIDE_TEXT
        line = column = 0
        for each, row in self._rows.items():
            wide = one_column or each in _WIDE
            if wide and column:
                line, column = line + 1, 0
            grid.addWidget(row, line, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 0 if wide else 1 - column
            line += column == 0
        for each_column in (0, 1):
            grid.setColumnStretch(each_column, 1)
        return grid

    def _on_changed(self, each: AboutField) -> None:
        field = self._fields[each]
        value = field.value()
        if value is None and each in DATES and not _is_empty(field):
            return  # a date half typed must not take away the one that stood there
        self.written.emit(each.value, value or "")


def _field(each: AboutField, today: Callable[[], dt.date]) -> Field:
    if each in DATES:
        return DateField(today)
    return LongTextField(fewest_lines=2) if each in _WIDE else TextField()


def _is_written_in(field: Field) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and field.isAncestorOf(focused)


def _is_empty(field: Field) -> bool:
    line = field.first_control()
    return isinstance(line, QLineEdit) and not line.text().strip()
