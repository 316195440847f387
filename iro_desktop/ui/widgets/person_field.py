"""A person's name: typed freely, with the people already known to the review as suggestions."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import IconButton

MOST_SHOWN = 10


class PersonField(Field):
    """A name. Nothing is finished that the user did not choose; Down shows everyone known.

    A line and a list, not a combo box: on Linux Qt gives a combo box its answer for a name.
    """

    def __init__(self, suggestions: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(list(suggestions), self)
        self._line = QLineEdit()
        self._line.setCompleter(self._make_completer())
        self._line.textEdited.connect(self.answer_changed)
        self._button = IconButton(tr("Show the people known"), "chevron-down")
        self._button.setProperty("kind", "edged")
        self._button.clicked.connect(self.open_suggestions)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(self._line, 1)
        layout.addWidget(self._button)
        self._hold(self._line, self._button)
        self.set_suggestions(suggestions)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST_SHOWN)
        completer.activated.connect(self.answer_changed)
        listed = QListView()
        listed.setObjectName("suggestions")
        completer.setPopup(listed)
        return completer

    @override
    def value(self) -> str | None:
        return self._line.text().strip() or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._line.text():
            self._line.setText(text)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer other people, leaving what is typed."""
        self._names.setStringList(list(suggestions))
        self._button.setVisible(bool(suggestions) and not self._line.isReadOnly())

    def open_suggestions(self) -> None:
        """Show everyone known, whatever is typed."""
        if self._names.rowCount():
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.completer().setCompletionPrefix("")
            self._line.completer().complete()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        self._button.setVisible(bool(self._names.rowCount()) and not read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        accessibility.name(self._line, name, description)
        accessibility.name(self._button, self.listing(name))

    def listing(self, question: str) -> str:
        """What the button that opens the list says to a screen reader."""
        return tr("People known, for: {question}", question=question)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self._line.isReadOnly()
        ):
            self.open_suggestions()
            return True
        return super().eventFilter(watched, event)
