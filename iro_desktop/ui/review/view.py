"""The review's screen: sections at the left, the section in the middle, decisions a key away."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.form_engine.definition import Records, Stage
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Problem
from iro_desktop.services.faults import KnownFault, PanelNotLawful
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.chairing import keys, undo_words
from iro_desktop.ui.review.chairing.chair import Chair
from iro_desktop.ui.review.close_page import ClosePage
from iro_desktop.ui.review.course import Course
from iro_desktop.ui.review.drawers import Drawers, has_focus
from iro_desktop.ui.review.edits import Edit, key_of
from iro_desktop.ui.review.foot import (
    BACK,
    NEXT,
    SHOW_DECISIONS,
    SHOW_KEPT,
    SHOW_WHOLE_CHILD,
    ReviewFoot,
)
from iro_desktop.ui.review.head import ReviewHead
from iro_desktop.ui.review.pages import ReviewPages
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.room import ReviewRoom
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.review.withheld.passages import Passages
from iro_desktop.ui.saving import PAUSE_MS, Autosave
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList

TRY_AGAIN_MS = 5000


class ReviewView(QWidget):
    """`document_wanted` asks for a review's letter and minutes, `back_wanted` for the child.

    `paper_wanted` carries an Explanation to be printed or saved, `shared` whether others see the
    screen, `switched` the review of a brother or sister that came to the front.
    """

    document_wanted = Signal(str)
    back_wanted = Signal(str)
    paper_wanted = Signal(object)
    shared = Signal(bool)
    switched = Signal(str)

    def __init__(self, presenter: ReviewPresenter, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__()
        self._presenter = presenter
        self._last_places: dict[str, str] = {}
        self.order: list[str] = []
        self.autosave = Autosave(self._save, self, pause_ms=pause_ms)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.autosave.flush)
        self._lay_out()
        self._connect()
        self._bind_keys()

    # Open and leave

    def show_review(self, review_id: ReviewId) -> None:
        """Open a review where one left it, else at the first section of its stage.

        What could not be saved yet stays on screen: the same review is then not read anew.
        """
        all_kept = self.leave()
        if all_kept or not self._presenter.is_open() or self.review_id != review_id:
            if self._presenter.is_open() and self.review_id != review_id:
                self.chair.agenda.rest()
            self._presenter.open(review_id)
            self.stack.forget()
            self.course.forget()
            self._drawers.forget()
            self.chair.show_review()
        self.course.show_review()
        self._show_sections()
        self.go_to(self._first_place())
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_to(self, review: str) -> None:
        """Show the review of a brother or sister, in the section one is in. All typed is kept."""
        section, in_page = self.stack.section_in_front(), has_focus(self.stack)
        self.show_review(ReviewId(review))
        if section in self.order:
            self.go_to(self.order.index(section))
        if in_page:
            self._page(self.stack_place()).focus_first()
        self.switched.emit(review)
        accessibility.announce(self, self.head.name())

    def is_shared(self) -> bool:
        """Whether others see the screen."""
        return self._presenter.is_shared

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        self.stack.settle()
        return self._on_left()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that remembers the record's words outlives the sight of it, as when locked."""
        super().hideEvent(event)
        self._presenter.live_words.forget()
        self.chair.arms_length.leave()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.chair.arms_length.come_back()

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

    def _first_place(self) -> int:
        review = self._presenter.review
        if review.is_fixed:
            return len(self.order)
        if self._last_places.get(review.id) in self.order:
            return self.order.index(self._last_places[review.id])
        return self._first_of(Stage.CHAIR if review.status is ReviewStatus.OPEN else Stage.PREPARE)

    def _first_of(self, stage: Stage) -> int:
        lines = self._presenter.section_lines()
        return next((n for n, line in enumerate(lines) if line.stage is stage), 0)

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.chair)
        layout.addWidget(self.breaking_off)
        layout.addWidget(self.start_panel)
        layout.addWidget(self._room, 1)
        layout.addStretch(0)  # takes the room's place where that gives way to a question
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.autosave.saving_started.connect(self.status.show_saving)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.sections.chosen.connect(self.go_to)
        self.head.child_wanted.connect(lambda: self.back_wanted.emit(self.child_id))
        self.course.left.connect(self.leave)
        self.course.edited.connect(self._on_edited)
        self.course.begun.connect(self._on_begun)
        self.course.broken_off.connect(self._on_broken_off)
        self.course.section_wanted.connect(self._on_section_wanted)
        self._connect_chair()
        self.foot.back_wanted.connect(self.go_back)
        self.foot.next_wanted.connect(self.go_on)
        self._drawers.left.connect(self._on_drawer)
        self._drawers.moved.connect(self._room.share)
        self._drawers.page_wanted.connect(lambda: self._page(self.stack_place()).focus_first())
        for drawer in (self.kept_drawer, self._drawers.whole_child):
            drawer.left.connect(self.leave)
            drawer.failed.connect(self._on_failed)
        self._drawers.whole_child.paper_wanted.connect(self.paper_wanted)
        self._presenter.withheld.on_changed = lambda: self.passages.show_kept(self._room)
        for part in (self.drawer, self.stack):
            part.edited.connect(self._on_edited)
            part.left.connect(self._on_left)
            part.changed.connect(self._on_changed)
        self.stack.failed.connect(self._on_failed)
        self.stack.section_wanted.connect(self._on_section_wanted)
        self.stack.gap_chosen.connect(self._on_gap)
        self.stack.close_wanted.connect(self._on_close)
        self.stack.paper_wanted.connect(self.paper_wanted)
        self.stack.lateness_wanted.connect(self._on_lateness_wanted)
        self.stack.write_wanted.connect(lambda: self.document_wanted.emit(self.review_id))

    def _connect_chair(self) -> None:
        chair = self.chair
        chair.edited.connect(self._on_edited)
        chair.left.connect(self.leave)
        chair.taken_in.connect(self._on_taken_in)
        chair.resized.connect(self._on_resized)
        chair.shared.connect(self._on_shared)
        chair.review_wanted.connect(self.switch_to)
        chair.given_back.connect(lambda: self._page(self.stack_place()).focus_first())

    def _bind_keys(self) -> None:
        chair = self.chair
        actions: dict[str, Callable[[], object]] = {
            keys.ADD_DECISION: self._drawers.add_decision,
            SHOW_DECISIONS: self._drawers.toggle_decisions,
            SHOW_KEPT: self._drawers.toggle_kept,
            SHOW_WHOLE_CHILD: self._drawers.toggle_whole_child,
            keys.GO_ON_WRITING: self._go_on_writing,
            NEXT: self.go_on,
            BACK: self.go_back,
            keys.SAVE: self._on_save_wanted,
            keys.UNDO: chair.undo,
            keys.REDO: chair.redo,
            keys.SHARE: chair.toggle_shared,
            keys.ARMS_LENGTH: chair.toggle_arms_length,
            keys.NEXT_CHILD: chair.next_child,
            keys.CHILD_BEFORE: lambda: chair.next_child(-1),
            keys.SHOW_KEYS: chair.toggle_keys,
        }
        keys.bind(actions, self)

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
        self.foot.decisions_button.setVisible(not fixed)
        self.foot.whole_child_button.setVisible(self._presenter.record.whole_child is not None)
        self.foot.show_kept(self._presenter.withheld.count())

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

    # Decisions and what is kept from others, always one key away

    def add_decision(self) -> None:
        """Add a decision, in the section that holds them or at the side."""
        self._drawers.add_decision()

    def _on_drawer(self) -> None:
        self._on_left()
        self.course.make_room()

    def go_to_passage(self, passage: WithheldPassage) -> None:
        """Go to the text in which a passage is marked as kept from others."""
        self.passages.go_to(passage)

    # What happens

    def _save(self, _key: Hashable, edit: object) -> None:
        assert isinstance(edit, Edit)  # noqa: S101 - only edits are touched
        self._presenter.save(edit)

    def _on_edited(self, edit: Edit) -> None:
        self.autosave.touch(key_of(edit), edit)

    def _on_left(self) -> bool:
        """What was typed is kept now, and what is typed next is a step of its own."""
        if self._presenter.is_open():
            self._presenter.stack.seal()
        return self.autosave.flush()

    def _on_section_wanted(self, section: str) -> None:
        page = self._page_with(section)
        if page is not None:
            page.focus_first()

    def _on_taken_in(self, edit: Edit) -> None:
        """Something was taken back, or done again: show all as it stands, and where it was."""
        here = self.stack.section_in_front()
        self.stack.take_in()
        self._on_changed()
        section = undo_words.section_of(edit, self._presenter.form, here)
        if section != here:
            self._page_with(section)

    def _on_resized(self) -> None:
        """Lay the sections out anew, in another size of text."""
        place, in_page = self.stack_place(), has_focus(self.stack)
        self.stack.forget()
        self._drawers.forget()
        self.course.show_review()
        self.go_to(place)
        if in_page:
            self._page(self.stack_place()).focus_first()

    def _on_shared(self, shared: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Others see the screen from now on, or no longer."""
        here = self.stack.section_in_front()
        in_room = has_focus(self._room)
        if shared:
            self._drawers.put_away()
        self._room.set_railed(railed=not shared)
        self.foot.set_shared(shared=shared)
        self._on_changed()
        self.go_to(self.order.index(here) if here in self.order else self._first_of(Stage.CHAIR))
        self.passages.show_kept(self._room)
        if shared and in_room:
            self._page(self.stack_place()).focus_first()
        self.shared.emit(shared)

    def _on_changed(self) -> None:
        self.course.show_review()
        self._show_sections()
        self.chair.clock.refresh()
        if not self._presenter.panel_problems():
            self.breaking_off.refusal.hide()

    def _on_save_wanted(self) -> None:
        if self.leave():
            accessibility.announce(self.status, self.status.text())

    def _on_saved(self) -> None:
        self._again.stop()
        self.status.show_saved(aloud=False)

    def _on_failed(self, fault: KnownFault) -> None:
        self.status.show_failed(str(words_for(fault, screen())))
        if self.autosave.is_pending():
            self._again.start()

    def _on_broken_off(self) -> None:
        """The review stands otherwise now: show it all anew, and go on where one was."""
        self.course.show_review()
        self._show_sections()
        fixed = self._presenter.review.is_fixed
        if fixed:
            self.stack.forget()
        self.go_to(len(self.order) if fixed else self.stack_place())
        self._page(self.stack_place()).focus_first()

    def _on_lateness_wanted(self) -> None:
        page = self._page_with(self._presenter.section_with(Records.ATTENDANCE))
        if page is not None:
            panel = page.panels[Records.ATTENDANCE]
            if isinstance(panel, AttendancePanel):
                panel.holding.focus_why_late()

    def _on_begun(self) -> None:
        self.course.show_review()
        self._show_sections()
        place = self._first_of(Stage.CHAIR)
        self.go_to(place)
        self._page(place).focus_first()

    def _on_gap(self, gap: Problem) -> None:
        if gap.code == "review_not_held" and self._presenter.review.is_adjourned:
            self.breaking_off.ask_to_resume()
            return
        page = self._page_with(gap.data["section"])
        if page is None:
            self.closing_page().focus_on(gap)
            return
        page.show_gaps()
        page.focus_on(gap)

    def _on_close(self) -> None:
        if not self.leave():
            return
        try:
            self._presenter.close()
        except PanelNotLawful as fault:
            self.course.refuse(fault)
            return
        except KnownFault as fault:
            self._on_failed(fault)
            self.closing_page().refresh()
            return
        review = self._presenter.review.id
        self.show_review(review)
        self.document_wanted.emit(review)
