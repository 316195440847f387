"""A card that lists lines of one kind, and says where the rest are when there are too many."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.lines import Lines
from iro_desktop.ui.widgets.pill import Pill, Tone
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words

T = TypeVar("T")


class ListCard(Card):
    """A heading with a count, rows with thin lines between, and perhaps a link to the rest."""

    rest_wanted = Signal()

    def __init__(self, title: str, tone: Tone = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, spacing=10)
        self._tone = tone
        self._count = Pill("", tone)
        head = QHBoxLayout()
        head.setSpacing(theme.space(10))
        head.addWidget(Words(title, "h2", wrap=False))
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self._nothing = Words("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self._rest = ActionButton("", "arrow-right", "quiet")
        self._rest.clicked.connect(self.rest_wanted)
        self.body.addLayout(head)
        self.body.addLayout(self._list)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)
        self.setAccessibleName(title)

    def show_lines(
        self, lines: Lines[T], make_row: Callable[[T], QWidget], nothing: str = ""
    ) -> None:
        """Show a row for each line; without any, say `nothing`, or hide."""
        empty(self._list)
        for number, line in enumerate(lines.shown):
            if number:
                self._list.addWidget(Divider())
            self._list.addWidget(make_row(line))
        total = screen().number(lines.total)
        self._count.show_state(total, self._tone)
        self._count.setVisible(lines.total > 0)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not lines.total and bool(nothing))
        self._rest.setText(tr("Show more of {number}", number=total))
        self._rest.setVisible(lines.total > len(lines.shown))
        self.setVisible(lines.total > 0 or bool(nothing))
