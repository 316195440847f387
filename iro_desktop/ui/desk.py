"""The open store's screens and the way between them. It knows every screen; none knows another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.withholding import WithheldPassage
from iro_desktop.i18n import tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.ui import accessibility
from iro_desktop.ui.arrivals import Arrivals
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.children.view import ChildrenView
from iro_desktop.ui.day_turns import DayTurns
from iro_desktop.ui.diary.view import DiaryView
from iro_desktop.ui.explanation_saver import ExplanationSaver
from iro_desktop.ui.fillings import Form
from iro_desktop.ui.forms_with_buttons import forms_on
from iro_desktop.ui.importing.view import ImportView
from iro_desktop.ui.inviting.view import InvitingView
from iro_desktop.ui.rail import Rail
from iro_desktop.ui.review.view import ReviewView
from iro_desktop.ui.settings.view import SettingsView
from iro_desktop.ui.sync.conflicts.view import ConflictView
from iro_desktop.ui.sync.keys import SYNC
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.standing import Standing
from iro_desktop.ui.sync.view import SyncView
from iro_desktop.ui.today.view import TodayView
from iro_desktop.ui.what_if.view import WhatIfView
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.in_focus import is_written_in
from iro_desktop.ui.writing.view import WritingView

_OF_WORDS = frozenset(Topic) - {Topic.CASELOAD}


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


class Desk(QWidget):
    """`lock_wanted` asks to lock the store.

    `begins_records` says whether this laptop's person may begin a child's record: nobody else is
    offered to bring children in.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        screens: Screens,
        arrivals: Arrivals,
        saver: ExplanationSaver,
        pulse: Pulse,
        days: DayTurns,
        begins_records: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.screens = screens
        self._begins_records = begins_records
        self.pulse = pulse
        self.days = days
        self.saver = saver
        self._back: list[Callable[[], None]] = []
        self._subject = ""  # the child or review that the screen in front is about
        self._subjects: dict[QWidget, str] = {}  # and each other screen
        self._here: Callable[[], None] = self.show_today
        self.stack = QStackedWidget()
        for widget in screens.all():
            self.stack.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rail = self._make_rail()
        layout.addWidget(self._rail)
        in_front = QVBoxLayout()
        in_front.setSpacing(0)
        in_front.addWidget(saver)
        in_front.addWidget(self.stack, 1)
        layout.addLayout(in_front, 1)
        self._arrivals = arrivals
        arrivals.setParent(self)
        arrivals.keep = self._keep_what_is_typed
        arrivals.is_held_up = self._is_typed_into
        arrivals.forms = self._forms
        self._connect(arrivals.changes)
        self._bind_keys()
        self.show_today()
        pulse.before_round = self._keep_what_is_typed
        pulse.tell = self._on_received
        pulse.listen(self._on_sync_standing)
        pulse.begin()
        days.tell = pulse.pass_on
        days.begin()

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

    def rest(self) -> None:
        """The store is about to close: nothing more is synced, and a round that runs stops."""
        self.days.rest()
        self.pulse.rest()
        self._arrivals.rest()

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

    def _keep_what_is_typed(self) -> bool:
        """What was typed until now goes with the round; typing itself is not disturbed."""
        kept = [screen.autosave.flush() for screen in (self.screens.child, self.screens.review)]
        return self.screens.writing.leave() and all(kept)

    def _forms(self) -> Iterator[Form]:
        """Every form that keeps what it asks by a button of its own, open or not."""
        for screen, form, of_a_family in forms_on(frozenset(self.screens.all())):
            yield Form(form, "" if of_a_family else self._subjects.get(screen, ""))

    def _is_typed_into(self) -> bool:
        """Whether what came in waits until a field of the screen in front was left.

        A review shows what came in around the field that is typed into; other screens keep nothing.
        """
        screen = self.stack.currentWidget()
        return screen in {self.screens.child, self.screens.writing} and is_written_in(screen)

    def _on_received(self, change: Changed) -> None:
        """Others wrote. What was typed here until now was made of what the screens had read."""
        if change.topics & _OF_WORDS:
            self._keep_what_is_typed()
        self._leave_what_is_gone()
        if change.topics & _OF_WORDS:
            self._arrivals.hear(change)
        else:
            self._arrivals.changes.tell_received(change)

    def _leave_what_is_gone(self) -> None:
        """A child whose copy was wiped is shown no longer, and nothing typed of it is kept."""
        if not self._subject or self.screens.child.is_here(self._subject):
            return
        for screen in (self.screens.child, self.screens.review):
            screen.autosave.forget()
        self.show_today()
        self._back.clear()
        self.saver.say(tr("This child’s record is no longer on this laptop."))

    def _on_sync_standing(self, standing: Standing) -> None:
        self._rail.sync_status.show_standing(standing)
        if standing.running is None:  # a round that runs tells often how far it is
            self._fit_ways()

    def _on_sync_wanted(self) -> None:
        if self.pulse.state().enrolled:
            self.pulse.sync_now()
            accessibility.announce(self, self._rail.sync_status.words())

    def _on_conflict_left(self) -> None:
        """Back to where one came from."""
        if self.stack.currentWidget() is self.screens.conflict:
            self.go_back()

    def _on_switched(self, review: str) -> None:
        """A brother's or sister's review is in front now, and is what one comes back to."""
        self._here = lambda: self.show_review(review)
        self._subject = self._subjects[self.screens.review] = review

    def _current(self) -> Screen:
        return cast("Screen", self.stack.currentWidget())

    # Layout

    def _make_rail(self) -> Rail:
        rail = Rail()
        rail.lock_wanted.connect(self.lock_wanted)
        self._buttons: dict[ActionButton, QWidget] = {}
        for text, icon, show, screen, keys in (
            (tr("Today"), "house", self.show_today, self.screens.today, "Ctrl+1"),
            (tr("My children"), "users", self.show_children, self.screens.children, "Ctrl+2"),
            (tr("Diary"), "calendar-days", self.show_diary, self.screens.diary, "Ctrl+3"),
            (tr("Import"), "upload", self.show_importing, self.screens.importing, "Ctrl+4"),
            (tr("Settings"), "settings", self.show_settings, self.screens.settings, "Ctrl+5"),
        ):
            button = rail.add(text, icon, keys, show)
            self._buttons[button] = screen
            if screen is self.screens.importing:
                self.import_button = button
            if screen is self.screens.children:
                self.children_button = button
            QShortcut(QKeySequence(keys), self, show)
        self._buttons[rail.sync_status] = self.screens.sync
        rail.sync_status.clicked.connect(self.show_sync)
        return rail

    def _fit_ways(self) -> None:
        begins = self._begins_records()
        self.import_button.setVisible(begins)
        self._rail.rename(self.children_button, tr("My children") if begins else tr("Children"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.fit(event.size().width())

    def _connect(self, changes: Changes) -> None:
        screens = self.screens
        screens.today.child_opened.connect(self.show_child)
        screens.today.review_opened.connect(self.show_review)
        screens.today.import_wanted.connect(self.show_importing)
        screens.today.children_wanted.connect(self._show_some_children)
        screens.today.iro_wanted.connect(self._show_children_of)
        screens.today.document_opened.connect(self.show_documents)
        screens.children.child_opened.connect(self.show_child)
        screens.diary.child_opened.connect(self.show_child)
        screens.diary.review_opened.connect(self.show_review)
        screens.diary.import_wanted.connect(self.show_importing)
        screens.child.child_opened.connect(self.show_child)
        screens.child.review_opened.connect(self.show_review)
        screens.child.what_if_wanted.connect(self.show_what_if)
        screens.child.at_25_wanted.connect(self._show_read_at_25)
        screens.what_if.left.connect(self.show_child)
        for explaining in (
            screens.today,
            screens.children,
            screens.child,
            screens.diary,
            screens.what_if,
            screens.review,
            screens.writing,
        ):
            explaining.paper_wanted.connect(self.saver.ask_where)
        for booking in (screens.child, screens.diary):
            booking.invitations_wanted.connect(self.show_invitations)
        screens.inviting.back_wanted.connect(self.go_back)
        screens.importing.changed.connect(changes.tell)
        for screen in (
            screens.today,
            screens.children,
            screens.diary,
            screens.child,
            screens.writing,
            screens.settings,
            screens.sync,
            screens.conflict,
        ):
            changes.changed.connect(screen.on_changed)
        changes.received.connect(screens.review.on_received)
        changes.changed.connect(self.pulse.note_change)
        self._connect_sync()
        screens.review.document_wanted.connect(self.show_documents)
        screens.review.back_wanted.connect(self.show_child)
        screens.review.shared.connect(self._rail.setHidden)
        screens.review.switched.connect(self._on_switched)
        screens.writing.back_wanted.connect(self.show_review)
        screens.writing.record_wanted.connect(self._show_in_review)
        screens.writing.settings_wanted.connect(self.show_settings)

    def _connect_sync(self) -> None:
        screens = self.screens
        for listing in (screens.today, screens.child, screens.review, screens.sync):
            listing.conflict_opened.connect(self.show_conflict)
        screens.sync.child_opened.connect(self.show_child)
        screens.sync.settings_wanted.connect(self.show_settings)
        screens.conflict.left.connect(self._on_conflict_left)

    def _bind_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+L"), self, self.lock_wanted.emit)
        QShortcut(QKeySequence("Ctrl+K"), self, self.note_contact)
        QShortcut(QKeySequence(SYNC), self, self._on_sync_wanted)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self, self.go_back)
