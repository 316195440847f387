"""The ways out: a PDF, a Word file, a web page, a book for e-readers, plain text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QWidget

from iro_desktop.documents.formats import Format
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.file_dialogs import ask_where_to_save
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton


class SaveFoot(QFrame):
    """`format_wanted` carries a Format, `place_chosen` a Format and a Path."""

    back_wanted = Signal()
    format_wanted = Signal(object)
    place_chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._dialog: QFileDialog | None = None
        back = ActionButton(tr("Back to the review"), "arrow-left", "quiet")
        back.clicked.connect(self.back_wanted)
        self.pdf = ActionButton(tr("Save as PDF…"), "download", "primary")
        self.word = ActionButton(tr("Save as Word…"), "file-text")
        self.pdf.clicked.connect(lambda: self.format_wanted.emit(Format.PDF))
        self.word.clicked.connect(lambda: self.format_wanted.emit(Format.DOCX))
        self.others = ActionButton(tr("Another format"), "chevron-down")
        self.other_formats = {
            Format.HTML: self._action(tr("Web page…"), Format.HTML),
            Format.EPUB: self._action(tr("E-book (EPUB)…"), Format.EPUB),
            Format.TEXT: self._action(tr("Plain text, for a screen reader…"), Format.TEXT),
        }
        self._menu = QMenu(self)
        self._menu.addActions(list(self.other_formats.values()))
        self.others.setMenu(self._menu)
        row = QHBoxLayout(self)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.addWidget(FlowRow(back, self.pdf, self.word, self.others))

    def ask_where(self, file_format: Format, name: str) -> None:
        """Ask for a folder and a name; `name` is the one to begin with."""
        self._dialog = ask_where_to_save(
            self,
            tr("Where should the file go?"),
            name,
            lambda out: self.place_chosen.emit(file_format, out),
        )

    def show_writing(self, *, is_writing: bool) -> None:
        """While a file is made, no other can be ordered."""
        for button in (self.word, self.pdf, self.others):
            button.setEnabled(not is_writing)

    def _action(self, text: str, file_format: Format) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda: self.format_wanted.emit(file_format))
        return action
