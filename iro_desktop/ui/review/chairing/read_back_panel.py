"""Decisions read back at the end, large, and what each person there says to them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.chairing import Agreement, Agrees
from iro_desktop.domain.decisions import Decision
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services import reading_back
from iro_desktop.services.reading_back import WITH_WORDS, Listener
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.attribute import text
from iro_desktop.ui.review.chairing.keys import ALL_AGREE, spoken
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records

_NAME_WIDTH = 190  # pixels at 100 %: the answers stand near the names, and beneath each other


class ReadBackPanel(Panel):
    """A block for each decision. One key has everyone agree who was not asked yet."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.blocks: dict[str, DecisionBlock] = {}
        self._empty = Words("", "muted")
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(theme.space(14))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._blocks)
        QShortcut(QKeySequence(ALL_AGREE), self, self._on_key)
        self.refresh()

    @override
    def refresh(self) -> None:
        decisions = [one for one in self.presenter.record.decisions if not one.is_blank]
        people = reading_back.listeners(self.presenter.record)
        for name in self.blocks.keys() - {decision.id for decision in decisions}:
            self._drop(self.blocks.pop(name))
        for number, decision in enumerate(decisions, start=1):
            block = self.blocks.get(decision.id)
            if block is not None and block.people != people:
                self._drop(block)
                block = None
            if block is None:
                block = self._block(decision, people)
                self._blocks.insertWidget(number - 1, block)
                block.show()
            block.show_decision(decision, number, self._words(decision))
            block.set_read_only(read_only=self.is_fixed())
        if not decisions:
            self._empty.setText(tr("Nothing is decided yet. Decisions are read back from here."))
        elif not people:
            self._empty.setText(tr("Say first who is here; then each can say what they think."))
        self._empty.setVisible(not decisions or not people)
        self.refresh_people()

    @override
    def focus_first(self) -> bool:
        for block in self.blocks.values():
            if block.all_button.isVisibleTo(self):
                block.all_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @override
    def set_shared(self, *, shared: bool) -> None:
        """A decision of which something is kept from others is not read out from this screen."""
        self.refresh()

    def all_agree(self, decision: Decision) -> None:
        """Everyone who was there and was not asked agrees; what others said stands."""
        self.left.emit()
        with self.presenter.stack.together():
            agreed = reading_back.all_agree(self.presenter.record, decision)
            for one in agreed:
                self.presenter.change(one)
        self.refresh()
        for one in agreed:
            self.edit(one)
        self.left.emit()
        accessibility.announce(self, tr("Everyone agrees"))
        self._go_on_from(decision)

    def _on_key(self) -> None:
        focus = QApplication.focusWidget()
        record = self.presenter.record
        inside = (
            block.decision
            for block in self.blocks.values()
            if focus is not None and block.isAncestorOf(focus)
        )
        ahead = (
            block.decision
            for block in self.blocks.values()
            if not reading_back.is_read_back(record, block.decision)
        )
        decision = next(inside, None) or next(ahead, None)
        if decision is not None and not self.is_fixed():
            self.all_agree(decision)

    def _go_on_from(self, decision: Decision) -> None:
        """To the next decision that is not read back yet."""
        names = [one.id for one in self.presenter.record.decisions if one.id in self.blocks]
        for name in names[names.index(decision.id) + 1 :]:
            block = self.blocks[name]
            if not reading_back.is_read_back(self.presenter.record, block.decision):
                block.all_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _block(self, decision: Decision, people: Sequence[Listener]) -> "DecisionBlock":
        block = DecisionBlock(decision, people)
        block.all_wanted.connect(lambda: self.all_agree(block.decision))
        block.answered.connect(partial(self._on_answered, block))
        block.left.connect(self.left)
        self.blocks[decision.id] = block
        for who, row in zip(people, block.rows, strict=True):
            row.show_agreement(reading_back.agreement_of(self.presenter.record, decision, who))
        return block

    def _on_answered(
        self, block: "DecisionBlock", who: Listener, answer: Agrees, words: str
    ) -> None:
        stood = reading_back.agreement_of(self.presenter.record, block.decision, who)
        agreement = replace(reading_back.said(stood, answer), words=words)
        if agreement != stood:
            self.presenter.change(agreement)
            self.edit(agreement)

    def _words(self, decision: Decision) -> "Read":
        """The child's words first; on a shared screen nothing that is kept from anyone."""
        kept = self.presenter.withheld.kept_in
        shared = self.presenter.is_shared

        def may_be_seen(field: str) -> bool:
            return not shared or not kept(Place(decision.id, field))

        told = decision.words_for_child.strip() if may_be_seen("words_for_child") else ""
        what = decision.what.strip() if may_be_seen("what") else ""
        first = told or what or tr("This decision is not for a shared screen.")
        return Read(first, what if told and what != told else "", _who_and_when(decision))

    def _drop(self, block: "DecisionBlock") -> None:
        throw_away(self._blocks, block)

    @override
    def refresh_people(self) -> None:
        record = self.presenter.record
        for block in self.blocks.values():
            for who, row in zip(block.people, block.rows, strict=True):
                row.show_agreement(reading_back.agreement_of(record, block.decision, who))


