"""The review's screen: sections at the left, the section in the middle, decisions a key away."""

import datetime as dt
from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
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
from iro_desktop.ui.review.breaking_off import BreakingOff
from iro_desktop.ui.review.close_page import ClosePage
from iro_desktop.ui.review.drawers import Drawers, has_focus
from iro_desktop.ui.review.edits import Edit, key_of
from iro_desktop.ui.review.foot import BACK, NEXT, SHOW_DECISIONS, SHOW_KEPT, ReviewFoot
from iro_desktop.ui.review.head import ReviewHead
from iro_desktop.ui.review.pages import ReviewPages
from iro_desktop.ui.review.panels.attendance import AttendancePanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.room import ReviewRoom
from iro_desktop.ui.review.section_page import SectionPage
from iro_desktop.ui.review.start_panel import StartPanel
from iro_desktop.ui.review.withheld.field_marks import FieldMarks
from iro_desktop.ui.review.withheld.way_there import marks_in, marks_of
from iro_desktop.ui.saving import PAUSE_MS, Autosave
from iro_desktop.ui.widgets.section_list import SectionItem, SectionList

TRY_AGAIN_MS = 5000


class ReviewView(QWidget):
    """`document_wanted` asks for a review's letter and minutes, `back_wanted` for the child.

    `paper_wanted` carries an Explanation to be printed or saved.
    """

    document_wanted = Signal(str)
    back_wanted = Signal(str)
    paper_wanted = Signal(object)

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
            self._presenter.open(review_id)
            self.stack.forget()
            self.start_panel.hide()
            self.breaking_off.forget()
            self._drawers.forget()
        self._show_head()
        self._show_sections()
        self.go_to(self._first_place())
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        self.stack.settle()
        return self.autosave.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that remembers the record's words outlives the sight of it, as when locked."""
        super().hideEvent(event)
        self._presenter.live_words.forget()

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
        self.start_panel = StartPanel(lambda: self._presenter.today)
        self.breaking_off = BreakingOff(self._presenter)
        self.sections = SectionList(tr("Sections of the review"))
        self.stack = ReviewPages(self._presenter)
        self._drawers = Drawers(self._presenter, self.stack, self.foot)
        self.drawer, self.kept_drawer = self._drawers.decisions, self._drawers.kept
        self._room = ReviewRoom(self.sections, self.stack, self.drawer, self.kept_drawer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
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
        self.head.start_wanted.connect(self._on_start_wanted)
        self.head.adjourn_wanted.connect(self._on_adjourn_wanted)
        self.head.cancel_wanted.connect(self._on_cancel_wanted)
        self.breaking_off.asking.connect(self._on_asking)
        self.breaking_off.left.connect(self.leave)
        self.breaking_off.changed.connect(self._on_broken_off)
        self.breaking_off.given_up.connect(self.head.focus_broken_off)
        self.head.child_wanted.connect(lambda: self.back_wanted.emit(self.child_id))
        self.start_panel.confirmed.connect(self._on_started)
        self.start_panel.given_up.connect(self._on_not_started)
        self.foot.back_wanted.connect(self.go_back)
        self.foot.next_wanted.connect(self.go_on)
        self._drawers.left.connect(self._on_drawer)
        self._drawers.moved.connect(self._room.share)
        self._drawers.page_wanted.connect(lambda: self._page(self.stack_place()).focus_first())
        self.kept_drawer.left.connect(self.leave)
        self.kept_drawer.failed.connect(self._on_failed)
        self.kept_drawer.place_wanted.connect(self.go_to_passage)
        self.kept_drawer.anew_wanted.connect(self._on_anew_wanted)
        self._presenter.withheld.on_changed = self._show_kept
        for part in (self.drawer, self.stack):
            part.edited.connect(self._on_edited)
            part.left.connect(self.autosave.flush)
            part.changed.connect(self._on_changed)
        self.stack.failed.connect(self._on_failed)
        self.stack.gap_chosen.connect(self._on_gap)
        self.stack.close_wanted.connect(self._on_close)
        self.stack.paper_wanted.connect(self.paper_wanted)
        self.stack.lateness_wanted.connect(self._on_lateness_wanted)
        self.stack.write_wanted.connect(lambda: self.document_wanted.emit(self.review_id))

    def _bind_keys(self) -> None:
        for keys, action in (
            ("Ctrl+D", self._drawers.add_decision),
            (SHOW_DECISIONS, self._drawers.toggle_decisions),
            (SHOW_KEPT, self._drawers.toggle_kept),
            ("Ctrl+Return", self._go_on_writing),
            (NEXT, self.go_on),
            (BACK, self.go_back),
            ("Ctrl+S", self._on_save_wanted),
        ):
            QShortcut(QKeySequence(keys), self, action)

    # What is shown

    def _show_head(self) -> None:
        self.head.show_review(self._presenter)
        self.breaking_off.show_review()

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
        self.foot.show_kept(self._presenter.withheld.count())

    def stack_place(self) -> int:
        """Which section is in front: its number in the list at the left."""
        return max(self.sections.currentRow(), 0)

    def go_to(self, place: int) -> None:
        """Show a section, keeping first what was typed in the one before.

        The focus goes along from the section before; it stays where it is in the list, the head
        and the foot.
        """
        place = min(max(place, 0), len(self.order))
        self.leave()
        self._make_room()
        page = self._page(place)
        moves = page is not self.stack.currentWidget() and has_focus(self.stack)
        in_drawer = has_focus(self.drawer) or has_focus(self.kept_drawer)
        self.sections.go_to(place)
        self.stack.show_page(page)
        if isinstance(page, SectionPage):
            self._last_places[self.review_id] = page.section.id
        self.foot.show_place(place, len(self.order))
        if self._room.is_narrow():
            self._drawers.put_away()
        self._drawers.show_wanted()
        hidden = self.drawer.isHidden() and self.kept_drawer.isHidden()
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

    # Decisions and what is kept from others, always one key away

    def add_decision(self) -> None:
        """Add a decision, in the section that holds them or at the side."""
        self._drawers.add_decision()

    def _on_drawer(self) -> None:
        self.autosave.flush()
        self._make_room()

    def _show_kept(self) -> None:
        """Something was kept from others, or given back: show it wherever it shows."""
        self.foot.show_kept(self._presenter.withheld.count())
        self.foot.arrange()
        if not self.kept_drawer.isHidden():
            self.kept_drawer.refresh()
        for marks in marks_in(self._room):
            marks.refresh()

    def go_to_passage(self, passage: WithheldPassage) -> None:
        """Go to the text in which a passage is marked as kept from others."""
        marks = self._marks_of(passage)
        if marks is not None:
            marks.go_to(passage)

    def _on_anew_wanted(self, passage: WithheldPassage) -> None:
        marks = self._marks_of(passage)
        if marks is not None:
            marks.mark_anew(passage)

    def _marks_of(self, passage: WithheldPassage) -> FieldMarks | None:
        """Go to the section in which a passage stands, and to its text there."""
        section = self._presenter.withheld.section_of(passage)
        if section not in self.order:
            return None
        self.go_to(self.order.index(section))
        return marks_of(self.stack.page_of(section), passage)

    # What happens

    def _save(self, _key: Hashable, edit: object) -> None:
        assert isinstance(edit, Edit)  # noqa: S101 - only edits are touched
        self._presenter.save(edit)

    def _on_edited(self, edit: Edit) -> None:
        self.autosave.touch(key_of(edit), edit)

    def _on_changed(self) -> None:
        self._show_head()
        self._show_sections()
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

    def _on_start_wanted(self) -> None:
        problems = self._presenter.panel_problems()
        if problems:
            self._refuse_to_start(problems)
            return
        booked = self._presenter.review.planned_for
        if booked is not None and self._presenter.is_booked_for_another_day():
            self.start_panel.ask(booked, self._presenter.likely_day())
        else:
            self._on_started(self._presenter.today)

    def _refuse_to_start(self, problems: Sequence[Problem]) -> None:
        """Say why, and go to the panel, where it is put right."""
        fault = PanelNotLawful(codes=" ".join(problem.code for problem in problems))
        self.breaking_off.refuse(str(words_for(fault, screen())))
        section = self._section_with(Records.PARTICIPANTS)
        if section:
            self.go_to(self.order.index(section))
            self.stack.page_of(section).focus_first()

    def _section_with(self, records: Records) -> str:
        """The id of the section in which records of a kind are kept; empty where none is."""
        sections = (part.section for part in self._presenter.sections())
        return next((section.id for section in sections if records in section.records), "")

    def _on_adjourn_wanted(self) -> None:
        self.leave()
        self.breaking_off.ask_to_adjourn()

    def _on_cancel_wanted(self) -> None:
        self.leave()
        self.start_panel.hide()
        self.breaking_off.ask_to_cancel()

    def _on_asking(self, asking: bool) -> None:  # noqa: FBT001 - Qt's signal
        """In large text a question takes all there is: nothing of it is cut."""
        self._room.setHidden(asking and is_wide_text())

    def _make_room(self) -> None:
        if self._room.isHidden():
            self.breaking_off.put_away()

    def _on_broken_off(self) -> None:
        """The review stands otherwise now: show it all anew, and go on where one was."""
        self._show_head()
        self._show_sections()
        fixed = self._presenter.review.is_fixed
        if fixed:
            self.stack.forget()
        self.go_to(len(self.order) if fixed else self.stack_place())
        self._page(self.stack_place()).focus_first()

    def _on_lateness_wanted(self) -> None:
        section = self._section_with(Records.ATTENDANCE)
        if section:
            self.go_to(self.order.index(section))
            panel = self.stack.page_of(section).panels[Records.ATTENDANCE]
            if isinstance(panel, AttendancePanel):
                panel.holding.focus_why_late()

    def _on_not_started(self) -> None:
        self.start_panel.hide()
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_started(self, day: dt.date) -> None:
        self._on_edited(self._presenter.start_meeting(day))
        self.leave()
        self._show_head()
        self._show_sections()
        place = self._first_of(Stage.CHAIR)
        self.go_to(place)
        self._page(place).focus_first()

    def _on_gap(self, gap: Problem) -> None:
        if gap.code == "review_not_held" and self._presenter.review.is_adjourned:
            self.breaking_off.ask_to_resume()
            return
        section = gap.data["section"]
        if section not in self.order:
            self.closing_page().focus_on(gap)
            return
        self.go_to(self.order.index(section))
        page = self.stack.page_of(section)
        page.show_gaps()
        page.focus_on(gap)

    def _on_close(self) -> None:
        if not self.leave():
            return
        try:
            self._presenter.close()
        except PanelNotLawful as fault:
            self.breaking_off.refuse(str(words_for(fault, screen())))
            return
        except KnownFault as fault:
            self._on_failed(fault)
            self.closing_page().refresh()
            return
        review = self._presenter.review.id
        self.show_review(review)
        self.document_wanted.emit(review)
