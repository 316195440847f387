"""Every meeting of one child or household: in hand, suggested, booked, moved, held together."""

import datetime as dt
from collections.abc import Callable, Sequence

from iro_desktop.domain.child import birthday
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.form_engine.definition import Form, Option
from iro_desktop.i18n import tr
from iro_desktop.services import disruptions, meetings, preparing, sittings
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import ChildFile
from iro_desktop.services.days_for_review import days_for_review
from iro_desktop.services.disruptions import SuggestedMeeting
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.meetings import MeetingInHand, MeetingOf, MeetingsOfChild
from iro_desktop.services.preparing import Hours
from iro_desktop.services.rights import Allowed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.child.meetings.booking import Companion, Plan, Wanted, What
from iro_desktop.ui.child.meetings.lines import (
    MeetingLine,
    day_in_words,
    line_of,
    meeting_in_words,
    together_in_words,
)
from iro_desktop.ui.words.offered_days import OfferedDay, advice_on_booking, offered_day
from iro_desktop.ui.words.reviews import kind_of_review

_TOPICS = frozenset({Topic.REVIEW, Topic.CASELOAD})
_ADULT = 18
_NOT_OF_A_CHILD = frozenset({ReviewKind.FOSTER_CARER, ReviewKind.COUNCIL})


class MeetingsPresenter:
    """One child at a time. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._file: ChildFile | None = None
        self._allowed = Allowed()
        self._meetings = MeetingsOfChild((), {})
        self.suggested: SuggestedMeeting | None = None

    def open(self, file: ChildFile, allowed: Allowed | None = None) -> None:
        """Read the meetings of the child whose page is open, of which `allowed` may be written."""
        self._allowed = allowed or Allowed()
        uow_factory, child = self._workspace.uow_factory, file.child
        self._file = file
        self._meetings = meetings.of_child(uow_factory, child.id, self.today)
        self.suggested = None
        if not (child.is_household or self._allowed.is_part):
            self.suggested = disruptions.of_child(uow_factory, child.id, self.today)

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    # What is in hand

    def lines(self) -> tuple[MeetingLine, ...]:
        """Meetings in hand, but for the next review where that stands on its own."""
        summary = self._open.summary
        shown_above = {one.id for one in (summary.current, summary.booked) if one}
        return tuple(
            line_of(one, self.title_of, self.today, self._allowed)
            for one in self._meetings.in_hand
            if one.review.id not in shown_above or one.together or one.review.pep_too
        )

    def title_of(self, review: Review) -> str:
        """What a meeting is called: one of the council's own by the title of its form."""
        if review.kind is ReviewKind.COUNCIL and review.form:
            try:
                return tr(self._workspace.form_of(review).title)
            except NoSuchThing:
                pass  # the form came with another laptop: its kind still names it
        return kind_of_review(review.kind)

    # What can be booked

    def kinds(self) -> tuple[Option, ...]:
        """Every kind of meeting that there is for this child, or household."""
        file = self._open
        if file.child.is_household:
            review = Option("", kind_of_review(ReviewKind.FOSTER_CARER))
            return (review, *self._council_kinds())
        beside = [
            Option(kind.value, kind_of_review(kind))
            for kind in ReviewKind
            if kind not in OF_THE_CASE | _NOT_OF_A_CHILD
        ]
        return (Option("", tr("The child's review")), *beside, *self._council_kinds())

    def kind_to_begin_with(self) -> str:
        """The choice that is most likely meant."""
        file = self._open
        if file.child.is_household or file.summary.is_looked_after:
            return What().key
        soonest = min(self._meetings.due.items(), key=lambda one: one[1].on, default=None)
        if soonest is not None:
            return What(soonest[0]).key
        is_adult = birthday(file.child.date_of_birth, _ADULT) <= self.today
        return What(ReviewKind.CARE_LEAVER if is_adult else ReviewKind.CHILD_PROTECTION_INITIAL).key

    def plan(self, what: What) -> Plan:
        """The day, place and hours to begin with, and with what it could be held."""
        found = self._in_hand(what)
        due = self.limit_of(what)
        offers = self._offers(what, due)
        review = found.review if found else None
        best = next((one.day for one in offers if one.is_best), None)
        planned = review.planned_for if review else None
        holidays = self._open.holidays
        return Plan(
            day=planned or best or preparing.propose_day(due, self.today, holidays),
            place=review.planned_at if review else "",
            hours=Hours(review.starts_at, review.lasts_minutes) if review else Hours(),
            offers=offers,
            companions=tuple(map(self._companion, self._candidates(what, found))),
            together=self._together(found),
            pep_too=self._pep_too(what, found),
        )

    def limit_of(self, what: What) -> Explained | None:
        """By when it has to be held; None where no clock runs."""
        found = self._in_hand(what)
        if found is not None and found.due is not None:
            return found.due
        if self._is_the_next(what):
            return self._open.summary.next_due
        kind = found.review.kind if found else what.kind
        return self._meetings.due.get(kind) if kind else None

    def advice_on(self, day: dt.date | None, what: What) -> str:
        """What to know about a day before booking it."""
        return advice_on_booking(day, self.limit_of(what), self._open.holidays, self.today)

    # Booking

    def book(self, wanted: Wanted) -> ReviewId:
        """Book a meeting or move one, and hold it with another if that is wanted.

        Raises NoSuchThing, FixedReview.
        """
        uow_factory, child = self._workspace.uow_factory, self._open.child.id
        what = wanted.what
        review = preparing.book(
            uow_factory,
            child,
            wanted.day,
            wanted.place.strip(),
            self.today,
            what.kind,
            wanted.hours,
            form=self._form(what),
            review=what.review,
        )
        changed = self._changed(review)
        if wanted.with_review is not None:
            changed = meetings.put_together(uow_factory, review.id, wanted.with_review)
        if wanted.pep_too is not None:
            meetings.review_pep_too(uow_factory, review.id, pep_too=wanted.pep_too)
        self._tell(changed)
        return review.id

    def prepare(self, review: ReviewId) -> ReviewId:
        """Begin a meeting that is booked, or carry on with it. Raises NoSuchThing: no form.

        One that is not this person's to write is left as it is, and can be read.
        """
        if not self._allowed.writes("review"):
            return review
        found = next(one.review for one in self._meetings.in_hand if one.review.id == review)
        form = self._workspace.form_of(found)
        uow_factory, child = self._workspace.uow_factory, self._open.child.id
        begun = preparing.begin(uow_factory, child, form, self.today, review=review)
        self._tell(self._changed(begun))
        return begun.id

    def take_out(self, review: ReviewId) -> None:
        """Hold a meeting on its own again. Raises FixedReview."""
        self._tell(meetings.take_out(self._workspace.uow_factory, review))

    def cancel(self, review: ReviewId, because: str) -> None:
        """Say that a meeting will not be held. Raises AlreadyHeld, ReasonMissing, FixedReview."""
        self._tell(sittings.cancel(self._workspace.uow_factory, review, because))

    # A disruption meeting that is suggested

    def book_suggested(self) -> dt.date | None:
        """Book the meeting that is suggested, on the day that is proposed."""
        if self.suggested is None:
            return None
        day, child = self.suggested.day, self._open.child.id
        disruptions.book_it(self._workspace.uow_factory, child, day, self.today)
        self._tell(Changed(_TOPICS | {Topic.CHILD}, frozenset({child})))
        return day

    def put_aside(self, because: str) -> None:
        """Say why no disruption meeting is held. Raises ReasonMissing."""
        child = self._open.child.id
        uow_factory = self._workspace.uow_factory
        self._tell(disruptions.put_aside(uow_factory, child, because, self.today))

    @property
    def _open(self) -> ChildFile:
        assert self._file is not None  # noqa: S101 - a view opens a child before it asks
        return self._file

    def _is_the_next(self, what: What) -> bool:
        return what.kind is None and what.review is None

    def _in_hand(self, what: What) -> MeetingInHand | None:
        """The meeting that booking would move; None where it would make a new one."""
        if self._is_the_next(what):
            booked = self._open.summary.booked
            name = booked.id if booked else None
        elif what.review is not None:
            name = what.review
        else:
            waiting = (
                one.review.id
                for one in self._meetings.in_hand
                if one.review.kind is what.kind
                and (not what.form or one.review.form == what.form)
                and one.review.held_on is None
            )
            name = next(waiting, None)
        return next((one for one in self._meetings.in_hand if one.review.id == name), None)

    def _offers(self, what: What, due: Explained | None) -> tuple[OfferedDay, ...]:
        """Days are proposed where a limit says by when, or for the next review."""
        if due is None and not self._is_the_next(what):
            return ()
        file = self._open
        proposed = days_for_review(self._workspace.uow_factory, file.child, due, self.today)
        by_day = sorted(proposed, key=lambda one: one.day)
        return tuple(
            offered_day(one, due, file.holidays, is_best=one == proposed[0]) for one in by_day
        )

    def _candidates(self, what: What, found: MeetingInHand | None) -> Sequence[MeetingOf]:
        if found is not None:
            return found.candidates
        kind = what.kind
        if kind is None:
            kind = self._kind_of_next()
        return meetings.candidates(self._workspace.uow_factory, self._open.child.id, kind)

    def _kind_of_next(self) -> ReviewKind:
        is_household = self._open.child.is_household
        return ReviewKind.FOSTER_CARER if is_household else ReviewKind.LOOKED_AFTER

    def _companion(self, one: MeetingOf) -> Companion:
        review = one.review
        said = meeting_in_words(one, self._open.child.id, self.title_of)
        day = day_in_words(review)
        text = tr("{meeting}, {day}", meeting=said, day=day) if day else said
        hours = Hours(review.starts_at, review.lasts_minutes)
        return Companion(Option(review.id, text), review.planned_for, review.planned_at, hours)

    def _together(self, found: MeetingInHand | None) -> str:
        if found is None:
            return ""
        return together_in_words(found.together, self._open.child.id, self.title_of)

    def _pep_too(self, what: What, found: MeetingInHand | None) -> bool | None:
        file = self._open
        kind = found.review.kind if found else what.kind
        is_of_case = kind in OF_THE_CASE or (kind is None and not file.child.is_household)
        if not (is_of_case and file.summary.is_looked_after):
            return None
        return found.review.pep_too if found else False

    def _council_kinds(self) -> tuple[Option, ...]:
        return tuple(
            Option(What(ReviewKind.COUNCIL, form.id).key, form.title)
            for form in self._council_forms()
        )

    def _council_forms(self) -> tuple[Form, ...]:
        return self._workspace.councils_meetings()

    def _form(self, what: What) -> Form | None:
        forms = (form for form in self._council_forms() if form.id == what.form)
        return next(forms, None) if what.form else None

    def _changed(self, review: Review) -> Changed:
        """Everyone whose meeting it is was touched: a day is moved for all of it."""
        others = meetings.with_the_same_meeting(self._workspace.uow_factory, review.id)
        children = frozenset({review.child_id, *(one.child.id for one in others)})
        reviews = frozenset({review.id, *(one.review.id for one in others)})
        return Changed(_TOPICS, children, reviews)
