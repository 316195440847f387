"""A field for a wording: plain text in letters of one width if wished, with a place to go to."""

from PySide6.QtGui import QFontDatabase, QTextCursor

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.text_field import LongTextField

_FEWEST_LINES, _MOST_LINES = 12, 24


class TemplateField(LongTextField):
    """Tab moves on, as in every field; what is put in stands where the cursor was."""

    def __init__(self) -> None:
        super().__init__(fewest_lines=_FEWEST_LINES)

    def text(self) -> str:
        """What stands there, white space and all."""
        return self._text.exact_text()

    def set_one_width(self, one_width: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show every letter as wide as the next, or as elsewhere."""
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        size = f"font-size: {theme.body_font().pointSizeF()}pt;"
        self._text.setStyleSheet(f"font-family: '{family}'; {size}" if one_width else "")

    def put_in(self, text: str, *, on_its_own: bool = False) -> None:
        """Put a text where the cursor is; on a line of its own if that is asked for."""
        cursor = self._text.textCursor()
        if on_its_own:
            before, after = cursor.block().text().strip(), "\n\n"
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            text = f"\n\n{text}" if before else f"{text}{after}"
        cursor.insertText(text)
        self._text.setTextCursor(cursor)
        self._text.setFocus()

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the start of a line, counted from 1, and mark the line."""
        block = self._text.document().findBlockByNumber(max(0, number - 1))
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            self._text.setTextCursor(cursor)
            self._text.setFocus()
