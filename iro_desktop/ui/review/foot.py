"""The foot of a review: whether all is saved, what stands at the side, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.bar import Bar
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import StatusLine

SHOW_DECISIONS, SHOW_KEPT, SHOW_WHOLE_CHILD = "Ctrl+Shift+D", "Ctrl+Shift+H", "F2"
NEXT, BACK = "Ctrl+PgDown", "Ctrl+PgUp"


class ReviewFoot(Bar):
    """`back_wanted` and `next_wanted` say themselves; the others stay pressed."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        self._kept, self._is_shared = 0, False
        self.status = StatusLine()
        self.decisions_button = ActionButton(tr("Decisions"), "list-checks")
        self.decisions_button.setCheckable(True)
        self.kept_button = ActionButton(tr("Kept from others"), "lock")
        self.kept_button.setCheckable(True)
        # In large text its picture does: the foot is not to take a line more of the screen.
        self.whole_child_button = ActionButton("" if is_wide_text() else tr("Whole child"), "user")
        accessibility.name(self.whole_child_button, tr("The whole child on one page"))
        self.whole_child_button.setCheckable(True)
        self.back_button = ActionButton(tr("Back"), "arrow-left")
        self.next_button = ActionButton(tr("Next section"), "arrow-right", "primary")
        keys = {
            self.kept_button: SHOW_KEPT,
            self.whole_child_button: SHOW_WHOLE_CHILD,
            self.decisions_button: SHOW_DECISIONS,
            self.back_button: BACK,
            self.next_button: NEXT,
        }
        super().__init__(self.status, *keys)
        self.setObjectName("bar")
        for button, key in keys.items():
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)

    def show_place(self, place: int, last: int) -> None:
        """Offer only the ways that lead somewhere."""
        self.back_button.setEnabled(place > 0)
        self.next_button.setVisible(place < last)
        self.arrange()

    def show_decisions(self, count: int) -> None:
        """How many decisions there are by now."""
        self.decisions_button.setText(
            tr("Decisions: {count}", count=count) if count else tr("Decisions")
        )

    def show_kept(self, count: int) -> None:
        """How many passages and details are kept from others by now; of none, nothing is said."""
        self.kept_button.setText(tr("Kept from others: {count}", count=count))
        self._kept = count
        self.kept_button.setVisible(
            not self._is_shared and (bool(count) or self.kept_button.isChecked())
        )

    def set_shared(self, *, shared: bool) -> None:
        """Whether others see the screen: not a word of what is kept from them."""
        self._is_shared = shared
        self.show_kept(self._kept)
        self.arrange()
