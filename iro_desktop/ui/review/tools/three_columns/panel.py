"""The map: three columns of items that are added, moved and taken away by key or mouse."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget
from typing_extensions import override

from iro_desktop.domain.practice_pack import MapColumn
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.tools.attributes import VerbatimField
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.last_time import lines
from iro_desktop.ui.review.tools.three_columns.column import ColumnFrame
from iro_desktop.ui.review.tools.three_columns.columns import Columns
from iro_desktop.ui.review.tools.three_columns.item_card import ItemCard, WritingCard
from iro_desktop.ui.review.tools.three_columns.presenter import MapPresenter
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.tab_order import follow

_BESIDE, _STACKED = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MapPanel(ToolPanel):
    """Whoever is speaking is named once; what is added until then is theirs."""

    tool: ClassVar[Tool] = Tool.MAP
    beside_from: ClassVar[int] = 1000

    @override
    def fill(self) -> None:
        self.map = MapPresenter(self.presenter)
        self.cards: dict[str, ItemCard] = {}
        self.frames: dict[str, ColumnFrame] = {}
        self.writing: WritingCard | None = None
        self._undo: MapItem | None = None
        self._carried: QLabel | None = None
        self.speaker = PersonField(self.map.people())
        self.verbatim = VerbatimField()
        self.speaker_row = FormRow(
            tr("Who is speaking?"), self.speaker, hint=tr("What you add next is theirs.")
        )
        self.verbatim_row = FormRow("", self.verbatim, spoken=tr("What you add next is theirs"))
        self.speaker_row.answer_changed.connect(self._on_speaker)
        self.verbatim_row.answer_changed.connect(self._on_speaker)
        self.columns = Columns()
        self.put_back = ActionButton(tr("Put it back"), "undo-2", "quiet")
        self.put_back.clicked.connect(self._on_put_back)
        speaking = QBoxLayout(_STACKED if is_wide_text() else _BESIDE)
        speaking.setSpacing(theme.space(12))
        speaking.addWidget(self.speaker_row, 3)
        speaking.addWidget(self.verbatim_row, 1, Qt.AlignmentFlag.AlignBottom)
        self.work.addLayout(speaking)
        self.work.addWidget(self.columns)
        self.work.addWidget(FlowRow(self.put_back))

    @override
    def refresh_entries(self) -> None:
        fixed, columns = self.is_fixed(), self.map.columns()
        for column in columns:
            if column.id not in self.frames:
                self._add_frame(column)
        shown: dict[str, MapItem] = {
            item.id: item for item in self.visible(self.map.record.map_items)
        }
        self._write_again(shown)
        self._drop_gone(set(shown))
        for column in columns:
            self._show_column(column)
        there = {column.id for column in columns}
        for name, frame in self.frames.items():
            frame.setVisible(name in there)
        for row in (self.speaker_row, self.verbatim_row):
            row.setVisible(not fixed)
        if self._undo is not None and self._undo.id in shown:
            self._undo = None  # somebody put it back, perhaps in other words
        self.put_back.setVisible(self._undo is not None and not fixed)
        self._order()
        if self.last_time.isVisibleTo(self):
            self.last_time.refresh()

    @override
    def refresh_people(self) -> None:
        self.speaker.set_suggestions(self.map.people())

    @override
    def focus_first(self) -> bool:
        first = next(iter(self.frames.values()), None)
        if first is None or (self.is_fixed() and not self.cards):
            return False
        target = next(iter(self._cards_in_order()), None) if self.is_fixed() else first.line
        (target or first.line).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        columns = Columns()
        for column in self.map.columns(earlier.tools):
            items = self.map.items(column.id, earlier.tools)
            texts = [(self.map.since(item), self.map.said(item)) for item in items]
            columns.add(lines(texts, column.title))
        return columns

    # What stands in the columns

    def _add_frame(self, column: MapColumn) -> None:
        frame = ColumnFrame(column)
        frame.added.connect(lambda words: self._on_added(column.id, words))
        frame.unsaid.connect(lambda state: self._on_unsaid(column.id, state))
        frame.climbed.connect(lambda: self._on_climbed(column.id))
        self.frames[column.id] = frame
        self.columns.add(frame)

    def _drop_gone(self, names: set[str]) -> None:
        for name in [name for name in self.cards if name not in names]:
            card = self.cards.pop(name)
            card.hide()
            card.deleteLater()

    def _show_column(self, column: MapColumn) -> None:
        frame, fixed = self.frames[column.id], self.is_fixed()
        frame.set_read_only(read_only=fixed)
        for place, item in enumerate(self.visible(self.map.items(column.id))):
            card = self.cards.get(item.id) or self._make_card(item)
            shown: QWidget = card
            if self.writing is not None and self.writing.record.id == item.id:
                shown = self.writing
            if frame.items.indexOf(shown) != place:
                frame.items.insertWidget(place, shown)
            card.set_read_only(read_only=fixed)
            where = self.map.place_in_words(item.id)
            card.show_item(item, self.map.said(item), self.map.said_by(item), where)
            shown.show()

    def _make_card(self, item: MapItem) -> ItemCard:
        card = ItemCard(item)
        name = item.id
        card.moved.connect(lambda down, aside: self._on_moved(name, down, aside))
        card.walked.connect(lambda step: self._on_walked(name, step))
        card.opened.connect(lambda: self.open(name))
        card.removed.connect(lambda: self._on_removed(name))
        card.lifted.connect(lambda: self._on_lifted(card))
        card.carried.connect(self._on_carried)
        card.dropped.connect(lambda at: self._on_dropped(name, at))
        self.cards[name] = card
        return card

    def _cards_in_order(self) -> list[ItemCard]:
        return [
            self.cards[item.id]
            for column in self.map.columns()
            for item in self.visible(self.map.items(column.id))
        ]

    def _order(self) -> None:
        """Tab goes down each column, then to the next, wherever an item came from."""
        parts: list[QWidget] = []
        for frame in self.frames.values():
            parts += [*frame.cards(), frame.line, frame.unsaid_button]
        follow(self.verbatim.first_control(), *parts, self.put_back)

    # Written in

    def open(self, name: str) -> None:
        """Write in an item, where it stands."""
        self._close()
        item, card = self.map.item(name), self.cards[name]
        writing = WritingCard(item, self.map.people())
        writing.set_title(self.map.place_in_words(name))
        equip(writing.rows["words"].field, self.presenter, Place(name, "words"))
        writing.changed.connect(self._on_written)
        writing.left.connect(self.left)
        writing.removed.connect(lambda _item: self._on_removed(name))
        writing.done.connect(self._on_done)
        frame = self.frames[item.column]
        frame.items.insertWidget(frame.items.indexOf(card), writing)
        self.writing = writing
        frame.items.removeWidget(card)
        card.hide()
        writing.show()
        self._order()
        writing.focus_first()

    def _close(self) -> str:
        """Let what was written in rest. Gives its id."""
        if self.writing is None:
            return ""
        writing, self.writing = self.writing, None
        self.left.emit()
        writing.hide()
        writing.setParent(None)
        writing.deleteLater()
        self.refresh_entries()
        return writing.record.id

    def _write_again(self, shown: Mapping[str, MapItem]) -> None:
        """What is written in may have been taken back, put back or hidden elsewhere."""
        if self.writing is None:
            return
        now = shown.get(self.writing.record.id)
        if now is None:
            writing, self.writing = self.writing, None
            writing.hide()
            writing.setParent(None)
            writing.deleteLater()
        elif now != self.writing.record:
            self.writing.show_record(now)

    def _on_written(self, item: MapItem) -> None:
        said = self.map.say(item)
        if self.writing is not None:
            self.writing.record = said
        self.take(said)

    def _on_done(self) -> None:
        name = self._close()
        if name in self.cards:
            self._focus(self.cards[name])

    def _on_speaker(self) -> None:
        self.map.speaker = self.speaker.value() or ""
        self.map.verbatim = self.verbatim.is_set()

    # Added, moved, taken away

    def _on_added(self, column: str, words: str) -> None:
        self._show_added(self.map.add(column, words))

    def _on_unsaid(self, column: str, state: EntryState) -> None:
        self._show_added(self.map.add_unsaid(column, state))

    def _show_added(self, item: MapItem) -> None:
        self.refresh_entries()
        self.take(item)
        self.left.emit()
        accessibility.announce(self, tr("Added: {what}", what=self.map.place_in_words(item.id)))

    def _on_climbed(self, column: str) -> None:
        items = self.visible(self.map.items(column))
        if items:
            self._focus(self.cards[items[-1].id])

    def _on_walked(self, name: str, step: int) -> None:
        column = self.map.item(name).column
        items = self.visible(self.map.items(column))
        at = [item.id for item in items].index(self.map.item(name).id) + step
        if 0 <= at < len(items):
            self._focus(self.cards[items[at].id])
        elif at == len(items) and not self.is_fixed():
            self.frames[column].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self, name: str, down: int, aside: int) -> None:
        self._close()
        edits = self.map.step(name, down) if down else self.map.step_aside(name, aside)
        self._show_moved(name, edits)

    def _show_moved(self, name: str, edits: tuple[MapItem, ...]) -> None:
        if edits:
            self.refresh_entries()
            self.take(*edits)
            self.left.emit()
        self._focus(self.cards[name])
        accessibility.announce(self, self.map.place_in_words(name))

    def _on_removed(self, name: str) -> None:
        self._close()
        item = self.map.item(name)
        removal = self.map.remove(item)
        self._undo = item
        said = self.map.said(item)
        accessibility.name(self.put_back, tr("Put back: {what}", what=said))
        self.put_back.show()
        self._focus(self.put_back)
        self.refresh_entries()
        self.take(removal)
        self.left.emit()
        accessibility.announce(self, tr("{what}: removed", what=said))

    def _on_put_back(self) -> None:
        if self._undo is not None:
            item, self._undo = self._undo, None
            self.map.change(item)
            self.refresh_entries()
            self.take(item)
            self.left.emit()
            self._focus(self.cards[item.id])

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # Carried by the mouse

    def _on_lifted(self, card: ItemCard) -> None:
        self._close()
        self._carried = carried = QLabel(self.window())
        carried.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        carried.setPixmap(card.grab())
        carried.resize(card.size())
        carried.show()

    def _on_carried(self, at: QPoint) -> None:
        if self._carried is None:
            return
        here = self.window().mapFromGlobal(at)
        self._carried.move(here - QPoint(self._carried.width() // 2, theme.space(12)))
        under = self._frame_at(at)
        for frame in self.frames.values():
            frame.show_drop(frame.place_at(at) if frame is under else None)

    def _on_dropped(self, name: str, at: QPoint) -> None:
        if self._carried is not None:
            self._carried.deleteLater()
            self._carried = None
        for frame in self.frames.values():
            frame.show_drop(None)
        under = self._frame_at(at)
        if under is None:
            return
        place, column = under.place_at(at), under.column.id
        item = self.map.item(name)
        if item.column == column and place > self.map.place(name):
            place -= 1  # it leaves its own place behind
        self._show_moved(name, self.map.move(name, column, place))

    def _frame_at(self, at: QPoint) -> ColumnFrame | None:
        frames = self.frames.values()
        return next((one for one in frames if one.rect().contains(one.mapFromGlobal(at))), None)
