"""Fields for words: a line, and a text that grows as it is written."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.field import Field

FEWEST_LINES, MOST_LINES = 3, 12
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}  # how Qt ends lines and paragraphs inside


class TextField(Field):
    """One line of words. Nothing but spaces is no answer."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setPlaceholderText(placeholder)
        self._line.textEdited.connect(self.answer_changed)
        _fill(self, self._line)
        self._hold(self._line)

    @override
    def value(self) -> str | None:
        text = self._line.text()
        return text if text.strip() else None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._line.text():
            self._line.setText(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        _set_read_only(self._line, read_only)


class LongTextField(Field):
    """Words of any length, kept exactly as typed. Nothing but white space is no answer."""

    def __init__(
        self,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        fewest_lines: int = FEWEST_LINES,
    ) -> None:
        super().__init__(parent)
        self._text = self._make_text(fewest_lines)
        self._text.setPlaceholderText(placeholder)
        self._quiet = False
        self._text.textChanged.connect(self._on_text_changed)
        _fill(self, self._text)
        self._hold(self._text)

    @override
    def value(self) -> str | None:
        text = self._text.exact_text()
        return text if text.strip() else None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._text.exact_text():
            cursor = self._text.textCursor()
            place = cursor.position()
            self._quiet = True
            self._text.setPlainText(text)
            self._quiet = False
            cursor.setPosition(min(place, self._text.document().characterCount() - 1))
            self._text.setTextCursor(cursor)

    @override
    def set_read_only(self, read_only: bool) -> None:
        _set_read_only(self._text, read_only)

    def _make_text(self, fewest_lines: int) -> "GrowingText":
        """The control that holds the words."""
        return GrowingText(fewest_lines)

    def _on_text_changed(self) -> None:
        if not self._quiet:
            self.answer_changed.emit()


class GrowingText(QPlainTextEdit):
    """Plain text that is as high as its lines, between a fewest and a most. Tab moves on."""

    def __init__(self, fewest: int = FEWEST_LINES, most: int = MOST_LINES) -> None:
        super().__init__()
        self._fewest, self._most = fewest, max(fewest, most)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.updateGeometry)

    def exact_text(self) -> str:
        """Every character as it was typed. Qt's own plain text makes spaces of no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    @override
    def sizeHint(self) -> QSize:
        """As high as the text, within its bounds."""
        lines = min(self._most, max(self._fewest, self._lines()))
        return QSize(super().sizeHint().width(), self._height_of(lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height_of(self._fewest))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the user is writing here and there is more to see."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _lines(self) -> int:
        block = self.document().firstBlock()
        height = 0.0
        limit = self._most * self.fontMetrics().lineSpacing()
        while block.isValid() and height < limit:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height / max(1, self.fontMetrics().lineSpacing()))

    def _height_of(self, lines: int) -> int:
        around = self.height() - self.viewport().height() if self.isVisible() else 0
        margins = self.contentsMargins()
        around = max(around, margins.top() + margins.bottom())
        inner = 2 * round(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + around + inner + 2


def _fill(field: QWidget, control: QWidget) -> None:
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(control)


def _set_read_only(control: QLineEdit | QPlainTextEdit, read_only: bool) -> None:  # noqa: FBT001
    if read_only != control.isReadOnly():  # to be styled anew takes its time
        control.setReadOnly(read_only)
        theme.restyle(control)
