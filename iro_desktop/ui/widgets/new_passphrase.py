"""A new passphrase, typed twice, with calm advice while it is made up."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.passphrase_advice import (
    LEAST_CHARACTERS,
    NewPassphraseFaults,
    Strength,
    advise,
    words_of,
)
from iro_desktop.ui.widgets.passphrase_field import PassphraseField
from iro_desktop.ui.widgets.words import Words

_MARKS = {
    Strength.NONE: ("info", "muted"),
    Strength.SHORT: ("info", "muted"),
    Strength.EASY: ("triangle-alert", "warning"),
    Strength.ENOUGH: ("circle-check", "success"),
    Strength.STRONG: ("circle-check", "success"),
}


class NewPassphrase(QWidget):
    """Two rows and a line of advice. `submitted` is told on Enter in the second row."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner: tuple[str, ...] = ()
        self._first, self._again = PassphraseField(), PassphraseField()
        hint = tr(
            "At least {least} characters. Spaces and any letters may be used.",
            least=LEAST_CHARACTERS,
        )
        self._first_row = FormRow(tr("New passphrase"), self._first, hint=hint)
        self._again_row = FormRow(tr("The same passphrase again"), self._again)
        self._advice = _AdviceLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self._first_row)
        layout.addWidget(self._advice)
        layout.addSpacing(theme.space(8))
        layout.addWidget(self._again_row)
        self._first.answer_changed.connect(self._on_typed)
        self._again.answer_changed.connect(lambda: self._again_row.show_problem(None))
        self._first.submitted.connect(self._again.focus_first)
        self._again.submitted.connect(self.submitted)
        self._on_typed()

    def set_owner(self, names: Iterable[str]) -> None:
        """Names that the passphrase must not lean on."""
        self._owner = tuple(names)
        self._on_typed()

    def passphrase(self) -> str:
        """What was typed first."""
        return self._first.value() or ""

    def again(self) -> str:
        """What was typed the second time."""
        return self._again.value() or ""

    def show_faults(self, faults: NewPassphraseFaults) -> None:
        """Say what is wrong beside each, and put the focus on the first."""
        self._first_row.show_problem(faults.passphrase or None)
        self._again_row.show_problem(faults.again or None)
        self._advice.setVisible(not faults.passphrase)
        if faults:
            (self._first if faults.passphrase else self._again).focus_first()

    def focus_first(self) -> None:
        """Put the focus where the user begins."""
        self._first.focus_first()

    def clear(self) -> None:
        """Take both away."""
        self._first.clear()
        self._again.clear()
        self.show_faults(NewPassphraseFaults())
        self._on_typed()

    def _on_typed(self) -> None:
        self._first_row.show_problem(None)
        self._advice.setVisible(True)
        strength = advise(self.passphrase(), self._owner)
        icon, token = _MARKS[strength.strength]
        self._advice.say(icon, token, words_of(strength))


class _AdviceLine(QWidget):
    """A mark and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconLabel("info", "muted", 18)
        self._words = Words(role="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    def say(self, icon: str, token: str, words: str) -> None:
        """Show another mark and sentence."""
        self._mark.set_icon(icon, token)
        self._words.setText(words)
