"""How the store is kept safe, and where it lies: what an IT team asks."""

from pathlib import Path

from PySide6.QtCore import Qt

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.words import Words


class FactsPanel(Panel):
    """Words only; the folder can be selected and copied."""

    def __init__(self, folder: Path) -> None:
        super().__init__(tr("How it is kept"))
        self.add(
            Words(
                tr(
                    "Encrypted with SQLCipher 4 under a random key of 256 bits. The key is wrapped "
                    "by your passphrase through Argon2id, and once more by the recovery key. "
                    "Nothing leaves this laptop unless you write a letter, minutes, a record or a "
                    "backup to a file."
                )
            ),
            Words(tr("The store lies in this folder:"), "strong"),
        )
        where = Words(str(folder))
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        accessibility.name(where, tr("Folder of the store: {folder}", folder=folder))
        self.where = where
        self.add(where)
        self.finish()
