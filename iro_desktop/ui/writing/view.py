"""The documents of a review on screen: chosen, read, checked, and written out as files."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.formats import Format
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import Translator, tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.writing.document_page import CopyPanel, DocumentPage
from iro_desktop.ui.writing.kinds_chooser import KindsChooser
from iro_desktop.ui.writing.made import Order
from iro_desktop.ui.writing.presenter import WritingPresenter
from iro_desktop.ui.writing.save_foot import SaveFoot
from iro_desktop.ui.writing.subjects import Subject
from iro_desktop.ui.writing.versions.panel import VersionsPanel

NARROW = 880


class WritingView(QWidget):
    """`back_wanted` asks for the review again; `saved` carries the file's path.

    `paper_wanted` carries an Explanation to be printed. `record_wanted` asks for the review too,
    with the WithheldPassage that has to be marked anew in it, or None. `panels` are for what
    becomes of a copy. `settings_wanted` asks for the page on which the owner is named.
    """

    back_wanted = Signal(str)
    record_wanted = Signal(str, object)
    saved = Signal(str)
    paper_wanted = Signal(object)
    settings_wanted = Signal()

    def __init__(
        self,
        presenter: WritingPresenter,
        runner: JobRunner,
        panels: Mapping[Subject, CopyPanel] | None = None,
    ) -> None:
        super().__init__()
        self._presenter = presenter
        self._runner = runner
        self.is_writing = False
        self.kinds = KindsChooser()
        self.page = DocumentPage(presenter, runner, panels or {}, self.kinds.row)
        self.foot = SaveFoot()
        self.message = self.page.message
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.kinds)
        beside.addWidget(self.page, 1)
        layout.addLayout(beside, 1)
        layout.addWidget(self.foot)
        self._connect(panels or {})

    @property
    def kind(self) -> DocumentKind:
        """Which document is in front."""
        return self._presenter.kind

    @property
    def is_composing(self) -> bool:
        """Whether the document in front is still being made."""
        return self.page.is_composing

    def show_review(self, review: ReviewId) -> None:
        """Show the documents of a review, with the focus on which of them."""
        self.leave()
        self._presenter.open(review)
        self.message.hide()
        self.page.turn_to_another()
        self.page.show_subject(Subject.TEXT)
        self._show()
        self.kinds.focus_first()

    def show_kind(self, kind: DocumentKind) -> None:
        """Turn to another document of the review."""
        self.leave()
        if kind is not self._presenter.kind:
            self._presenter.kind = kind
            self.message.hide()
            self.page.turn_to_another()
        self._show()

    def refresh(self) -> None:
        """Show everything anew, from what is stored now."""
        self._presenter.read_again()
        self._show()

    def on_changed(self, change: Changed) -> None:
        """Somebody else changed something; what changes here shows at once anyway."""
        is_in_front = self.isVisible() and self._presenter.is_open()
        concerned = is_in_front and self._presenter.concerns(change)
        if concerned and Topic.DOCUMENTS in change.topics and not self._presenter.is_telling:
            self.refresh()

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        return self.page.leave()

    def save_to(self, file_format: Format, out: Path) -> None:
        """Make the file and keep it at `out`; the window stays free meanwhile."""
        self.leave()
        order = self._presenter.order(file_format)
        self._show_writing(is_writing=True)
        self.message.say(tr("Writing…"), "info")
        self._runner.run(
            lambda _control: self._presenter.make(order),
            lambda made: self._on_made(order, out, *made),
            self._on_failed,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kinds.set_narrow(event.size().width() < theme.scaled(NARROW))

    # What is shown

    def _show(self) -> None:
        self.kinds.show_shelf(self._presenter.shelf(), self._presenter.kind)
        self.page.show_document()

    def _show_writing(self, *, is_writing: bool) -> None:
        self.is_writing = is_writing
        self.foot.show_writing(is_writing=is_writing)

    # What happens

    def _connect(self, panels: Mapping[Subject, CopyPanel]) -> None:
        self.kinds.chosen.connect(lambda kind: self.show_kind(DocumentKind(kind)))
        self.page.wish_changed.connect(self._show)
        self.page.record_wanted.connect(self.record_wanted)
        self.page.failed.connect(self._on_failed)
        self.page.parts.kept.connect(self.refresh)
        self.page.settings_wanted.connect(self.settings_wanted)
        for panel in panels.values():
            if isinstance(panel, VersionsPanel):
                panel.paper_wanted.connect(self.paper_wanted)
            else:
                panel.taken.connect(self.refresh)
        self.foot.back_wanted.connect(lambda: self.back_wanted.emit(self._presenter.review))
        self.foot.format_wanted.connect(self._ask_where)
        self.foot.place_chosen.connect(self.save_to)

    def _ask_where(self, file_format: Format) -> None:
        name = self._presenter.file_name(self._presenter.order(file_format))
        self.foot.ask_where(file_format, name)

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
