"""Words on a page: plain text in one of a few roles, wrapped, along the screen's direction."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from iro_desktop.ui import theme

Role = Literal["", "h1", "h2", "h3", "question", "muted", "small", "strong", "problem", "quote"]


class Words(QLabel):
    """A text that is never read as markup, and wraps unless told not to."""

    def __init__(
        self, text: str = "", role: Role = "", parent: QWidget | None = None, *, wrap: bool = True
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._at_end = False
        self._centred = False
        self._align()

    def set_at_end(self) -> None:
        """Set the words along the far edge: right in English, left in Arabic."""
        self._at_end = True
        self._align()

    def set_role(self, role: Role) -> None:
        """Show the words in another role."""
        self.setProperty("role", role)
        theme.restyle(self)

    def set_centred(self) -> None:
        """Set the words in the middle."""
        self._centred = True
        self._align()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Follow the screen, not the text: Qt would set an English name at the left of Arabic."""
        if self._centred:
            self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = (
            Qt.AlignmentFlag.AlignRight
            if from_right != self._at_end
            else Qt.AlignmentFlag.AlignLeft
        )
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | (self.alignment() & _UP_AND_DOWN))


_UP_AND_DOWN = Qt.AlignmentFlag.AlignVertical_Mask
