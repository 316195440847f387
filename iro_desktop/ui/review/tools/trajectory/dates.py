"""Every date a milestone had, the old ones struck through, and a way to give a new one."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.tools.trajectory.line import drift_in_words
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class DatesOfMilestone(QWidget):
    """`given` carries a new date and its reason; `corrected` asks to write the first one anew."""

    given = Signal(object, str)
    correcting = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._today = today
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.space(4))
        self.pill = Pill("")
        self.new_button = ActionButton(tr("Give a new date"), "calendar-clock", "quiet")
        self.new_button.clicked.connect(self.begin)
        self.correct_button = ActionButton(tr("The date was typed wrongly"), "pencil", "slight")
        self.correct_button.clicked.connect(self.correcting)
        self.date_row = FormRow(tr("The new date"), DateField(today))
        self.reason_row = FormRow(tr("Why?"), TextField())
        self.keep_button = ActionButton(tr("Keep the new date"), "check")
        self.keep_button.clicked.connect(self.keep)
        self.leave_button = ActionButton(tr("Leave the date as it is"), "", "quiet")
        self.leave_button.clicked.connect(self._leave)
        self._form = QWidget()
        self._lay_out()
        self._form.hide()

    def show_milestone(self, milestone: Milestone, *, may_correct: bool, fixed: bool) -> None:
        """Show the dates it has. Nothing is offered of what is closed."""
        empty(self._lines)
        expected = milestone.expected_on
        if milestone.planned_on is not None:
            words = tr("First planned for {date}", date=screen().date(milestone.planned_on))
            self._add_line(words, "", is_old=milestone.planned_on is not expected)
        for at, day in enumerate(milestone.revised_to):
            because = milestone.revised_because[at] if at < len(milestone.revised_because) else ""
            is_last = at == len(milestone.revised_to) - 1
            words = tr("New date {date}", date=screen().date(day))
            self._add_line(words, because, is_old=not is_last)
        drift = milestone.drift(self._today())
        reached = milestone.actual_on is not None
        late = drift is not None and drift > 0
        self.pill.show_state(
            drift_in_words(drift, reached=reached),
            "warning" if late else "success" if reached else "plain",
            "triangle-alert" if late else "circle-check" if reached else "",
        )
        self.new_button.setVisible(not fixed and not reached and self._form.isHidden())
        self.correct_button.setVisible(may_correct and not fixed)

    def set_of(self, title: str) -> None:
        """Name everything after the milestone it is of."""
        for button in (self.new_button, self.correct_button, self.keep_button, self.leave_button):
            accessibility.name(button, tr("{action}: {what}", action=button.text(), what=title))
        for row, question in ((self.date_row, tr("The new date")), (self.reason_row, tr("Why?"))):
            row.set_spoken(tr("{question} ({of})", question=question, of=title))

    def begin(self) -> None:
        """Ask for the new date and its reason."""
        self._form.show()
        self.new_button.hide()
        self.date_row.focus_first()

    def keep(self) -> bool:
        """Pass the new date on, if it can be read and has a reason. Says whether it did."""
        day, reason = self._day(), self._reason()
        self.date_row.show_problem(None if day else tr("Write the new date."))
        self.reason_row.show_problem(None if reason else tr("Say why, in a few words."))
        if day is None:
            self.date_row.focus_first()
        elif not reason:
            self.reason_row.focus_first()
        else:
            self._end()
            self.given.emit(day, reason)
        return day is not None and bool(reason)

    def settle(self) -> None:
        """Keep a new date that is whole, and was not confirmed."""
        if not self._form.isHidden() and self._day() is not None and self._reason():
            self.keep()

    def _day(self) -> dt.date | None:
        field = self.date_row.field
        return field.date() if isinstance(field, DateField) else None

    def _reason(self) -> str:
        return str(self.reason_row.field.value() or "").strip()

    def _leave(self) -> None:
        self._end()
        self.new_button.show()
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._form.hide()
        for row in (self.date_row, self.reason_row):
            row.field.set_value(None)
            row.show_problem(None)

    def _add_line(self, words: str, because: str, *, is_old: bool) -> None:
        line = Words(words, "muted" if is_old else "strong")
        font = line.font()
        font.setStrikeOut(is_old)
        line.setFont(font)
        if is_old:
            accessibility.name(line, tr("{date}, no longer holds", date=words))
        self._lines.addWidget(line)
        if because:
            self._lines.addWidget(Words(tr("Because: {reason}", reason=because), "muted"))

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.space(10))
        form.addWidget(self.date_row)
        form.addWidget(self.reason_row)
        form.addWidget(FlowRow(self.keep_button, self.leave_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addLayout(self._lines)
        column.addWidget(FlowRow(self.pill, self.new_button, self.correct_button))
        column.addWidget(self._form)
