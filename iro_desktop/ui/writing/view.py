"""The letter and the minutes on screen, and the ways out: a Word file, a PDF, sent."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.documents.writers import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import Translator, screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage
from iro_desktop.ui.writing.paper_view import PaperView
from iro_desktop.ui.writing.presenter import Order, WritingPresenter
from iro_desktop.ui.writing.preview_palette import preview_palette
from iro_desktop.ui.writing.sending import SendingPanel


class WritingView(QWidget):
    """`back_wanted` asks for the review again; `saved` carries the file's path.

    `paper_wanted` carries an Explanation to be printed or saved.
    """

    back_wanted = Signal(str)
    saved = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, presenter: WritingPresenter, runner: JobRunner) -> None:
        super().__init__()
        self._presenter = presenter
        self._runner = runner
        self._dialog: QFileDialog | None = None
        self.is_writing = False
        self.kind = ChoiceField(
            (
                Option(DocumentKind.LETTER.value, tr("Letter to the child")),
                Option(DocumentKind.MINUTES.value, tr("Formal minutes")),
            ),
            in_a_row=True,
            may_be_cleared=False,
        )
        self.kind.set_names(tr("Which document"))
        self.kind.answer_changed.connect(self._on_kind)
        self._state = Pill("")
        self.preview = PaperView()
        self.message = Banner("", dismissible=True)
        self.message.hide()
        self.sending = SendingPanel()
        self.sending.sent.connect(self._on_sent)
        self.sending.paper_wanted.connect(self.paper_wanted)
        self._lay_out()

    def show_review(self, review: ReviewId) -> None:
        """Show the documents of a review, with the focus on which of them."""
        self._presenter.open(review)
        self.message.hide()
        self.refresh()
        self.kind.focus_first()

    def refresh(self) -> None:
        """Draw the preview anew, from what is stored now."""
        paper = self._presenter.paper()
        self.kind.set_value(paper.kind.value)
        if paper.is_draft:
            self._state.show_state(tr("Draft, the review is not closed"), "warning", "pencil")
        else:
            self._state.show_state(tr("From the closed record"), "success", "lock")
        preview = self._presenter.preview(preview_palette(), theme.current().text_scale)
        self.preview.show_page(preview.html, preview.points)
        self.sending.show_documents(paper.unsent, paper.reader, paper.send_by)

    def leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def save_to(self, file_format: Format, out: Path) -> None:
        """Make the file and keep it at `out`; the window stays free meanwhile."""
        order = self._presenter.order(file_format)
        self._show_writing(is_writing=True)
        self.message.say(tr("Writing…"), "info")
        self._runner.run(
            lambda _control: self._presenter.make(order),
            lambda made: self._on_made(order, out, *made),
            self._on_failed,
        )

    # Layout

    def _lay_out(self) -> None:
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(12))
        line.addWidget(self.kind, 1)
        line.addWidget(self._state)
        page = ScrollPage()
        page.add(
            PageHeader(
                tr("Letter and minutes"),
                tr("Both come from the one record: every decision stands in each."),
            ),
            bar,
            self.message,
            self.sending,
            self.preview,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._make_foot())

    def _make_foot(self) -> QFrame:
        back = ActionButton(tr("Back to the review"), "arrow-left", "quiet")
        back.clicked.connect(lambda: self.back_wanted.emit(self._presenter.review))
        self.word = ActionButton(tr("Save as Word…"), "file-text")
        self.pdf = ActionButton(tr("Save as PDF…"), "download", "primary")
        self.word.clicked.connect(lambda: self._ask_where(Format.DOCX))
        self.pdf.clicked.connect(lambda: self._ask_where(Format.PDF))
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.addWidget(FlowRow(back, self.word, self.pdf))
        return foot

    def _show_writing(self, *, is_writing: bool) -> None:
        self.is_writing = is_writing
        for button in (self.word, self.pdf):
            button.setEnabled(not is_writing)

    # What happens

    def _ask_where(self, file_format: Format) -> None:
        order = self._presenter.order(file_format)
        dialog = QFileDialog(self, tr("Where should the file go?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(file_format.value)
        dialog.selectFile(self._presenter.file_name(order))
        dialog.fileSelected.connect(lambda chosen: self.save_to(file_format, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _on_kind(self) -> None:
        self._presenter.kind = DocumentKind(self.kind.value() or DocumentKind.LETTER)
        self.refresh()

    def _on_made(self, order: Order, out: Path, data: bytes, missing: frozenset[str]) -> None:
        self._show_writing(is_writing=False)
        try:
            self._presenter.keep(order, data, out)
        except KnownFault as fault:
            self._on_failed(fault)
            return
        self._say_saved(out, missing)
        self.refresh()
        self.saved.emit(str(out))

    def _on_sent(self, document: object, to: str) -> None:
        waiting = [unsent for unsent in self._presenter.paper().unsent if unsent == document]
        try:
            for unsent in waiting:
                self._presenter.mark_sent(unsent, to)
        except KnownFault as fault:
            self._on_failed(fault)
            return
        self.refresh()
        day = screen().date(self._presenter.today)
        self.message.say(tr("Marked as sent on {day}.", day=day), "success")
        if not self.sending.focus_first():
            self.kind.focus_first()

    def _on_failed(self, fault: Exception) -> None:
        self._show_writing(is_writing=False)
        if not isinstance(fault, KnownFault):
            raise fault
        self.message.say(str(words_for(fault, Translator())), "danger")

    def _say_saved(self, out: Path, missing: frozenset[str]) -> None:
        if missing:
            self.message.say(
                tr(
                    "Saved as {name}. No font here has these characters, so each shows as □: "
                    "{characters}",
                    name=out.name,
                    characters=" ".join(sorted(missing)),
                ),
                "warning",
            )
        else:
            self.message.say(tr("Saved as {name}.", name=out.name), "success")
