"""Best questions: what was asked and answered, and the bank to choose the next one from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.practice_pack import BankQuestion
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, text_attribute
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.review.tools.attributes import MarkField
from iro_desktop.ui.review.tools.best_questions.bank import Bank
from iro_desktop.ui.review.tools.best_questions.presenter import QuestionsPresenter
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.entry_cards import MovableCards
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.words.tools import states


class BestQuestionsPanel(ToolPanel):
    """The questions asked, then the bank."""

    tool: ClassVar[Tool] = Tool.BEST_QUESTIONS

    @override
    def fill(self) -> None:
        self.questions = QuestionsPresenter(self.presenter)
        self.asked = AskedCards(self)
        self.bank = Bank(self.questions)
        self.bank.chosen.connect(self._on_chosen)
        self.work.addWidget(self.asked)
        self.work.addWidget(self.bank)

    @override
    def refresh_entries(self) -> None:
        self.asked.refresh()
        self.bank.refresh()
        self.bank.setVisible(not self.is_fixed() and bool(self.questions.pack.questions))

    @override
    def refresh_people(self) -> None:
        self.asked.refresh_people()

    @override
    def focus_first(self) -> bool:
        return self.asked.focus_first()

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        asked = earlier.tools.asked_questions
        return lines([(_asked_of(one), one.answer or states()[one.state]) for one in asked])

    def _on_chosen(self, question: BankQuestion) -> None:
        self.left.emit()
        asked = self.questions.ask(question)
        self.refresh_entries()
        self.take(asked)
        self.left.emit()
        self.asked.cards[asked.id].focus_first()


class AskedCards(MovableCards[AskedQuestion]):
    """A card for each question asked at this review."""

    def __init__(self, frame: BestQuestionsPanel) -> None:
        self._questions = frame.questions
        super().__init__(frame)

    @override
    def things(self) -> Sequence[AskedQuestion]:
        return self.frame.visible(self._questions.asked())

    @override
    def make_thing(self) -> AskedQuestion:
        return self._questions.ask_own()

    @override
    def make_card(self, thing: AskedQuestion) -> RecordCard[AskedQuestion]:
        return self.equip_to_move(AskedCard(thing, self._questions.people()))

    @override
    def refresh_people(self) -> None:
        for card in self.cards.values():
            field = card.rows["heard_from"].field
            if isinstance(field, PersonField):
                field.set_suggestions(self._questions.people())

    @override
    def title_of(self, thing: AskedQuestion, number: int) -> str:
        return thing.question or tr("A question of my own")

    @override
    def add_words(self) -> str:
        return tr("Ask a question of my own")

    @override
    def empty_words(self) -> str:
        return tr("No question is written down yet. Choose one, or ask one of your own.")

    @override
    def undo_words(self) -> str:
        return tr("Put the question back")

    @override
    def _on_changed(self, thing: AskedQuestion) -> None:
        said, *others = self._questions.say(thing)
        self.cards[said.id].record = said
        super()._on_changed(said)
        if others:
            self.refresh()
            self.frame.take(*others)


class AskedCard(EntryCard[AskedQuestion]):
    """A question of the bank is its card's title; one of the IRO's own is written on it."""

    def __init__(self, asked: AskedQuestion, people: Sequence[str]) -> None:
        super().__init__(
            asked,
            (
                *_question_and_answer(),
                attributes.state(12),
                attributes.heard_from(people, tr("Who answered?")),
                attributes.verbatim(),
                _best(),
                attributes.author(),
            ),
            removing=tr("Remove this question"),
            folded=("author",),
        )

    @override
    def has_words(self) -> bool:
        return bool(self.record.answer.strip())

    @override
    def applies(self, name: str) -> bool:
        if name == "question":
            return not self.record.bank_id
        return super().applies(name)


def _question_and_answer() -> tuple[Attribute[AskedQuestion], ...]:
    return (
        text_attribute("question", tr("What do you ask?"), TextField()),
        text_attribute("answer", tr("What was the answer?"), RemarkedTextField(fewest_lines=2)),
    )


def _best() -> Attribute[AskedQuestion]:
    words = tr("My best question of this review")
    return Attribute(
        "is_best",
        "",
        MarkField(words),
        lambda asked: MarkField.SET if asked.is_best else None,
        lambda asked, value: replace(asked, is_best=value is not None),
        spoken=words,
    )


def _asked_of(asked: AskedQuestion) -> str:
    return f"{asked.question} – {asked.heard_from}" if asked.heard_from else asked.question
