"""A passphrase typed unseen, with an eye to see it by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import IconButton


class PassphraseField(Field):
    """A line that hides what is typed. `submitted` is told on Enter.

    Spaces count: a passphrase is taken exactly as typed.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._line.textEdited.connect(self.answer_changed)
        self._line.returnPressed.connect(self.submitted)
        self._eye = IconButton("", "eye")
        self._eye.setProperty("kind", "edged")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._set_seen)
        self._name = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(self._line, 1)
        layout.addWidget(self._eye)
        self._hold(self._line, self._eye)
        self._set_seen(False)

    @override
    def value(self) -> str | None:
        return self._line.text() or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        self._line.setText(value if isinstance(value, str) else "")

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._name = name
        accessibility.name(self._line, name, description)
        self._name_eye()

    @override
    def focus_first(self) -> None:
        super().focus_first()
        self._line.selectAll()

    def clear(self) -> None:
        """Take what was typed away, and hide again."""
        self._line.clear()
        self._eye.setChecked(False)

    def _set_seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        self._eye.set_icon("eye-off" if seen else "eye")
        self._name_eye()

    def _name_eye(self) -> None:
        seen = self._eye.isChecked()
        self._eye.set_name(
            tr("Hide: {field}", field=self._name) if seen else tr("Show: {field}", field=self._name)
        )
