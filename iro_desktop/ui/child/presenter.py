"""A child's page: reads it, keeps what is written on it, books and begins the next review."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from iro_desktop.domain.care import PeriodOfCare, period_on
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, ReviewId, new_id
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.timescales.review_cycles import review_kind_on
from iro_desktop.services import child_clocks, child_file, happenings, kinship, preparing
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.council_people import Council, council_people
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.rights import Allowed, allowed
from iro_desktop.services.syncing.writing_beside import keep_beside
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.child.about import AboutField, with_value
from iro_desktop.ui.child.clocks import ClockLine, clocks_of
from iro_desktop.ui.child.contacts.presenter import ContactsPresenter
from iro_desktop.ui.child.happenings import HappeningLine, lines_of
from iro_desktop.ui.child.household.presenter import HouseholdPresenter
from iro_desktop.ui.child.identity import Identity, identity_of
from iro_desktop.ui.child.journey import earlier_care, journey_of
from iro_desktop.ui.child.meetings.presenter import MeetingsPresenter
from iro_desktop.ui.child.next_review import NextReview, next_review_of
from iro_desktop.ui.child.past_reviews import (
    DecisionLine,
    ReviewLine,
    decisions_of,
    reviews_of,
)
from iro_desktop.ui.child.reading_presenter import ReadingPresenter
from iro_desktop.ui.child.whole_child import WholeChildPresenter
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.conflicts.presenter import lines_of as conflicts_of
from iro_desktop.ui.sync.states import states_of_reviews
from iro_desktop.ui.widgets.journey import Journey
from iro_desktop.ui.words.access import access_in_words
from iro_desktop.ui.words.due_dates import explained

TOPICS = frozenset(
    {
        Topic.CASELOAD,
        Topic.CHILD,
        Topic.PEOPLE,
        Topic.REVIEW,
        Topic.DECISIONS,
        Topic.DOCUMENTS,
        Topic.ACTIVITIES,
    }
)


@dataclass(frozen=True, slots=True)
class ChildPage:
    """The whole page in words; `child` and `people` as they stand, for the fields.

    `journey` is the last time in care, None where no episode is known.
    """

    child: Child
    identity: Identity
    next_review: NextReview
    people: tuple[ImportantPerson, ...]
    reviews: tuple[ReviewLine, ...]
    decisions: tuple[DecisionLine, ...]
    journey: Journey | None
    earlier_care: str
    happenings: tuple[HappeningLine, ...] = ()
    clocks: tuple[ClockLine, ...] = ()
    kept_until: Explanation | None = None
    parents: tuple[Child, ...] = ()
    conflicts: tuple[ConflictLine, ...] = ()
    standing: str = ""
    allowed: Allowed = field(default_factory=Allowed)


class ChildScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: ChildPage) -> None:
        """Show the child."""
        ...


class ChildPresenter:
    """One child at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._view: ChildScreen | None = None
        self._file: ChildFile | None = None
        self.reading = ReadingPresenter(workspace, tell)
        self.whole_child = WholeChildPresenter(workspace, tell)
        self.meetings = MeetingsPresenter(workspace, tell)
        self.household = HouseholdPresenter(workspace, tell)
        self.contacts = ContactsPresenter(workspace, tell)
        self._parents: tuple[Child, ...] = ()
        self._parents_of: ChildId | None = None
        self.council: Council = ()

    def show_on(self, view: ChildScreen) -> None:
        """From now on, this is the screen."""
        self._view = view

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    @property
    def child_id(self) -> ChildId | None:
        """Whose page is open, None before the first."""
        return self._file.child.id if self._file else None

    def open(self, child_id: ChildId) -> None:
        """Read and show a child's page. Raises NoSuchThing."""
        file = child_file.read(self._workspace.uow_factory, child_id, self.today)
        self._file = file
        may = allowed(self._workspace.uow_factory, child_id, self._workspace.clock)
        self.meetings.open(file, may)
        self.household.open(file)
        if self._view is not None:
            uow_factory = self._workspace.uow_factory
            recorded = happenings.of_child(uow_factory, child_id)
            self.council = council_people(uow_factory)
            if self._parents_of != child_id:  # once for a page: everyone is gone through
                self._parents = kinship.possible_parents(uow_factory, file.child)
                self._parents_of = child_id
            every = child_clocks.read(uow_factory, child_id, self.today)
            clocks = clocks_of(every, file.summary.next_due, self.today)
            states = states_of_reviews(uow_factory, child_id)
            page = _page(file, recorded, states, self.today, may)
            waiting = conflicts_of(self._workspace, child=child_id)
            until = child_clocks.kept_until(uow_factory, child_id)
            kept = explained(until) if until is not None else None
            whole = replace(page, clocks=clocks, kept_until=kept, parents=self._parents)
            whole = replace(whole, conflicts=waiting, standing=self._standing(may))
            self._view.show_page(whole)

    def _standing(self, may: Allowed) -> str:
        return access_in_words(may, self._workspace.clock.now())

    def refresh(self) -> None:
        """Read the same child again."""
        if self._file is not None:
            self.open(self._file.child.id)

    def is_here(self, name: str) -> bool:
        """Whether a child or review of that name is on this laptop."""
        with self._workspace.uow_factory() as uow:
            return uow.children.find(name) is not None or uow.reviews.find(name) is not None

    def concerns(self, change: Changed) -> bool:
        """Whether a change is to be seen on this page: on the child, or on a brother or sister."""
        if self._file is None or not change.topics & TOPICS:
            return False
        shown = {self._file.child.id, *(other.id for other in self._file.siblings)}
        return not change.children or bool(change.children & shown)

    # About the child

    def keep(self, child_id: ChildId, about: AboutField, text: str) -> None:
        """Keep what was written in a field of a child's page.

        Raises:
            IroConflict: the field would give a parent and their child the same IRO.
            NoSuchThing, NoSpace: as they say.
        """
        shown = self._file.child if self._file and self._file.child.id == child_id else None
        if shown is not None and self._kept_beside(with_value(shown, about, text), shown):
            return
        file = child_file.read(self._workspace.uow_factory, child_id, self.today)
        child = with_value(file.child, about, text)
        self._tell(child_file.save_child(self._workspace.uow_factory, child))

    def _kept_beside(self, thing: Child | ImportantPerson, shown: object) -> bool:
        """Keep what was typed beside what another wrote since the page was read, if anyone did."""
        seen = shown if isinstance(shown, Child | ImportantPerson) else None
        workspace = self._workspace
        changed = keep_beside(workspace.uow_factory, thing, seen, workspace.clock)
        if changed:
            self._tell(changed)
        return bool(changed)

    # Important people

    def new_person(self) -> ImportantPerson:
        """Someone who matters, with nothing said of them yet."""
        return child_file.new_person(self._open_file.child.id)

    def keep_person(self, person: ImportantPerson) -> None:
        """Keep someone who matters to the child; also brings back someone removed."""
        shown = self._file.people if self._file else ()
        seen = next((one for one in shown if one.id == person.id), None)
        if not self._kept_beside(person, seen):
            self._tell(child_file.save_person(self._workspace.uow_factory, person))

    def remove_person(self, person: ImportantPerson) -> None:
        """Take someone off the list."""
        self._tell(child_file.remove_person(self._workspace.uow_factory, person))

    # What happened

    def record(self, happening: Happening, day: dt.date, note: str) -> None:
        """Write down that something happened. Raises NoSuchThing, NoSpace."""
        child = self._open_file.child.id
        self._tell(happenings.record(self._workspace.uow_factory, child, happening, day, note))

    def take_back(self, recorded: RecordedHappening) -> None:
        """Take back what was written down. Raises NoSuchThing."""
        self._tell(happenings.withdraw(self._workspace.uow_factory, recorded))

    # The next review

    def prepare(self) -> ReviewId:
        """Begin the next review, or carry on with the one begun. Raises NoSuchThing: no form."""
        file = self._open_file
        form = self._workspace.form_of(file.summary.current or _not_begun(file, self.today))
        review = preparing.begin(self._workspace.uow_factory, file.child.id, form, self.today)
        self._tell_of(review)
        return review.id

    @property
    def _open_file(self) -> ChildFile:
        assert self._file is not None  # noqa: S101 - a view opens a child before it asks
        return self._file

    def _tell_of(self, review: Review) -> None:
        topics = frozenset({Topic.REVIEW, Topic.CASELOAD})
        self._tell(Changed(topics, frozenset({review.child_id}), frozenset({review.id})))


def _page(
    file: ChildFile,
    recorded: Sequence[RecordedHappening],
    synced: Mapping[ReviewId, RecordState],
    today: dt.date,
    may: Allowed,
) -> ChildPage:
    return ChildPage(
        child=file.child,
        identity=identity_of(file, today, may),
        next_review=next_review_of(file, today, may),
        people=file.people,
        reviews=reviews_of(file, synced, is_part=may.is_part),
        decisions=decisions_of(file),
        journey=journey_of(file, file.periods[-1], today) if file.periods else None,
        earlier_care=earlier_care(file),
        happenings=lines_of(recorded),
        allowed=may,
    )


def _not_begun(file: ChildFile, today: dt.date) -> Review:
    """The next review before it is kept: its kind finds its form."""
    if file.child.is_household:
        kind = ReviewKind.FOSTER_CARER
        return Review(id=ReviewId(new_id()), child_id=file.child.id, kind=kind)
    period: PeriodOfCare | None = period_on(file.periods, today)
    kind = review_kind_on(period, today) if period else ReviewKind.LOOKED_AFTER
    return Review(id=ReviewId(new_id()), child_id=file.child.id, kind=kind)
