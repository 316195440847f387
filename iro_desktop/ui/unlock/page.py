"""What every page of the first screen is: a card in the middle, with one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.unlock.wait_line import WaitLine
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, ScrollPage
from iro_desktop.ui.widgets.words import Words

WIDEST = 600


class UnlockPage(ScrollPage):
    """A title, words, fields, what went wrong, and the way on and back.

    `gone_on` is told when the person asks for what the page is for; `gone_back` for the way back.
    """

    gone_on = Signal()
    gone_back = Signal()

    def __init__(self, title: str, *leads: str, step: str = "") -> None:
        super().__init__(widest=WIDEST)
        self.banner = Banner("")
        self.banner.hide()
        self.wait = WaitLine()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme.space(18))
        self.below = QVBoxLayout()
        self.below.setSpacing(theme.space(2))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.space(8))
        self._primary: ActionButton | None = None
        self._words = self._working_words = ""
        self._lay_out(title, leads, step)

    def _lay_out(self, title: str, leads: tuple[str, ...], step: str) -> None:
        card = Card()
        head = QVBoxLayout()
        head.setSpacing(theme.space(6))
        if step:
            head.addWidget(Words(step, "small"))
        head.addWidget(Words(title, "h1"))
        for lead in leads:
            head.addWidget(Words(lead, "muted"))
        card.body.addLayout(head)
        card.body.addLayout(self.fields)
        card.add(self.banner, self.wait)
        card.body.addLayout(self._buttons)
        self._take_whole_height()
        self.body.addStretch(2)
        self.add(_Brand(), card)
        self.body.addLayout(self.below)
        self.body.addStretch(3)

    def _take_whole_height(self) -> None:
        """Let the card stand in the middle of the window, not at its top."""
        content = self.widget()
        whole = content.layout() if content is not None else None
        if isinstance(whole, QBoxLayout):
            whole.setStretch(0, 1)

    def add_fields(self, *widgets: QWidget) -> None:
        """Put widgets into the card, above what went wrong."""
        for widget in widgets:
            self.fields.addWidget(widget)

    def add_back(self, text: str) -> ActionButton:
        """The way back, at the beginning of the row."""
        back = ActionButton(text, "arrow-left", "quiet")
        back.clicked.connect(self.gone_back)
        self._buttons.addWidget(back)
        return back

    def add_aside(self, button: ActionButton) -> None:
        """Something else that can be done on the page, at the beginning of the row."""
        self._buttons.addWidget(button)

    def add_primary(self, text: str, working: str = "", icon: str = "") -> ActionButton:
        """The one thing to do, at the end of the row; `working` is what it says while at it."""
        self._words, self._working_words = text, working or text
        self._primary = ActionButton(text, icon, "primary")
        self._primary.clicked.connect(self.gone_on)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._primary)
        return self._primary

    def add_below(self, text: str, icon: str = "") -> ActionButton:
        """Another way, beneath the card."""
        way = ActionButton(text, icon, "quiet")
        self.below.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        return way

    def start(self) -> None:
        """Come on to the screen: nothing said, the focus where the person begins."""
        self.banner.hide()
        self.verticalScrollBar().setValue(0)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the focus where the person begins: here, on the one thing to do."""
        if self._primary is not None:
            self._primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Take away whatever was typed."""

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say that the work is under way. The button keeps the focus: it only ignores a press."""
        if self._primary is not None:
            self._primary.setText(self._working_words if busy else self._words)
        if busy:
            self.banner.hide()

    def set_waiting(self, waiting: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Close the way on until the wait is over, and keep the focus on the page."""
        if self._primary is None:
            return
        if waiting and self._primary.hasFocus():
            self.focus_first()
        self._primary.setEnabled(not waiting)


class _Brand(QWidget):
    """Whose window this is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.space(4), 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(IconLabel("lock", "primary", 20))
        layout.addWidget(Words(tr("IRO Desktop"), "h3"), 1)
