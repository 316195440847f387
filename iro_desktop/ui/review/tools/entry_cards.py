"""The entries of a tool as cards within its frame, always in the order in which they stand."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.record_homes import ToolThing
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools.entry_card import EntryCard
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.widgets.grip import Grip
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.tab_order import follow

E = TypeVar("E", bound=ToolThing)


class EntryCards(CardsPanel[E]):
    """What happens in the cards goes to the frame, which keeps it and looks anew."""

    def __init__(self, frame: ToolPanel) -> None:
        self.frame = frame
        self._standing: list[RecordCard[E]] = []
        super().__init__(frame.presenter)
        self.edited.connect(frame.take)
        self.left.connect(frame.left)
        self.failed.connect(frame.failed)
        self.paper_wanted.connect(frame.paper_wanted)

    def before(self) -> QWidget:
        """What Tab comes to before the cards."""
        return self.frame.last_button

    @override
    def refresh(self) -> None:
        super().refresh()
        wanted = [self.cards[thing.id] for thing in self.things()]
        if wanted != self._standing:
            self._standing = wanted
            self._put_in_order()
        for card in wanted:
            if isinstance(card, EntryCard):
                card.set_shared(shared=self.frame.is_shared)

    def _put_in_order(self) -> None:
        for place, card in enumerate(self._standing):
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
        self._let_tab_follow()

    def _let_tab_follow(self) -> None:
        """A card made late, or moved, is otherwise the last that Tab comes to."""
        if self.before().window() is self.window():
            follow(self.before(), *self._standing, self.add_button, self._put_back)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._let_tab_follow()


class MovableCards(EntryCards[E]):
    """Cards that stand in an order of their own, moved by two buttons, or dragged by a grip."""

    def __init__(self, frame: ToolPanel) -> None:
        self._moving: dict[str, tuple[IconButton, IconButton]] = {}
        self._grips: dict[str, Grip] = {}
        super().__init__(frame)
        self._drop_line = QFrame(self)
        self._drop_line.setAutoFillBackground(True)
        self._drop_line.hide()

    @override
    def refresh(self) -> None:
        super().refresh()
        things, fixed = self.things(), self.is_fixed()
        for name in [name for name in self._moving if name not in self.cards]:
            del self._moving[name], self._grips[name]
        for number, thing in enumerate(things):
            up, down = self._moving[thing.id]
            title = self.cards[thing.id].title()
            up.set_name(tr("Earlier: {what}", what=title))
            down.set_name(tr("Later: {what}", what=title))
            up.setVisible(number > 0 and not fixed)
            down.setVisible(number < len(things) - 1 and not fixed)
            self._grips[thing.id].setVisible(len(things) > 1 and not fixed)

    def equip_to_move(self, card: RecordCard[E]) -> RecordCard[E]:
        """Give a card the two buttons."""
        name = card.record.id
        up, down = IconButton("", "arrow-up"), IconButton("", "arrow-down")
        up.clicked.connect(lambda: self.move_by(name, -1))
        down.clicked.connect(lambda: self.move_by(name, 1))
        grip = Grip()
        grip.carried.connect(lambda at: self._show_drop_line(name, at))
        grip.dropped.connect(lambda at: self._on_dropped(name, at))
        for part in (grip, up, down):
            card.add_to_head(part)
        self._moving[name], self._grips[name] = (up, down), grip
        return card

    def grip(self, name: str) -> Grip:
        """What the card of an entry is dragged by."""
        return self._grips[name]

    def place_at(self, name: str, at: QPoint) -> int:
        """The place among the others that a point on the whole screen means."""
        height = self.mapFromGlobal(at).y()
        others = [self.cards[thing.id] for thing in self.things() if thing.id != name]
        return sum(card.geometry().center().y() < height for card in others)

    def _show_drop_line(self, name: str, at: QPoint) -> None:
        others = [self.cards[thing.id] for thing in self.things() if thing.id != name]
        place = self.place_at(name, at)
        gap = self._list.spacing() // 2
        top = others[place].y() - gap if place < len(others) else others[-1].geometry().bottom()
        palette = self._drop_line.palette()
        palette.setColor(self._drop_line.backgroundRole(), theme.colour("primary"))
        self._drop_line.setPalette(palette)
        self._drop_line.setGeometry(0, top - 1, self.width(), 3)
        self._drop_line.show()
        self._drop_line.raise_()

    def _on_dropped(self, name: str, at: QPoint) -> None:
        was_carried = not self._drop_line.isHidden()
        self._drop_line.hide()
        if was_carried:
            self.move_to(name, self.place_at(name, at))

    def move_by(self, name: str, step: int) -> None:
        """Let an entry stand one place further on, or one before, and keep the focus on it."""
        names: list[str] = [thing.id for thing in self.things()]
        place = names.index(name) + step
        self.move_to(name, place)
        buttons = self._moving[name]
        here = buttons[0] if step < 0 else buttons[1]
        stays = here if here.isVisibleTo(self) else next(b for b in buttons if b is not here)
        stays.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_to(self, name: str, place: int) -> None:
        """Let an entry stand at a place among the others, counted from 0."""
        self.left.emit()
        things = list(self.things())
        thing = next(one for one in things if one.id == name)
        things.remove(thing)
        things.insert(min(max(place, 0), len(things)), thing)
        changed = self.frame.tools.put_in_order(things)
        self.refresh()
        self.frame.take(*changed)
        self.left.emit()
        accessibility.announce(self, self.cards[name].title())
