"""One person who is asked before the meeting: their form, and what they answered."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.documents.formats import Format
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.participation import Role
from iro_desktop.form_engine.definition import Question
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.review.consultations.answer_fields import (
    can_be_written_down,
    field_for,
    said,
    shown,
)
from iro_desktop.ui.review.consultations.presenter import ConsultationsPresenter, Consulted
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class AnswersForm(QWidget):
    """What someone said, question by question, for as long as it is written down."""

    def __init__(self) -> None:
        super().__init__()
        stands_till_confirmed(self)


class ConsultationCard(Card):
    """`form_wanted` carries the format; `answered` the question and the words.

    `own_words_wanted` carries the child's answer that is to stand among the child's words.
    """

    form_wanted = Signal(object)
    answered = Signal(object, str)
    own_words_wanted = Signal(object)
    left = Signal()

    def __init__(self, consulted: Consulted, presenter: ConsultationsPresenter) -> None:
        super().__init__(spacing=12)
        self._presenter = presenter
        self.consulted = consulted
        person = consulted.person
        name = person.name or tr("Someone without a name")
        accessibility.name(self, name)
        self._state = Pill("")
        role = records.roles()[person.role]
        self._pdf = ActionButton(tr("Form as PDF…"), "printer", "slight")
        self._word = ActionButton(tr("Form as Word…"), "file-text", "slight")
        self.write_button = ActionButton(tr("Write down what they said"), "pencil", "slight")
        for button, file_format in ((self._pdf, Format.PDF), (self._word, Format.DOCX)):
            button.clicked.connect(partial(self.form_wanted.emit, file_format))
            accessibility.name(button, tr("{action} {name}", action=button.text(), name=name))
        accessibility.name(
            self.write_button, tr("{action} {name}", action=self.write_button.text(), name=name)
        )
        self.write_button.clicked.connect(self._on_write)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(theme.space(10))
        self._writing: AnswersForm | None = None
        self.rows: dict[str, FormRow] = {}
        head = QHBoxLayout()
        head.setSpacing(theme.space(8))
        head.addWidget(Words(tr("{name}, {role}", name=name, role=role), "strong"), 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.add(FlowRow(self._pdf, self._word, self.write_button))
        self.body.addLayout(self._answers)
        self._show()

    def show_consulted(self, consulted: Consulted, *, fixed: bool) -> None:
        """Show what was answered by now; what is being written is left alone."""
        changed = consulted.answers != self.consulted.answers
        self.consulted = consulted
        for button in (self._pdf, self._word, self.write_button):
            button.setVisible(not fixed)
        if self._writing is None and (changed or not self._answers.count()):
            self._show()
        self._show_state()

    def _show_state(self) -> None:
        answered = bool(self.consulted.answers)
        words = records.asked()[self.consulted.person.consulted]
        self._state.show_state(words, "success" if answered else "plain")

    def show_answers(self) -> None:
        """Show the answers anew, unless they are being written."""
        if self._writing is None:
            self._show()

    def _show(self) -> None:
        empty(self._answers)
        self._show_state()
        for answer in self.consulted.answers:
            self._answers.addWidget(self._answer(answer))

    def _answer(self, answer: ConsultationAnswer) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addWidget(Words(answer.asked, "muted"))
        layout.addWidget(Words(answer.words))
        if self.consulted.person.role is Role.CHILD:
            stands = self._presenter.stands_among_own_words(answer)
            take = ActionButton(tr("Put among the child's own words"), "quote", "slight")
            accessibility.name(take, tr("{action}: {what}", action=take.text(), what=answer.asked))
            take.clicked.connect(partial(self.own_words_wanted.emit, answer))
            take.setVisible(not stands)
            layout.addWidget(FlowRow(take))
        return box

    def _on_write(self) -> None:
        if self._writing is not None:
            self._close()
            return
        empty(self._answers)
        self._writing = box = AnswersForm()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(14))
        held = {answer.question: answer.words for answer in self.consulted.answers}
        for question in self.consulted.form.every_question():
            if can_be_written_down(question):
                layout.addWidget(self._row(question, held.get(question.id, "")))
        self.write_button.setText(tr("Done"))
        self._answers.addWidget(box)
        box.show()
        next(iter(self.rows.values())).focus_first()

    def _row(self, question: Question, words: str) -> FormRow:
        field: Field = field_for(question)
        field.set_value(shown(question, words))
        row = FormRow(question.text, field, hint=question.hint)
        row.answer_changed.connect(partial(self._on_answered, question, field))
        row.left.connect(self.left)
        self.rows[question.id] = row
        return row

    def _on_answered(self, question: Question, field: Field) -> None:
        if not field.is_unread():
            self.answered.emit(question, said(question, field.value()))

    def _close(self) -> None:
        self.left.emit()
        self._writing = None
        self.rows = {}
        self.write_button.setText(tr("Write down what they said"))
        self._show()
        self.write_button.setFocus()
