"""Scaling questions: each person's own number, why, and earlier numbers only when asked for."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.scaling import (
    Medium,
    ScaleAnswer,
    ScaleAnswerState,
    ScalingQuestion,
    lines_over_time,
)
from iro_desktop.i18n import tr
from iro_desktop.services.recording import not_scored, scored
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import CardsPanel, Panel
from iro_desktop.ui.review.panels.new_scaling_question import NewScalingQuestion
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import Attribute, RecordCard, text
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.scale_field import ScaleField
from iro_desktop.ui.widgets.scale_over_time import ScaleLine, ScaleOverTime
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records

NUMBERLESS = (
    ScaleAnswerState.NOT_ASKED,
    ScaleAnswerState.DECLINED,
    ScaleAnswerState.TOO_YOUNG,
    ScaleAnswerState.UNKNOWN,
)


class ScalingPanel(Panel):
    """A block for each question of this child, and a way to ask another."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.blocks: dict[EntityId, QuestionBlock] = {}
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(theme.space(20))
        self.body.addLayout(self._blocks)
        self.new_question = NewScalingQuestion()
        self.new_question.asked.connect(self._on_asked)
        self.body.addWidget(self.new_question)
        self.refresh()

    @override
    def refresh(self) -> None:
        for question in self.presenter.record.scaling_questions:
            if question.id not in self.blocks:
                block = QuestionBlock(self.presenter, question)
                block.edited.connect(self.edited)
                block.left.connect(self.left)
                block.changed.connect(self.changed)
                self.blocks[question.id] = block
                self._blocks.addWidget(block)
                block.show()
            self.blocks[question.id].refresh()
        self.new_question.setVisible(not self.is_fixed())

    def _on_asked(self, wording: str, meaning_of_0: str, meaning_of_10: str) -> None:
        question = self.presenter.ask_scaling_question(wording, meaning_of_0, meaning_of_10)
        self.refresh()
        self.changed.emit()
        self.blocks[question.id].focus_first()


class QuestionBlock(CardsPanel[ScaleAnswer]):
    """One question, asked of several people, and its history on request."""

    def __init__(self, presenter: ReviewPresenter, question: ScalingQuestion) -> None:
        self.question = question
        self.who = PersonField(_names(presenter))
        super().__init__(presenter)
        self.body.insertWidget(0, self._head())
        self.who.set_names(tr("Whom do you ask: {question}", question=question.text))
        foot = QHBoxLayout()
        foot.addWidget(self.who, 1)
        self.body.insertLayout(self.body.count() - 1, foot)
        self._earlier = ActionButton(tr("Show earlier answers"), "eye", "quiet")
        self._earlier.setCheckable(True)
        self._earlier.toggled.connect(self._on_earlier)
        self._history: QWidget | None = None
        self.body.addWidget(self._earlier)
        self._earlier.setVisible(bool(self._earlier_answers()))

    def _head(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setProperty("tone", "soft")
        layout = QVBoxLayout(card)
        margin = theme.space(14)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(Words(self.question.text, "h3"))
        anchors = tr(
            "0 is: {zero}   ·   10 is: {ten}",
            zero=self.question.meaning_of_0 or "–",
            ten=self.question.meaning_of_10 or "–",
        )
        layout.addWidget(Words(anchors, "muted"))
        return card

    def focus_first(self) -> None:
        """Put the focus where one says whom to ask."""
        self.who.focus_first()

    @override
    def things(self) -> tuple[ScaleAnswer, ...]:
        return tuple(
            answer
            for answer in self.presenter.record.scale_answers
            if answer.question_id == self.question.id
        )

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

    def _earlier_answers(self) -> tuple[ScaleAnswer, ...]:
        return tuple(
            answer
            for answer in self.presenter.record.earlier_scale_answers
            if answer.question_id == self.question.id
        )

    def _on_earlier(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._history is not None:
            self._history.hide()
            self._history.deleteLater()
            self._history = None
        if shown:
            answers = (*self._earlier_answers(), *self.things())
            self._history = ScaleOverTime(self.question.text, _lines(answers))
            self.body.addWidget(self._history)


class ScoreCard(RecordCard[ScaleAnswer]):
    """One person's number. Giving one says that they answered; taking it back says nothing."""

    def __init__(
        self, answer: ScaleAnswer, question: ScalingQuestion, day: Callable[[], dt.date]
    ) -> None:
        attributes: tuple[Attribute[ScaleAnswer], ...] = (
            Attribute(
                "value",
                question.text,
                ScaleField(question.meaning_of_0, question.meaning_of_10),
                lambda answer: None if answer.value is None else float(answer.value),
                lambda answer, value: scored(answer, _number(value), day()),
            ),
            Attribute(
                "state",
                tr("If there is no number"),
                PickField(records.options(records.scale_states(), NUMBERLESS)),
                lambda answer: answer.state.value,
                lambda answer, value: not_scored(answer, ScaleAnswerState(str(value)), day()),
                span=6,
            ),
            Attribute(
                "medium",
                tr("How was it given?"),
                PickField(records.options(records.media())),
                lambda answer: answer.medium.value,
                lambda answer, value: replace(answer, medium=Medium(str(value))),
                span=12,
            ),
            Attribute(
                "why_not_lower",
                tr("Why is it not lower?"),
                LongTextField(fewest_lines=1),
                lambda answer: answer.why_not_lower,
                lambda answer, value: replace(answer, why_not_lower=text(value)),
                span=6,
            ),
            Attribute(
                "what_would_make_it_higher",
                tr("What would make it one higher?"),
                LongTextField(fewest_lines=1),
                lambda answer: answer.what_would_make_it_higher,
                lambda answer, value: replace(answer, what_would_make_it_higher=text(value)),
                span=6,
            ),
        )
        super().__init__(answer, "", attributes, remove_name=tr("Remove this answer"))

    @override
    def show_state(self) -> None:
        given = self.record.value is not None
        self.rows["state"].setVisible(not given)
        for name in ("medium", "why_not_lower", "what_would_make_it_higher"):
            self.rows[name].setVisible(given)


def _number(value: AnswerValue) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _name(person: Participant) -> str:
    return person.name or records.roles()[person.role]


def _names(presenter: ReviewPresenter) -> list[str]:
    return [_name(person) for person in presenter.record.participants]


def _lines(answers: Sequence[ScaleAnswer]) -> list[ScaleLine]:
    return [
        ScaleLine(
            line.person or records.roles()[line.role],
            tuple((point.day, float(point.value)) for point in line.points),
        )
        for line in lines_over_time(tuple(answers))
    ]
