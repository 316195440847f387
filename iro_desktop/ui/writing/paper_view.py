"""The document as a sheet of paper on the page: as high as it is, so that only the page scrolls."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme

MARGIN = 24
_SCROLLING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class PaperView(QTextBrowser):
    """Shows HTML. The wheel, arrows and page keys are left to the page it lies on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        accessibility.name(self, tr("Preview of the document"))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_page(self, html: str, points: float) -> None:
        """Show a page whose running text has this size."""
        # Qt scales a document's headings from its default font, and pays no heed to their CSS.
        page = self.document()
        page.setDefaultFont(theme.body_font(points))
        page.setDocumentMargin(theme.space(MARGIN))
        self.setHtml(html)
        self._fit()

    def mark(self, passage: str, words: str = "") -> QRect | None:
        """Mark words, in the passage in which they stand. Gives where; None where they are not.

        A passage goes on over several lines of a table or a list: its first line is looked for.
        """
        found = self._find(passage, QTextCursor(self.document()))
        if found.isNull():
            return None
        if words:
            start = QTextCursor(self.document())
            start.setPosition(found.selectionStart())
            within = self._find(words, start)
            found = found if within.isNull() else within
        self.setTextCursor(found)
        return self.cursorRect(found)

    def _find(self, text: str, start: QTextCursor) -> QTextCursor:
        line = next((line for line in text.splitlines() if line.strip()), "")
        return self.document().find(line.strip(), start)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar beneath a wide table takes of the height, after the text was fitted."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        around = self.height() - self.viewport().height()
        self.setFixedHeight(round(self.document().size().height()) + around)
