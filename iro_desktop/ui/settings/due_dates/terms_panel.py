"""The council's school terms."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.services.school_terms import Term, TermFault
from iro_desktop.ui import theme
from iro_desktop.ui.settings.due_dates.removable import RemovableLine
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class TermsPanel(Panel):
    """The terms, each with ways to change it and take it out, and fields for another.

    `keep_wished` carries a Term and the Term it stands in for, or None.
    """

    keep_wished = Signal(object, object)
    remove_wished = Signal(object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(
            tr("School terms"),
            tr(
                "When schools in your council are at work. They are looked at when a day for a "
                "review is chosen."
            ),
        )
        self._changed: Term | None = None
        self.name, self.first, self.last = TextField(), DateField(today), DateField(today)
        self.name_row = FormRow(
            tr("Name of the term"), self.name, hint=tr("For example: Autumn 2026")
        )
        self.first_row = FormRow(tr("First day of the term"), self.first)
        self.last_row = FormRow(tr("Last day of the term"), self.last)
        self.keep_button = ActionButton(tr("Add this term"), "plus")
        self.leave_button = ActionButton(tr("Leave it as it was"), "undo-2", "quiet")
        self._known = Words(tr("Terms that are known"), "h3")
        self._terms = QVBoxLayout()
        self._terms.setSpacing(theme.space(8))
        self.add(self.name_row, self.first_row, self.last_row)
        for row in (self.name_row, self.first_row, self.last_row):
            row.answer_changed.connect(self._forget_problems)
        self.keep_button.clicked.connect(self._on_keep)
        self.leave_button.clicked.connect(self.clear)
        self.finish(self.keep_button, self.leave_button)
        self.leave_button.hide()
        self.add(self._known)
        self.body.addLayout(self._terms)

    def show_terms(self, terms: tuple[Term, ...]) -> None:
        """List these."""
        if empty(self._terms):
            self.name.focus_first()
        self._known.setVisible(bool(terms))
        if self._changed not in terms:
            self._show_changed(None)
        last: QWidget = self.leave_button
        for term in terms:
            line = self._line(term)
            self._terms.addWidget(line)
            last = line.follow(last)

    def show_refused(self, fault: TermFault, text: str) -> None:
        """Say beside the field it is about why a term is not taken, and go back to it."""
        rows = {
            TermFault.NAMELESS: self.name_row,
            TermFault.ENDS_BEFORE_IT_BEGINS: self.last_row,
            TermFault.OVERLAPS: self.first_row,
        }
        rows[fault].show_problem(text)
        rows[fault].focus_first()

    def clear(self) -> None:
        """Empty the fields: the term is in the list now."""
        had_focus = self.leave_button.hasFocus()
        for field in (self.name, self.first, self.last):
            field.set_value(None)
        self._forget_problems()
        self._show_changed(None)
        if had_focus:
            self.name.focus_first()

    def _line(self, term: Term) -> RemovableLine:
        words = tr(
            "{term}: {first} to {last}",
            term=term.name,
            first=screen().date(term.first),
            last=screen().date(term.last),
        )
        line = RemovableLine(words, term.name, changeable=True)
        if line.change is not None:
            line.change.clicked.connect(lambda: self._begin_change(term))
        line.remove.clicked.connect(lambda: self.remove_wished.emit(term))
        return line

    def _begin_change(self, term: Term) -> None:
        self.name.set_value(term.name)
        self.first.set_value(term.first.isoformat())
        self.last.set_value(term.last.isoformat())
        self._forget_problems()
        self._show_changed(term)
        self.name.focus_first()

    def _show_changed(self, term: Term | None) -> None:
        self._changed = term
        self.keep_button.setText(tr("Add this term") if term is None else tr("Keep the change"))
        self.keep_button.set_icon("plus" if term is None else "check")
        self.leave_button.setVisible(term is not None)

    def _on_keep(self) -> None:
        first, last = self.first.date(), self.last.date()
        if not self.name.value():
            self.show_refused(
                TermFault.NAMELESS, tr("Name the term first, for example Autumn 2026.")
            )
        elif first is None:
            self._ask_for(self.first_row)
        elif last is None:
            self._ask_for(self.last_row)
        else:
            self.keep_wished.emit(Term(self.name.value() or "", first, last), self._changed)

    def _ask_for(self, row: FormRow) -> None:
        row.show_problem(tr("Write the day first, for example 4 May 2026."))
        row.focus_first()

    def _forget_problems(self) -> None:
        for row in (self.name_row, self.first_row, self.last_row):
            row.show_problem(None)
