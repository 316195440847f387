"""Asks what happened, on which day, and what to know of it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.happenings import Happening
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.happenings import fault_of_day
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.words.happenings import groups, happening_in_words, strategy_discussions


class HappeningForm(QWidget):
    """`confirmed` carries kind, day and note. Return confirms, Escape gives up.

    First what it is about, then what it was: some forty kinds in one list could not be overseen.
    """

    confirmed = Signal(object, object, str)
    given_up = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self._today = today
        self.about_row = FormRow(
            tr("What is it about?"),
            PickField([Option(str(n), title) for n, (title, _) in enumerate(groups())]),
        )
        self._kind_rows = [_kind_row(kinds) for _, kinds in groups()]
        self.which_row = FormRow(
            tr("Which strategy discussion was it?"),
            PickField([Option(words, words) for words in strategy_discussions()]),
            hint=tr("Partnerships differ on the one that starts the clock: the note will say it."),
        )
        self._day = DateField(today)
        self.day_row = FormRow(tr("Day"), self._day)
        self.note_row = FormRow(tr("Note"), TextField())
        self.about_row.answer_changed.connect(self._show_rows)
        for row in self._kind_rows:
            row.answer_changed.connect(self._show_rows)
        record = ActionButton(tr("Write it down"), "check", "primary")
        record.clicked.connect(self._confirm)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(6), 0, 0)
        layout.setSpacing(theme.space(12))
        rows = (self.about_row, *self._kind_rows, self.which_row, self.day_row, self.note_row)
        for row in rows:
            layout.addWidget(row)
        layout.addWidget(FlowRow(record, not_now))
        self._show_rows()

    @property
    def kind_row(self) -> FormRow:
        """Where one says what it was, of what it is about."""
        return self._kind_rows[int(str(self.about_row.field.value()))]

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.about_row.focus_first()

    def choose(self, happening: Happening) -> None:
        """Say what it was, and ask for the day."""
        number = next(n for n, (_, kinds) in enumerate(groups()) if happening in kinds)
        self.about_row.field.set_value(str(number))
        self.kind_row.field.set_value(happening.value)
        self._show_rows()
        self.day_row.show_problem(None)
        self.day_row.focus_first()

    def refuse(self, why: str) -> None:
        """Say why it could not be kept; what was typed stays."""
        self.day_row.show_problem(why)
        self.day_row.focus_first()

    def forget(self) -> None:
        """Hold nothing any more."""
        self.about_row.field.set_value("0")
        for row in (self.day_row, self.note_row):
            row.field.set_value(None)
        self.day_row.show_problem(None)
        self._show_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self._confirm, self.given_up.emit):
            super().keyPressEvent(event)

    def _kind(self) -> Happening:
        return Happening(str(self.kind_row.field.value()))

    def _show_rows(self) -> None:
        current = self.kind_row
        for row in self._kind_rows:
            row.setVisible(row is current)
        self.which_row.setVisible(self._kind() is Happening.STRATEGY_DISCUSSION)

    def _confirm(self) -> None:
        kind, day = self._kind(), self._day.date()
        fault = fault_of_day(kind, day, self._today())
        if fault or day is None:
            self.refuse(fault)
            return
        self.day_row.show_problem(None)
        self.confirmed.emit(kind, day, self._note(kind))

    def _note(self, kind: Happening) -> str:
        note = str(self.note_row.field.value() or "").strip()
        if kind is not Happening.STRATEGY_DISCUSSION:
            return note
        which = str(self.which_row.field.value())
        return tr("{which}. {note}", which=which, note=note) if note else which


def _kind_row(kinds: tuple[Happening, ...]) -> FormRow:
    options = [Option(kind.value, happening_in_words(kind)) for kind in kinds]
    return FormRow(tr("What was it?"), PickField(options))
