"""The decisions at the side of any section, or in its place where there is no room for both."""

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.review.drawer import Drawer
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.emptying import throw_away


class DecisionsDrawer(Drawer):
    """`edited`, `left` and `changed` are those of the panel in it."""

    edited = Signal(object)
    changed = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(tr("Decisions"), hiding=tr("Hide the decisions"))
        self._presenter = presenter
        self.panel: DecisionsPanel | None = None

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
            throw_away(self.body, self.panel)
            self.panel = None
