"""One version in the list: its state, its days, to whom it went, what came back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from iro_desktop.domain.identifiers import EntityId
from iro_desktop.i18n import tr
from iro_desktop.services.versions import Listed
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.versions import (
    history,
    number_in_words,
    reading_in_words,
    reply_in_words,
    sending_in_words,
    state_pill,
)


class VersionRow(QFrame):
    """`open_wanted` carries the version's id."""

    open_wanted = Signal(str)

    def __init__(self, listed: Listed, names: dict[EntityId, int]) -> None:
        super().__init__()
        self.listed = listed
        version, state = listed.version, state_pill(listed)
        number = number_in_words(version.number)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, theme.space(6))
        self._layout.setSpacing(theme.space(4))
        pill = Pill(state.text, state.tone, state.icon)
        self.open_button = ActionButton(tr("Read it"), "eye", "slight")
        accessibility.name(self.open_button, tr("Read {version}", version=number))
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(version.id))
        head = FlowRow(Words(number, "strong", wrap=False), pill, self.open_button, spacing=10)
        self._layout.addWidget(head)
        self._say(" · ".join(history(listed, names)), muted=True)
        if version.what_changed:
            self._say(tr("What changed: {what}", what=version.what_changed))
        for sending in listed.sendings:
            self._say(sending_in_words(sending))
        for reading in listed.readings:
            self._say(reading_in_words(reading))
        for reply in listed.replies:
            self._say(reply_in_words(reply))
            self._layout.addWidget(Words(reply.words, "quote"))

    def _say(self, text: str, *, muted: bool = False) -> None:
        self._layout.addWidget(Words(text, "muted" if muted else ""))
