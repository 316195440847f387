"""Open the store by the recovery key, and give it a new passphrase."""

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.new_passphrase import NewPassphrase
from iro_desktop.ui.widgets.text_field import TextField


class RecoverPage(UnlockPage):
    """The key from paper, and a new passphrase twice."""

    def __init__(self) -> None:
        super().__init__(
            tr("Use the recovery key"),
            tr("It is on the paper you kept when you made the store: eight groups of four."),
        )
        self.recovery_key = TextField()
        self._key_row = FormRow(
            tr("Recovery key"),
            self.recovery_key,
            hint=tr("Capitals, spaces and hyphens do not matter."),
        )
        self.recovery_key.answer_changed.connect(lambda: self._key_row.show_problem(None))
        self.new_passphrase = NewPassphrase()
        self.new_passphrase.submitted.connect(self.gone_on)
        self.add_fields(self._key_row, self.new_passphrase)
        self.add_back(tr("Back"))
        self.add_primary(tr("Open"), tr("Opening…"), "lock-open")
        for line in self.recovery_key.findChildren(QLineEdit):
            line.returnPressed.connect(self.new_passphrase.focus_first)

    def show_key_missing(self) -> None:
        """Say that a recovery key is needed."""
        self._key_row.show_problem(tr("Type the recovery key from your paper."))
        self._key_row.focus_first()

    @override
    def focus_first(self) -> None:
        self.recovery_key.focus_first()

    @override
    def clear(self) -> None:
        self.recovery_key.set_value(None)
        self._key_row.show_problem(None)
        self.new_passphrase.clear()
