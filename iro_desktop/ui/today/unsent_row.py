"""A letter or minutes that wait to be sent: to whom is asked before they count as gone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.today.page import UnsentLine
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of


class UnsentRow(QWidget):
    """`sent` carries the document and to whom; `document_opened` which review's it is.

    `paper_wanted` carries the Explanation of the last day, to be printed or saved.
    """

    sent = Signal(object, str)
    document_opened = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, line: UnsentLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._reader = TextField()
        self._buttons = self._make_buttons()
        self._asking = self._make_asking()
        self._asking.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(Words(line.name, "strong"))
        layout.addWidget(Words(line.what, "muted"))
        left = Pill(line.time_left, tone_of(line.urgency), icon_of(line.urgency))
        send_by = ExplainedDate(
            line.explanation,
            tr("Send by {day}", day=line.explanation.day) if line.explanation else "",
            after=(left,) if line.time_left else (),
        )
        send_by.paper_wanted.connect(self.paper_wanted)
        layout.addWidget(send_by)
        layout.addWidget(self._buttons)
        layout.addWidget(self._asking)

    def ask_reader(self) -> None:
        """Ask to whom it went."""
        self._reader.set_value(self._line.reader)
        self._buttons.hide()
        self._asking.show()
        self._reader.focus_first()

    def _make_buttons(self) -> FlowRow:
        line = self._line
        read = ActionButton(tr("Open"), "file-text", "slight")
        read.clicked.connect(lambda: self.document_opened.emit(line.review))
        accessibility.name(read, tr("Open: {document}, {name}", document=line.what, name=line.name))
        self._mark = ActionButton(tr("Mark as sent…"), "send", "slight")
        self._mark.clicked.connect(self.ask_reader)
        accessibility.name(
            self._mark, tr("Mark as sent: {document}, {name}", document=line.what, name=line.name)
        )
        return FlowRow(self._mark, read) if line.may_be_marked else FlowRow(read)

    def _make_asking(self) -> QWidget:
        confirm = ActionButton(tr("It has gone"), "check", "primary")
        confirm.clicked.connect(self._on_sent)
        cancel = ActionButton(tr("Not yet"), "", "quiet")
        cancel.clicked.connect(self._on_cancelled)
        asking = QWidget()
        layout = QVBoxLayout(asking)
        layout.setContentsMargins(0, theme.space(4), 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(FormRow(tr("Sent to"), self._reader))
        layout.addWidget(FlowRow(confirm, cancel))
        return asking

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, Escape goes back; elsewhere both mean what they always mean."""
        if self._asking.isVisible() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_sent()
        elif self._asking.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._on_cancelled()
        else:
            super().keyPressEvent(event)

    def _on_sent(self) -> None:
        self.sent.emit(self._line.document, self._reader.value() or "")

    def _on_cancelled(self) -> None:
        self._asking.hide()
        self._buttons.show()
        self._mark.setFocus(Qt.FocusReason.OtherFocusReason)
