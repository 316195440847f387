"""Every field of one contact, the summary first: the rest may wait."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.activities import Activity, Seen
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.contacts.presenter import ContactsPresenter
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.activities import seen, title_of

_LONGEST = Decimal(24 * 60)


class ContactEditor(QWidget):
    """`written` carries the contact as it is written now; `done` asks to fold it away.

    `refilled` says that it is shown as it is kept now.
    """

    written = Signal(object)
    refilled = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, contact: Activity, presenter: ContactsPresenter) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self._contact = contact
        self._on = DateField(lambda: presenter.today)
        self._remind_on = DateField(lambda: presenter.today)
        options = [Option(how.value, seen(how)) for how in Seen if how is not Seen.NOT_SAID]
        self._seen = ChoiceField(tuple(options))
        self._summary = LongTextField(fewest_lines=2)
        self._with_whom, self._remind_of = TextField(), TextField()
        self._minutes = NumberField(Decimal(0), _LONGEST, tr("minutes"))
        self._fill()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(4), 0, theme.space(4))
        layout.setSpacing(theme.space(12))
        layout.addWidget(Words(title_of(contact), "strong"))
        self.rows: dict[str, FormRow] = {}
        for name, text, field, hint in self._questions():
            row = FormRow(text, field, hint=hint)
            row.answer_changed.connect(self._on_changed)
            row.left.connect(self.left)
            self.rows[name] = row
            layout.addWidget(row)
        done = ActionButton(tr("Done"), "check", "")
        done.clicked.connect(self.done)
        layout.addWidget(FlowRow(done))

    def focus_first(self) -> None:
        """Put the focus where what was said is written."""
        self._summary.focus_first()

    def show_contact(self, contact: Activity) -> None:
        """Show it as it is kept now."""
        self._contact = contact
        self._fill()
        self.refilled.emit()

    def _questions(self) -> tuple[tuple[str, str, Field, str], ...]:
        return (
            ("summary", tr("What was said and seen?"), self._summary, ""),
            ("seen", tr("Did you see the child?"), self._seen, ""),
            ("with_whom", tr("With whom did you speak?"), self._with_whom, ""),
            ("on", tr("Day"), self._on, ""),
            ("minutes", tr("How long did it take?"), self._minutes, ""),
            (
                "remind_on",
                tr("Come back to this on"),
                self._remind_on,
                tr("It is then on your page for the day."),
            ),
            ("remind_of", tr("What is there to do then?"), self._remind_of, ""),
        )

    def _fill(self) -> None:
        contact = self._contact
        self._summary.set_value(contact.summary)
        self._seen.set_value(None if contact.seen is Seen.NOT_SAID else contact.seen.value)
        self._with_whom.set_value(contact.with_whom)
        self._on.set_value(contact.on.isoformat())
        self._minutes.set_value(contact.minutes or None)
        self._remind_on.set_value(contact.remind_on.isoformat() if contact.remind_on else None)
        self._remind_of.set_value(contact.remind_of)

    def _on_changed(self) -> None:
        how, minutes = self._seen.value(), self._minutes.value()
        self._contact = replace(
            self._contact,
            summary=_text(self._summary.value()),
            seen=Seen(how) if isinstance(how, str) else Seen.NOT_SAID,
            with_whom=_text(self._with_whom.value()),
            on=self._on.date() or self._contact.on,
            minutes=int(minutes) if isinstance(minutes, float | int) else 0,
            remind_on=self._reminder_day(),
            remind_of=_text(self._remind_of.value()),
        )
        self.written.emit(self._contact)

    def _reminder_day(self) -> dt.date | None:
        # A day half typed does not take away the one kept.
        return self._contact.remind_on if self._remind_on.is_unread() else self._remind_on.date()


def _text(value: AnswerValue) -> str:
    return value if isinstance(value, str) else ""
