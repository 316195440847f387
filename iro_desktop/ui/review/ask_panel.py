"""A question beneath the head of a review, asked before something that cannot be taken back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import DaysOutOfOrder, KnownFault, ReasonMissing
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow, ProblemLine
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """What a panel asks: a day, a reason, or both; where a question is empty it is not asked.

    `to_know` says of a day, None while none can be read, what is to be known beforehand.
    """

    title: str
    to_know: Callable[[dt.date | None], str]
    confirm: str
    day: str = ""
    reason: str = ""


class AskPanel(QFrame):
    """`confirmed` carries the day or None, and the reason. Escape gives up, Return confirms.

    What is refused is said here, and everything typed stays.
    """

    confirmed = Signal(object, str)
    given_up = Signal()

    def __init__(self, asked: Asked, today: Callable[[], dt.date]) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self.setObjectName("band")
        accessibility.name(self, asked.title)
        self._asked, self._today = asked, today
        self._to_know = Words("")
        self._day, self._reason = DateField(today), TextField()
        self.day_row = FormRow(asked.day, self._day)
        self.reason_row = FormRow(asked.reason, self._reason)
        self._problem = ProblemLine()
        self.confirm_button = ActionButton(asked.confirm, "check", "primary")
        self.confirm_button.clicked.connect(self._confirm)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        self._day.answer_changed.connect(self._tell)
        layout = QVBoxLayout(self)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(10))
        layout.addWidget(Words(asked.title, "h3"))
        layout.addWidget(self._to_know)
        rows = QHBoxLayout()
        rows.setSpacing(theme.space(20))
        for row, share in ((self.day_row, 0), (self.reason_row, 1)):
            column = QVBoxLayout()  # aligned to the top, a row would get no height for more lines
            column.addWidget(row)
            column.addStretch(1)
            rows.addLayout(column, share)
        layout.addLayout(rows)
        layout.addWidget(self._problem)
        layout.addWidget(FlowRow(self.confirm_button, not_now))
        self.day_row.setVisible(bool(asked.day))
        self.reason_row.setVisible(bool(asked.reason))
        self.hide()

    def ask(self, day: dt.date) -> None:
        """Show the panel with a likely day, and go there. What was typed before stays."""
        if not self._day.is_unread() and self._day.date() is None:
            self._day.set_value(day.isoformat())
        self._say_nothing()
        self._tell()
        self.show()
        (self.reason_row if self._asked.reason else self.day_row).focus_first()
        accessibility.announce(self, accessibility.sentence(self._asked.title, self.to_know()))

    def refuse(self, fault: KnownFault) -> None:
        """Say why it cannot be done, beside what it is about."""
        why = str(words_for(fault, screen()))
        if isinstance(fault, ReasonMissing):
            self.reason_row.show_problem(why)
            self.reason_row.focus_first()
        elif isinstance(fault, DaysOutOfOrder):
            self.day_row.show_problem(why)
            self.day_row.focus_first()
        else:
            self._problem.show_text(why)
            accessibility.name(self.confirm_button, self._asked.confirm, why)
            self.confirm_button.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(self, why)

    def forget(self) -> None:
        """Put the panel away with nothing in it."""
        self._day.set_value(None)
        self._reason.set_value(None)
        self.hide()

    def to_know(self) -> str:
        """What is said beforehand."""
        return self._to_know.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        day = self._day.date()
        words = self._asked.to_know(day if day is None or day <= self._today() else None)
        self._to_know.setText(words)
        self._to_know.setVisible(bool(words))

    def _say_nothing(self) -> None:
        self._problem.show_text("")
        self.day_row.show_problem(None)
        self.reason_row.show_problem(None)
        accessibility.name(self.confirm_button, self._asked.confirm)

    def _confirm(self) -> None:
        day = self._day.date()
        self._say_nothing()
        if self._asked.day and day is None:
            self.day_row.show_problem(tr("Say on which day."))
        elif self._asked.day and day is not None and day > self._today():
            self.day_row.show_problem(tr("That day is still to come."))
        else:
            self.confirmed.emit(day, self._reason.value() or "")
            return
        self.day_row.focus_first()
