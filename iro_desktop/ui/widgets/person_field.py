"""A person's name: typed freely, with the people already known to the review as suggestions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.field import Field


class PersonField(Field):
    """A name. Nothing is added or finished that the user did not choose."""

    def __init__(self, suggestions: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = CalmComboBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.addItems(list(suggestions))
        self._box.setCurrentIndex(-1)
        self._line = QLineEdit()
        self._box.setLineEdit(self._line)
        self._box.setCompleter(self._make_completer())
        self._line.textEdited.connect(self.answer_changed)
        self._box.textActivated.connect(self.answer_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self._hold(self._box)
        self._line.installEventFilter(self)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._box.model(), self._box)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggestions = QListView()
        suggestions.setObjectName("suggestions")
        completer.setPopup(suggestions)
        return completer

    @override
    def value(self) -> str | None:
        return self._box.currentText().strip() or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._box.currentText():
            self._box.setEditText(text)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer other people, leaving what is typed."""
        typed = self._box.currentText()
        self._box.clear()
        self._box.addItems(list(suggestions))
        self._box.setCurrentIndex(-1)
        self._box.setEditText(typed)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._box.setEnabled(not read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        accessibility.name(self._box, name, description)
        accessibility.name(self._line, name, description)


class CalmComboBox(QComboBox):
    """A combo box that the wheel does not change while the page is being scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus() and self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()
