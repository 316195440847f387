"""Asks on which day something was; and for a questionnaire, the total or why there is none.

Today stands there already: what was today is written down by Return and Return.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.whole_child_words import HIGHEST_SDQ, reason_in_words
from iro_desktop.domain.happenings import Happening
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.whole_child.lines import SheetLine
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField

_REASONS = ("SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5")
_THERE_IS_A_TOTAL = ""
Today = Callable[[], dt.date]


class RecordForm(QWidget):
    """What both forms share: the day, Return confirms, Escape gives up."""

    given_up = Signal()

    def __init__(self, today: Today, title: str, *before: FormRow) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self._today = today
        self._day = DateField(today)
        asked = tr("Which day was it?")
        self.day_row = FormRow(asked, self._day, spoken=f"{asked} ({title})")
        self.note_row = FormRow(tr("Note"), TextField(), spoken=f"{tr('Note')} ({title})")
        self.keep_button = ActionButton(tr("Write it down"), "check", "primary")
        self.keep_button.clicked.connect(self.confirm)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(4), 0, 0)
        layout.setSpacing(theme.space(10))
        for row in (*before, self.day_row, self.note_row):
            layout.addWidget(row)
        layout.addWidget(FlowRow(self.keep_button, not_now))
        self._first = before[0] if before else self.day_row
        self.hide()

    def open(self) -> None:
        """Ask, with today already there."""
        self._day.set_value(self._today().isoformat())
        self.day_row.show_problem(None)
        self.show()
        self._first.focus_first()

    def refuse(self, why: str) -> None:
        """Say why it could not be kept; what was typed stays."""
        self.day_row.show_problem(why)
        self.day_row.focus_first()

    def confirm(self) -> None:
        """Pass on what was typed, if it can be."""
        raise NotImplementedError

    def day(self) -> dt.date | None:
        """The day, None after saying what is wrong with it."""
        day = self._day.date()
        if day is None:
            self.refuse(tr("Say on which day."))
        elif day > self._today():
            self.refuse(tr("That day is still to come."))
            return None
        return day

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self.confirm, self.given_up.emit):
            super().keyPressEvent(event)


class DayForm(RecordForm):
    """`confirmed` carries the Happening, the day and a note."""

    confirmed = Signal(object, object, str)

    def __init__(self, today: Today, line: SheetLine, happening: Happening) -> None:
        super().__init__(today, line.title)
        self._happening = happening
        if happening is Happening.FAMILY_TIME:
            self.note_row.set_question(tr("With whom, and how was it?"))

    @override
    def confirm(self) -> None:
        day = self.day()
        if day is not None:
            note = str(self.note_row.field.value() or "").strip()
            self.confirmed.emit(self._happening, day, note)


class SdqForm(RecordForm):
    """`confirmed` carries the day, the total or None, and the return's reason where it is None."""

    confirmed = Signal(object, object, str)

    def __init__(self, today: Today, line: SheetLine) -> None:
        most = screen().number(HIGHEST_SDQ)
        self._total = NumberField(Decimal(0), Decimal(HIGHEST_SDQ))
        self.total_row = FormRow(tr("Total, 0 to {most}", most=most), self._total)
        self._reason = PickField(
            [
                Option(_THERE_IS_A_TOTAL, tr("There is a total")),
                *(Option(code, reason_in_words(code, screen())) for code in _REASONS),
            ]
        )
        self.reason_row = FormRow(tr("Or why there is none"), self._reason)
        super().__init__(today, line.title, self.total_row, self.reason_row)
        self.note_row.hide()
        self.reason_row.answer_changed.connect(self._show_total)

    @override
    def confirm(self) -> None:
        reason, total = self._reason.value(), self._total.value()
        self.total_row.show_problem(None)
        if not reason and (total is None or total != int(total)):
            self.total_row.show_problem(tr("Write a whole number, or say why there is none."))
            self.total_row.focus_first()
            return
        day = self.day()
        if day is not None:
            self.confirmed.emit(day, None if reason or total is None else int(total), reason)

    def _show_total(self) -> None:
        self.total_row.setVisible(not self._reason.value())
        self.total_row.show_problem(None)
        if not self.total_row.isHidden():
            self._total.setFocus(Qt.FocusReason.OtherFocusReason)
