"""The foot of a review: whether all is kept, the decisions, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import StatusLine

SHOW_DECISIONS = "Ctrl+Shift+D"
NEXT, BACK = "Ctrl+PgDown", "Ctrl+PgUp"


class ReviewFoot(QFrame):
    """`back_wanted` and `next_wanted` say themselves; the button of decisions stays pressed."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.status = StatusLine()
        self.decisions_button = ActionButton(tr("Decisions"), "list-checks")
        self.decisions_button.setCheckable(True)
        self.back_button = ActionButton(tr("Back"), "arrow-left")
        self.next_button = ActionButton(tr("Next section"), "arrow-right", "primary")
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        row = QHBoxLayout(self)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.setSpacing(theme.space(10))
        row.addWidget(self.status, 1)
        for button, keys in (
            (self.decisions_button, SHOW_DECISIONS),
            (self.back_button, BACK),
            (self.next_button, NEXT),
        ):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            row.addWidget(button)

    def show_place(self, place: int, last: int) -> None:
        """Offer only the ways that lead somewhere."""
        self.back_button.setEnabled(place > 0)
        self.next_button.setVisible(place < last)

    def show_decisions(self, count: int) -> None:
        """How many decisions there are by now."""
        self.decisions_button.setText(
            tr("Decisions: {count}", count=count) if count else tr("Decisions")
        )
