"""A child's page."""

import datetime as dt
from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import IroConflict, KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.child.about import DECIDE_ON_IRO, AboutField
from iro_desktop.ui.child.about_card import AboutCard
from iro_desktop.ui.child.clocks_card import ClocksCard
from iro_desktop.ui.child.contacts.card import ContactsCard
from iro_desktop.ui.child.happenings_card import HappeningsCard
from iro_desktop.ui.child.header import ChildHeader
from iro_desktop.ui.child.household.part import HouseholdPart
from iro_desktop.ui.child.household.presenter import HouseholdField
from iro_desktop.ui.child.journey_card import JourneyCard
from iro_desktop.ui.child.meetings.part import MeetingsPart
from iro_desktop.ui.child.past_cards import DecisionsCard, ReviewsCard
from iro_desktop.ui.child.people_card import PeopleCard
from iro_desktop.ui.child.presenter import ChildPage, ChildPresenter
from iro_desktop.ui.child.reading_part import ReadingPart
from iro_desktop.ui.child.whole_child_card import WholeChildCard
from iro_desktop.ui.saving import PAUSE_MS, Autosave
from iro_desktop.ui.sync.conflicts.banner import ConflictBanner
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner, StatusLine
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import Card, ScrollPage
from iro_desktop.ui.words.children import name_of

WIDEST = 1120


