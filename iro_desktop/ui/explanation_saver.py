"""Print or save why a date is due, or the page of the whole child: asks where, writes, says so."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from iro_desktop.documents.formats import Format
from iro_desktop.documents.writers import Written
from iro_desktop.i18n import screen, tr
from iro_desktop.services import printing_whole_child
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.printing_explanations import ExplanationOrder, file_name, make
from iro_desktop.services.printing_whole_child import WholeChildPaper
from iro_desktop.services.private_file import write_file
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.messages import Banner

Wanted = tuple[Explanation, ...] | WholeChildPaper


class ExplanationSaver(QWidget):
    """A line above the screens that is there only while it has something to say."""

    def __init__(self, runner: JobRunner, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._runner, self._today = runner, today
        self.dialog: QFileDialog | None = None
        self.message = Banner("", dismissible=True)
        self.message.dismissed.connect(self.hide)
        layout = QVBoxLayout(self)
        side = theme.space(28)
        layout.setContentsMargins(side, theme.space(12), side, 0)
        layout.addWidget(self.message)
        self.hide()

    def say(self, words: str) -> None:
        """Say something above the screens, until it is hidden."""
        self.message.say(words)
        self.show()

    def ask_where(self, wanted: Explanation | Wanted) -> None:
        """Ask where it should go, one or several. A PDF prints as it is; Word can be written in."""
        paper = (wanted,) if isinstance(wanted, Explanation) else wanted
        kinds = {
            tr("PDF, to print (*.pdf)"): Format.PDF,
            tr("Word, to write in (*.docx)"): Format.DOCX,
        }
        is_page = isinstance(paper, WholeChildPaper)
        asked = (
            tr("Where should the page go?") if is_page else tr("Where should the explanation go?")
        )
        dialog = QFileDialog(self, asked)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix(Format.PDF.value)
        name = printing_whole_child.file_name if is_page else file_name
        dialog.selectFile(name(Format.PDF))
        dialog.filterSelected.connect(lambda kind: _name_as(dialog, kinds[kind]))
        dialog.fileSelected.connect(lambda chosen: self.save_to(paper, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def save_to(self, paper: Wanted, out: Path) -> None:
        """Make the file and keep it at `out`; the window stays free meanwhile."""
        today, language = self._today(), screen().language.code
        self._say(tr("Writing…"), "info")
        self._runner.run(
            lambda _control: _make(paper, today, _format_of(out), language),
            lambda written: self._on_made(written, out),
            self._on_failed,
        )

    def _on_made(self, written: Written, out: Path) -> None:
        try:
            write_file(written.data, out)
        except KnownFault as fault:
            self._on_failed(fault)
            return
        self._say(tr("Saved as {name}.", name=out.name), "success")

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        self._say(str(words_for(fault, screen())), "danger")

    def _say(self, text: str, tone: Literal["info", "success", "danger"]) -> None:
        self.show()
        self.message.say(text, tone)


def _make(paper: Wanted, today: dt.date, file_format: Format, language: str) -> Written:
    if isinstance(paper, WholeChildPaper):
        return printing_whole_child.make(paper, file_format, language)
    return make(ExplanationOrder(paper, today, file_format, language))


def _name_as(dialog: QFileDialog, file_format: Format) -> None:
    """Have the name that stands in the dialog end as the chosen kind of file does."""
    dialog.setDefaultSuffix(file_format.value)
    for chosen in dialog.selectedFiles():
        dialog.selectFile(Path(chosen).with_suffix(f".{file_format.value}").name)


def _format_of(out: Path) -> Format:
    """As the name ends: a PDF unless it says Word."""
    return Format.DOCX if out.suffix.lower() == ".docx" else Format.PDF
