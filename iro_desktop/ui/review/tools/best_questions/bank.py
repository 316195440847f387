"""The bank: what is looked for, and the questions that fit. Choosing one asks it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from iro_desktop.domain.practice_pack import BankQuestion
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.tools.best_questions.presenter import (
    ANY,
    QuestionsPresenter,
    stages_in_words,
    whom_in_words,
)
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.words import Words

AT_FIRST = 8


class Bank(QFrame):
    """`chosen` carries the question to ask."""

    chosen = Signal(object)

    def __init__(self, questions: QuestionsPresenter) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._questions = questions
        self._shows_all = False
        self.links: dict[str, LinkButton] = {}
        self._shown: QWidget | None = None
        self.age = NumberField(unit=tr("years old"))
        self.column = PickField(self._columns())
        self.stage = PickField(_with_any(tr("Any time"), _stages()))
        self.whom = PickField(_with_any(tr("Anyone"), tuple(whom_in_words().items())))
        self.count = Words("", "muted")
        self.more = ActionButton(tr("Show all of them"), "chevron-down", "quiet")
        self.more.clicked.connect(self._on_more)
        accessibility.name(self, tr("Questions to choose from"))
        self._lay_out()
        self.age.set_value(questions.wanted.age)
        for field in (self.age, self.column, self.stage, self.whom):
            field.answer_changed.connect(self._on_wanted)

    def refresh(self) -> None:
        """Show the questions that fit."""
        fitting = self._questions.fitting()
        shown = fitting if self._shows_all else fitting[:AT_FIRST]
        had_focus = next((name for name, link in self.links.items() if link.hasFocus()), "")
        if self._shown is not None:
            throw_away(self._body, self._shown)
        self.links = {}
        self._shown = self._list(shown)
        self._body.insertWidget(self._body.indexOf(self.more), self._shown)
        self._shown.show()
        self.count.setText(
            ntr("{number} question fits", "{number} questions fit", len(fitting))
            if fitting
            else tr("No question fits. Look for less.")
        )
        self.more.setVisible(len(shown) < len(fitting))
        if had_focus in self.links:
            self.links[had_focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        filters = QGridLayout()
        filters.setSpacing(theme.space(12))
        abreast = 1 if is_wide_text() else 2
        for number, (words, field) in enumerate(
            (
                (tr("For whom is it?"), self.whom),
                (tr("How old is the child?"), self.age),
                (tr("What about?"), self.column),
                (tr("When?"), self.stage),
            )
        ):
            filters.addWidget(FormRow(words, field), *divmod(number, abreast))
        self._body = QVBoxLayout(self)
        edge = theme.space(16)
        self._body.setContentsMargins(edge, edge, edge, edge)
        self._body.setSpacing(theme.space(12))
        self._body.addWidget(Words(tr("Questions to choose from"), "h3"))
        self._body.addLayout(filters)
        self._body.addWidget(self.count)
        self._body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def _list(self, questions: tuple[BankQuestion, ...]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for question in questions:
            link = LinkButton(question.text)
            about = self._questions.about(question)
            accessibility.name(link, tr("Ask: {question}", question=question.text), about)
            link.clicked.connect(lambda _on, question=question: self.chosen.emit(question))
            link.setEnabled(not self._questions.is_asked(question))
            self.links[question.id] = link
            column.addWidget(link)
            if about:
                words = Words(about, "small")
                words.setContentsMargins(theme.space(SIDE), 0, theme.space(SIDE), theme.space(4))
                column.addWidget(words)
        return box

    def _columns(self) -> tuple[Option, ...]:
        columns = ((one.id, one.title) for one in self._questions.pack.map_columns)
        return _with_any(tr("Anything"), tuple(columns))

    def _on_wanted(self) -> None:
        age = self.age.value()
        self._questions.wanted = replace(
            self._questions.wanted,
            age=None if age is None else int(age),
            column=self.column.value(),
            stage=self.stage.value(),
            whom=self.whom.value(),
        )
        self.refresh()

    def _on_more(self) -> None:
        self._shows_all = True
        self.refresh()
        links = list(self.links.values())
        links[min(AT_FIRST, len(links) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def _stages() -> tuple[tuple[str, str], ...]:
    return tuple((stage.value, words) for stage, words in stages_in_words().items())


def _with_any(words: str, options: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
    return (Option(ANY, words), *(Option(value, text) for value, text in options))
