"""One column of the map: its title and question, its items, and a line that adds one more."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.practice_pack import MapColumn, Tone
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import IconButton, IconLabel
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tools import STATES_WITHOUT_WORDS, states

# The title says what a column is about; the mark and its colour only repeat it.
MARKS = {
    Tone.WORKING_WELL: ("heart", "success"),
    Tone.WORRIED: ("triangle-alert", "warning"),
    Tone.NEXT: ("list-checks", "primary"),
    Tone.NEUTRAL: ("circle-dot", "muted"),
}
DROP_LINE = 4  # pixels


class ColumnFrame(QFrame):
    """`added` carries the words of one more, `unsaid` the EntryState of one that has none.

    `climbed` says that the keys go up to the items.
    """

    added = Signal(str)
    unsaid = Signal(object)
    climbed = Signal()

    def __init__(self, column: MapColumn) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.column = column
        accessibility.name(self, column.title)
        self.items = QVBoxLayout()
        self.items.setSpacing(theme.space(8))
        self.line = AddingLine()
        self.line.setPlaceholderText(tr("Add, then Enter"))
        accessibility.name(
            self.line,
            tr("Add to: {column}", column=column.title),
            accessibility.sentence(column.question, tr("Enter adds it")),
        )
        self.line.returnPressed.connect(self._on_return)
        self.line.climbed.connect(self.climbed)
        self.unsaid_button = IconButton(
            tr("No answer, and why: {column}", column=column.title), "circle-help"
        )
        self.unsaid_button.clicked.connect(self.open_reasons)
        self._drop = QFrame(self)
        self._drop.hide()
        self._lay_out()

    def place_at(self, at: QPoint) -> int:
        """Before which of the items shown a point of the whole screen lies."""
        y = self.mapFromGlobal(at).y()
        shown = self.cards()
        middles = [card.geometry().center().y() for card in shown]
        return sum(1 for middle in middles if middle < y)

    def show_drop(self, place: int | None) -> None:
        """Show where something carried would come to stand; None shows nothing."""
        self._drop.setVisible(place is not None)
        if place is None:
            return
        cards, half = self.cards(), self.items.spacing() // 2
        if not cards:
            y = self.items.geometry().top()
        elif place < len(cards):
            y = cards[place].geometry().top() - half - DROP_LINE // 2
        else:
            y = cards[-1].geometry().bottom() + half - DROP_LINE // 2
        side = theme.space(12)
        colour = theme.colour("primary").name()
        self._drop.setStyleSheet(f"max-height: {DROP_LINE}px; background: {colour};")
        self._drop.setGeometry(side, y, self.width() - 2 * side, DROP_LINE)
        self._drop.raise_()

    def cards(self) -> list[QWidget]:
        """What stands in it now, from the top."""
        found = (self.items.itemAt(number) for number in range(self.items.count()))
        return [card for one in found if one is not None and (card := one.widget()) is not None]

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether nothing can be added."""
        self.line.setVisible(not read_only)
        self.unsaid_button.setVisible(not read_only)

    def open_reasons(self) -> QMenu:
        """Ask why there is no answer: nobody who was asked is taken for having nothing to say."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in STATES_WITHOUT_WORDS:
            menu.addAction(states()[state], partial(self.unsaid.emit, state))
        button = self.unsaid_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu

    def _lay_out(self) -> None:
        icon, colour = MARKS[self.column.tone]
        head = QHBoxLayout()
        head.setSpacing(theme.space(8))
        head.addWidget(IconLabel(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Words(self.column.title, "h3"), 1)
        layout = QVBoxLayout(self)
        edge = theme.space(12)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(8))
        layout.addLayout(head)
        if self.column.question:
            layout.addWidget(Words(self.column.question, "muted"))
        layout.addLayout(self.items)
        adding = QHBoxLayout()
        adding.setSpacing(theme.space(4))
        adding.addWidget(self.line, 1)
        adding.addWidget(self.unsaid_button)
        layout.addLayout(adding)
        layout.addStretch(1)

    def _on_return(self) -> None:
        words = self.line.text()
        if words.strip():
            self.line.clear()
            self.added.emit(words)


class AddingLine(QLineEdit):
    """`climbed`: Up goes back to what was added."""

    climbed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.climbed.emit()
        else:
            super().keyPressEvent(event)
