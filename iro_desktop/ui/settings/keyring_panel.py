"""Whether this computer's own sign-in opens the store."""

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.settings.presenter import KeyringState
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.passphrase_field import PassphraseField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words


class KeyringPanel(Panel):
    """Off unless chosen. Turning it on takes the passphrase; turning it off takes nothing."""

    remember_wished = Signal(str)
    forget_wished = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Open without the passphrase"),
            tr(
                "This computer can keep the key in its own keyring. Then anyone who is signed in "
                "as you can open the store, so choose it only where the sign-in is strong and you "
                "lock the screen when you leave. The passphrase goes on working."
            ),
        )
        self._state = Pill("")
        self._missing = Words(
            tr(
                "This computer has no keyring that would keep the key. The passphrase is asked "
                "for each time."
            )
        )
        self.passphrase = PassphraseField()
        self._row = FormRow(tr("Your passphrase, to turn it on"), self.passphrase)
        self.on_button = ActionButton(tr("Let the sign-in open the store"), "key-round")
        self.off_button = ActionButton(tr("Ask for the passphrase again"), "lock")
        self.passphrase.answer_changed.connect(lambda: self._row.show_problem(None))
        self.passphrase.submitted.connect(self._on_wished)
        self.on_button.clicked.connect(self._on_wished)
        self.off_button.clicked.connect(self.forget_wished)
        self.add(self._state, self._missing, self._row)
        self.finish(self.on_button, self.off_button)
        self.show_state(KeyringState.OFF)

    def show_state(self, state: KeyringState) -> None:
        """Offer what can be done in this state."""
        had_focus = self.holds_focus()
        self.passphrase.clear()
        match state:
            case KeyringState.ON:
                self._state.show_state(tr("On"), "warning", "lock-open")
            case _:
                self._state.show_state(tr("Off"), "success", "lock")
        self._missing.setVisible(state is KeyringState.MISSING)
        self._row.setVisible(state is KeyringState.OFF)
        self.on_button.setVisible(state is KeyringState.OFF)
        self.off_button.setVisible(state is KeyringState.ON)
        if had_focus and state is KeyringState.ON:
            self.off_button.setFocus()
        elif had_focus and state is KeyringState.OFF:
            self.passphrase.focus_first()

    def _on_wished(self) -> None:
        passphrase = self.passphrase.value()
        if passphrase:
            self.remember_wished.emit(passphrase)
        else:
            self._row.show_problem(tr("Type your passphrase first."))
            self._row.focus_first()
