"""The child's time in care as a picture, and the same as text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.journey import Journey
from iro_desktop.ui.widgets.journey_picture import JourneyPicture
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class JourneyCard(Card):
    """The picture carries every sentence for a screen reader; for eyes, a button shows them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Journey"), parent, spacing=10)
        self._picture: JourneyPicture | None = None
        self._journey: Journey | None = None
        self._before = Words("", "muted")
        self._toggle = ActionButton(tr("As text"), "chevron-right", "slight")
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._on_toggled)
        self._text = Words("")
        self._text.hide()
        self.add(self._before)
        self.body.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self._text)

    def show_journey(self, journey: Journey | None, before: str) -> None:
        """Show a journey, or nothing where no episode is known."""
        self.setVisible(journey is not None)
        self._before.setText(before)
        self._before.setVisible(bool(before))
        if journey is None or journey == self._journey:
            return
        self._journey = journey
        if self._picture is None:
            self._picture = JourneyPicture(journey)
            self.body.insertWidget(1, self._picture)
        else:
            self._picture.show_journey(journey)
        self._text.setText("\n".join(self._picture.sentences()))

    def text(self) -> Words:
        """The journey in sentences, a line each; seen once asked for."""
        return self._text

    def toggle(self) -> ActionButton:
        """What shows and hides the text."""
        return self._toggle

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._toggle.set_icon("chevron-down" if shown else "chevron-right")
        self._text.setVisible(shown)
