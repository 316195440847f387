"""How the store is kept safe, and where it lies: what an IT team asks."""

from pathlib import Path

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField
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
        )
        self.where = TextField()
        self.where.set_value(str(folder))
        row = FormRow(tr("The store lies in this folder"), self.where)
        row.set_read_only(True)
        self.add(row)
        self.finish()
