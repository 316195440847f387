"""Bank holidays that were proclaimed after this program was made."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.settings.due_dates.moved_dates_part import MovedDatesPart
from iro_desktop.ui.settings.due_dates.removable import RemovableLine
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class HolidaysPanel(Panel):
    """The days that were added, each with a way to take it out, and fields for another.

    `add_wished` carries the day and its name.
    """

    add_wished = Signal(object, str)
    remove_wished = Signal(object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(
            tr("Bank holidays"),
            tr(
                "England's usual bank holidays are known. Add one that is proclaimed for once, so "
                "that due dates count working days rightly. What moves for it is then listed here."
            ),
        )
        self.day, self.name = DateField(today), TextField()
        self._row = FormRow(tr("A bank holiday to add"), self.day)
        self._name_row = FormRow(
            tr("What it is called"), self.name, hint=tr("For example: State funeral")
        )
        self.add_button = ActionButton(tr("Add this day"), "plus")
        self.moved = MovedDatesPart()
        self._added = Words(tr("Added here"), "h3")
        self._days = QVBoxLayout()
        self._days.setSpacing(theme.space(8))
        self.add(self._row, self._name_row)
        self.add_button.clicked.connect(self._on_add)
        self.day.answer_changed.connect(lambda: self._row.show_problem(None))
        self.finish(self.add_button)
        self.add(self.moved, self._added)
        self.body.addLayout(self._days)

    def show_days(self, days: Holidays) -> None:
        """List these."""
        if empty(self._days):
            self.day.focus_first()
        self._added.setVisible(bool(days))
        last: QWidget = self.moved.copy_button
        for day, name in days.items():
            line = self._line(day, name)
            self._days.addWidget(line)
            last = line.follow(last)

    def show_refused(self, text: str) -> None:
        """Say beside the day why it is not added, and go back to it."""
        self._row.show_problem(text)
        self._row.focus_first()

    def clear(self) -> None:
        """Empty the fields: the day is in the list now."""
        self.day.set_value(None)
        self.name.set_value(None)

    def _line(self, day: dt.date, name: str) -> RemovableLine:
        words = screen().weekday_date(day)
        line = RemovableLine(tr("{day} · {name}", day=words, name=name) if name else words, words)
        line.remove.clicked.connect(lambda: self.remove_wished.emit(day))
        return line

    def _on_add(self) -> None:
        day = self.day.date()
        if day is None:
            self.show_refused(tr("Write the day first, for example 4 May 2026."))
        else:
            self.add_wished.emit(day, self.name.value() or "")
