"""How syncing stands, quietly, at the foot of the window's rail; pressed, it opens the page."""

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.sync.standing import Standing, short_words
from iro_desktop.ui.widgets.iconed import ActionButton


class SyncStatusLine(ActionButton):
    """An icon and words, the whole of it also as a tool tip. Nothing where no hub is known.

    `said` carries the words whenever they become others. They are not spoken over typing.
    """

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "circle-dot", "nav")
        self._words, self._in_words = "", True
        self.setCheckable(True)
        self.hide()

    def words(self) -> str:
        """What it says, whether there is room to show it or not."""
        return self._words

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands now."""
        short = short_words(standing)
        changed, self._words = short.words != self._words, short.words
        self.set_icon(short.icon)
        accessibility.name(self, tr("The team’s hub: {words}", words=short.words), short.sentence)
        self.setToolTip(tr("{words}: {sentence}", words=short.words, sentence=short.sentence))
        self._fit()
        self.setVisible(standing.state.enrolled)
        if changed:
            self.said.emit(short.words)

    def set_in_words(self, *, in_words: bool) -> None:
        """Whether there is room for words beside the icon."""
        self._in_words = in_words
        self._fit()

    def _fit(self) -> None:
        self.setText(self._words if self._in_words else "")
