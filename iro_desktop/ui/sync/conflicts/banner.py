"""A line across a page: some of what stands here has two versions, and the way to decide."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import theme
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner


class ConflictBanner(Banner):
    """`conflict_opened` carries the first of the things that have two versions."""

    conflict_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.decide = ActionButton(tr("Decide…"), "arrow-right")
        super().__init__("", "warning", self.decide, parent)
        self._lines: tuple[ConflictLine, ...] = ()
        self.decide.clicked.connect(self._on_wanted)
        self.hide()

    def show_conflicts(self, lines: Sequence[ConflictLine]) -> None:
        """Say how many there are, once; hide where there is none."""
        lines, before = tuple(lines), self._lines
        self._lines = lines
        if not lines:
            self.hide()
        elif lines != before or self.isHidden():
            said = ntr(
                "Two people wrote here at the same time: {what}.",
                "Two people wrote here at the same time, in {number} places.",
                len(lines),
                what=lines[0].what,
            )
            self.say(said, "warning")

    def _on_wanted(self) -> None:
        if self._lines:
            self.conflict_opened.emit(self._lines[0].entity)


def set_in(banner: Banner, *, above: int = 0) -> QWidget:
    """The banner with room at its sides, where it stands across a whole screen."""
    room = QWidget()
    layout = QVBoxLayout(room)
    side = theme.space(12)
    layout.setContentsMargins(side, theme.space(above), side, theme.space(above))
    layout.setSpacing(0)
    layout.addWidget(banner)
    return room
