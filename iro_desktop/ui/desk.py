"""The desk of an open store: what its screens ask for, what comes in, and how all is laid out."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.ui import accessibility
from iro_desktop.ui.arrivals import Arrivals
from iro_desktop.ui.changes import Changes
from iro_desktop.ui.day_turns import DayTurns
from iro_desktop.ui.explanation_saver import ExplanationSaver
from iro_desktop.ui.fillings import Form
from iro_desktop.ui.forms_with_buttons import forms_on
from iro_desktop.ui.rail import Rail
from iro_desktop.ui.sync.keys import SYNC
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.standing import Standing
from iro_desktop.ui.ways import Screens, Ways
from iro_desktop.ui.widgets.in_focus import is_written_in

_OF_WORDS = frozenset(Topic) - {Topic.CASELOAD}


class Desk(Ways):
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
        super().__init__(screens, arrivals, pulse, begins_records)
        self.days = days
        self.saver = saver
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

    def rest(self) -> None:
        """The store is about to close: nothing more is synced, and a round that runs stops."""
        self.days.rest()
        self.pulse.rest()
        self._arrivals.rest()

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

    # Layout

    def _make_rail(self) -> Rail:
        rail = Rail()
        rail.lock_wanted.connect(self.lock_wanted)
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
