"""What was written out without a version and waits: each with a way to say that it has gone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reviews import kind_of_document


class WaitingRows(QWidget):
    """`sent` carries the document and to whom it went."""

    sent = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WaitingRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(12))

    def show_documents(self, documents: Sequence[WrittenDocument], reader: str) -> None:
        """A row for each. `reader` is who usually gets it."""
        if [row.document for row in self.rows] != list(documents):
            throw_away(self._layout, *self.rows)
            self.rows = [WaitingRow(document, reader) for document in documents]
            for row in self.rows:
                row.sent.connect(self.sent)
                self._layout.addWidget(row)
        self.setVisible(bool(documents))


class WaitingRow(QWidget):
    """One document: to whom it went, and that it has gone. Return says so too."""

    sent = Signal(object, str)

    def __init__(self, document: WrittenDocument, reader: str) -> None:
        super().__init__()
        self.document = document
        kind, day = kind_of_document(document.kind), screen().date(document.written_on)
        self._to = TextField()
        self._to.set_value(reader)
        self.to_row = FormRow(
            tr("To whom did it go?"),
            self._to,
            spoken=tr("{document}: to whom did it go?", document=kind),
        )
        self.send_button = ActionButton(tr("Mark as sent"), "send")
        accessibility.name(self.send_button, tr("Mark as sent: {document}", document=kind))
        self.send_button.clicked.connect(self._on_sent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(
            Words(
                tr(
                    "Saved as a file on {day}, without a version of it being signed. If that file "
                    "has gone, say to whom.",
                    day=day,
                )
            )
        )
        layout.addWidget(self.to_row)
        layout.addWidget(FlowRow(self.send_button))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_sent()
        else:
            super().keyPressEvent(event)

    def _on_sent(self) -> None:
        to = self._to.value()
        if to is None:
            self.to_row.show_problem(tr("Say to whom it went."))
            self.to_row.focus_first()
        else:
            self.sent.emit(self.document, to)
