"""A tool on the shelf: what it is called, what it is for, and whether it was used."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.words import Words

NARROWEST, EDGE = 200, 14  # pixels at 100 %


class ToolTile(QPushButton):
    """A button that stays down while its tool is open beneath the shelf."""

    def __init__(self, title: str, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._purpose = title, purpose
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._used = Words("", "small")
        self._inside = QVBoxLayout(self)
        edge = theme.space(EDGE)
        self._inside.setContentsMargins(edge, edge, edge, edge)
        self._inside.setSpacing(theme.space(4))
        for words in (Words(title, "strong"), Words(purpose, "muted"), self._used):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._inside.addWidget(words)
        self._inside.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_use("")

    def show_use(self, used: str) -> None:
        """Say whether it was used, and when."""
        self._used.setText(used)
        self._used.setVisible(bool(used))
        said = accessibility.sentence(self._purpose, used)
        accessibility.name(self, tr("Tool: {title}", title=self._title), said)

    @override
    def sizeHint(self) -> QSize:
        width = theme.scaled(NARROWEST)
        return QSize(width, self._inside.totalHeightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._inside.totalHeightForWidth(max(self.width(), 1)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._inside.totalHeightForWidth(width)
