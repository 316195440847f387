"""What does not go together among the meetings ahead, with what to do about each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.page import ConflictLine
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.pill import ink
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words

MOST_LINES = 8


class ConflictsCard(Card):
    """`child_opened` carries a child's id, `day_wanted` a day to be shown."""

    child_opened = Signal(str)
    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("To look at"), parent)
        self._lines: tuple[ConflictLine, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self._rest = ActionButton("", "chevron-down", "quiet")
        self._rest.clicked.connect(self._on_rest_wanted)
        self.body.addLayout(self._list)
        self.body.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: tuple[ConflictLine, ...]) -> None:
        """Show these; without any, hide."""
        self.setVisible(bool(lines))
        if lines != self._lines:
            self._lines = lines
            self._fill(lines[:MOST_LINES])

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done."""
        first = self._list.itemAt(0)
        row = first.widget() if first is not None else None
        if row is not None:
            row.findChildren(ActionButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rest_wanted(self) -> None:
        self._fill(self._lines)
        self.focus_first()

    def _fill(self, lines: tuple[ConflictLine, ...]) -> None:
        empty(self._list)
        for number, line in enumerate(lines):
            if number:
                self._list.addWidget(Divider())
            self._list.addWidget(self._row(line))
        hidden = len(self._lines) - len(lines)
        self._rest.setText(ntr("Show {number} more", "Show {number} more", hidden))
        self._rest.setVisible(hidden > 0)

    def _row(self, line: ConflictLine) -> QWidget:
        row = QWidget()
        accessibility.name(row, accessibility.sentence(line.what, line.advice))
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(line.what))
        words.addWidget(Words(line.advice, "muted"))
        words.addWidget(self._buttons(line))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addWidget(IconLabel(line.icon, ink(line.tone)), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return row

    def _buttons(self, line: ConflictLine) -> FlowRow:
        see = ActionButton(tr("Show the day"), "calendar", "slight")
        see.clicked.connect(lambda: self.day_wanted.emit(line.day))
        accessibility.name(see, tr("Show the day: {what}", what=line.what))
        buttons = [see]
        for child, name in line.children:
            button = ActionButton(tr("Open {name}", name=name), "arrow-right", "slight")
            button.clicked.connect(
                lambda _checked=False, child=child: self.child_opened.emit(child)
            )
            buttons.append(button)
        return FlowRow(*buttons)
