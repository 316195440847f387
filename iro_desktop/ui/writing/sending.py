"""Documents that were written out and wait to be sent, each with a way to say that it has gone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reviews import kind_of_document


class SendingPanel(QWidget):
    """`sent` carries the document and to whom it went."""

    sent = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(8))

    def show_documents(self, documents: Sequence[WrittenDocument]) -> None:
        """A row for each document that waits."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(document) for document in documents]
        for row in self._rows:
            self._layout.addWidget(row)
        self.setVisible(bool(documents))

    def _row(self, document: WrittenDocument) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        kind = kind_of_document(document.kind)
        words = tr(
            "{document}, written on {day}: waiting to be sent",
            document=kind,
            day=screen().date(document.written_on),
        )
        to = TextField(tr("To whom?"))
        to.set_names(tr("{document}: to whom did it go?", document=kind))
        send = ActionButton(tr("Mark as sent"), "send")
        accessibility.name(send, tr("Mark as sent: {document}", document=kind))
        send.clicked.connect(lambda: self.sent.emit(document, to.value() or ""))
        layout.addWidget(Words(words), 1)
        layout.addWidget(to)
        layout.addWidget(send)
        return row
