"""Asks what is needed to make the file of a foster household."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.households import NewHousehold
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card, ScrollPage
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words


class NewHouseholdPage(ScrollPage):
    """`confirmed` carries a `NewHousehold`. Return confirms, Escape gives up."""

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._today = today
        self._approved, self._reviewed = DateField(today), DateField(today)
        self.name_row = FormRow(
            tr("Name of the household"),
            TextField(),
            hint=tr("What the file is called, for example the carers' family name."),
        )
        self.approved_row = FormRow(tr("Approved on"), self._approved)
        self.reviewed_row = FormRow(
            tr("Last reviewed on"), self._reviewed, hint=tr("Empty before the first review.")
        )
        self._carers = [
            FormRow(tr("First foster carer"), TextField()),
            FormRow(tr("Second foster carer"), TextField()),
        ]
        self._worker = FormRow(tr("Supervising social worker"), TextField())
        self._terms = FormRow(
            tr("Terms of the approval"),
            LongTextField(fewest_lines=2),
            hint=tr("For example two children from birth to 18."),
        )
        self._rows = (
            self.name_row,
            self.approved_row,
            self.reviewed_row,
            *self._carers,
            self._worker,
            self._terms,
        )
        self._lay_out()

    def ask(self) -> None:
        """Ask, with nothing written yet."""
        for row in self._rows:
            row.field.set_value(None)
            row.show_problem(None)
        self.verticalScrollBar().setValue(0)
        self.name_row.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self._confirm, self.given_up.emit):
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        for row in (self.name_row, self.approved_row, self.reviewed_row):
            row.show_problem(None)
        name, approved = _text(self.name_row), self._approved.date()
        if not name:
            self._refuse(self.name_row, tr("Give the household a name."))
        elif approved is None:
            self._refuse(self.approved_row, tr("Say on which day they were approved."))
        elif approved > self._today():
            self._refuse(self.approved_row, tr("That day is still to come."))
        elif self._is_reviewed_too_soon(approved):
            self._refuse(self.reviewed_row, tr("That is before they were approved."))
        else:
            self.confirmed.emit(
                NewHousehold(
                    name=name,
                    approved_on=approved,
                    carers=tuple(filter(None, map(_text, self._carers))),
                    supervising_social_worker=_text(self._worker),
                    terms=_text(self._terms),
                    last_reviewed=self._reviewed.date(),
                )
            )

    def _is_reviewed_too_soon(self, approved: dt.date) -> bool:
        reviewed = self._reviewed.date()
        return reviewed is not None and reviewed < approved

    def _refuse(self, row: FormRow, why: str) -> None:
        row.show_problem(why)
        row.focus_first()

    def _lay_out(self) -> None:
        card = Card(tr("A foster household"))
        card.add(
            Words(
                tr(
                    "Its reviews are those of its carers: within a year of the approval, then each "
                    "year. The first one's report goes to the fostering panel."
                ),
                "muted",
            ),
            *self._rows,
        )
        make = ActionButton(tr("Make the file"), "check", "primary")
        make.clicked.connect(self._confirm)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        card.add(FlowRow(make, not_now))
        self.add(card)


def _text(row: FormRow) -> str:
    return str(row.field.value() or "").strip()
