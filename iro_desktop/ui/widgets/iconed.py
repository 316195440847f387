"""An icon that stands beside words and always wears the present colours."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from iro_desktop.ui import accessibility, icons, theme

BUTTON_ICON, ICON_GAP = 18, 4
_REDRESSED = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange})


class IconLabel(QWidget):
    """A picture that says nothing on its own: words always stand beside it."""

    def __init__(
        self, name: str, colour: str = "text", px: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._px = name, colour, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._token = name, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(self._px), theme.scaled(self._px))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRESSED:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.pixmap(self._name, self._token, self._px))
        painter.end()


class ActionButton(QPushButton):
    """A button with words, and an icon where it helps. `kind`: primary, quiet, slight, danger."""

    _icon = ""  # Qt tells of changes while the button is still being made
    _worn: QIcon | None = None  # of one theme and size there is one, so the same need not be put on
    _TOKENS: ClassVar = {
        "primary": "on_primary",
        "quiet": "primary",
        "slight": "primary",
        "danger": "danger",
    }

    def __init__(
        self, text: str, icon: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self._redress()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        if not icon:
            self._worn = None
            self.setIcon(QIcon())
        self._redress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRESSED or event.type() == QEvent.Type.EnabledChange:
            self._redress()

    def _redress(self) -> None:
        if self._icon:
            token = self._TOKENS.get(self.property("kind"), "text")
            token = token if self.isEnabled() else "disabled"
            worn = icons.icon(self._icon, token, BUTTON_ICON, ICON_GAP)
            if worn is self._worn:
                return
            self._worn = worn
            self.setIcon(worn)
            self.setIconSize(QSize(theme.scaled(BUTTON_ICON) + ICON_GAP, theme.scaled(BUTTON_ICON)))


class IconButton(QToolButton):
    """A button with only an icon: its name is said, and shown as a tool tip."""

    _icon = ""
    _worn: QIcon | None = None

    def __init__(
        self,
        name: str,
        icon: str,
        colour: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._token = icon, colour
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        self._redress()

    def set_name(self, name: str) -> None:
        """What the button does, in words."""
        accessibility.name(self, name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._redress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRESSED or event.type() == QEvent.Type.EnabledChange:
            self._redress()

    def _redress(self) -> None:
        if self._icon:
            token = self._token if self.isEnabled() else "disabled"
            worn = icons.icon(self._icon, token)
            if worn is self._worn:
                return
            self._worn = worn
            self.setIcon(worn)
            self.setIconSize(QSize(theme.scaled(20), theme.scaled(20)))
