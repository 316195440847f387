"""Where a record's newest words are: an icon and a word, explained to whoever asks."""

from PySide6.QtWidgets import QWidget

from iro_desktop.services.ledger_port import RecordState
from iro_desktop.ui import accessibility
from iro_desktop.ui.sync.words import state_in_words
from iro_desktop.ui.widgets.pill import Pill


class RecordBadge(Pill):
    """Words first, the tone and icon only repeat them; the sentence is a tool tip and is said."""

    def __init__(self, state: RecordState, parent: QWidget | None = None) -> None:
        said = state_in_words(state)
        super().__init__(said.word, said.tone, said.icon, parent)
        self.state = state
        self.setToolTip(said.sentence)
        accessibility.name(self, said.word, said.sentence)


def badges(state: RecordState | None) -> tuple[RecordBadge, ...]:
    """The badge to show, or none where no hub is known."""
    return () if state is None else (RecordBadge(state),)
