"""The decisions at the side of any section, or in its place where there is no room for both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.widgets.words import Words

LEAST_WIDTH = 300


class DecisionsDrawer(ScrollPage):
    """`edited`, `left` and `changed` are those of the panel in it; `hide_wanted` says itself."""

    edited = Signal(object)
    left = Signal()
    changed = Signal()
    hide_wanted = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.panel: DecisionsPanel | None = None
        hide = IconButton(tr("Hide the decisions"), "x")
        hide.clicked.connect(self.hide_wanted)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(tr("Decisions"), "h3"), 1)
        row.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop)
        self.add(head)
        self.setMinimumWidth(theme.space(LEAST_WIDTH))
        self.hide()

    def show_decisions(self) -> None:
        """Show them as they stand now."""
        if self.panel is None:
            self.panel = DecisionsPanel(self._presenter, narrow=True)
            self.panel.edited.connect(self.edited)
            self.panel.left.connect(self.left)
            self.panel.changed.connect(self.changed)
            self.add(self.panel)
        self.panel.refresh()
        self.panel.refresh_people()
        self.show()

    def add_decision(self) -> None:
        """Add one, and begin to write in it."""
        if self.panel is not None:
            self.panel.add()

    def forget(self) -> None:
        """Another review comes: hold none of this one's decisions."""
        self.hide()
        if self.panel is not None:
            self.body.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
        else:
            super().keyPressEvent(event)
