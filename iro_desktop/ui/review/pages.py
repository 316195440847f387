"""The pages of a review in the middle of the screen, each made when it is first gone to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from iro_desktop.form_engine.definition import Records
from iro_desktop.ui.review.close_page import ClosePage
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.widgets.emptying import throw_away


class ReviewPages(QStackedWidget):
    """What the pages tell is told here, whichever page it comes from."""

    edited = Signal(object)
    left = Signal()
    changed = Signal()
    failed = Signal(object)
    gap_chosen = Signal(object)
    close_wanted = Signal()
    write_wanted = Signal()
    lateness_wanted = Signal()
    paper_wanted = Signal(object)
    section_wanted = Signal(str)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._pages: dict[str, SectionPage] = {}
        self._closing: ClosePage | None = None

    def page_of(self, section: str) -> SectionPage:
        """The page of a section."""
        if section not in self._pages:
            self._pages[section] = self._make_page(section)
        return self._pages[section]

    def closing_page(self) -> ClosePage:
        """The page at the end."""
        if self._closing is None:
            page = ClosePage(self._presenter)
            page.edited.connect(self.edited)
            page.left.connect(self.left)
            page.failed.connect(self.failed)
            page.gap_chosen.connect(self.gap_chosen)
            page.close_wanted.connect(self.close_wanted)
            page.write_wanted.connect(self.write_wanted)
            page.lateness_wanted.connect(self.lateness_wanted)
            page.paper_wanted.connect(self.paper_wanted)
            self.addWidget(page)
            self._closing = page
        return self._closing

    def show_page(self, page: SectionPage | ClosePage) -> None:
        """Put a page in front, as things stand now."""
        page.refresh()
        if isinstance(page, SectionPage):
            page.set_shared(shared=self._presenter.is_shared)
        self.setCurrentWidget(page)

    def take_in(self) -> None:
        """Show everything as it stands now, since what was done was taken back."""
        for page in self._pages.values():
            page.take_in()

    def settle(self) -> None:
        """Keep what is ready to be kept and was not confirmed."""
        for page in self._pages.values():
            page.settle()

    def section_in_front(self) -> str:
        """The id of the section in front; empty at the end and before any was shown."""
        page = self.currentWidget()
        return page.section.id if isinstance(page, SectionPage) else ""

    def decisions_in_front(self) -> DecisionsPanel | None:
        """The panel of decisions, if the page in front holds it."""
        page = self.currentWidget()
        panel = page.panels.get(Records.DECISIONS) if isinstance(page, SectionPage) else None
        return panel if isinstance(panel, DecisionsPanel) else None

    def forget(self) -> None:
        """Another review comes: hold none of this one's pages."""
        for page in (*self._pages.values(), self._closing):
            if page is not None:
                throw_away(self, page)
        self._pages, self._closing = {}, None

    def _make_page(self, name: str) -> SectionPage:
        section = next(
            part.section for part in self._presenter.sections() if part.section.id == name
        )
        # Within this widget from the start: all on the page would else be styled once more.
        page = SectionPage(self._presenter, section, self)
        page.edited.connect(self.edited)
        page.left.connect(self.left)
        page.changed.connect(self.changed)
        page.failed.connect(self.failed)
        page.paper_wanted.connect(self.paper_wanted)
        page.section_wanted.connect(self.section_wanted)
        self.addWidget(page)
        return page
