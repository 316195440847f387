"""Where files are dropped, or chosen."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.words import Words

EDGE = 2.0
ROUNDING = 14.0
DASHES = (4.0, 4.0)


class DropArea(QFrame):
    """A dashed frame that lights up while files hang over it. `chosen` carries a list of Path."""

    chosen = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self.files_button = ActionButton(tr("Choose files…"), "file-text", "primary")
        self.folder_button = ActionButton(tr("Choose a folder…"), "folder-open")
        self.files_button.clicked.connect(self._choose_files)
        self.folder_button.clicked.connect(self._choose_folder)
        words = Words(tr("Drop files or a folder here"), "h2")
        words.set_centred()
        layout = QVBoxLayout(self)
        edge = theme.space(32)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(14))
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel("upload", "primary", 40), 0, centre)
        layout.addWidget(words)
        layout.addWidget(FlowRow(self.files_button, self.folder_button), 0, centre)

    def light(self, lit: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show that what hangs over it may be dropped, or no longer."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("primary" if self._lit else "border"), EDGE)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(theme.colour("primary_soft" if self._lit else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), ROUNDING, ROUNDING)
        painter.end()

    def _choose_files(self) -> None:
        dialog = self._dialog(tr("Choose files"), QFileDialog.FileMode.ExistingFiles)
        known = tr("Returns, workbooks and records")
        dialog.setNameFilters([f"{known} (*.csv *.xml *.xlsx *.json)", tr("All files") + " (*)"])
        dialog.open()

    def _choose_folder(self) -> None:
        self._dialog(tr("Choose a folder"), QFileDialog.FileMode.Directory).open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(n) for n in names]))
        return dialog
