"""Make up the passphrase of a new store."""

from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.new_passphrase import NewPassphrase


class NewPassphrasePage(UnlockPage):
    """A passphrase, twice."""

    def __init__(self) -> None:
        super().__init__(
            tr("Choose a passphrase"),
            tr(
                "It opens your store on this laptop. Nobody else has it and nobody can send you "
                "a new one: three or four words you will remember are best."
            ),
            step=tr("Step 2 of 3"),
        )
        self.new_passphrase = NewPassphrase()
        self.new_passphrase.submitted.connect(self.gone_on)
        self.add_fields(self.new_passphrase)
        self.add_back(tr("Back"))
        self.add_primary(tr("Make my store"), tr("Making your store…"))

    @override
    def focus_first(self) -> None:
        self.new_passphrase.focus_first()

    @override
    def clear(self) -> None:
        self.new_passphrase.clear()
