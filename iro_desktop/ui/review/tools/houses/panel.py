"""A house or a figure on screen: the picture above, the room chosen in it beneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.tools.frame import ToolPanel
from iro_desktop.ui.review.tools.houses.presenter import HousePresenter, has_content, room_in
from iro_desktop.ui.review.tools.houses.room_card import RoomCard
from iro_desktop.ui.review.tools.houses.rooms_picture import RoomLook, RoomsPicture
from iro_desktop.ui.widgets.drawing_field import DrawingField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tools import states


class HousePanel(ToolPanel):
    """One room is worked in at a time: a child's screen holds little."""

    @override
    def fill(self) -> None:
        self.rooms = HousePresenter(self.tools, self.of)
        self.cards: dict[str, RoomCard] = {}
        self.chosen = ""
        self.picture = RoomsPicture(self.of)
        self.picture.chosen.connect(self.open_room)
        self.others = FlowRow()
        self._other_buttons: dict[str, ActionButton] = {}
        self.question = Words("", "h3")
        self.hidden = Words(tr("This room is not shown while others see the screen."), "muted")
        self._room = QVBoxLayout()
        for part in (self.picture, self.others, self.question, self.hidden):
            self.work.addWidget(part)
        self.work.addLayout(self._room)
        self._show_question()

    @override
    def refresh_entries(self) -> None:
        if not self.chosen and self.rooms.kinds:
            self.chosen = self.rooms.kinds[0].id
        for name, card in self.cards.items():
            if card.record != self.rooms.room(name):
                card.show_record(self.rooms.room(name))
            card.set_read_only(self.is_fixed())
        self._show_picture()
        self._show_room()

    @override
    def set_shared(self, *, shared: bool) -> None:
        super().set_shared(shared=shared)
        self._show_picture()
        self._show_room()

    @override
    def focus_first(self) -> bool:
        button = self.picture.buttons.get(self.chosen)
        if button is None:
            return False
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def show_earlier(self, earlier: EarlierTools) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        for kind in self.rooms.kinds:
            room = room_in(earlier.tools, self.of, kind.id)
            if room is not None:
                column.addWidget(Words(kind.title, "strong"))
                _show_earlier(column, kind.title, room)
        return box

    def open_room(self, name: str) -> None:
        """Work in a room."""
        self.left.emit()
        self.chosen = name
        self._show_question()
        self._show_room()
        accessibility.announce(self, self.question.text())

    def _show_question(self) -> None:
        kind = next((one for one in self.rooms.kinds if one.id == self.chosen), None)
        self.question.setText((kind.question or kind.title) if kind else "")

    def _show_picture(self) -> None:
        looks = [self._look(kind.id, kind.title) for kind in self.rooms.kinds]
        self.picture.show_rooms(looks)
        for look in looks:
            if look.id in self.picture.buttons:
                continue
            button = self._other_buttons.get(look.id)
            if button is None:
                button = ActionButton(look.title)
                button.setCheckable(True)
                button.clicked.connect(lambda _on, name=look.id: self.open_room(name))
                self._other_buttons[look.id] = button
                self.others.add(button)
            accessibility.name(button, look.title, look.said)
        self.others.setVisible(bool(self._other_buttons))

    def _look(self, name: str, title: str) -> RoomLook:
        room = self.rooms.room(name)
        if self.is_shared and self.rooms.is_hidden(room):
            return RoomLook(name, title, tr("not shown here"))
        return RoomLook(name, title, said_of(room), room.drawing)

    def _show_room(self) -> None:
        self._show_question()
        self.picture.choose(self.chosen)
        for name, button in self._other_buttons.items():
            button.setChecked(name == self.chosen)
        if not self.chosen:
            return
        hidden = self.is_shared and self.rooms.is_hidden(self.rooms.room(self.chosen))
        if self.chosen not in self.cards and not hidden:
            self._make_card(self.chosen)
        for name, card in self.cards.items():
            card.setVisible(name == self.chosen and not hidden)
        self.hidden.setVisible(hidden)

    def _make_card(self, name: str) -> None:
        room = self.rooms.room(name)
        card = RoomCard(room, self.rooms, self.tools.people())
        for field, row in card.rows.items():
            equip(row.field, self.presenter, Place(room.id, field))
        kind = next(one for one in self.rooms.kinds if one.id == name)
        card.set_title(kind.title)
        card.set_read_only(self.is_fixed())
        card.changed.connect(lambda changed: self._on_changed(name, changed))
        card.left.connect(self.left)
        self.cards[name] = card
        self._room.addWidget(card)

    def _on_changed(self, name: str, room: Room) -> None:
        changed = self.rooms.change(room)
        score = self.rooms.score(changed)
        if changed != self.cards[name].record:
            self.cards[name].show_record(changed)
        self._show_picture()
        self.take(changed, *([score] if score is not None else []))


def three_houses_panel(presenter: ReviewPresenter) -> HousePanel:
    """The three houses, for a shelf that offers each tool on its own."""
    return HousePanel(presenter, Tool.THREE_HOUSES)


def wizard_panel(presenter: ReviewPresenter) -> HousePanel:
    """The wizard."""
    return HousePanel(presenter, Tool.WIZARD)


def fairy_panel(presenter: ReviewPresenter) -> HousePanel:
    """The fairy."""
    return HousePanel(presenter, Tool.FAIRY)


def safety_house_panel(presenter: ReviewPresenter) -> HousePanel:
    """The safety house with its path."""
    return HousePanel(presenter, Tool.SAFETY_HOUSE)


def said_of(room: Room) -> str:
    """What is in a room, in a few words."""
    parts = [tr("words") if room.words.strip() else "", tr("a drawing") if room.drawing else ""]
    if room.place is not None:
        parts.append(tr("{score} out of 10", score=theme.number(float(room.place))))
    said = ", ".join(part for part in parts if part)
    if said or room.state is EntryState.ANSWERED:
        return said
    return states()[room.state]


def _show_earlier(column: QVBoxLayout, title: str, room: Room) -> None:
    if room.words.strip():
        column.addWidget(Words(room.words, "quote"))
    if room.place is not None:
        score = theme.number(float(room.place))
        column.addWidget(Words(tr("{score} out of 10", score=score)))
    if room.drawing:
        drawing = DrawingField()
        drawing.set_value(room.drawing)
        drawing.set_read_only(True)
        drawing.set_names(title)
        column.addWidget(drawing)
    if not has_content(room):
        column.addWidget(Words(states()[room.state], "muted"))
