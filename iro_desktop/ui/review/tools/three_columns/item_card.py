"""One item of the map: read at rest, written in when it is opened, moved by key or mouse."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.attribute import Attribute, text_attribute
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.tools import attributes
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.words import Words

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
OPENING_KEYS = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_F2, Key.Key_Space})
REMOVING_KEYS = frozenset({Key.Key_Delete, Key.Key_Backspace})


class ItemCard(QFrame):
    """`moved` carries steps down and steps to the next column; `walked`, steps of the focus down.

    `lifted`, `carried` and `dropped` tell of the mouse: where it is on the whole screen.
    """

    moved = Signal(int, int)
    walked = Signal(int)
    opened = Signal()
    removed = Signal()
    lifted = Signal()
    carried = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, item: MapItem) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.item = item
        self._read_only = self._is_carried = False
        self._pressed: QPoint | None = None
        self.words = Words()
        self.by = Words("", "small")
        self.menu_button = IconButton(tr("What can be done with it"), "ellipsis")
        self.menu_button.clicked.connect(self._open_menu_below)
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(self.words)
        words.addWidget(self.by)
        row = QHBoxLayout(self)
        side, above = theme.space(12), theme.space(8)
        row.setContentsMargins(side, above, side, above)
        row.setSpacing(theme.space(4))
        row.addLayout(words, 1)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_item(self, item: MapItem, said: str, by: str, place: str) -> None:
        """Show the item as it stands; `place` says where, for those who do not see it."""
        self.item = item
        self.words.setText(said)
        self.words.set_role("" if item.words.strip() else "muted")
        self.by.setText(by)
        self.by.setVisible(bool(by))
        keys = tr("Enter opens it. Alt and the arrow keys move it. Delete takes it away.")
        accessibility.name(
            self,
            accessibility.sentence(said, by),
            accessibility.sentence(place, "" if self._read_only else keys),
        )
        self.menu_button.set_name(tr("What can be done with: {what}", what=said))

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the item can be seen only."""
        self._read_only = read_only
        self.menu_button.setVisible(not read_only)
        shape = Qt.CursorShape.ArrowCursor if read_only else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        """Alt and an arrow are this card's own, not the window's way back."""
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and self._step_of(event):  # type: ignore[arg-type]  # a key, as is_key says
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, key = self._step_of(event), event.key()
        if step:
            self.moved.emit(*step)
        elif key in {Key.Key_Up, Key.Key_Down}:
            self.walked.emit(-1 if key == Key.Key_Up else 1)
        elif key in OPENING_KEYS and not self._read_only:
            self.opened.emit()
        elif key in REMOVING_KEYS and not self._read_only:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Steps down and aside that a key asks for; arrows aside go as they point."""
        if self._read_only or not event.modifiers() & ALT:
            return None
        onward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        return {
            Key.Key_Up.value: (-1, 0),
            Key.Key_Down.value: (1, 0),
            Key.Key_Left.value: (0, -onward),
            Key.Key_Right.value: (0, onward),
        }.get(event.key())

    # The menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._read_only:
            self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> QMenu:
        """Everything the keys do, in words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Change"), self.opened.emit)
        menu.addSeparator()
        for words, step in (
            (tr("Move up"), (-1, 0)),
            (tr("Move down"), (1, 0)),
            (tr("Move to the column before"), (0, -1)),
            (tr("Move to the next column"), (0, 1)),
        ):
            menu.addAction(words, partial(self.moved.emit, *step))
        menu.addSeparator()
        menu.addAction(tr("Take it away"), self.removed.emit)
        menu.popup(at)
        return menu

    def _open_menu_below(self) -> None:
        button = self.menu_button
        self.open_menu(button.mapToGlobal(QPoint(0, button.height())))

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._read_only:
            self._pressed = event.globalPosition().toPoint()
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.globalPosition().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_carried:
            self._is_carried = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.lifted.emit()
        if self._is_carried:
            self.carried.emit(at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_carried, self._is_carried, self._pressed = self._is_carried, False, None
        if was_carried:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(event.globalPosition().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._read_only:
            self.opened.emit()


class WritingCard(RecordCard[MapItem]):
    """The item's fields, one beneath the other: a column is narrow. `done`: it may rest again."""

    done = Signal()

    def __init__(self, item: MapItem, people: Sequence[str]) -> None:
        words: Attribute[MapItem] = text_attribute(
            "words",
            tr("What is said"),
            RemarkedTextField(fewest_lines=2, verbatim=item.is_verbatim),
        )
        who: Attribute[MapItem] = attributes.heard_from(people, span=12)
        super().__init__(
            item,
            (words, attributes.state(12), who, attributes.verbatim(12)),
            removing=tr("Take it away"),
        )
        button = ActionButton(tr("Done"), "check")
        button.clicked.connect(self.done)
        self.add_below(FlowRow(button))

    @override
    def applies(self, name: str) -> bool:
        """Why there are no words is asked only while there are none."""
        has_words = bool(self.record.words.strip())
        return has_words != (name == "state") or name in {"words", "heard_from"}

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
