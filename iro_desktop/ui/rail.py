"""The ways to the screens, at the side: in words, and as icons where the window has no room."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.sync.status_line import SyncStatusLine
from iro_desktop.ui.widgets.iconed import BUTTON_ICON, ICON_GAP, ActionButton
from iro_desktop.ui.widgets.words import Words

WIDTH = 208  # pixels at 100 %, as are the others
_SIDE, _INSIDE = 12, 10
_LEAST_FOR_WORDS = 800  # of the window: in less, large text leaves the screens a strip


class Rail(QFrame):
    """`lock_wanted` says itself. A way has its name said, and shown as a tool tip, either way."""

    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._least = theme.scaled(_LEAST_FOR_WORDS)
        self._titles: dict[ActionButton, str] = {}
        self._column = column = QVBoxLayout(self)
        side = theme.space(_SIDE)
        column.setContentsMargins(side, theme.space(20), side, theme.space(16))
        column.setSpacing(theme.space(4))
        name = Words(tr("IRO Desktop"), "h3")
        name.setContentsMargins(theme.space(_INSIDE), 0, 0, theme.space(14))
        offline = Words(tr("Encrypted on this laptop. No network is needed."), "small")
        inside = theme.space(_INSIDE)
        offline.setContentsMargins(inside, 0, inside, theme.space(8))
        self._words = (name, offline)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(theme.space(4))
        column.addWidget(name)
        column.addLayout(self._ways)
        column.addStretch(1)
        column.addWidget(offline)
        self.sync_status = SyncStatusLine()
        column.addWidget(self.sync_status)
        self.lock_button = self._button(tr("Lock"), "lock", "Ctrl+L")
        self.lock_button.clicked.connect(self.lock_wanted)
        column.addWidget(self.lock_button)
        self._say(in_words=True)

    def add(self, title: str, icon: str, keys: str, go: Callable[[], None]) -> ActionButton:
        """One more way."""
        button = self._button(title, icon, keys)
        button.setCheckable(True)
        button.clicked.connect(go)
        self._ways.addWidget(button)
        return button

    def rename(self, button: ActionButton, title: str) -> None:
        """Call a way otherwise."""
        before = self._titles[button]
        if title == before:
            return
        self._titles[button] = title
        accessibility.name(button, title)
        button.setToolTip(button.toolTip().replace(before, title))
        if button.text():
            button.setText(title)

    def fit(self, window: int) -> None:
        """Take the room that a window of that width has for it."""
        self._say(in_words=window >= self._least)

    def _button(self, title: str, icon: str, keys: str) -> ActionButton:
        button = ActionButton(title, icon, "nav")
        accessibility.name(button, title)
        self._titles[button] = title
        spoken = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(tr("{action}: {what}", action=title, what=spoken))
        return button

    def _say(self, *, in_words: bool) -> None:
        for words in self._words:
            words.setVisible(in_words)
        self.sync_status.set_in_words(in_words=in_words)
        for button, title in self._titles.items():
            button.setText(title if in_words else "")
        icon = theme.scaled(BUTTON_ICON) + ICON_GAP
        narrow = icon + 2 * (theme.space(_SIDE) + theme.scaled(_INSIDE) + 3)
        self.setFixedWidth(theme.scaled(WIDTH) if in_words else narrow)
