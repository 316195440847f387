"""The letter and the minutes on screen, and the ways out: a Word file, a PDF, sent."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from iro_desktop.documents.writers import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import Translator, screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import PageHeader
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.preview_palette import preview_palette
from iro_desktop.ui.writing.sending import SendingPanel

PAGE_MARGIN = 24


class WritingView(QWidget):
    """`back_wanted` asks for the review again, `child_wanted` for the child's page."""

    back_wanted = Signal(str)
    child_wanted = Signal(str)
    saved = Signal(str)

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
        self.preview = QTextBrowser()
        self.preview.setOpenLinks(False)
        self.preview.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.preview.setTabChangesFocus(True)
        accessibility.name(self.preview, tr("Preview of the document"))
        self.message = Banner("", dismissible=True)
        self.message.hide()
        self.sending = SendingPanel()
        self.sending.sent.connect(self._on_sent)
        self._lay_out()

    def show_review(self, review: ReviewId) -> None:
        """Show the documents of a review."""
        self._presenter.open(review)
        self.message.hide()
        self.refresh()

    def refresh(self) -> None:
        """Draw the preview anew, from what is stored now."""
        paper = self._presenter.paper()
        self.kind.set_value(paper.kind.value)
        if paper.is_draft:
            self._state.show_state(tr("Draft, the review is not closed"), "warning", "pencil")
        else:
            self._state.show_state(tr("From the closed record"), "success", "lock")
        self._show_preview()
        self.sending.show_documents(paper.unsent)

    def _show_preview(self) -> None:
        preview = self._presenter.preview(preview_palette(), theme.current().text_scale)
        # Qt scales a document's headings from its default font, and pays no heed to their CSS.
        page = self.preview.document()
        page.setDefaultFont(theme.body_font(preview.points))
        page.setDocumentMargin(theme.space(PAGE_MARGIN))
        self.preview.setHtml(preview.html)

    def leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def save_to(self, file_format: Format, out: Path) -> None:
        """Make the file and keep it at `out`; the window stays free meanwhile."""
        self.is_writing = True
        self.message.say(tr("Writing…"), "info")

        def on_done(made: tuple[bytes, frozenset[str]]) -> None:
            data, missing = made
            self.is_writing = False
            self._presenter.keep(data, out)
            self._say_saved(out, missing)
            self.refresh()
            self.saved.emit(str(out))

        self._runner.run(
            lambda _control: self._presenter.make(file_format), on_done, self._on_failed
        )

    def _lay_out(self) -> None:
        back = ActionButton(tr("Back to the review"), "arrow-left", "quiet")
        back.clicked.connect(lambda: self.back_wanted.emit(self._presenter.review))
        self.word = ActionButton(tr("Save as Word…"), "file-text")
        self.pdf = ActionButton(tr("Save as PDF…"), "download", "primary")
        self.word.clicked.connect(lambda: self._ask_where(Format.DOCX))
        self.pdf.clicked.connect(lambda: self._ask_where(Format.PDF))
        header = PageHeader(
            tr("Letter and minutes"),
            tr("Both come from the one record: every decision stands in each."),
            (back, self.word, self.pdf),
        )
        bar = QHBoxLayout()
        bar.setSpacing(theme.space(12))
        bar.addWidget(self.kind, 1)
        bar.addWidget(self._state)
        layout = QVBoxLayout(self)
        side = theme.space(28)
        layout.setContentsMargins(side, theme.space(24), side, theme.space(20))
        layout.setSpacing(theme.space(12))
        layout.addWidget(header)
        layout.addLayout(bar)
        layout.addWidget(self.message)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.sending)

    def _ask_where(self, file_format: Format) -> None:
        dialog = QFileDialog(self, tr("Where should the file go?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(file_format.value)
        dialog.selectFile(self._presenter.file_name(file_format))
        dialog.fileSelected.connect(lambda chosen: self.save_to(file_format, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _on_kind(self) -> None:
        self._presenter.kind = DocumentKind(self.kind.value() or DocumentKind.LETTER)
        self.refresh()

    def _on_sent(self, document: object, to: str) -> None:
        for unsent in self._presenter.paper().unsent:
            if unsent == document:
                self._presenter.mark_sent(unsent, to)
        self.refresh()
        self.message.say(tr("Marked as sent on {day}.", day=_today(self._presenter)), "success")

    def _on_failed(self, fault: Exception) -> None:
        self.is_writing = False
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


def _today(presenter: WritingPresenter) -> str:
    return screen().date(presenter.today)
