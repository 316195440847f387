"""The password of a protected PDF, shown once: to be told by another road than the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.read_out_frame import ReadOutFrame
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.versions.clipboard import SecretOnClipboard


class PasswordCard(Card):
    """Stays until the person says that it was told. `told` is emitted then."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__(tr("The password"))
        self._clipboard = SecretOnClipboard(self)
        self._password = ""
        self._whom = Words("")
        self.groups = _Groups()
        self._said = Words("", "muted")
        copy = self.copy_button = ActionButton(tr("Copy it"), "clipboard-list")
        done = self.done_button = ActionButton(tr("I have told them: hide it"), "check", "primary")
        copy.clicked.connect(self._on_copy)
        done.clicked.connect(self._on_done)
        self.add(self._whom, self.groups, self._said, FlowRow(done, copy))
        self.hide()

    def show_password(self, password: str, name: str, file_name: str) -> None:
        """Show the password of one file, and to whom it goes."""
        self._password = password
        self._whom.setText(
            tr(
                "Tell it to {name} by another road than the file {file}: by telephone or face to "
                "face. It is shown now and never again, and kept nowhere.",
                name=name,
                file=file_name,
            )
        )
        self._said.setText("")
        self._said.hide()
        self.groups.show_password(password)
        self.show()
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(self, self._whom.text())

    def forget(self) -> None:
        """Hold nothing any more."""
        self._clipboard.clear()
        self._password = ""
        self.groups.show_password("")
        self.hide()

    def _on_copy(self) -> None:
        self._clipboard.put(self._password)
        self._said.setText(tr("Copied. It is taken off the clipboard again in a minute."))
        self._said.show()
        accessibility.announce(self, self._said.text())

    def _on_done(self) -> None:
        self.forget()
        self.told.emit()


class _Groups(ReadOutFrame):
    """The words in a row and the digits after them: one stop for the keyboard, read part by part.

    It runs from left to right in every language, as it is typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        edge = theme.space(16)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._row = FlowRow(spacing=2)
        self._layout.addWidget(self._row)
        self._labels: list[Words] = []

    def text(self) -> str:
        """What is to be typed, with its hyphens."""
        return "".join(label.text() for label in self._labels)

    def show_password(self, password: str) -> None:
        """Show each part by itself; its hyphen stands with it."""
        throw_away(self._layout, self._row)
        parts = password.split("-") if password else []
        shown = [f"{part}-" for part in parts[:-1]] + parts[-1:]
        self._labels = [Words(part, "h1", wrap=False) for part in shown]
        self._row = FlowRow(*self._labels, spacing=2)
        self._layout.addWidget(self._row)
        spoken = ", ".join([*parts[:-1], *(" ".join(last) for last in parts[-1:])])
        accessibility.name(self, tr("The password: {parts}", parts=spoken), tr("with hyphens"))
