"""Documents that were written out and wait to be sent, each with a way to say that it has gone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.deadlines import Deadline
from iro_desktop.ui.words.reviews import kind_of_document


class SendingPanel(Card):
    """`sent` carries the document and to whom it went, `paper_wanted` an Explanation to print."""

    sent = Signal(object, str)
    paper_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Waiting to be sent"), spacing=10)
        self._state = Pill("")
        self.send_by = ExplainedDate(after=(self._state,))
        self.send_by.paper_wanted.connect(self.paper_wanted)
        self.add(self.send_by)
        self.rows: list[WaitingRow] = []

    def show_documents(
        self, documents: Sequence[WrittenDocument], reader: str, send_by: Deadline | None = None
    ) -> None:
        """A row for each document that waits, and by when. `reader` is whom the letter is for."""
        self._show_send_by(send_by)
        if [row.document for row in self.rows] != list(documents):
            for row in self.rows:
                self.body.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [self._row(document, reader) for document in documents]
        self.setVisible(bool(documents))

    def _show_send_by(self, send_by: Deadline | None) -> None:
        if send_by is not None:
            due, state = send_by.explanation, send_by.state
            self.send_by.show_date(due, tr("Send by {day}", day=due.day))
            self._state.show_state(state.text, state.tone, state.icon)
        self.send_by.setVisible(send_by is not None)

    def focus_first(self) -> bool:
        """Put the focus on the first that waits. Says whether there is one."""
        for row in self.rows:
            row.to_row.focus_first()
            return True
        return False

    def _row(self, document: WrittenDocument, reader: str) -> "WaitingRow":
        letter = document.kind is DocumentKind.LETTER
        row = WaitingRow(document, reader if letter else "")
        row.sent.connect(self.sent)
        self.add(row)
        return row


class WaitingRow(QWidget):
    """One document: what it is, to whom it went, and that it has gone. Return says so too."""

    sent = Signal(object, str)

    def __init__(self, document: WrittenDocument, reader: str) -> None:
        super().__init__()
        self.document = document
        kind = kind_of_document(document.kind)
        day = screen().date(document.written_on)
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
        layout.setSpacing(theme.space(4))
        words = tr("{document}, written on {day}", document=kind, day=day)
        layout.addWidget(Words(words, "strong"))
        line = QHBoxLayout()
        line.setSpacing(theme.space(10))
        line.addWidget(self.to_row, 1)
        line.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(line)

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
