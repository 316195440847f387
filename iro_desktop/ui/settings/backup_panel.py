"""Back the store up, and check that it is whole."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.iconed import ActionButton


class BackupPanel(Panel):
    """Two buttons. `place_chosen` carries the Path to write to."""

    place_chosen = Signal(Path)
    check_wished = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__(
            tr("Backup"),
            tr(
                "A backup is one file, encrypted like the store, that opens with the same "
                "passphrase and recovery key on any laptop. Keep it where your council keeps "
                "copies of records."
            ),
        )
        self._today = today
        back_up = ActionButton(tr("Back up now…"), "save")
        check = ActionButton(tr("Check the store"), "list-checks")
        back_up.clicked.connect(self.choose_place)
        check.clicked.connect(self.check_wished)
        self.finish(back_up, check)

    def choose_place(self) -> None:
        """Ask where the backup goes."""
        dialog = QFileDialog(self, tr("Where should the backup go?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"iro-desktop-{self._today().isoformat()}.backup")
        dialog.fileSelected.connect(lambda name: self.place_chosen.emit(Path(name)))
        dialog.open()
