"""The sections of a review on screen: the list at the left, the one in front, and the way along."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.form_engine.definition import Stage
from iro_desktop.i18n import tr
from iro_desktop.ui.review.chairing.chair import Chair
from iro_desktop.ui.review.close_page import ClosePage
from iro_desktop.ui.review.course import Course
from iro_desktop.ui.review.drawers import Drawers, has_focus
from iro_desktop.ui.review.foot import ReviewFoot
from iro_desktop.ui.review.head import ReviewHead
from iro_desktop.ui.review.pages import ReviewPages
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.room import ReviewRoom
from iro_desktop.ui.review.saving import ReviewSaving
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.review.withheld.passages import Passages
from iro_desktop.ui.saving import PAUSE_MS
from iro_desktop.ui.sync.conflicts.banner import ConflictBanner, set_in
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList


class ReviewSections(QWidget):
    """The parts of the screen in their places, and going from section to section."""

    def __init__(self, presenter: ReviewPresenter, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._presenter = presenter
        self._last_places: dict[str, str] = {}
        self.order: list[str] = []
        self._lay_out()
        self.autosave = ReviewSaving(presenter, self.status, self, pause_ms=pause_ms)

    def is_shared(self) -> bool:
        """Whether others see the screen."""
        return self._presenter.is_shared

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        self.stack.settle()
        return self._on_left()

    def _on_left(self) -> bool:
        """What was typed is kept now, and what is typed next is a step of its own."""
        if self._presenter.is_open():
            self._presenter.stack.seal()
        all_kept = self.autosave.flush()
        if all_kept and self._presenter.is_open():
            self._presenter.as_read.in_hand.clear()
        return all_kept

    def sections_of(self, stage: str) -> list[str]:
        """The ids of the sections of one stage, in order."""
        lines = self._presenter.section_lines()
        return [line.id for line in lines if line.stage.value == stage]

    @property
    def start_button(self) -> QWidget:
        """What begins the meeting."""
        return self.head.start_button

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

    # Layout

    def _lay_out(self) -> None:
        self.head, self.foot = ReviewHead(), ReviewFoot()
        self.status = self.foot.status
        self.sections = SectionList(tr("Sections of the review"))
        self.stack = ReviewPages(self._presenter)
        self._drawers = Drawers(self._presenter, self.stack, self.foot)
        self.drawer, self.kept_drawer = self._drawers.decisions, self._drawers.kept
        self._room = ReviewRoom(self.sections, self.stack, *self._drawers.every)
        self.course = Course(self._presenter, self.head, self._room)
        self.start_panel, self.breaking_off = self.course.start_panel, self.course.breaking_off
        self.passages = Passages(self._presenter, self.foot, self.kept_drawer, self._page_with)
        self.chair = Chair(self._presenter, self)
        self.conflicts, self.standing = ConflictBanner(), Banner("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.chair)
        self._standing_room = set_in(self.standing, above=8)
        self._standing_room.hide()
        layout.addWidget(self._standing_room)
        layout.addWidget(set_in(self.conflicts))
        layout.addWidget(self.breaking_off)
        layout.addWidget(self.start_panel)
        layout.addWidget(self._room, 1)
        layout.addStretch(0)  # takes the room's place where that gives way to a question
        layout.addWidget(self.foot)

    # What is shown

    def _show_sections(self) -> None:
        here = self.stack.section_in_front()
        lines = self._presenter.section_lines()
        self.order = [line.id for line in lines]
        fixed = self._presenter.review.is_fixed
        headings = {Stage.PREPARE: tr("Prepare"), Stage.CHAIR: tr("The meeting")}
        items = [
            SectionItem(line.title, None if fixed else line.gaps, headings.pop(line.stage, ""))
            for line in lines
        ]
        close = SectionItem(tr("Close and write"), heading=tr("Afterwards"))
        self.sections.set_items([*items, close])
        if here in self.order:
            self.sections.go_to(self.order.index(here))
        decisions = self._presenter.record.decisions
        self.foot.show_decisions(sum(not decision.is_blank for decision in decisions))
        self.foot.decisions_button.setVisible(not self._presenter.is_fixed("decision"))
        has_whole = self._presenter.record.whole_child is not None
        self.foot.whole_child_button.setVisible(has_whole and not self.is_shared())
        self.foot.show_kept(self._presenter.withheld.count())

    def _show_standing(self) -> None:
        """Say why it can only be read, if that is so: to its reader, not to all before a screen."""
        said = "" if self.is_shared() else self._presenter.why_to_read()
        if said and (said != self.standing.text() or self._standing_room.isHidden()):
            self.standing.say(said)
        self._standing_room.setVisible(bool(said))

    def stack_place(self) -> int:
        """Which section is in front: its number in the list at the left."""
        return max(self.sections.currentRow(), 0)

    def go_to(self, place: int) -> None:
        """Show a section, keeping first what was typed in the one before.

        The focus goes along from the section before; it stays where it is in the list, the head
        and the foot.
        """
        last = len(self.order) - self.is_shared()  # what is missing is not for every eye
        place = min(max(place, 0), last)
        self.leave()
        self.course.make_room()
        page = self._page(place)
        moves = page is not self.stack.currentWidget() and has_focus(self.stack)
        in_drawer = any(has_focus(drawer) for drawer in self._drawers.every)
        self.sections.go_to(place)
        self.stack.show_page(page)
        if isinstance(page, SectionPage):
            self._last_places[self.review_id] = page.section.id
            self.chair.show_section(page.section.id)
        self.foot.show_place(place, last)
        if self._room.is_narrow():
            self._drawers.put_away()
        self._drawers.show_wanted()
        hidden = all(drawer.isHidden() for drawer in self._drawers.every)
        if moves or (in_drawer and hidden):
            page.focus_first()

    def go_on(self) -> None:
        """The section after this one."""
        self.go_to(self.stack_place() + 1)

    def go_back(self) -> None:
        """The section before this one."""
        self.go_to(self.stack_place() - 1)

    def closing_page(self) -> ClosePage:
        """The page at the end."""
        return self.stack.closing_page()

    def _go_on_writing(self) -> None:
        self.go_on()
        self._page(self.stack_place()).focus_first()

    def _page(self, place: int) -> SectionPage | ClosePage:
        if place >= len(self.order):
            return self.stack.closing_page()
        return self.stack.page_of(self.order[place])

    def _page_with(self, section: str) -> SectionPage | None:
        """Go to a section; None where it is not shown."""
        if section not in self.order:
            return None
        self.go_to(self.order.index(section))
        return self.stack.page_of(section)

    def _first_of(self, stage: Stage) -> int:
        lines = self._presenter.section_lines()
        return next((n for n, line in enumerate(lines) if line.stage is stage), 0)
