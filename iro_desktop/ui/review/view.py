"""The review's screen: sections at the left, the section in the middle, decisions a key away."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.form_engine.definition import Records, Stage
from iro_desktop.i18n import Translator, screen, tr
from iro_desktop.problems import Problem
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.review.close_page import ClosePage
from iro_desktop.ui.review.edits import Edit, key_of
from iro_desktop.ui.review.gap_words import gap_sentence
from iro_desktop.ui.review.panels.decisions import DecisionsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.saving import PAUSE_MS, Autosave
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import StatusLine
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.reviews import kind_of_review, status_of_review

RAIL_WIDTH, DRAWER_WIDTH = 270, 360


class ReviewView(QWidget):
    """`document_wanted` asks for a review's letter and minutes, `back_wanted` for the child."""

    document_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, presenter: ReviewPresenter, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._presenter = presenter
        self._pages: dict[str, SectionPage] = {}
        self.order: list[str] = []
        self._close_page: ClosePage | None = None
        self.autosave = Autosave(self._save, self, pause_ms=pause_ms)
        self.autosave.saving_started.connect(self._on_saving)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self._lay_out()
        self._bind_keys()

    # Open and leave

    def show_review(self, review_id: ReviewId) -> None:
        """Open a review at its first section, or at the meeting's first while it is open."""
        self.leave()
        self._presenter.open(review_id)
        self._clear()
        self._show_head()
        self._show_sections()
        stage = Stage.CHAIR if self._presenter.review.status is ReviewStatus.OPEN else Stage.PREPARE
        lines = self._presenter.section_lines()
        first = next((n for n, line in enumerate(lines) if line.stage is stage), 0)
        if self._presenter.review.is_fixed:
            first = len(lines)
        self.go_to(first)

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        return self.autosave.flush()

    def sections_of(self, stage: str) -> list[str]:
        """The ids of the sections of one stage, in order."""
        lines = self._presenter.section_lines()
        return [line.id for line in lines if line.stage.value == stage]

    @property
    def review_id(self) -> str:
        """The review on screen."""
        return self._presenter.review.id

    @property
    def child_id(self) -> str:
        """The child it is of."""
        return self._presenter.review.child_id

    @property
    def child_name(self) -> str:
        """What the child is called."""
        return self._presenter.record.child.known_as

    def refresh(self) -> None:
        """Nothing of a review changes while another screen is in front."""

    # Layout

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self.sections = SectionList(tr("Sections of the review"))
        self._splitter.addWidget(_railed(self.sections))
        self.stack = QStackedWidget()
        self._splitter.addWidget(self.stack)
        self.drawer = self._make_drawer()
        self._splitter.addWidget(self.drawer)
        self._splitter.setStretchFactor(1, 1)
        widths = (theme.scaled(RAIL_WIDTH), theme.scaled(600), theme.scaled(DRAWER_WIDTH))
        self._splitter.setSizes(list(widths))
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._make_foot())
        self.sections.chosen.connect(self.go_to)

    def _make_head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("top_bar")
        row = QHBoxLayout(head)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(12), side, theme.space(12))
        row.setSpacing(theme.space(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name = Words("", "h2")
        self._what = Words("", "muted")
        words.addWidget(self._name)
        words.addWidget(self._what)
        self._status = Pill("")
        self.start_button = ActionButton(tr("Start the meeting"), "users", "primary")
        self.start_button.clicked.connect(self._on_started)
        back = ActionButton(tr("Child's page"), "user", "quiet")
        back.clicked.connect(lambda: self.back_wanted.emit(self._presenter.review.child_id))
        row.addLayout(words, 1)
        for widget in (self._status, back, self.start_button):
            row.addWidget(widget)
        return head

    def _make_drawer(self) -> ScrollPage:
        drawer = ScrollPage()
        drawer.setMinimumWidth(theme.scaled(DRAWER_WIDTH - 60))
        self._drawer_title = Words(tr("Decisions"), "h3")
        drawer.add(self._drawer_title)
        self._drawer_panel: DecisionsPanel | None = None
        drawer.hide()
        return drawer

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.setSpacing(theme.space(10))
        self.status = StatusLine()
        self._decide = ActionButton(tr("Decisions"), "list-checks")
        self._decide.setCheckable(True)
        self._decide.setToolTip(tr("Ctrl+D adds a decision, Ctrl+Shift+D shows or hides them"))
        self._decide.toggled.connect(self._on_drawer)
        self._back = ActionButton(tr("Back"), "arrow-left")
        self._next = ActionButton(tr("Next section"), "arrow-right", "primary")
        self._back.clicked.connect(lambda: self.go_to(self.stack_place() - 1))
        self._next.clicked.connect(lambda: self.go_to(self.stack_place() + 1))
        row.addWidget(self.status, 1)
        for button in (self._decide, self._back, self._next):
            row.addWidget(button)
        return foot

    def _bind_keys(self) -> None:
        for keys, action in (
            ("Ctrl+D", self.add_decision),
            ("Ctrl+Shift+D", self._decide.toggle),
            ("Ctrl+Return", lambda: self.go_to(self.stack_place() + 1)),
            ("Ctrl+PgDown", lambda: self.go_to(self.stack_place() + 1)),
            ("Ctrl+PgUp", lambda: self.go_to(self.stack_place() - 1)),
            ("Ctrl+S", self.autosave.flush),
        ):
            QShortcut(QKeySequence(keys), self, action)

    # What is shown

    def _show_head(self) -> None:
        record, review = self._presenter.record, self._presenter.review
        self._name.setText(name_of(record.child))
        self._what.setText(
            tr(
                "{kind} · {day}",
                kind=kind_of_review(review.kind),
                day=screen().weekday_date(self._presenter.day),
            )
        )
        self._status.show_state(status_of_review(review.status), "info")
        self.start_button.setVisible(
            review.status in {ReviewStatus.PLANNED, ReviewStatus.PREPARING}
        )
        self._decide.setVisible(not review.is_fixed)

    def _show_sections(self) -> None:
        lines = self._presenter.section_lines()
        self.order = [line.id for line in lines]
        fixed = self._presenter.review.is_fixed
        headings = {Stage.PREPARE: tr("Prepare"), Stage.CHAIR: tr("The meeting")}
        items = []
        for line in lines:
            heading = headings.pop(line.stage, "")
            items.append(SectionItem(line.title, None if fixed else line.gaps, heading))
        close = SectionItem(tr("Close and write"), heading=tr("Afterwards"))
        self.sections.set_items([*items, close])

    def stack_place(self) -> int:
        """Which section is in front: its number in the list at the left."""
        return max(self.sections.currentRow(), 0)

    def go_to(self, place: int) -> None:
        """Show a section, keeping first what was typed in the one before."""
        place = min(max(place, 0), len(self.order))
        self.leave()
        self.sections.go_to(place)
        page = self._page(place)
        self.stack.setCurrentWidget(page)
        page.refresh()
        self._back.setEnabled(place > 0)
        self._next.setVisible(place < len(self.order))
        self._show_drawer_panel()

    def _page(self, place: int) -> SectionPage | ClosePage:
        if place >= len(self.order):
            return self.closing_page()
        name = self.order[place]
        if name not in self._pages:
            self._pages[name] = self._make_page(name)
        return self._pages[name]

    def _make_page(self, name: str) -> SectionPage:
        section = next(
            part.section for part in self._presenter.sections() if part.section.id == name
        )
        page = SectionPage(self._presenter, section)
        page.edited.connect(self._on_edited)
        page.left.connect(self.leave)
        page.changed.connect(self._on_changed)
        self.stack.addWidget(page)
        return page

    def closing_page(self) -> ClosePage:
        """The page at the end."""
        if self._close_page is None:
            page = ClosePage(self._presenter)
            page.edited.connect(self._on_edited)
            page.left.connect(self.leave)
            page.gap_chosen.connect(self._on_gap)
            page.close_wanted.connect(self._on_close)
            page.write_wanted.connect(lambda: self.document_wanted.emit(self._presenter.review.id))
            self.stack.addWidget(page)
            self._close_page = page
        return self._close_page

    def _clear(self) -> None:
        for page in (*self._pages.values(), self._close_page):
            if page is not None:
                self.stack.removeWidget(page)
                page.deleteLater()
        self._pages, self._close_page = {}, None
        if self._drawer_panel is not None:
            self._drawer_panel.hide()
            self._drawer_panel.deleteLater()
            self._drawer_panel = None
        self._decide.setChecked(False)

    # Decisions, always one key away

    def add_decision(self) -> None:
        """Add a decision, in the section that holds them or at the side."""
        if self._presenter.review.is_fixed:
            return
        if self._is_at_decisions():
            self._page_panel().add()
            return
        self._decide.setChecked(True)
        if self._drawer_panel is not None:
            self._drawer_panel.add()

    def _is_at_decisions(self) -> bool:
        page = self.stack.currentWidget()
        return isinstance(page, SectionPage) and Records.DECISIONS in page.panels

    def _page_panel(self) -> DecisionsPanel:
        page = self.stack.currentWidget()
        assert isinstance(page, SectionPage)  # noqa: S101 - asked just before
        panel = page.panels[Records.DECISIONS]
        assert isinstance(panel, DecisionsPanel)  # noqa: S101 - the table pairs them
        return panel

    def _on_drawer(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.leave()
        self._show_drawer_panel()
        if shown and self._drawer_panel is not None:
            self._drawer_panel.refresh()

    def _show_drawer_panel(self) -> None:
        wanted = self._decide.isChecked() and not self._is_at_decisions()
        if wanted and self._drawer_panel is None:
            self._drawer_panel = DecisionsPanel(self._presenter, narrow=True)
            self._drawer_panel.edited.connect(self._on_edited)
            self._drawer_panel.left.connect(self.leave)
            self._drawer_panel.changed.connect(self._on_changed)
            self.drawer.add(self._drawer_panel)
        if wanted and self._drawer_panel is not None:
            self._drawer_panel.refresh()
        self.drawer.setVisible(wanted)

    # What happens

    def _save(self, _key: Hashable, edit: object) -> None:
        assert isinstance(edit, Edit)  # noqa: S101 - only edits are touched
        self._presenter.save(edit)

    def _on_edited(self, edit: Edit) -> None:
        self.autosave.touch(key_of(edit), edit)

    def _on_changed(self) -> None:
        order = [part.section.id for part in self._presenter.sections()]
        here = self.order[self.stack_place()] if self.stack_place() < len(self.order) else ""
        self._show_sections()
        if here in order:
            self.sections.go_to(order.index(here))

    def _on_started(self) -> None:
        self.leave()
        self._presenter.start_meeting()
        self._show_head()
        lines = self._presenter.section_lines()
        first = next((n for n, line in enumerate(lines) if line.stage is Stage.CHAIR), 0)
        self._show_sections()
        self.go_to(first)

    def _on_gap(self, gap: Problem) -> None:
        section = gap.data["section"]
        if section in self.order:
            self.go_to(self.order.index(section))
            page = self._pages[section]
            page.mark_gaps(
                {
                    (missing.data["question"], missing.data["item"]): gap_sentence(missing)
                    for missing in self._presenter.gaps()
                    if missing.data["section"] == section and missing.data["question"]
                }
            )
            page.focus_on(gap.data["question"], gap.data["item"])

    def _on_close(self) -> None:
        if not self.leave():
            return
        try:
            self._presenter.close()
        except KnownFault as fault:
            self._on_failed(fault)
            return
        review = self._presenter.review.id
        self.show_review(review)
        self.document_wanted.emit(review)

    def _on_saving(self) -> None:
        self.status.show_saving()

    def _on_saved(self) -> None:
        self.status.show_saved(aloud=False)
        self._show_sections_quietly()

    def _show_sections_quietly(self) -> None:
        place = self.stack_place()
        self._show_sections()
        self.sections.go_to(min(place, len(self.order)))

    def _on_failed(self, fault: KnownFault) -> None:
        self.status.show_failed(str(words_for(fault, Translator())))


def _railed(widget: QWidget) -> QFrame:
    rail = QFrame()
    rail.setObjectName("rail")
    rail.setMinimumWidth(theme.scaled(RAIL_WIDTH - 90))
    layout = QVBoxLayout(rail)
    side = theme.space(8)
    layout.setContentsMargins(side, side, side, side)
    layout.addWidget(widget)
    return rail
