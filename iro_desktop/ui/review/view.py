"""The review's screen: sections at the left, the section in the middle, decisions a key away."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewStatus
from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.form_engine.definition import Records, Stage
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault, NoSuchThing, PanelNotLawful
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.chairing import keys, undo_words
from iro_desktop.ui.review.drawers import has_focus
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.foot import (
    BACK,
    NEXT,
    SHOW_DECISIONS,
    SHOW_KEPT,
    SHOW_WHOLE_CHILD,
)
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.sections import ReviewSections
from iro_desktop.ui.review.to_read import has_ended
from iro_desktop.ui.saving import PAUSE_MS
from iro_desktop.ui.sync.conflicts.presenter import lines_of


class ReviewView(ReviewSections):
    """`document_wanted` asks for a review's letter and minutes, `back_wanted` for the child.

    `paper_wanted` carries an Explanation to be printed or saved, `shared` whether others see the
    screen, `switched` the review of a brother or sister that came to the front, `conflict_opened` a
    thing of which there are two versions.
    """

    document_wanted = Signal(str)
    back_wanted = Signal(str)
    paper_wanted = Signal(object)
    shared = Signal(bool)
    switched = Signal(str)
    conflict_opened = Signal(str)

    def __init__(self, presenter: ReviewPresenter, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(presenter, pause_ms=pause_ms)
        self._is_stale = self._waits_till_left = False
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
        self._is_stale = False
        self.course.show_review()
        self._show_sections()
        self._show_conflicts()
        self._show_standing()
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
        if self._is_stale:
            self._take_in_received()

    # What comes in from others

    def on_received(self, change: Changed) -> None:
        """Show what others wrote, now or when next seen. What is being typed stays as it is."""
        if not self._presenter.concerns(change):
            return
        self._is_stale = True
        if self.isVisible():
            self._take_in_received()

    def _take_in_received(self) -> None:
        """What was typed until now is kept first: it was made of what the screen had read."""
        if not self.autosave.flush():
            return  # it stands on screen still; what came in is shown once it is kept
        stood = self._stands()
        try:
            self._presenter.take_in()
        except NoSuchThing:  # taken away, or wiped: the desk leads away from here
            return
        self._is_stale = False
        self._waits_till_left = bool(self._presenter.as_read.in_hand)
        if self._stands() != stood:
            self.show_review(ReviewId(self.review_id))
            if has_ended(self._presenter.review):  # what else changed is said in its banner
                accessibility.announce(self, tr("This review was closed on another laptop."))
            return
        self.stack.take_in()
        self._on_changed()
        self._show_conflicts()

    def _stands(self) -> tuple[bool, frozenset[str]]:
        """Whether it is over, and what may be written of it: else it is shown anew as a whole."""
        return has_ended(self._presenter.review), self._presenter.allowed.kinds

    @override
    def _on_left(self) -> bool:
        """What came in of the words just left is shown now."""
        all_kept = super()._on_left()
        if all_kept and self._waits_till_left:
            self._waits_till_left = False
            self._take_in_received()
        return all_kept

    def _show_conflicts(self) -> None:
        review = self._presenter.review
        try:
            found = lines_of(self._presenter.workspace, child=review.child_id, review=review.id)
        except KnownFault:  # a full disk: what was typed is what counts now
            found = ()
        self.conflicts.show_conflicts(() if self.is_shared() else found)

    def _first_place(self) -> int:
        review = self._presenter.review
        if has_ended(review):
            return len(self.order)
        if self._last_places.get(review.id) in self.order:
            return self.order.index(self._last_places[review.id])
        return self._first_of(Stage.CHAIR if review.status is ReviewStatus.OPEN else Stage.PREPARE)

    # What is connected

    def _connect(self) -> None:
        self.sections.chosen.connect(self.go_to)
        self.sections.opened.connect(lambda: self._page(self.stack_place()).focus_first())
        self.conflicts.conflict_opened.connect(self.conflict_opened)
        self.head.child_wanted.connect(lambda: self.back_wanted.emit(self.child_id))
        self.course.left.connect(self.leave)
        self.course.edited.connect(self.autosave.take)
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
            drawer.failed.connect(self.autosave.say_failed)
        self._drawers.whole_child.paper_wanted.connect(self.paper_wanted)
        self._presenter.withheld.on_changed = lambda: self.passages.show_kept(self._room)
        for part in (self.drawer, self.stack):
            part.edited.connect(self.autosave.take)
            part.left.connect(self._on_left)
            part.changed.connect(self._on_changed)
        self.stack.failed.connect(self.autosave.say_failed)
        self.stack.section_wanted.connect(self._on_section_wanted)
        self.stack.gap_chosen.connect(self._on_gap)
        self.stack.close_wanted.connect(self._on_close)
        self.stack.paper_wanted.connect(self.paper_wanted)
        self.stack.lateness_wanted.connect(self._on_lateness_wanted)
        self.stack.write_wanted.connect(lambda: self.document_wanted.emit(self.review_id))

    def _connect_chair(self) -> None:
        chair = self.chair
        chair.edited.connect(self.autosave.take)
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
            keys.SECTIONS: lambda: self.sections.setFocus(Qt.FocusReason.ShortcutFocusReason),
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
        self._show_conflicts()
        self._show_standing()
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

    def _has_to_be_looked_at(self) -> bool:
        """What others wrote is not fixed with the review before it was on screen."""
        if not self._presenter.has_come_in():
            return False
        self._take_in_received()
        words = tr(
            "Something came in from another laptop. Look it over, and close the review then."
        )
        self.status.show_failed(words)
        accessibility.announce(self, words)
        return True

    def _on_close(self) -> None:
        if not self.leave():
            return
        try:
            if self._has_to_be_looked_at():
                return
            self._presenter.close()
        except PanelNotLawful as fault:
            self.course.refuse(fault)
            return
        except KnownFault as fault:
            self.autosave.say_failed(fault)
            self.closing_page().refresh()
            return
        review = self._presenter.review.id
        self.show_review(review)
        self.document_wanted.emit(review)
