"""A long text with marks in it: lines beneath words, a calm ground, a menu and keys of its own."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.text_field import FEWEST_LINES, GrowingText
from iro_desktop.ui.widgets.text_places import Range, TextPlaces


class Mark(IntEnum):
    """What a mark means. A later one is drawn over those before."""

    KEPT = 0
    IN_FRONT = 1
    SENTENCE = 2
    WORDS = 3
    SPELLING = 4


_Line = QTextCharFormat.UnderlineStyle
_LINES = {
    Mark.SENTENCE: (_Line.DotLine, "primary"),
    Mark.WORDS: (_Line.DashUnderline, "warning"),
    Mark.SPELLING: (_Line.WaveUnderline, "danger"),
}
_GROUNDS = {Mark.KEPT: "primary_soft_hover", Mark.IN_FRONT: "warning_soft"}


class MarkedText(GrowingText):
    """Places are counted in characters, as Python does.

    `menu_opened` carries the menu before it shows, and the place it is about. `walk_wanted` asks
    for the next finding or, with a negative step, the one before; `keep_wanted` says itself.
    """

    menu_opened = Signal(QMenu, int)
    walk_wanted = Signal(int)
    keep_wanted = Signal()

    def __init__(self, fewest: int = FEWEST_LINES) -> None:
        super().__init__(fewest)
        self._marks: dict[Mark, tuple[Range, ...]] = {}

    def set_marks(self, mark: Mark, ranges: Sequence[Range]) -> None:
        """Draw this mark in these places, and nowhere else."""
        if self._marks.get(mark, ()) != tuple(ranges):
            self._marks[mark] = tuple(ranges)
            self._draw()

    def marks(self, mark: Mark) -> tuple[Range, ...]:
        """Where a mark is drawn."""
        return self._marks.get(mark, ())

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in a place, as one step that can be undone."""
        cursor = self._cursor(TextPlaces(self.exact_text()), (start, end))
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def go_to(self, place: int) -> None:
        """Put the cursor there and bring it into view."""
        places = TextPlaces(self.exact_text())
        self.setTextCursor(self._cursor(places, (place, place)))
        self.ensureCursorVisible()

    def place(self) -> int:
        """Where the cursor is."""
        return TextPlaces(self.exact_text()).from_units(self.textCursor().position())

    def selected(self) -> str:
        """The whole words that are selected, without the white space around them."""
        cursor, text = self.textCursor(), self.exact_text()
        places = TextPlaces(text)
        start = places.from_units(cursor.selectionStart())
        end = places.from_units(cursor.selectionEnd())
        if not text[start:end].strip():
            return ""
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        return text[start:end].strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F7:
            self.walk_wanted.emit(-1 if shifted else 1)
        elif event.key() == Qt.Key.Key_K and event.modifiers() == _CONTROL_AND_SHIFT:
            self.keep_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open without an event loop of its own, after others have put their entries in."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        place = TextPlaces(self.exact_text()).from_units(at.position())
        self.menu_opened.emit(menu, place)
        menu.popup(event.globalPos())

    def _draw(self) -> None:
        places = TextPlaces(self.exact_text())
        self.setExtraSelections(
            [
                self._selection(mark, self._cursor(places, span))
                for mark in Mark
                for span in self._marks.get(mark, ())
            ]
        )

    def _cursor(self, places: TextPlaces, span: Range) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(places.to_units(span[0]), last))
        cursor.setPosition(min(places.to_units(span[1]), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, mark: Mark, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        drawn = QTextCharFormat()
        if mark in _LINES:
            line, token = _LINES[mark]
            drawn.setUnderlineStyle(line)
            drawn.setUnderlineColor(theme.colour(token))
        if mark in _GROUNDS:
            drawn.setBackground(theme.colour(_GROUNDS[mark]))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, drawn
        return selection


_CONTROL_AND_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
