"""What every panel of records shares: cards under one another, changes passed on, things added."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.edits import Edit, Thing
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words

T = TypeVar("T", bound=Thing)


class Panel(QWidget):
    """Records of one kind in a section. `edited` carries what is to be kept, `left` says when.

    `changed` tells that something elsewhere may now look different; `failed` carries the
    KnownFault of something that goes to the store at once, `paper_wanted` an Explanation to print,
    `section_wanted` the id of the section to go to. `writes` is the kind that has to be one's own
    to write: who may write the review may write all that belongs to it.
    """

    edited = Signal(object)
    left = Signal()
    changed = Signal()
    failed = Signal(object)
    paper_wanted = Signal(object)
    section_wanted = Signal(str)

    writes: ClassVar[str] = "review"

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.space(10))

    def refresh(self) -> None:
        """Show the records as they stand."""

    def refresh_people(self) -> None:
        """Offer the names of those who are on the list by now."""

    def row_of(self, gap: Problem) -> FormRow | None:
        """The row where something missing is put right, if it is in this panel."""
        return None

    def focus_first(self) -> bool:
        """Put the focus where one begins. Says whether there is such a place."""
        return False

    def settle(self) -> None:
        """Keep what is ready to be kept and was not confirmed: the screen is left."""

    def set_shared(self, *, shared: bool) -> None:
        """Whether others see the screen: hide what is not for them. Most panels hide nothing.

        Called whenever the page comes to the front and whenever sharing begins or ends.
        """

    def edit(self, edit: Edit) -> None:
        """Pass on something to be kept."""
        self.edited.emit(edit)
        self.changed.emit()

    def is_fixed(self) -> bool:
        """Whether the review is closed or cancelled, or this is not one's to write."""
        return self.presenter.is_fixed(self.writes)


class CardsPanel(Panel, Generic[T]):
    """A card for each record, and a button for one more.

    `gap_rows` says, by the code of a gap, in which row of a card it is put right.
    """

    gap_rows: ClassVar[Mapping[str, str]] = {}

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(presenter, parent)
        self.cards: dict[str, RecordCard[T]] = {}
        self._undo: T | None = None
        self._empty = Words("", "muted")
        self.add_button = ActionButton(self.add_words(), "plus")
        self.add_button.clicked.connect(self.add)
        self._put_back = ActionButton("", "undo-2", "quiet")
        self._put_back.clicked.connect(self._on_put_back)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._list)
        self.body.addWidget(self.make_foot())
        self.refresh()

    def things(self) -> Sequence[T]:
        """The records this panel shows."""
        raise NotImplementedError

    def make_card(self, thing: T) -> RecordCard[T]:
        """A card for one record."""
        raise NotImplementedError

    def make_thing(self) -> T:
        """One more record."""
        raise NotImplementedError

    def make_foot(self) -> QWidget:
        """What stands beneath the cards."""
        return FlowRow(self.add_button, self._put_back)

    def add_words(self) -> str:
        """What the button that adds one says."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What is said while there is none."""
        raise NotImplementedError

    def undo_words(self) -> str:
        """What the button that puts back the one last removed says."""
        raise NotImplementedError

    def title_of(self, thing: T, number: int) -> str:
        """What the card of a record is called."""
        raise NotImplementedError

    @override
    def refresh(self) -> None:
        """Make cards for what is new, take away those of what is gone, show the rest anew."""
        things, fixed = self.things(), self.is_fixed()
        names = {thing.id for thing in things}
        if self._undo is not None and self._undo.id in names:
            self._undo = None  # somebody put it back, perhaps in other words
        for name in [name for name in self.cards if name not in names]:
            card = self.cards.pop(name)
            throw_away(self._list, card)
        for number, thing in enumerate(things, start=1):
            self._show(thing, number)
            if self._list.indexOf(self.cards[thing.id]) != number - 1:
                self._list.insertWidget(number - 1, self.cards[thing.id])  # it was moved
        self._empty.setText(self.presenter.no_records() if fixed else self.empty_words())
        self._empty.setVisible(not things)
        self.add_button.setVisible(not fixed)
        self._put_back.setVisible(self._undo is not None and not fixed)

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        card, name = self.cards.get(gap.data["item"]), self.gap_rows.get(gap.code)
        return None if card is None or name is None else card.rows[name]

    @override
    def focus_first(self) -> bool:
        first = next((self.cards[thing.id] for thing in self.things()), None)
        if first is not None:
            first.focus_first()
            return True
        if self.add_button.isVisibleTo(self):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def add(self) -> None:
        """Add a record and begin to write in it."""
        self.left.emit()
        thing = self.make_thing()
        self.refresh()
        self.edit(thing)
        self.left.emit()
        self.cards[thing.id].focus_first()

    def _show(self, thing: T, number: int) -> None:
        card = self.cards.get(thing.id)
        if card is None:
            card = self.make_card(thing)
            for name, row in card.rows.items():
                equip(row.field, self.presenter, Place(thing.id, name))
            card.changed.connect(self._on_changed)
            card.left.connect(self.left)
            card.removed.connect(self._on_removed)
            self.cards[thing.id] = card
            self._list.insertWidget(number - 1, card)
            card.show()  # at once: the focus may go there before the layout would show it
        elif card.record != thing:
            card.show_record(thing)
        card.set_title(self.title_of(thing, number))
        card.set_read_only(self.is_fixed())

    def _on_changed(self, thing: T) -> None:
        self.presenter.change(thing)
        number = [other.id for other in self.things()].index(thing.id) + 1
        self.cards[thing.id].set_title(self.title_of(thing, number))
        self.edit(thing)

    def _on_removed(self, thing: T) -> None:
        self.left.emit()
        title = self.cards[thing.id].title()
        removal = self.presenter.remove(thing)
        self._undo = thing
        self._put_back.setText(self.undo_words())
        accessibility.name(
            self._put_back, tr("{action}: {what}", action=self.undo_words(), what=title)
        )
        self._put_back.show()
        self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self.edit(removal)
        self.left.emit()
        accessibility.announce(self, tr("{what}: removed", what=title))

    def _on_put_back(self) -> None:
        if self._undo is not None:
            thing, self._undo = self._undo, None
            self.presenter.change(thing)
            self.refresh()
            self.edit(thing)
            self.left.emit()
            self.cards[thing.id].focus_first()
