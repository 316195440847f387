"""One document: which copy, what stands in its way, its text and pages, and what becomes of it."""

from collections.abc import Mapping
from typing import TypeAlias, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage
from iro_desktop.ui.words.reviews import kind_of_document
from iro_desktop.ui.writing.copy_bar import CopyBar
from iro_desktop.ui.writing.made import Composed, Inspected
from iro_desktop.ui.writing.newest import Newest
from iro_desktop.ui.writing.obstacles import Obstacle, There, obstacles
from iro_desktop.ui.writing.obstacles_card import ObstaclesCard
from iro_desktop.ui.writing.pages_view import PagesView
from iro_desktop.ui.writing.paper_view import PaperView
from iro_desktop.ui.writing.parts_card import PartsCard
from iro_desktop.ui.writing.presenter import WritingPresenter, is_for_the_child
from iro_desktop.ui.writing.preview_palette import preview_palette
from iro_desktop.ui.writing.reading_room import ReadingRoom
from iro_desktop.ui.writing.remarks_panel import RemarksPanel
from iro_desktop.ui.writing.subjects import Subject, SubjectsBar
from iro_desktop.ui.writing.translating.panel import TranslationPanel
from iro_desktop.ui.writing.versions.panel import VersionsPanel
from iro_desktop.ui.writing.versions.refusals import Place

WIDEST = 1500
_READING = frozenset({Subject.TEXT, Subject.PAGES})


CopyPanel: TypeAlias = VersionsPanel | TranslationPanel
"""What goes on with one copy. Each has `show_copy` and tells `go_wanted`, a Place as text."""


