"""Bank holidays that were proclaimed after this program was made."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class HolidaysPanel(Panel):
    """The days that were added, each with a way to take it out, and a field for another."""

    add_wished = Signal(object)
    remove_wished = Signal(object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(
            tr("Bank holidays"),
            tr(
                "England's usual bank holidays are known. Add one that is proclaimed for once, so "
                "that due dates count working days rightly."
            ),
        )
        self.day = DateField(today)
        self._row = FormRow(tr("A bank holiday to add"), self.day)
        self._days = QVBoxLayout()
        self._days.setSpacing(theme.space(4))
        self.add(self._row)
        self.add_button = ActionButton(tr("Add this day"), "plus")
        self.add_button.clicked.connect(self._on_add)
        self.day.answer_changed.connect(lambda: self._row.show_problem(None))
        self.finish(self.add_button)
        self.body.addLayout(self._days)

    def show_days(self, days: tuple[dt.date, ...]) -> None:
        """List these."""
        while (item := self._days.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                if self.holds_focus(widget):
                    self.day.focus_first()
                widget.hide()
                widget.deleteLater()
        last: QWidget = self.add_button
        for day in days:
            line, remove = self._line(day)
            self._days.addWidget(line)
            # Buttons that are made late would be reached after everything else.
            QWidget.setTabOrder(last, remove)
            last = remove

    def clear(self) -> None:
        """Empty the field: the day is in the list now."""
        self.day.set_value(None)

    def _line(self, day: dt.date) -> tuple[QWidget, QWidget]:
        line = QWidget()
        words = screen().weekday_date(day)
        remove = ActionButton(tr("Take out"), "trash-2", "quiet")
        accessibility.name(remove, tr("Take out {day}", day=words))
        remove.clicked.connect(lambda: self.remove_wished.emit(day))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Words(words), 1)
        layout.addWidget(remove)
        return line, remove

    def _on_add(self) -> None:
        day = self.day.date()
        if day is None:
            self._row.show_problem(tr("Write the day first, for example 4 May 2026."))
            self._row.focus_first()
        else:
            self.add_wished.emit(day)
