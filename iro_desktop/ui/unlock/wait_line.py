"""How long until the next try: counted down on the screen, spoken at its start and its end."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.words import Words

A_SECOND = 1000


class WaitLine(QWidget):
    """Hidden while there is nothing to wait for. `ticked` is told every second of a wait."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Words(role="strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(IconLabel("calendar-clock", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(A_SECOND)
        self._timer.timeout.connect(self.ticked)
        self.hide()

    def show_seconds(self, seconds: int) -> None:
        """So many seconds are left; 0: the wait is over."""
        was_waiting = self.is_waiting()
        self._words.setText(
            ntr(
                "You can try again in {number} second.",
                "You can try again in {number} seconds.",
                seconds,
            )
        )
        self.setVisible(seconds > 0)
        if seconds and not was_waiting:
            self._timer.start()
            accessibility.announce(self, self._words.text())
        elif was_waiting and not seconds:
            self._timer.stop()
            accessibility.announce(self, tr("You can try again now."))

    def is_waiting(self) -> bool:
        """Whether a wait is being counted down."""
        return self._timer.isActive()

    def text(self) -> str:
        """What it says now."""
        return self._words.text() if self.is_waiting() else ""
