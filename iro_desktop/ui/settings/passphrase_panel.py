"""Change the passphrase."""

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.new_passphrase import NewPassphrase
from iro_desktop.ui.widgets.passphrase_field import PassphraseField


class PassphrasePanel(Panel):
    """The present passphrase, and a new one twice."""

    change_wished = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(
            tr("Passphrase"),
            tr("A new passphrase opens the same store. Backups made before keep the old one."),
        )
        self.present = PassphraseField()
        self.new_passphrase = NewPassphrase()
        self._present_row = FormRow(tr("Present passphrase"), self.present)
        self.add(self._present_row, self.new_passphrase)
        button = ActionButton(tr("Change the passphrase"))
        button.clicked.connect(self._on_wished)
        self.present.answer_changed.connect(lambda: self._present_row.show_problem(None))
        self.present.submitted.connect(self.new_passphrase.focus_first)
        self.new_passphrase.submitted.connect(self._on_wished)
        self.finish(button)

    def clear(self) -> None:
        """Take all three away."""
        self.present.clear()
        self._present_row.show_problem(None)
        self.new_passphrase.clear()

    def _on_wished(self) -> None:
        present, new = self.present.value(), self.new_passphrase
        if present:
            self.change_wished.emit(present, new.passphrase(), new.again())
        else:
            self._present_row.show_problem(tr("Type the passphrase you use now."))
            self._present_row.focus_first()
