"""On which day the meeting is: asked where it was booked for another day than today."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class StartPanel(QFrame):
    """`confirmed` carries the day. Escape gives up; Return, in the field, confirms."""

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self.setObjectName("band")
        self._today = today
        self._why = Words("", "strong")
        self._day = DateField(today)
        self._row = FormRow(tr("On which day is the meeting held?"), self._day)
        start = ActionButton(tr("Start the meeting"), "check", "primary")
        start.clicked.connect(self._confirm)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(10))
        layout.addWidget(self._why)
        layout.addWidget(self._row)
        layout.addWidget(FlowRow(start, not_now))
        self.hide()

    def ask(self, booked: dt.date, likely: dt.date) -> None:
        """Show what was booked, propose the likely day, and go there."""
        words = tr("The meeting is booked for {day}.", day=screen().weekday_date(booked))
        self._why.setText(words)
        self._row.show_problem(None)
        self._day.set_value(likely.isoformat())
        self.show()
        self._day.focus_first()
        accessibility.announce(self, words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        day = self._day.date()
        if day is None:
            self._row.show_problem(tr("Say on which day the meeting is held."))
        elif day > self._today():
            self._row.show_problem(tr("That day is still to come."))
        else:
            self.hide()
            self.confirmed.emit(day)
            return
        self._row.focus_first()
