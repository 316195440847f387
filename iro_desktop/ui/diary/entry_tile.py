"""An entry of the week: when, whose, and how it stands, as one button that wraps its words."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, icons, theme
from iro_desktop.ui.diary.day_layout import small_font
from iro_desktop.ui.diary.entry_menu import EXPLAINING, menu_of_entry
from iro_desktop.ui.diary.page import EntryLine
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.pill import ground, ink

SIDE, ABOVE, ICON, ROUND = 8, 6, 14, 8
_ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)


class EntryTile(QPushButton):
    """The words are its own to paint; a screen reader hears them as one sentence.

    `explanation_wanted` asks why it is that day, by key or by its menu; `other_opened` carries
    another review of the same meeting, from its menu.
    """

    explanation_wanted = Signal()
    other_opened = Signal(object)

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        asks = accessibility.sentence(line.why, tr("Press E for all of it.")) if line.due else ""
        self.setToolTip(asks or line.said)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        accessibility.name(self, line.said, asks)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.line.due is not None and is_plain and event.key() in EXPLAINING:
            self.explanation_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = menu_of_entry(
            self,
            self.line,
            self._open,
            lambda _line: self.explanation_wanted.emit(),
        )
        menu.popup(event.globalPos())

    def _open(self, line: EntryLine) -> None:
        if line in self.line.together[1:]:
            self.other_opened.emit(line)
        else:
            self.click()

    @override
    def sizeHint(self) -> QSize:
        width = theme.scaled(130)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(60), 28)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        texts = self._places(width)
        return texts[-1][1].bottom() + 1 + theme.space(ABOVE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        focused, half = self.hasFocus(), 1.5 if self.hasFocus() else 0.5
        edge = "focus" if focused else "primary" if self.underMouse() else ground(self.line.tone)
        painter.setPen(QPen(theme.colour(edge), 2 * half))
        painter.setBrush(theme.colour(ground(self.line.tone)))
        tile = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(tile, ROUND, ROUND)
        side = painting.near_side(self.layoutDirection())
        for text, place, font, token in self._places(self.width()):
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            flags = side | _wrapping(text, font, place.width())
            painter.drawText(self._turned(place), flags, text)
        painter.drawPixmap(
            self._turned(self._mark()).topLeft(),
            icons.pixmap(self.line.icon, ink(self.line.tone), ICON),
        )
        painter.end()

    def _turned(self, place: QRect) -> QRect:
        return painting.mirrored(place, self.rect(), self.layoutDirection())

    def _mark(self) -> QRect:
        size = theme.scaled(ICON)
        line = QFontMetrics(small_font(bold=True)).height()
        return QRect(theme.space(SIDE), theme.space(ABOVE) + (line - size) // 2, size, size)

    def _places(self, width: int) -> list[tuple[str, QRect, QFont, str]]:
        """Each text with its place on a left-to-right screen, its font and its colour."""
        side, beside = theme.space(SIDE), self._mark().right() + 1 + theme.space(4)
        top, placed = theme.space(ABOVE), []
        for text, font, token, left in (
            (self.line.word, small_font(bold=True), ink(self.line.tone), beside),
            (self.line.time, small_font(bold=True), "text", side),
            (self.line.name, theme.body_font(bold=True), "text", side),
            (self.line.kind, small_font(), "text", side),
        ):
            if text:
                room = QRect(left, top, max(1, width - left - side), 10_000)
                flags = _wrapping(text, font, room.width())
                height = QFontMetrics(font).boundingRect(room, flags, text).height()
                placed.append((text, QRect(room.left(), top, room.width(), height), font, token))
                top += height + theme.space(1)
        return placed


def _wrapping(text: str, font: QFont, width: int) -> int:
    """Between words; inside a word only where one is too long, for nothing may be cut."""
    longest = max(QFontMetrics(font).horizontalAdvance(word) for word in text.split())
    return painting.WRAPPED if longest <= width else painting.WRAPPED | _ANYWHERE
