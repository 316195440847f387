"""Words in a form that ask nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.words import Words


class NoteLabel(QFrame):
    """A note beside an icon, set apart from the questions."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._words = Words(text)
        layout = QHBoxLayout(self)
        edge = theme.space(12)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(10))
        layout.addWidget(IconLabel("info", "primary"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._words.setText(text)

    def text(self) -> str:
        """The words."""
        return self._words.text()
