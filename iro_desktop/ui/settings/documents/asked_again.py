"""What would be lost, said before it is: with a way on, and a way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner


class AskedAgain(QWidget):
    """Hidden until it asks. `confirmed` goes on, `given_up` leaves everything as it is."""

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, go_on: str, leave_it: str) -> None:
        super().__init__()
        self.banner = Banner("", "warning")
        self.go_on = ActionButton(go_on, "", "danger")
        self.leave_it = ActionButton(leave_it, "", "")
        self.go_on.clicked.connect(self._on_confirmed)
        self.leave_it.clicked.connect(self._on_given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.banner)
        layout.addWidget(FlowRow(self.go_on, self.leave_it))
        self.hide()

    def ask(self, what_is_lost: str) -> None:
        """Say what would be lost, and wait. The focus is on the way back."""
        self.show()
        self.banner.say(what_is_lost, "warning")
        self.leave_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _on_given_up(self) -> None:
        self.hide()
        self.given_up.emit()