class Read:
    """What of a decision is read out: the words, those of the file beneath, who and by when."""

    def __init__(self, first: str, then: str, who: str) -> None:
        self.first, self.then, self.who = first, then, who


class DecisionBlock(Card):
    """One decision, large, with a line for each person.

    `answered` carries a Listener, what they say and their words; `all_wanted` says itself.
    """

    all_wanted = Signal()
    answered = Signal(object, object, str)
    left = Signal()

    def __init__(self, decision: Decision, people: Sequence[Listener]) -> None:
        super().__init__(spacing=10)
        self.decision, self.people = decision, people
        self._number = Words("", "small")
        self._first, self._then, self._who = (
            Words("", "h1"),
            Words("", "muted"),
            Words("", "strong"),
        )
        self.all_button = ActionButton(tr("Everyone agrees"), "check")
        self.all_button.setToolTip(spoken(ALL_AGREE))
        self.all_button.clicked.connect(self.all_wanted)
        self.rows = [ListenerRow(who) for who in people]
        self.add(self._number, self._first, self._then, self._who)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(*self.rows)
        for row in self.rows:
            row.answered.connect(partial(self.answered.emit, row.who))
            row.left.connect(self.left)

    def show_decision(self, decision: Decision, number: int, words: Read) -> None:
        """Show the decision as it stands."""
        self.decision = decision
        self._number.setText(tr("Decision {number}", number=number))
        self._first.setText(words.first)
        self._then.setText(tr("For the file: {words}", words=words.then))
        self._then.setVisible(bool(words.then))
        self._who.setText(words.who)
        self._who.setVisible(bool(words.who))
        accessibility.name(self, tr("Decision {number}", number=number))
        self.all_button.setAccessibleName(
            tr("Everyone agrees with decision {number}", number=number)
        )
        for row in self.rows:
            row.call_it(number)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether what was said can be seen only."""
        self.all_button.setHidden(read_only or not self.people)
        for row in self.rows:
            row.set_read_only(read_only=read_only)


class ListenerRow(QWidget):
    """What one person says. Their words are asked for where they do not simply agree."""

    answered = Signal(object, str)
    left = Signal()

    def __init__(self, who: Listener) -> None:
        super().__init__()
        self.who = who
        self.name = who.person.strip() or records.roles()[who.role]
        self._pick, self._words = PickField(_answers()), TextField(tr("In their words"))
        self.answer_row = FormRow("", self._pick, spoken=self.name)
        self.words_row = FormRow("", self._words, spoken=tr("In their words"))
        row = QVBoxLayout(self) if is_wide_text() else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(12))
        name = Words(self.name)
        if not is_wide_text():
            name.setFixedWidth(theme.scaled(_NAME_WIDTH))
        row.addWidget(name)
        row.addWidget(self.answer_row)
        row.addWidget(self.words_row, 1)
        row.addStretch(0)
        for part in (self.answer_row, self.words_row):
            part.answer_changed.connect(self._on_answered)
            part.left.connect(self.left)

    def call_it(self, number: int) -> None:
        """Say in the names of the fields which decision it is."""
        self.answer_row.set_spoken(
            tr("What {who} says to decision {number}", who=self.name, number=number)
        )
        self.words_row.set_spoken(
            tr("{who} about decision {number}, in their words", who=self.name, number=number)
        )

    def show_agreement(self, agreement: Agreement) -> None:
        """Show what was said."""
        self._pick.set_value(agreement.agrees.value)
        if text(self._words.value()) != agreement.words:
            self._words.set_value(agreement.words or None)
        self._show_words()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether it can be seen only."""
        self.answer_row.set_read_only(read_only)
        self.words_row.set_read_only(read_only)

    def _show_words(self) -> None:
        wanted = Agrees(self._pick.value()) in WITH_WORDS or self._words.value() is not None
        self.words_row.setVisible(wanted)

    def _on_answered(self) -> None:
        self._show_words()
        self.answered.emit(Agrees(self._pick.value()), text(self._words.value()))


def _answers() -> tuple[Option, ...]:
    words = {
        Agrees.NOT_ASKED: tr("Not asked yet"),
        Agrees.AGREES: tr("Agrees"),
        Agrees.PARTLY: tr("Agrees in part"),
        Agrees.DISAGREES: tr("Does not agree"),
        Agrees.NOT_THERE: tr("Not there"),
    }
    return tuple(Option(value.value, said) for value, said in words.items())


def _who_and_when(decision: Decision) -> str:
    when = screen().date(decision.due_on) if decision.due_on else decision.by_when.strip()
    return " · ".join(part for part in (decision.owner.strip(), when) if part)
