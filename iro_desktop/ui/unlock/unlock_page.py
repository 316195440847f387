"""Open the store by its passphrase."""

from PySide6.QtCore import Signal
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.passphrase_field import PassphraseField


class PassphrasePage(UnlockPage):
    """One field and one button. `recovery_chosen`: the passphrase is forgotten."""

    recovery_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Open your store"),
            tr("What you keep here is encrypted, and stays on this laptop."),
        )
        self.passphrase = PassphraseField()
        self.passphrase.submitted.connect(self.gone_on)
        self.add_fields(FormRow(tr("Passphrase"), self.passphrase))
        self.add_primary(tr("Open"), tr("Opening…"), "lock-open")
        other = self.add_below(tr("Use the recovery key instead"), "key-round")
        other.clicked.connect(self.recovery_chosen)

    @override
    def focus_first(self) -> None:
        self.passphrase.focus_first()

    @override
    def clear(self) -> None:
        self.passphrase.clear()
