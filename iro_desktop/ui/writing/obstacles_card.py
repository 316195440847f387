"""What stands in the way of a document, as a calm list: a sentence each, and a way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.obstacles import Obstacle


class ObstaclesCard(Card):
    """`chosen` carries the Obstacle to be put right."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before it can go out"), parent, spacing=8)
        self.rows: list[ObstacleRow] = []
        self._shown: tuple[Obstacle, ...] = ()
        self.hide()

    def show_obstacles(self, found: Sequence[Obstacle]) -> None:
        """List them, and hide where there is none. What stays the same keeps the focus."""
        if self._shown == tuple(found):
            return
        self._shown = tuple(found)
        throw_away(self.body, *self.rows)
        self.rows = [ObstacleRow(each) for each in found]
        for row in self.rows:
            row.chosen.connect(self.chosen)
            self.add(row)
        self.setVisible(bool(found))

    def focus_first(self) -> None:
        """Put the focus on the first way there."""
        for row in self.rows:
            if row.go is not None:
                row.go.setFocus()
                return


class ObstacleRow(QWidget):
    """One of them."""

    chosen = Signal(object)

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__()
        self.obstacle = obstacle
        icon = ("circle-alert", "danger") if obstacle.stops else ("circle-dot", "warning")
        top = Qt.AlignmentFlag.AlignTop
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(obstacle.sentence))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(8))
        line.addWidget(IconLabel(*icon), 0, top)
        line.addLayout(words, 1)
        self.go: ActionButton | None = None
        if obstacle.there is not None:
            self.go = ActionButton(tr("Go there"), "", "slight")
            accessibility.name(self.go, tr("Go there: {what}", what=obstacle.sentence))
            self.go.clicked.connect(lambda: self.chosen.emit(obstacle))
            words.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeading)
