"""The foot of a review: whether all is saved, what stands at the side, and the way on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.bar import Bar
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import StatusLine

SHOW_DECISIONS, SHOW_KEPT, SHOW_WHOLE_CHILD = "Ctrl+Shift+D", "Ctrl+Shift+H", "F2"
NEXT, BACK = "Ctrl+PgDown", "Ctrl+PgUp"
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ReviewFoot(Bar):
    """`back_wanted` and `next_wanted` say themselves; the others stay pressed."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self) -> None:
        self._kept, self._decisions, self._is_shared = 0, 0, False
        self.status = StatusLine()
        self.decisions_button = ActionButton(tr("Decisions"), "list-checks")
        self.decisions_button.setCheckable(True)
        self.kept_button = ActionButton(tr("Kept from others"), "lock")
        self.kept_button.setCheckable(True)
        self.whole_child_button = ActionButton(tr("Whole child"), "user")
        self.whole_child_button.setCheckable(True)
        self.back_button = ActionButton(tr("Back"), "arrow-left")
        self.next_button = ActionButton(tr("Next section"), "arrow-right", "primary")
        self._keys: dict[ActionButton, str] = {}
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
            self._keys[button] = QKeySequence(key).toString(_NATIVE)
        self._say(in_words=True)
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)

    def show_place(self, place: int, last: int) -> None:
        """Offer only the ways that lead somewhere."""
        self.back_button.setEnabled(place > 0)
        self.next_button.setVisible(place < last)
        self.arrange()

    @override
    def arrange(self) -> None:
        """In words, or as icons and numbers: the foot is not to take a line more of the screen."""
        self._say(in_words=True)
        if not self.fits():
            self._say(in_words=False)
        super().arrange()

    def show_decisions(self, count: int) -> None:
        """How many decisions there are by now."""
        self._decisions = count
        self.arrange()

    def show_kept(self, count: int) -> None:
        """How many passages and details are kept from others by now; of none, nothing is said."""
        self._kept = count
        self.kept_button.setVisible(
            not self._is_shared and (bool(count) or self.kept_button.isChecked())
        )
        self.arrange()

    def set_shared(self, *, shared: bool) -> None:
        """Whether others see the screen: not a word of what is kept from them."""
        self._is_shared = shared
        self.show_kept(self._kept)

    def _say(self, *, in_words: bool) -> None:
        decisions = tr("Decisions: {count}", count=self._decisions)
        whole, short = (
            {
                self.kept_button: tr("Kept from others: {count}", count=self._kept),
                self.whole_child_button: tr("Whole child"),
                self.decisions_button: decisions if self._decisions else tr("Decisions"),
                self.back_button: tr("Back"),
            },
            {self.kept_button: str(self._kept), self.decisions_button: str(self._decisions or "")},
        )
        for button, words in whole.items():
            button.setText(words if in_words else short.get(button, ""))
            accessibility.name(button, words)
        accessibility.name(self.whole_child_button, tr("The whole child on one page"))
        for button, keys in self._keys.items():
            what = button.accessibleName() or button.text()
            button.setToolTip(keys if in_words else tr("{action}: {what}", action=what, what=keys))
