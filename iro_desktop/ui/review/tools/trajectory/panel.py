"""The trajectory: the line above, the milestones beneath it."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.entry_cards import EntryCards
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.review.tools.trajectory.milestone_card import MilestoneCard
from iro_desktop.ui.review.tools.trajectory.picture import TrajectoryPicture
from iro_desktop.ui.review.tools.trajectory.presenter import Order, TrajectoryPresenter
from iro_desktop.ui.review.tools.trajectory.table import TrajectoryTable
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField


class TrajectoryPanel(ToolPanel):
    """What is written in the cards is drawn at once."""

    tool: ClassVar[Tool] = Tool.TRAJECTORY

    @override
    def fill(self) -> None:
        self.trajectory = TrajectoryPresenter(self.tools)
        self.picture = TrajectoryPicture()
        self.picture.opened.connect(self.open_card)
        self.table_button = ActionButton(tr("Show as a table"), "list-checks", "quiet")
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._show_line)
        self.table = TrajectoryTable()
        self.order = PickField(
            (
                Option(Order.DATE, tr("By date")),
                Option(Order.WAITING, tr("By what has to come first")),
            )
        )
        self.order_row = FormRow(tr("Order"), self.order)
        self.order_row.answer_changed.connect(self._on_order)
        self.cards = MilestoneCards(self)
        as_table = FlowRow(self.table_button)
        for part in (self.picture, as_table, self.table, self.order_row, self.cards):
            self.work.addWidget(part)

    @override
    def refresh_entries(self) -> None:
        self.cards.refresh()
        for card in self._cards():
            card.refresh()
        self._show_line()

    @override
    def take(self, *edits: Edit) -> None:
        super().take(*edits)
        self._show_line()
        for card in self._cards():
            card.refresh_note()

    @override
    def focus_first(self) -> bool:
        return self.cards.focus_first()

    @override
    def settle(self) -> None:
        for card in self._cards():
            card.dates.settle()

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        stops = self.trajectory.earlier_stops(earlier.tools.milestones, earlier.held_on)
        picture = TrajectoryPicture()
        picture.show_stops(stops, earlier.held_on)
        column.addWidget(picture)
        column.addWidget(lines([(stop.name, "\n".join(stop.sentences())) for stop in stops]))
        return box

    def open_card(self, name: str) -> None:
        """Go to the card of a milestone."""
        card = self.cards.cards.get(name)
        if card is not None:
            card.focus_first()

    def _cards(self) -> list[MilestoneCard]:
        return [card for card in self.cards.cards.values() if isinstance(card, MilestoneCard)]

    def _show_line(self) -> None:
        stops = self.trajectory.stops()
        self.picture.show_stops(stops, self.trajectory.today)
        self.table.show_stops(stops)
        self.picture.setVisible(bool(stops))
        self.table_button.setVisible(bool(stops))
        self.table.setVisible(bool(stops) and self.table_button.isChecked())
        self.order_row.setVisible(len(stops) > 1)

    def _on_order(self) -> None:
        self.trajectory.order = Order(self.order.value())
        self.refresh_entries()
        accessibility.announce(self, self.order_row.field.accessibleName())


class MilestoneCards(EntryCards[Milestone]):
    """The milestones, in the order chosen above. While one is written it stays where it is."""

    frame: TrajectoryPanel

    @override
    def before(self) -> QWidget:
        return self.frame.order.first_control()

    @override
    def things(self) -> Sequence[Milestone]:
        return self.frame.visible(self.frame.trajectory.ordered())

    @override
    def make_thing(self) -> Milestone:
        return self.frame.trajectory.add()

    @override
    def make_card(self, thing: Milestone) -> RecordCard[Milestone]:
        card = MilestoneCard(thing, self.frame.trajectory, self.frame.tools.people())
        card.new_date.connect(self._on_new_date)
        return card

    @override
    def title_of(self, thing: Milestone, number: int) -> str:
        return self.frame.trajectory.name(thing.thread) or tr("Milestone {number}", number=number)

    @override
    def add_words(self) -> str:
        return tr("Add a milestone")

    @override
    def empty_words(self) -> str:
        return tr("No milestone yet. Begin with the goal, and ask what has to come before it.")

    @override
    def undo_words(self) -> str:
        return tr("Put the milestone back")

    def _on_new_date(self, milestone: Milestone, day: dt.date, because: str) -> None:
        changed = self.frame.trajectory.give_new_date(milestone, day, because)
        card = self.cards[milestone.id]
        card.show_record(changed)
        self.edit(changed)
        self.left.emit()
        card.focus_first()
