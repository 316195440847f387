"""The manager's answer to the decisions: until when, what was said, and a place to note it."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.document_versions import ManagersConfirmation
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing
from iro_desktop.ui.writing.versions.forms import fault_of_day
from iro_desktop.ui.writing.versions.managers_answer import Answers, answer_in_words
from iro_desktop.ui.writing.versions.step_form import StepForm

AGREES, DOES_NOT = "agrees", "does_not"


class ManagerForm(StepForm):
    """`confirmed` carries who, whether they agree, the day and the remarks."""

    confirmed = Signal(str, bool, object, str)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(
            tr("The manager’s answer"), ActionButton(tr("Note the answer"), "check", "primary")
        )
        self._today = today
        self.who, self._day = PersonField(), DateField(today)
        options = (
            Option(AGREES, tr("Agrees with the decisions")),
            Option(DOES_NOT, tr("Does not agree")),
        )
        self.ask("by", FormRow(tr("Which manager?"), self.who))
        self.ask("agrees", FormRow(tr("What is the answer?"), ChoiceField(options, in_a_row=True)))
        self.ask(
            "remarks",
            FormRow(
                tr("Remarks"),
                LongTextField(fewest_lines=2),
                hint=tr("Where they do not agree: with what, and why."),
            ),
        )
        self.ask("on", FormRow(tr("When?"), self._day))

    @override
    def at_first(self, name: str) -> AnswerValue:
        return self._today().isoformat() if name == "on" else None

    @override
    def confirm(self) -> None:
        answer = self.rows["agrees"].field.value()
        fault = fault_of_day(self._day.date(), self._today())
        if not self.words_in("by"):
            self.refuse("by", tr("Say which manager answered."))
        elif answer is None:
            self.refuse("agrees", tr("Say whether they agree."))
        elif answer == DOES_NOT and not self.words_in("remarks"):
            self.refuse("remarks", tr("Say with what they do not agree."))
        elif fault:
            self.refuse("on", fault)
        else:
            self.accept()
            by, remarks = self.words_in("by"), self.words_in("remarks")
            self.confirmed.emit(by, answer == AGREES, self._day.date(), remarks)


class ManagerCard(Card):
    """`taken_back` carries a ManagersConfirmation, `paper_wanted` an Explanation."""

    taken_back = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(tr("The manager and the decisions"))
        self.state, self._urgency = Pill(""), Pill("")
        self.due = ExplainedDate(after=(self._urgency,))
        self.due.paper_wanted.connect(self.paper_wanted)
        self._untold = Words(
            tr("The time to answer runs from the day the decisions go out."), "muted"
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(6))
        self._shown: tuple[ManagersConfirmation, ...] = ()
        self.form = ManagerForm(today)
        self.form.given_up.connect(self.close_form)
        self.add_button = writing(ActionButton(tr("Note the manager’s answer"), "plus"))
        self.add_button.clicked.connect(self.open_form)
        self.add(FlowRow(self.state), self.due, self._untold)
        self.body.addLayout(self._list)
        self._add_row = FlowRow(self.add_button)
        self.add(self._add_row, self.form)

    def show_answers(self, answers: Answers) -> None:
        """Show what was said and until when it may be."""
        self.state.show_state(answers.state.text, answers.state.tone, answers.state.icon)
        self.due.setVisible(answers.due is not None)
        if answers.due is not None:
            state, why = answers.due.state, answers.due.explanation
            self.due.show_date(why, tr("The manager may answer until {day}", day=why.day))
            self._urgency.show_state(state.text, state.tone, state.icon)
        self._untold.setVisible(not answers.is_told and not answers.answers)
        self.form.who.set_suggestions(answers.managers)
        if answers.answers != self._shown:
            self._shown = answers.answers
            self._fill()

    def open_form(self) -> None:
        """Ask what was answered."""
        self.form.show()
        self._add_row.hide()
        self.form.focus_first()

    def close_form(self) -> None:
        """Put the form away; what was typed in it stays for the next time."""
        self.form.hide()
        self._add_row.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        empty(self._list)
        for said in self._shown:
            row = self._row(said)
            self._list.addWidget(row)
            self.fit(row)

    def _row(self, said: ManagersConfirmation) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        words.addWidget(Words(answer_in_words(said), "strong"))
        if said.remarks:
            words.addWidget(Words(said.remarks))
        taking = tr("Take back: {answer}", answer=answer_in_words(said))
        back = writing(IconButton(taking, "trash-2"))
        back.clicked.connect(partial(self._on_taken_back, said))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_taken_back(self, said: ManagersConfirmation) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken_back.emit(said)
