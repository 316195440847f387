"""Worry statements: a card for each, with its goal and its scale on the same card."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.i18n import tr
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.entry_cards import MovableCards
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.review.tools.worries.card import WorryCard
from iro_desktop.ui.review.tools.worries.presenter import WorriesPresenter


class WorriesPanel(ToolPanel):
    """The statements of the review."""

    tool: ClassVar[Tool] = Tool.WORRIES

    @override
    def fill(self) -> None:
        self.worries = WorriesPresenter(self.presenter)
        self.statements = WorryCards(self)
        self.work.addWidget(self.statements)

    @override
    def refresh_entries(self) -> None:
        self.statements.refresh()

    @override
    def refresh_people(self) -> None:
        self.statements.refresh_people()

    @override
    def focus_first(self) -> bool:
        return self.statements.focus_first()

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        texts = []
        for one in earlier.tools.worries:
            texts.append((self.worries.kind_in_words(one.kind), one.words))
            scale, scores = self.worries.scale_of(one), self.worries.earlier_scores(earlier, one)
            if one.disagreement:
                texts.append((tr("Seen differently"), one.disagreement))
            if one.goal:
                texts.append((tr("The goal"), one.goal))
            if scale is not None and scores:
                texts.append((scale.text, scores))
        return lines(texts)


class WorryCards(MovableCards[WorryStatement]):
    """A card for each statement."""

    def __init__(self, frame: WorriesPanel) -> None:
        self._worries = frame.worries
        super().__init__(frame)

    @override
    def things(self) -> Sequence[WorryStatement]:
        return self.frame.visible(self._worries.record.worries)

    @override
    def make_thing(self) -> WorryStatement:
        return self._worries.add()

    @override
    def make_card(self, thing: WorryStatement) -> RecordCard[WorryStatement]:
        card = WorryCard(thing, self._worries)
        card.scale.edited.connect(self.frame.take)
        card.scale.failed.connect(self.failed)
        card.scale.changed.connect(self._refresh_around)
        return self.equip_to_move(card)

    @override
    def refresh(self) -> None:
        super().refresh()
        self._refresh_around()

    @override
    def refresh_people(self) -> None:
        for card in self._worry_cards():
            card.refresh_people()

    @override
    def title_of(self, thing: WorryStatement, number: int) -> str:
        kind = self._worries.kind_in_words(thing.kind)
        return tr("{kind} {number}", kind=kind, number=number)

    @override
    def add_words(self) -> str:
        return tr("Write down a worry")

    @override
    def empty_words(self) -> str:
        return tr("No worry is written down yet. Say it in words that everyone would use.")

    @override
    def undo_words(self) -> str:
        return tr("Put the statement back")

    @override
    def _on_changed(self, thing: WorryStatement) -> None:
        said = self._worries.say(thing)
        self.cards[thing.id].record = said
        super()._on_changed(said)
        self._refresh_around()

    def _refresh_around(self) -> None:
        """A scale may stand on several cards, and each shows what was answered on another."""
        before = self._blocks()
        for card in self._worry_cards():
            card.record = self._worries.statement(card.record.id)
            card.refresh_around()
        if self._blocks() != before:
            self._let_tab_follow()

    def _blocks(self) -> list[QWidget | None]:
        return [card.scale.block for card in self._worry_cards()]

    def _worry_cards(self) -> list[WorryCard]:
        return [card for card in self.cards.values() if isinstance(card, WorryCard)]