class ChildView(QWidget):
    """`child_opened` asks for a brother's or sister's page, `review_opened` for a review.

    `what_if_wanted` asks what another day would mean for the child's next review, `paper_wanted`
    to print or save an Explanation, `invitations_wanted` to ask people to a review, `at_25_wanted`
    to read the whole record as the grown-up will: it carries the latest review. `conflict_opened`
    carries a thing of which there are two versions.
    """

    child_opened = Signal(str)
    review_opened = Signal(str)
    what_if_wanted = Signal(str)
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)
    at_25_wanted = Signal(str)
    conflict_opened = Signal(str)

    def __init__(
        self,
        presenter: ChildPresenter,
        parent: QWidget | None = None,
        *,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._is_stale = False
        presenter.show_on(self)
        self.autosave = Autosave(self._save, self, pause_ms=pause_ms)
        self._status = StatusLine()
        self._foot = self._make_foot()
        self._fault = Banner("", "danger")
        self._standing = Banner("")
        self._invitation = self._make_invitation()
        self.conflicts = ConflictBanner()
        self.header = ChildHeader()
        self.meetings = MeetingsPart(presenter.meetings)
        self._next = self.meetings.next
        self.household = HouseholdPart(presenter.household)
        self._journey, self._about = JourneyCard(), AboutCard(lambda: presenter.today)
        self._people = PeopleCard(presenter.new_person, lambda: presenter.council)
        self.clocks = ClocksCard()
        self._reviews, self._decisions = ReviewsCard(), DecisionsCard()
        self.whole_child = WholeChildCard(presenter.whole_child)
        self._happenings = HappeningsCard(lambda: presenter.today)
        self.contacts = ContactsCard(presenter.contacts)
        self.reading = ReadingPart(presenter.reading)
        self._lay_out()
        self._connect()

    # What the desk asks of a screen

    def show_child(self, child_id: ChildId) -> None:
        """Open a child's page at its top."""
        self.leave()
        if child_id != self._presenter.child_id:
            self._people.forget()
            self._next.close_booking()
            self._happenings.forget()
            self.reading.forget()
            self.clocks.forget()
            self.whole_child.forget()
        self._fault.hide()
        self._foot.hide()
        self._is_stale = False
        self._presenter.open(child_id)
        self._page.verticalScrollBar().setValue(0)

    def is_here(self, name: str) -> bool:
        """Whether a child or review of that name is on this laptop."""
        return self._presenter.is_here(name)

    def refresh(self) -> None:
        """Read the child again. What is being typed stays."""
        self._is_stale = False
        self._presenter.refresh()

    def leave(self) -> bool:
        """Keep what was typed. Says whether nothing is left to keep."""
        return self.autosave.flush()

    def on_changed(self, change: Changed) -> None:
        """Read again, now or when next seen, if what changed is shown here."""
        if not self._presenter.concerns(change):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def show_page(self, page: ChildPage) -> None:
        """Show the child: to be written where that is this person's, else to be read."""
        for card, kind in self._kinds.items():
            card.set_to_read(to_read=not page.allowed.writes(kind))
        self.header.show_identity(page.identity, page.next_review.booked)
        self._show_standing(page.standing)
        self.conflicts.show_conflicts(page.conflicts)
        is_to_be_named = not page.identity.is_named and page.allowed.writes("child")
        self._invitation.setVisible(is_to_be_named)
        self._next.show_next(page.next_review)
        self.meetings.show_meetings()
        self.household.show_household()
        self._journey.show_journey(page.journey, page.earlier_care)
        parents = [Option(parent.id, name_of(parent)) for parent in page.parents]
        self._about.offer_people(self._presenter.council)
        self._about.show_child(page.child, parents)
        may_refill = not self.autosave.is_pending()
        self._people.show_people(page.people, may_refill=may_refill)
        self.reading.show_child(page.child, page.people)
        self._reviews.show_reviews(page.reviews, is_part=page.allowed.is_part)
        self._decisions.show_decisions(page.decisions)
        self.whole_child.show_child(page.child)
        self._happenings.show_lines(page.happenings)
        self.contacts.show_child(page.child.id, may_refill=may_refill)
        self.clocks.show_clocks(page.clocks)
        self.clocks.show_kept_until(page.kept_until)
        self._people.set_household(is_household=page.child.is_household)
        if page.child.is_household:
            self._hide_what_is_of_a_child()
        else:
            for widget in self._of_a_child:
                widget.show()
        for card, kind in self._kinds.items():
            if not page.allowed.reads(kind):  # empty, it would say that there is nothing
                card.hide()

    def _show_standing(self, words: str) -> None:
        """Said once, not with every refresh."""
        if words and (words != self._standing.text() or self._standing.isHidden()):
            self._standing.say(words)
        self._standing.setVisible(bool(words))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def note_contact(self) -> None:
        """Go to where a contact is noted."""
        self._page.ensureWidgetVisible(self.contacts)
        self.contacts.focus_first()

    # What is kept

    def _hide_what_is_of_a_child(self) -> None:
        """Nothing about growing up, care or the child's own words is asked of a household."""
        hidden = (self._journey, self.reading.at_25, self._invitation)
        for widget in (*self._of_a_child, *hidden):
            widget.hide()

    def _save(self, key: Hashable, value: object) -> None:
        if isinstance(value, ImportantPerson):
            self._presenter.keep_person(value)
        elif isinstance(value, Activity):
            self._presenter.contacts.keep(value)
        elif isinstance(key, tuple) and isinstance(value, str):
            child_id, field = key
            if isinstance(field, HouseholdField):
                self.household.keep(child_id, field, value)
            else:
                self._keep(ChildId(child_id), AboutField(field), value)

    def _keep(self, child_id: ChildId, field: AboutField, text: str) -> None:
        """Keep a field. One that the law refuses says so, and holds up nothing else."""
        shown = child_id == self._presenter.child_id
        try:
            self._presenter.keep(child_id, field, text)
        except IroConflict as fault:
            if shown:
                self._about.refuse(field, str(words_for(fault, screen())))
        else:
            if shown:
                self._about.accept(field)

    def _on_written(self, field: str, text: str) -> None:
        child = self._presenter.child_id
        self.autosave.touch((child, field), text)
        if field in DECIDE_ON_IRO:  # what one of them forbade, the other may allow now
            for refused, typed in self._about.refused().items():
                if refused != field:
                    self.autosave.touch((child, refused.value), typed)

    def _on_person_written(self, person: ImportantPerson) -> None:
        self.autosave.touch(person.id, person)

    def _on_person_removed(self, person: ImportantPerson) -> None:
        self.leave()
        self._trying(lambda: self._presenter.remove_person(person))

    def _on_put_back(self, person: ImportantPerson) -> None:
        self._trying(lambda: self._presenter.keep_person(person))
        self.refresh()

    def _on_saved(self) -> None:
        if self._about.refused():
            self._status.show_failed(tr("All is saved but one field: it says why."))
        else:
            self._status.show_saved()
        self.refresh()

    def _on_failed(self, fault: KnownFault) -> None:
        self._status.show_failed(str(words_for(fault, screen())))

    # The next review

    def _on_prepare_wanted(self) -> None:
        self.leave()
        self._trying(lambda: self.review_opened.emit(self._presenter.prepare()))

    def _on_what_if_wanted(self) -> None:
        self.what_if_wanted.emit(self._presenter.child_id)

    # What happened

    def _on_recorded(self, happening: Happening, day: dt.date, note: str) -> None:
        try:
            self._presenter.record(happening, day, note)
        except KnownFault as fault:
            self._happenings.form.refuse(str(words_for(fault, screen())))
            return
        self._happenings.accept(happening, day)
        self.refresh()

    def _on_withdrawn(self, recorded: RecordedHappening) -> None:
        self._trying(lambda: self._presenter.take_back(recorded))
        self.refresh()

    def _on_happening_put_back(self, gone: RecordedHappening) -> None:
        self._trying(lambda: self._presenter.record(gone.happening, gone.on, gone.note))
        self.refresh()

    def _trying(self, act: Callable[[], None]) -> None:
        """Do something; say so if it could not be done."""
        try:
            act()
        except KnownFault as fault:
            self._say_fault(str(words_for(fault, screen())))

    def _say_fault(self, words: str) -> None:
        self._fault.say(words, "danger")
        self._page.ensureWidgetVisible(self._fault)

    # Layout

    def _make_invitation(self) -> Banner:
        name_it = ActionButton(tr("Give a name"), "pencil")
        name_it.clicked.connect(lambda: self._about.row(AboutField.KNOWN_AS).focus_first())
        return Banner(tr("What is this child called? The return holds no names."), "info", name_it)

    def _lay_out(self) -> None:
        columns = SideBySide()
        columns.add_first(self.household.card, self._about, self._people)
        columns.add_first(self.reading.wishes, self.reading.words, self.reading.confidential)
        columns.add_second(self.contacts, self.clocks, self._happenings)
        columns.add_second(self._reviews, self._decisions, self.reading.at_25)
        self._page = ScrollPage(widest=WIDEST)
        self._page.add(self.header, self._standing, self.conflicts, self._fault, self._invitation)
        self._page.add(self.meetings.disruption, self._next, self.meetings.in_hand)
        self._page.add(self._journey, self.whole_child, columns)
        self._of_a_child: tuple[QWidget, ...] = (
            self._about,
            self._happenings,
            self.contacts,
            self.reading.wishes,
            self.reading.words,
        )
        self._kinds: dict[Card, str] = {
            self.household.card: "child",
            self._about: "child",
            self._people: "important_person",
            self.reading.wishes: "reader_wishes",
            self.reading.words: "preferred_word",
            self.reading.confidential: "confidential_detail",
            self.reading.at_25: "view",
            self.contacts: "activity",
            self.clocks: "happening",
            self._happenings: "happening",
            self.whole_child: "happening",
            self.meetings.disruption: "review",
        }
        self._fault.hide()
        self._standing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._foot)

    def _make_foot(self) -> QFrame:
        """Whether all is kept: always in sight, once there was something to keep."""
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.space(28), theme.space(8), theme.space(28), theme.space(8))
        row.addWidget(self._status)
        foot.hide()
        return foot

    def _on_saving(self) -> None:
        self._status.show_saving()
        self._foot.show()

    def _connect(self) -> None:
        self.autosave.saving_started.connect(self._on_saving)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self.header.prepare_wanted.connect(self._on_prepare_wanted)
        self.header.booking_wanted.connect(self._next.open_booking)
        self.header.what_if_wanted.connect(self._on_what_if_wanted)
        self.header.child_opened.connect(self.child_opened)
        self.conflicts.conflict_opened.connect(self.conflict_opened)
        self._next.left.connect(self.header.focus_booking)
        for inviting in (self._next, self.meetings.in_hand):
            inviting.invitations_wanted.connect(self.invitations_wanted)
        self.meetings.review_opened.connect(self.review_opened)
        self.household.written.connect(self.autosave.touch)
        self.household.card.left.connect(self.leave)
        self.whole_child.changed.connect(self.refresh)
        for part in (self.meetings, self.household):
            part.changed.connect(self.refresh)
            part.failed.connect(self._say_fault)
        self._about.written.connect(self._on_written)
        self._people.written.connect(self._on_person_written)
        self._people.removed.connect(self._on_person_removed)
        self._people.put_back.connect(self._on_put_back)
        for card in (self._about, self._people):
            card.left.connect(self.leave)
        self.contacts.written.connect(lambda contact: self.autosave.touch(contact.id, contact))
        self.contacts.left.connect(self.leave)
        self.contacts.failed.connect(self._say_fault)
        self.clocks.record_wanted.connect(self._happenings.ask_when)
        self._happenings.recorded.connect(self._on_recorded)
        self._happenings.withdrawn.connect(self._on_withdrawn)
        self._happenings.put_back.connect(self._on_happening_put_back)
        for leading in (self._reviews, self.reading.at_25):
            leading.review_opened.connect(self.review_opened)
        self.reading.at_25.document_wanted.connect(self.at_25_wanted)
        self.reading.changed.connect(self.refresh)
        self.reading.failed.connect(self._say_fault)
        explaining_too = (self.meetings.in_hand, self.meetings.disruption)
        for explaining in (
            self._next,
            self.clocks,
            self._reviews,
            *explaining_too,
            self.whole_child,
        ):
            explaining.paper_wanted.connect(self.paper_wanted)
