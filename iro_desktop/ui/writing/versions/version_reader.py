"""One version as it was kept, to be read: what was signed, and not what the record says today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.i18n import tr
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.versions import number_in_words
from iro_desktop.ui.writing.paper_view import PaperView


class VersionReader(Card):
    """`left` is told once the person has read enough. Escape says so too."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Version"))
        self.version: DocumentVersion | None = None
        self._about = Words("", "muted")
        self.paper = PaperView()
        self.close_button = ActionButton(tr("Close it"), "x", "quiet")
        self.close_button.clicked.connect(self.left)
        self.add(self._about, FlowRow(self.close_button), self.paper)
        self.hide()

    def show_version(self, version: DocumentVersion, html: str, points: float) -> None:
        """Show a version's own content."""
        self.version = version
        if self.title is not None:
            self.title.setText(number_in_words(version.number))
        self._about.setText(
            tr("Word for word as it was signed.")
            if version.is_signed
            else tr("As it was drafted. What was written in the record since is not in it.")
        )
        self.show()
        self.paper.show_page(html, points)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
