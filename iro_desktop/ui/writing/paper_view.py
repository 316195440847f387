"""The document as a sheet of paper on the page: as high as it is, so that only the page scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextOption, QWheelEvent
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        around = self.height() - self.viewport().height()
        self.setFixedHeight(round(self.document().size().height()) + around)
