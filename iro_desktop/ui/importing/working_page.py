"""How far the import is, with a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words


class WorkingPage(ScrollPage):
    """A bar and words. A new stage is spoken; the bar's every step is not."""

    cancel_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stage = Words(role="strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        accessibility.name(self.bar, tr("How far the files are taken in"))
        self.cancel = ActionButton(tr("Stop"), "x")
        self.cancel.clicked.connect(self.cancel_wished)
        card = Card()
        card.add(self._stage, self.bar)
        card.add(Words(tr("Until it is through, nothing in your store changes."), "muted"))
        card.body.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(PageHeader(tr("Take in files")), card)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """So much of the whole is done. `total` 0: not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if what != self._stage.text():
            self._stage.setText(what)
            accessibility.announce(self, what)

    def stage(self) -> str:
        """What is said to be going on."""
        return self._stage.text()

    def focus_first(self) -> None:
        """Put the focus on the way to stop."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
