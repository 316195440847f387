"""One scaling question: each person's own number, and earlier numbers only when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion, lines_over_time
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.score_card import ScoreCard
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard, is_wide_text
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.scale_over_time import ScaleLine, ScaleOverTime
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class QuestionBlock(CardsPanel[ScaleAnswer]):
    """The question, the people asked, whom to ask next, and what was answered at other times."""

    def __init__(self, presenter: ReviewPresenter, question: ScalingQuestion) -> None:
        self.question = question
        self.who = PersonField(_names(presenter))
        self.who_row = FormRow(
            tr("Whom do you ask?"),
            self.who,
            spoken=tr("Whom do you ask: {question}", question=question.text),
        )
        self.earlier_button = ActionButton(tr("Show earlier answers"), "eye", "quiet")
        self.earlier_button.setCheckable(True)
        accessibility.name(
            self.earlier_button, tr("Show earlier answers: {question}", question=question.text)
        )
        self._history: QWidget | None = None
        super().__init__(presenter)
        self.earlier_button.toggled.connect(self._on_earlier)
        accessibility.name(
            self.add_button, tr("Ask this person: {question}", question=question.text)
        )
        self.body.insertWidget(0, self._head())

    @override
    def make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        if is_wide_text():
            column.addWidget(self.who_row)
            column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            line = QHBoxLayout()
            line.setSpacing(theme.space(10))
            line.addWidget(self.who_row, 1)
            line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
            column.addLayout(line)
        column.addWidget(FlowRow(self._put_back, self.earlier_button))
        return foot

    @override
    def refresh(self) -> None:
        super().refresh()
        self.who_row.setVisible(not self.is_fixed())
        self.earlier_button.setVisible(bool(self._earlier_answers()))

    @override
    def refresh_people(self) -> None:
        self.who.set_suggestions(_names(self.presenter))

    @override
    def focus_first(self) -> bool:
        if not self.things() and not self.is_fixed():
            self.who_row.focus_first()
            return True
        return super().focus_first()

    @override
    def things(self) -> tuple[ScaleAnswer, ...]:
        return tuple(
            answer
            for answer in self.presenter.record.scale_answers
            if answer.question_id == self.question.id
        )

    @override
    def add(self) -> None:
        if self.who.value():
            self.who_row.show_problem(None)
            super().add()
        else:
            self.who_row.show_problem(tr("Say whom you ask."))
            self.who_row.focus_first()

    @override
    def make_thing(self) -> ScaleAnswer:
        name = self.who.value() or ""
        self.who.set_value(None)
        people = self.presenter.record.participants
        role = next((person.role for person in people if _name(person) == name), Role.OTHER)
        return self.presenter.add_scale_answer(self.question, name, role)

    @override
    def make_card(self, thing: ScaleAnswer) -> RecordCard[ScaleAnswer]:
        return ScoreCard(thing, self.question, lambda: self.presenter.day)

    @override
    def title_of(self, thing: ScaleAnswer, number: int) -> str:
        return thing.person or records.roles()[thing.role]

    @override
    def add_words(self) -> str:
        return tr("Ask this person")

    @override
    def empty_words(self) -> str:
        return tr("Nobody has been asked yet. Ask the child first, and without others watching.")

    @override
    def undo_words(self) -> str:
        return tr("Put the answer back")

    def _head(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setProperty("tone", "soft")
        layout = QVBoxLayout(card)
        margin = theme.space(14)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(4))
        layout.addWidget(Words(self.question.text, "h3"))
        zero, ten = self.question.meaning_of_0, self.question.meaning_of_10
        if zero:
            layout.addWidget(Words(tr("0: {meaning}", meaning=zero), "muted"))
        if ten:
            layout.addWidget(Words(tr("10: {meaning}", meaning=ten), "muted"))
        return card

    def _earlier_answers(self) -> tuple[ScaleAnswer, ...]:
        return tuple(
            answer
            for answer in self.presenter.record.earlier_scale_answers
            if answer.question_id == self.question.id
        )

    def _on_earlier(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._history is not None:
            throw_away(self.body, self._history)
            self._history = None
        if shown:
            answers = (*self._earlier_answers(), *self.things())
            self._history = ScaleOverTime(self.question.text, _lines(answers))
            self.body.addWidget(self._history)


def _name(person: Participant) -> str:
    return person.name or records.roles()[person.role]


def _names(presenter: ReviewPresenter) -> list[str]:
    """Everyone on the list, the child first: the child is to be asked before the others."""
    people = presenter.record.participants
    ordered = sorted(people, key=lambda person: person.role is not Role.CHILD)
    return list(dict.fromkeys(_name(person) for person in ordered))


def _lines(answers: Sequence[ScaleAnswer]) -> list[ScaleLine]:
    return [
        ScaleLine(
            line.person or records.roles()[line.role],
            tuple((point.day, float(point.value)) for point in line.points),
        )
        for line in lines_over_time(tuple(answers))
    ]
