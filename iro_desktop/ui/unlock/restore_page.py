"""Bring a backup back on to a laptop that has no store yet."""

from pathlib import Path

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.file_dialogs import ask_which_file


class RestorePage(UnlockPage):
    """One button that asks for the file."""

    file_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__(
            tr("Bring a backup back"),
            tr(
                "Choose the backup file. It stays as it is: the store on this laptop is made from "
                "it, and opens with the passphrase or recovery key it had then."
            ),
        )
        self.add_back(tr("Back"))
        self.add_primary(tr("Choose the backup file…"), tr("Bringing it back…"), "folder-open")
        self.gone_on.connect(self._choose)

    def _choose(self) -> None:
        ask_which_file(self, tr("Choose the backup file"), (), self.file_chosen.emit)
