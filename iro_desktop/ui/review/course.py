"""The course of a meeting on screen: it is begun, adjourned, resumed or cancelled, or it is not."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from iro_desktop.form_engine.definition import Records
from iro_desktop.i18n import screen
from iro_desktop.problems import Problem
from iro_desktop.services.faults import PanelNotLawful
from iro_desktop.services.wording import words_for
from iro_desktop.ui.review.breaking_off import BreakingOff
from iro_desktop.ui.review.head import ReviewHead
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.room import ReviewRoom
from iro_desktop.ui.review.start_panel import StartPanel


class Course(QObject):
    """`left` says to keep what was typed; `edited` carries what is to be kept.

    `begun` and `broken_off` tell that the review stands otherwise, `section_wanted` the id of the
    section in which something is put right first.
    """

    left = Signal()
    edited = Signal(object)
    begun = Signal()
    broken_off = Signal()
    section_wanted = Signal(str)

    def __init__(self, presenter: ReviewPresenter, head: ReviewHead, room: ReviewRoom) -> None:
        super().__init__(head)
        self._presenter, self._head, self._room = presenter, head, room
        self.start_panel = StartPanel(lambda: self._presenter.today)
        self.breaking_off = BreakingOff(presenter)
        head.start_wanted.connect(self.start)
        head.adjourn_wanted.connect(self._on_adjourn_wanted)
        head.cancel_wanted.connect(self._on_cancel_wanted)
        self.breaking_off.asking.connect(self._on_asking)
        self.breaking_off.left.connect(self.left)
        self.breaking_off.changed.connect(self.broken_off)
        self.breaking_off.given_up.connect(head.focus_broken_off)
        self.start_panel.confirmed.connect(self._on_started)
        self.start_panel.given_up.connect(self._on_not_started)

    def start(self) -> None:
        """Begin the meeting; ask for its day where it was booked for another."""
        problems = self._presenter.panel_problems()
        if problems:
            self._refuse_to_start(problems)
            return
        booked = self._presenter.review.planned_for
        if booked is not None and self._presenter.is_booked_for_another_day():
            self.start_panel.ask(booked, self._presenter.likely_day())
        else:
            self._on_started(self._presenter.today)

    def show_review(self) -> None:
        """Say what stands of the review on screen."""
        self._head.show_review(self._presenter)
        self.breaking_off.show_review()

    def forget(self) -> None:
        """Another review comes: put away what was asked of this one."""
        self.start_panel.hide()
        self.breaking_off.forget()

    def make_room(self) -> None:
        """Give the room back where a question has taken all there is."""
        if self._room.isHidden():
            self.breaking_off.put_away()

    def refuse(self, fault: PanelNotLawful) -> None:
        """Say why it cannot be done."""
        self.breaking_off.refuse(str(words_for(fault, screen())))

    def _refuse_to_start(self, problems: Sequence[Problem]) -> None:
        """Say why, and go to the panel, where it is put right."""
        self.refuse(PanelNotLawful(codes=" ".join(problem.code for problem in problems)))
        section = self._presenter.section_with(Records.PARTICIPANTS)
        if section:
            self.section_wanted.emit(section)

    def _on_adjourn_wanted(self) -> None:
        self.left.emit()
        self.breaking_off.ask_to_adjourn()

    def _on_cancel_wanted(self) -> None:
        self.left.emit()
        self.start_panel.hide()
        self.breaking_off.ask_to_cancel()

    def _on_asking(self, asking: bool) -> None:  # noqa: FBT001 - Qt's signal
        """In large text a question takes all there is: nothing of it is cut."""
        self._room.setHidden(asking and is_wide_text())

    def _on_not_started(self) -> None:
        self.start_panel.hide()
        self._head.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_started(self, day: dt.date) -> None:
        self.edited.emit(self._presenter.start_meeting(day))
        self.left.emit()
        self.begun.emit()
