"""Asks when the carers' approval ended, and why."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.writing import writing


class EndOfApproval(QWidget):
    """A button; and for who presses it, a day and a reason. `ended` carries both."""

    ended = Signal(object, str)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._ask = writing(ActionButton(tr("The approval ended…"), "", "quiet"))
        self._ask.clicked.connect(self._open)
        self._day = DateField(today)
        self.day_row = FormRow(tr("Day on which it ended"), self._day)
        self.reason_row = FormRow(tr("Why it ended"), TextField())
        keep = ActionButton(tr("Write it down"), "check", "primary")
        keep.clicked.connect(self._keep)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self._close)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.space(10))
        form.addWidget(self.day_row)
        form.addWidget(self.reason_row)
        form.addWidget(FlowRow(keep, not_now))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._ask_row = FlowRow(self._ask)
        layout.addWidget(self._ask_row)
        layout.addWidget(self._form)
        self._form.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self._keep, self._close):
            super().keyPressEvent(event)

    def _open(self) -> None:
        for row in (self.day_row, self.reason_row):
            row.field.set_value(None)
            row.show_problem(None)
        self._ask_row.hide()
        self._form.show()
        self.day_row.focus_first()

    def _close(self) -> None:
        self._form.hide()
        self._ask_row.show()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        day = self._day.date()
        if day is None:
            self.day_row.show_problem(tr("Say on which day."))
            self.day_row.focus_first()
            return
        self._form.hide()
        self._ask_row.show()
        self.ended.emit(day, str(self.reason_row.field.value() or "").strip())