class DocumentPage(ScrollPage):
    """Text comes first, then pages and remarks. `wish_changed`: another copy is wanted.

    `record_wanted` carries a review, and a WithheldPassage or None; `failed` a KnownFault.
    `settings_wanted` asks for the page on which the owner is named.
    """

    wish_changed = Signal()
    record_wanted = Signal(str, object)
    settings_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        presenter: WritingPresenter,
        runner: JobRunner,
        panels: Mapping[Subject, CopyPanel],
        kind_row: FormRow,
    ) -> None:
        super().__init__(widest=WIDEST)
        self._presenter = presenter
        self.panels = dict(panels)
        self._composed: Composed | None = None
        self._missing: frozenset[str] = frozenset()
        self._text = Newest[Composed](self, runner, self._on_composed, self._on_fault)
        self._rest = Newest[Inspected](self, runner, self._on_inspected, self._on_fault)
        self.state = Pill("")
        self._header = PageHeader("", actions=[self.state])
        self.copy_bar = CopyBar()
        self.message = Banner("", dismissible=True)
        self.message.hide()
        self.standing = Banner("")
        self.standing.hide()
        self.obstacles = ObstaclesCard()
        self.parts = PartsCard(presenter.keep_part)
        self.preview = PaperView()
        self.pages = PagesView(runner)
        self.remarks = RemarksPanel()
        self.subjects = SubjectsBar((Subject.TEXT, Subject.PAGES, Subject.WORDS, *self.panels))
        self.room = ReadingRoom(self.obstacles, self.parts, self.preview, self.pages)
        self.add(kind_row, self._header, self.standing, self.copy_bar, self.message)
        self.add(self.subjects, self.room, self.remarks, *self.panels.values())
        self._connect()
        self.show_subject(Subject.TEXT)

    # What is shown

    @property
    def is_composing(self) -> bool:
        """Whether text, pages or remarks are still being made."""
        return self._text.is_busy or self._rest.is_busy

    def show_document(self) -> None:
        """Show the document that was chosen, as things stand now; one stays where one was."""
        presenter = self._presenter
        wanted, paper = presenter.wanted, presenter.paper()
        self._header.set_title(kind_of_document(paper.kind))
        if paper.is_draft:
            self.state.show_state(tr("Draft, the review is not closed"), "warning", "pencil")
        else:
            self.state.show_state(tr("From the closed record"), "success", "lock")
        self.state.setVisible(paper.is_draft or paper.is_fixed)
        self._show_standing()
        self.copy_bar.show_wanted(wanted, presenter.people(), has_lengths=presenter.has_lengths())
        self.parts.set_to_read(to_read=not presenter.may_write("document_text"))
        self.parts.show_parts(presenter.review, paper.kind, presenter.parts())
        self.subjects.offer(Subject.WORDS, is_there=is_for_the_child(wanted))
        if Subject.TRANSLATION in self.panels:
            self.subjects.offer(Subject.TRANSLATION, is_there=wanted.language != ENGLISH)
        if not self.subjects.is_offered(self.subjects.here):
            self.show_subject(Subject.TEXT)
        self.room.arrange()
        self._tell_panel()
        self._compose()

    def _show_standing(self) -> None:
        """Say why the record can only be read, if that is so: once, not with every refresh."""
        words = self._presenter.why_to_read()
        if words and (words != self.standing.text() or self.standing.isHidden()):
            self.standing.say(words)
        self.standing.setVisible(bool(words))

    def turn_to_another(self) -> None:
        """Another document comes: from its beginning, with nothing of this one."""
        self._composed, self._missing = None, frozenset()
        self._rest.forget()
        self.verticalScrollBar().setValue(0)

    def show_subject(self, subject: Subject) -> None:
        """Show the text, the pages, the remarks, or what becomes of the copy."""
        self.subjects.go_to(subject)
        self.room.setVisible(subject in _READING)
        self.room.show_subject(subject)
        self.remarks.setVisible(subject is Subject.WORDS)
        for each, panel in self.panels.items():
            panel.setVisible(each is subject)
        if subject not in _READING:
            self._tell_panel()

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        return self.parts.leave()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.set_window_height(event.size().height() - 2 * theme.space(28))
        self._offer_pages()

    def _tell_panel(self) -> None:
        panel = self.panels.get(self.subjects.here)
        if panel is not None and self._presenter.is_open():
            panel.show_copy(self._presenter.wanted)

    def _offer_pages(self) -> None:
        """Pages that stand beside the text need no button of their own."""
        beside = self.room.has_pages_beside()
        self.subjects.offer(Subject.PAGES, is_there=not beside)
        if beside and self.subjects.here is Subject.PAGES:
            self.show_subject(Subject.TEXT)

    # Making the copy

    def _compose(self) -> None:
        presenter, wanted = self._presenter, self._presenter.wanted
        palette, zoom = preview_palette(), theme.current().text_scale
        self._text.wish(lambda: presenter.compose(wanted, palette, zoom))

    def _on_composed(self, composed: Composed) -> None:
        self._composed = composed
        place = self.verticalScrollBar().value()
        self.preview.show_page(composed.preview.html, composed.preview.points)
        self._show_obstacles()
        self.verticalScrollBar().setValue(place)
        presenter, copy = self._presenter, composed.copy
        self._rest.wish(lambda: presenter.inspect(copy))

    def _on_inspected(self, found: Inspected) -> None:
        self._missing = found.missing
        self.pages.show_pdf(found.pdf, found.sizes)
        if found.reading is not None:
            self.remarks.show_reading(found.reading)
            self.subjects.count(Subject.WORDS, found.reading.count)
        self._show_obstacles()

    def _on_fault(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        self.failed.emit(fault)

    def _show_obstacles(self) -> None:
        if self._composed is not None:
            unwritten = [
                each.part
                for each in self._presenter.parts()
                if each.part.is_required and not each.words.strip()
            ]
            review = self._presenter.record.review
            copy = self._composed.copy
            self.obstacles.show_obstacles(obstacles(copy, review, unwritten, self._missing))
            self.room.arrange()

    # What happens

    def _connect(self) -> None:
        bar = self.copy_bar
        bar.reader_wanted.connect(self._presenter.want_reader)
        bar.language_wanted.connect(lambda code: self._presenter.want(language=code))
        bar.style_wanted.connect(lambda style: self._presenter.want(style=style))
        bar.length_wanted.connect(lambda length: self._presenter.want(length=length))
        for wanted in (
            bar.reader_wanted,
            bar.language_wanted,
            bar.style_wanted,
            bar.length_wanted,
        ):
            wanted.connect(self.wish_changed)
        self.subjects.chosen.connect(self.show_subject)
        self.room.pages_moved.connect(self._offer_pages)
        self.obstacles.chosen.connect(self._on_obstacle)
        self.remarks.place_wanted.connect(self.show_in_text)
        for panel in self.panels.values():
            panel.go_wanted.connect(self._on_go)

    def _on_go(self, place: str) -> None:
        match Place(place):
            case Place.REVIEW:
                self.record_wanted.emit(self._presenter.review, None)
            case Place.SETTINGS:
                self.settings_wanted.emit()
            case Place.TRANSLATION if Subject.TRANSLATION in self.panels:
                self.show_subject(Subject.TRANSLATION)
                self.subjects.focus_here()
            case _:
                self.show_subject(Subject.TEXT)
                self.obstacles.focus_first()

    def _on_obstacle(self, obstacle: Obstacle) -> None:
        match obstacle.there:
            case There.PART:
                self.show_subject(Subject.TEXT)
                self.parts.focus_on(obstacle.place)
            case There.RECORD:
                self.record_wanted.emit(self._presenter.review, obstacle.passage)
            case There.TRANSLATION if Subject.TRANSLATION in self.panels:
                self.show_subject(Subject.TRANSLATION)
                self.subjects.focus_here()
            case _:
                self.show_in_text(obstacle.place)

    def show_in_text(self, passage: str, words: str = "") -> None:
        """Mark words in the text, and bring them into view."""
        self.show_subject(Subject.TEXT)
        self.preview.setFocus()
        place = self.preview.mark(passage, words)
        if place is not None:
            here = self.preview.viewport().mapTo(self.preview, place.center())
            here = self.preview.mapTo(cast("QWidget", self.widget()), here)
            self.ensureVisible(here.x(), here.y(), 0, self.viewport().height() // 3)
