"""The screens of an open store, and the way from each to every other and back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.i18n import tr
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.ui import accessibility
from iro_desktop.ui.arrivals import Arrivals
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.importing.view import ImportView
from iro_desktop.ui.inviting.view import InvitingView
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.settings.view import SettingsView
from iro_desktop.ui.sync.conflicts.view import ConflictView
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.view import SyncView
from iro_desktop.ui.today.view import TodayView
from iro_desktop.ui.what_if.view import WhatIfView
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.writing.view import WritingView


class Screen(Protocol):
    """What the desk asks of every screen."""

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        ...


@dataclass(frozen=True)
class Screens:
    """One of each."""

    today: TodayView
    children: ChildrenView
    diary: DiaryView
    child: ChildView
    what_if: WhatIfView
    review: ReviewView
    writing: WritingView
    inviting: InvitingView
    importing: ImportView
    settings: SettingsView
    sync: SyncView
    conflict: ConflictView

    def all(self) -> tuple[QWidget, ...]:
        """Every screen."""
        return (
            self.today,
            self.children,
            self.diary,
            self.child,
            self.what_if,
            self.review,
            self.writing,
            self.inviting,
            self.importing,
            self.settings,
            self.sync,
            self.conflict,
        )


class Ways(QWidget):
    """One screen is in front, about one child or review; `go_back` leads to those before it.

    `begins_records` says whether this laptop's person may begin a child's record.
    """

    def __init__(
        self,
        screens: Screens,
        arrivals: Arrivals,
        pulse: Pulse,
        begins_records: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.screens = screens
        self.pulse = pulse
        self._arrivals = arrivals
        self._begins_records = begins_records
        self._back: list[Callable[[], None]] = []
        self._subject = ""  # the child or review that the screen in front is about
        self._subjects: dict[QWidget, str] = {}  # and each other screen
        self._here: Callable[[], None] = self.show_today
        self._buttons: dict[ActionButton, QWidget] = {}
        self.stack = QStackedWidget()
        for widget in screens.all():
            self.stack.addWidget(widget)

    # Where one can go

    def show_today(self) -> None:
        """What today asks for."""
        self._go(self.screens.today, self.show_today, self.screens.today.refresh)

    def show_children(self) -> None:
        """Every child."""
        self._go(self.screens.children, self.show_children, self.screens.children.refresh)

    def _show_some_children(self, chosen: str) -> None:
        self.screens.children.show_filter(chosen)
        self.show_children()

    def _show_children_of(self, iro: str) -> None:
        self.screens.children.look_for(iro)
        self.show_children()

    def show_diary(self) -> None:
        """What is due and booked, day by day."""
        self._go(self.screens.diary, self.show_diary, self.screens.diary.refresh)

    def show_importing(self) -> None:
        """Take in a caseload, for who may."""
        if not self._begins_records():
            return
        self._go(self.screens.importing, self.show_importing)

    def show_settings(self) -> None:
        """Who I am, how it looks, how it is kept safe."""
        self._go(self.screens.settings, self.show_settings)

    def show_sync(self) -> None:
        """How syncing with the team's hub stands."""
        self._go(self.screens.sync, self.show_sync, self.screens.sync.refresh)

    def show_conflict(self, entity: str) -> None:
        """Two versions of one thing, to be decided."""
        screen = self.screens.conflict
        self._go(
            screen,
            lambda: self.show_conflict(entity),
            lambda: screen.show_conflict(EntityId(entity)),
        )
        if self.stack.currentWidget() is screen and not screen.has_conflict():
            self.go_back()  # it was decided meanwhile, and there is no other

    def show_child(self, child: str) -> None:
        """A child's page."""
        screen = self.screens.child
        self._go(
            screen,
            lambda: self.show_child(child),
            lambda: screen.show_child(ChildId(child)),
            child,
        )

    def note_contact(self) -> None:
        """Note a contact with the child in front, if there is one."""
        in_front = self.stack.currentWidget()
        if in_front is self.screens.review:
            self.show_child(self.screens.review.child_id)
        if self.stack.currentWidget() is self.screens.child:
            self.screens.child.note_contact()

    def show_what_if(self, child: str) -> None:
        """Another day for a child's next review."""
        screen = self.screens.what_if
        self._go(
            screen,
            lambda: self.show_what_if(child),
            lambda: screen.show_child(ChildId(child)),
            child,
        )

    def show_review(self, review: str) -> None:
        """A review, to prepare, chair or read."""
        screen = self.screens.review
        self._go(
            screen,
            lambda: self.show_review(review),
            lambda: screen.show_review(ReviewId(review)),
            review,
        )

    def _show_in_review(self, review: str, passage: WithheldPassage | None) -> None:
        self.show_review(review)
        if passage is not None:
            self.screens.review.go_to_passage(passage)

    def show_documents(self, review: str) -> None:
        """The letter and the minutes of a review."""
        screen = self.screens.writing
        self._go(
            screen,
            lambda: self.show_documents(review),
            lambda: screen.show_review(ReviewId(review)),
            review,
        )

    def _show_read_at_25(self, review: str) -> None:
        self.show_documents(review)
        self.screens.writing.show_kind(DocumentKind.READ_AT_25)

    def show_invitations(self, review: str) -> None:
        """Who is asked to a review, and an invitation for each."""
        screen = self.screens.inviting
        self._go(
            screen,
            lambda: self.show_invitations(review),
            lambda: screen.show_review(ReviewId(review)),
            review,
        )

    def go_back(self) -> None:
        """The screen before this one."""
        if self._back and not self.screens.review.is_shared():
            show = self._back.pop()
            try:
                show()
            except NoSuchThing:  # its child is no longer on this laptop
                self._back.clear()
                self.show_today()
            else:
                self._back.pop()

    def focus_screen(self) -> None:
        """Put the focus on the screen in front, whose first control Tab then reaches."""
        cast("QWidget", self.stack.currentWidget()).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what was typed on the screen in front."""
        self._current().leave()

    def keep_everything(self) -> bool:
        """Keep what was typed on every screen. Says whether nothing is left to keep.

        A screen that could not keep something comes to the front, where it says why.
        """
        unkept = [widget for widget in self.screens.all() if not cast("Screen", widget).leave()]
        if unkept:
            self.stack.setCurrentWidget(unkept[0])
        return not unkept

    def _go(
        self,
        widget: QWidget,
        again: Callable[[], None],
        load: Callable[[], None] | None = None,
        subject: str = "",
    ) -> None:
        """Keep what was typed, have the next screen read what it shows, once, and show it.

        While others see a review, nothing else comes to the front: it would be seen as well.
        """
        self.pulse.look_again()
        review = self.screens.review
        if review.is_shared() and widget is not review:
            accessibility.announce(self, tr("End sharing the screen first."))
            return
        if self._current().leave():
            self._arrivals.all_is_seen()
        if load is not None:
            load()
        self._subject = self._subjects[widget] = subject
        if widget is not self.stack.currentWidget():
            self._back.append(self._here)
        self._here = again
        # Asked before the change: on a screen that never had the focus, Qt would put it anywhere.
        had_focus: QWidget | None = widget.focusWidget()  # PySide's own types leave out the None
        self.stack.setCurrentWidget(widget)
        here: QWidget | None = self.focusWidget()
        if had_focus is None or here is None or not widget.isAncestorOf(here):
            self.focus_screen()
        for button, screen in self._buttons.items():
            button.setChecked(screen is widget)
        self._arrivals.tell()

    def _on_switched(self, review: str) -> None:
        """A brother's or sister's review is in front now, and is what one comes back to."""
        self._here = lambda: self.show_review(review)
        self._subject = self._subjects[self.screens.review] = review

    def _current(self) -> Screen:
        return cast("Screen", self.stack.currentWidget())
