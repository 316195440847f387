"""What is said of the screen itself: that it is shared, and what was taken back last."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.chairing.keys import SHARE, spoken
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner

SAID_FOR_MS = 8_000


class Modes(QWidget):
    """Two bands beneath the head, each there only while it says something.

    `unshare_wanted` and `redo_wanted` say themselves.
    """

    unshare_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.unshare_button = ActionButton(
            tr("End sharing ({key})", key=spoken(SHARE)), "eye-off", "quiet"
        )
        self.unshare_button.clicked.connect(self.unshare_wanted)
        self.redo_button = ActionButton(tr("Do it again"), "arrow-right", "quiet")
        self.redo_button.clicked.connect(self.redo_wanted)
        self.shared = Banner("", "info", self.unshare_button)
        self.said = Banner("", "info", self.redo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for banner in (self.shared, self.said):
            banner.setObjectName("band")
            banner.hide()
            layout.addWidget(banner)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SAID_FOR_MS)
        self._fade.timeout.connect(self._put_away)

    def show_shared(self, *, shared: bool) -> None:
        """Say that others see the screen, or no longer."""
        if shared:
            self.shared.say(tr("Shared screen: what is not for every eye is hidden."))
        else:
            self.shared.hide()

    def say(self, words: str, *, may_redo: bool) -> None:
        """Say what was taken back or done again, for a while."""
        self.redo_button.setVisible(may_redo)
        self.said.say(words)
        self._fade.start()

    def forget(self) -> None:
        """Say nothing of what was taken back."""
        self._fade.stop()
        self.said.hide()

    def _put_away(self) -> None:
        if self.redo_button.hasFocus():
            self._fade.start()  # never from under a hand
        else:
            self.said.hide()


def announce_size(widget: QWidget, *, changed: bool, is_large: bool) -> None:
    """Say in which size one reads now."""
    if not changed:
        words = tr("The text is as large as it gets.")
    else:
        words = tr("Larger text") if is_large else tr("Text as before")
    accessibility.announce(widget, words)
