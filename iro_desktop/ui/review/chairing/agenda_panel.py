"""The agenda: proposed from the form, put in order by keys or by hand, and timed quietly."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from iro_desktop.domain.chairing import AgendaItem
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.chairing.agenda_card import AgendaCard, title_of
from iro_desktop.ui.review.chairing.keys import DOWN, UP
from iro_desktop.ui.review.chairing.meeting_clock import AgendaPresenter
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.words import Words


class AgendaPanel(CardsPanel[AgendaItem]):
    """A card for each item, the child's own at the top of what is proposed."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        self.agenda = AgendaPresenter(presenter)
        self._total = Words("", "muted")
        self.propose_button = ActionButton(tr("Propose an agenda"), "list-checks", "primary")
        self.own_button = ActionButton(
            tr("Add what {child} wants to talk about", child=_known_as(presenter)), "plus"
        )
        self.time_button = ActionButton(tr("Show the time"), "calendar-clock", "chip")
        self.time_button.setCheckable(True)
        super().__init__(presenter)
        self.body.insertWidget(0, Words(tr("What is talked about today"), "question"))
        self.body.insertWidget(1, self._total)
        self.propose_button.clicked.connect(self.propose)
        self.own_button.clicked.connect(self.add_own)
        self.time_button.clicked.connect(self._on_time)
        for keys, step in ((UP, -1), (DOWN, 1)):
            shortcut = QShortcut(QKeySequence(keys), self, partial(self._move_focused, step))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What it is made of

    @override
    def make_foot(self) -> QWidget:
        return FlowRow(
            self.propose_button, self.own_button, self.add_button, self._put_back, self.time_button
        )

    @override
    def things(self) -> Sequence[AgendaItem]:
        return self.agenda.items()

    @override
    def make_thing(self) -> AgendaItem:
        return self.agenda.new_item()

    @override
    def make_card(self, thing: AgendaItem) -> RecordCard[AgendaItem]:
        card = AgendaCard(thing, self._sections())
        card.moved.connect(partial(self._move, thing.id))
        card.now_wanted.connect(partial(self._talk_about, thing.id))
        card.grip.dropped.connect(partial(self._on_dropped, thing.id))
        return card

    @override
    def title_of(self, thing: AgendaItem, number: int) -> str:
        return title_of(thing, number)

    @override
    def add_words(self) -> str:
        return tr("Add an item")

    @override
    def empty_words(self) -> str:
        return tr("Nothing stands on the agenda yet. What the child brings comes first.")

    @override
    def undo_words(self) -> str:
        return tr("Put back on the agenda")

    # What is shown

    @override
    def refresh(self) -> None:
        super().refresh()
        items, fixed = self.things(), self.is_fixed()
        self._total.setText(self.agenda.total())
        self._total.setVisible(bool(items))
        self.propose_button.setVisible(not self.presenter.record.agenda_items and not fixed)
        self.own_button.setVisible(bool(items) and not fixed)
        is_held = self.presenter.review.status is ReviewStatus.OPEN
        self.time_button.setVisible(bool(items) and is_held)
        self.time_button.setChecked(self.presenter.shows_time)
        current = self.agenda.current()
        for number, item in enumerate(items):
            card = self.cards[item.id]
            if isinstance(card, AgendaCard):
                card.up_button.setVisible(number > 0 and not fixed)
                card.down_button.setVisible(number < len(items) - 1 and not fixed)
                card.grip.setVisible(len(items) > 1 and not fixed)
                here = current is not None and current.id == item.id
                card.now_button.setVisible(is_held and not here and not item.is_done)

    @override
    def refresh_people(self) -> None:
        record = self.presenter.record
        names = dict.fromkeys([record.child.known_as, *(one.name for one in record.participants)])
        for card in self.cards.values():
            field = card.rows["brought_by"].field
            if isinstance(field, PersonField):
                field.set_suggestions([name for name in names if name])

    @override
    def set_shared(self, *, shared: bool) -> None:
        """What is for the IRO alone is not among the items of a shared screen."""
        self.refresh()

    def _sections(self) -> tuple[Option, ...]:
        lines = self.presenter.section_lines()
        return (Option("", tr("Nowhere")), *(Option(line.id, line.title) for line in lines))

    # What happens

    def propose(self) -> None:
        """Begin with an agenda made from the form's sections."""
        self.left.emit()
        items = self.agenda.propose()
        self._keep(items)
        self.cards[items[0].id].focus_first()
        accessibility.announce(self, self.agenda.total())

    def add_own(self) -> None:
        """Add something the child brings, beneath what the child brings already."""
        self.left.emit()
        own, *moved = self.agenda.new_own_item()
        self._keep((own, *moved))
        self.cards[own.id].focus_first()

    def _move(self, name: str, by: int) -> None:
        item = next(one for one in self.things() if one.id == name)
        self.left.emit()
        moved = self.agenda.move(item, by)
        if moved:
            self._keep(moved)
            self._focus_mover(name, by)

    def _move_focused(self, by: int) -> None:
        focus = QApplication.focusWidget()
        for name, card in self.cards.items():
            if focus is not None and card.isAncestorOf(focus) and not self.is_fixed():
                self._move(name, by)
                return

    def _on_dropped(self, name: str, at: QPoint) -> None:
        height = self.mapFromGlobal(at).y()
        others = [self.cards[one.id] for one in self.things() if one.id != name]
        place = sum(card.geometry().center().y() < height for card in others)
        item = next(one for one in self.things() if one.id == name)
        self.left.emit()
        self._keep(self.agenda.move_to(item, place))

    def _keep(self, edits: Sequence[object]) -> None:
        self.refresh()
        for edit in edits:
            self.edited.emit(edit)
        self.changed.emit()
        self.left.emit()

    def _focus_mover(self, name: str, by: int) -> None:
        card = self.cards[name]
        if isinstance(card, AgendaCard):
            wanted, other = card.up_button, card.down_button
            if by > 0:
                wanted, other = other, wanted
            here = wanted if wanted.isVisibleTo(self) else other
            if not card.isAncestorOf(QApplication.focusWidget() or self):
                here.setFocus(Qt.FocusReason.OtherFocusReason)
            accessibility.announce(self, card.title())

    def _talk_about(self, name: str) -> None:
        self.agenda.turn_to(name)
        self.refresh()
        self.changed.emit()
        item = self.agenda.current()
        if item is not None and item.section:
            self.section_wanted.emit(item.section)

    def _on_time(self) -> None:
        self.presenter.shows_time = self.time_button.isChecked()
        self.changed.emit()


def _known_as(presenter: ReviewPresenter) -> str:
    return presenter.record.child.known_as.strip() or tr("the child")
