"""A card of settings, with a place to say what came of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class Panel(Card):
    """A title, words, settings, and what came of the last wish at the bottom."""

    def __init__(self, title: str, *leads: str) -> None:
        super().__init__(title)
        for lead in leads:
            self.add(Words(lead, "muted"))
        self.banner = Banner("")
        self.banner.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.space(8))
        self._words: dict[ActionButton, str] = {}

    def finish(self, *buttons: ActionButton) -> None:
        """End the card with the banner and a row of buttons."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.body.addLayout(self._buttons)
        self.add(self.banner)

    def say_done(self, text: str) -> None:
        """Say what was done."""
        self.banner.say(text, "success")

    def say_note(self, text: str) -> None:
        """Say something that is neither good nor bad."""
        self.banner.say(text, "info")

    def say_fault(self, text: str) -> None:
        """Say what went wrong."""
        self.banner.say(text, "danger")

    def holds_focus(self, within: QWidget | None = None) -> bool:
        """Whether the focus is in this card, or in one part of it."""
        focused = QApplication.focusWidget()
        return focused is not None and (within or self).isAncestorOf(focused)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show that work is under way. Buttons keep the focus, and the presenter waits."""
        if busy:
            self.banner.hide()
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()
