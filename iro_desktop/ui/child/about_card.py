"""What the IRO writes about a child, kept as it is typed."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from iro_desktop.domain.child import Child
from iro_desktop.domain.participation import Role
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.services.council_people import Council, names
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.about import DATES, AboutField, hint, question, value_of
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField, TextField

_WIDE = frozenset({AboutField.COMMUNICATION_NEEDS})
_NAMED = {AboutField.SOCIAL_WORKER: Role.SOCIAL_WORKER, AboutField.IRO_NAME: Role.IRO}
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
        self._refused: set[AboutField] = set()
        self._parents: tuple[Option, ...] = ()
        self.body.addLayout(self._grid())

    def show_child(self, child: Child, parents: Sequence[Option] = ()) -> None:
        """Show what is known, leaving alone what is being written, or was refused, of this child.

        `parents` are those who may be the child's parent; without any, nobody is asked for one.
        """
        same = self._child is not None and self._child.id == child.id
        self._child = child
        if not same:
            for each in tuple(self._refused):
                self.accept(each)
        self._offer_parents(parents)
        for each, field in self._fields.items():
            if not (same and (each in self._refused or _is_written_in(field))):
                field.set_value(value_of(child, each) or _nothing(each))

    def offer_people(self, council: Council) -> None:
        """Offer whom the council lists where a worker is named."""
        for each, role in _NAMED.items():
            field = self._fields[each]
            if isinstance(field, PersonField):
                field.set_suggestions(names(council, role))

    def refuse(self, field: AboutField, why: str) -> None:
        """Say beside a field why it was not kept; what was typed there stays."""
        self._refused.add(field)
        self._rows[field].show_problem(why)
        accessibility.announce(self, why)

    def accept(self, field: AboutField) -> None:
        """The field was kept."""
        self._refused.discard(field)
        self._rows[field].show_problem(None)

    def refused(self) -> dict[AboutField, str]:
        """What stands here and was not kept, with what was typed."""
        return {field: str(self._fields[field].value() or "") for field in self._refused}

    def _offer_parents(self, parents: Sequence[Option]) -> None:
        field = self._fields[AboutField.PARENT]
        if isinstance(field, PickField) and tuple(parents) != self._parents:
            self._parents = tuple(parents)
            field.set_options([Option("", tr("Nobody here")), *parents])
        self._rows[AboutField.PARENT].setVisible(bool(parents))

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
    if each in _NAMED:
        return PersonField()
    if each is AboutField.PARENT:
        return PickField([Option("", tr("Nobody here"))])
    return LongTextField(fewest_lines=2) if each in _WIDE else TextField()


def _nothing(each: AboutField) -> str | None:
    return "" if each is AboutField.PARENT else None


def _is_written_in(field: Field) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and field.isAncestorOf(focused)


def _is_empty(field: Field) -> bool:
    line = field.first_control()
    return isinstance(line, QLineEdit) and not line.text().strip()
