"""A repeated group: the same few questions for each of several things."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.words import Words


class GroupItem(QFrame):
    """One entry: a heading with its number, ways to move and remove it, and what the caller made.

    When removed it folds to a line that brings it back, so that nothing is lost by a slip.
    """

    moved = Signal(str, int)
    removed = Signal(str)
    restored = Signal(str)

    def __init__(self, item: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.item, self.content, self.gone = item, content, False
        self._heading = Words("", "h3")
        self._gone_words = Words("", "muted")
        self.up = IconButton(tr("Move up"), "arrow-up")
        self.down = IconButton(tr("Move down"), "arrow-down")
        self.remove = IconButton(tr("Remove"), "trash-2")
        self.undo = ActionButton(tr("Bring it back"), "undo-2", "quiet")
        self.up.clicked.connect(lambda: self.moved.emit(item, -1))
        self.down.clicked.connect(lambda: self.moved.emit(item, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(item))
        self.undo.clicked.connect(lambda: self.restored.emit(item))
        self._lay_out()

    def _lay_out(self) -> None:
        self._open = QWidget()
        opened = QVBoxLayout(self._open)
        opened.setContentsMargins(0, 0, 0, 0)
        opened.setSpacing(theme.space(10))
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        opened.addLayout(head)
        opened.addWidget(self.content)
        self._folded = QWidget()
        folded = QHBoxLayout(self._folded)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.addWidget(self._gone_words, 1)
        folded.addWidget(self.undo)
        layout = QVBoxLayout(self)
        edge = theme.space(16)
        layout.setContentsMargins(edge, theme.space(10), theme.space(10), edge)
        layout.addWidget(self._open)
        layout.addWidget(self._folded)
        self.set_gone(gone=False)

    def set_place(self, title: str, *, first: bool, last: bool) -> None:
        """Name the entry by where it stands."""
        self._heading.setText(title)
        self._gone_words.setText(tr("{item} removed", item=title))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.up.set_name(tr("Move {item} up", item=title))
        self.down.set_name(tr("Move {item} down", item=title))
        self.remove.set_name(tr("Remove {item}", item=title))
        accessibility.name(self.undo, tr("Bring {item} back", item=title))
        accessibility.name(self, title)

    def set_gone(self, *, gone: bool) -> None:
        """Fold the entry away, or show it whole."""
        self.gone = gone
        self._open.setVisible(not gone)
        self._folded.setVisible(gone)

    def set_read_only(self, *, read_only: bool) -> None:
        """Take away what moves and removes."""
        for button in (self.up, self.down, self.remove, self.undo):
            button.setVisible(not read_only)


class GroupField(Field):
    """The ids of the entries, in order. What is asked in each is the caller's.

    `make_item` makes the rows of one entry; `new_id` names a new one; `item_name` is what one entry
    is called, such as "visit". Alt with an arrow moves the entry that has the focus.
    """

    item_added = Signal(str)
    item_removed = Signal(str)
    item_restored = Signal(str)

    def __init__(
        self,
        make_item: Callable[[str], QWidget],
        new_id: Callable[[], str],
        item_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_item, self._new_id, self._item_name = make_item, new_id, item_name
        self._items: list[GroupItem] = []
        self._read_only = False
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.space(10))
        self._add = ActionButton(tr("Add: {item}", item=item_name), "plus")
        self._add.clicked.connect(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addLayout(self._cards)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._hold(self._add)

    @override
    def value(self) -> tuple[str, ...] | None:
        return tuple(card.item for card in self._items if not card.gone) or None

    def content(self, item: str) -> QWidget:
        """What `make_item` made for that entry.

        Raises:
            KeyError: there is no such entry.
        """
        return self._card(item).content

    @override
    def set_value(self, value: AnswerValue) -> None:
        wanted = value if isinstance(value, tuple) else ()
        for card in [card for card in self._items if card.item not in wanted]:
            self._items.remove(card)
            card.hide()
            card.deleteLater()
        known = {card.item: card for card in self._items}
        self._items = [known.get(item) or self._make_card(item) for item in wanted]
        for card in self._items:
            card.set_gone(gone=False)
        self._arrange()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._add.setVisible(not read_only)
        for card in self._items:
            card.set_read_only(read_only=read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        accessibility.name(
            self._add,
            tr("Add: {item}", item=self._item_name),
            accessibility.sentence(name, description),
        )

    @override
    def set_faulty(self, faulty: bool) -> None:
        """The words beneath mark the fault."""

    def add(self) -> None:
        """Add an entry, as the user, and go to its first question."""
        card = self._make_card(self._new_id())
        self._items.append(card)
        self._arrange()
        self.item_added.emit(card.item)
        self.answer_changed.emit()
        _focus_inside(card.content)

    def move_item(self, item: str, by: int) -> None:
        """Move an entry up (-1) or down (1), as the user; the focus goes with it."""
        here = self._items.index(self._card(item))
        there = here + by
        if not 0 <= there < len(self._items):
            return
        self._items[here], self._items[there] = self._items[there], self._items[here]
        self._arrange()
        accessibility.announce(self, tr("Moved to place {place}", place=there + 1))
        self.answer_changed.emit()

    def remove(self, item: str) -> None:
        """Fold an entry away, as the user. It can be brought back until the page is left."""
        card = self._card(item)
        card.set_gone(gone=True)
        card.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.item_removed.emit(item)
        self.answer_changed.emit()

    def restore(self, item: str) -> None:
        """Bring an entry back, as the user."""
        card = self._card(item)
        card.set_gone(gone=False)
        card.remove.setFocus(Qt.FocusReason.OtherFocusReason)
        self.item_restored.emit(item)
        self.answer_changed.emit()

    def _card(self, item: str) -> GroupItem:
        for card in self._items:
            if card.item == item:
                return card
        raise KeyError(item)

    def _make_card(self, item: str) -> GroupItem:
        card = GroupItem(item, self._make_item(item))
        card.moved.connect(self.move_item)
        card.removed.connect(self.remove)
        card.restored.connect(self.restore)
        card.installEventFilter(self)
        card.set_read_only(read_only=self._read_only)
        return card

    def _arrange(self) -> None:
        for place, card in enumerate(self._items):
            if self._cards.indexOf(card) != place:
                self._cards.removeWidget(card)
                self._cards.insertWidget(place, card)
            title = tr("{item} {number}", item=self._item_name, number=place + 1)
            card.set_place(title, first=place == 0, last=place == len(self._items) - 1)
        _chain([*self._items, self._add])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, GroupItem)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        ):
            self.move_item(watched.item, -1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)


def _focus_inside(widget: QWidget) -> None:
    for child in (widget, *widget.findChildren(QWidget)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _chain(widgets: list[QWidget]) -> None:
    """Let Tab go through the entries in the order they are seen, whatever order they were made."""
    stops = [
        stop
        for widget in widgets
        for stop in (widget, *widget.findChildren(QWidget))
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for one, next_one in pairwise(stops):
        QWidget.setTabOrder(one, next_one)
