"""The review on screen, without the screen: what applies, what is missing, what is to be kept."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.output_choice import Proposal
from iro_desktop.domain.participation import (
    Participant,
    ParticipationCode,
    Role,
    Suggestion,
    possible_codes,
    suggest_code,
)
from iro_desktop.domain.review import (
    OF_THE_CASE,
    Conduct,
    LateReason,
    Output,
    Review,
    ReviewStatus,
    open_meeting,
    start_preparing,
)
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.form_engine.path import PathSection, applicable
from iro_desktop.form_engine.review_facts import answers_of, facts_of
from iro_desktop.i18n import tr
from iro_desktop.plain_words.word_list import WordList
from iro_desktop.problems import Problem
from iro_desktop.services import (
    closing_review,
    panels,
    plain_words,
    preparing,
    reckoning,
    recording,
    review_records,
    sittings,
    writing,
)
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.council_people import council_people
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.rights import allowed
from iro_desktop.services.syncing.writing_beside import keep_beside
from iro_desktop.services.team_hub.membership import device_of
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.as_read import AsRead, Kept, kept_whole, with_those_in_hand
from iro_desktop.ui.review.by_when import by_when
from iro_desktop.ui.review.edits import Edit, WhyLate
from iro_desktop.ui.review.in_hand import ReviewInHand
from iro_desktop.ui.review.keeping import keep
from iro_desktop.ui.review.kept_passages import Act, WithheldPresenter
from iro_desktop.ui.review.record_changes import next_position
from iro_desktop.ui.review.section_lines import (
    SectionLine,
    comes_here,
    is_for_every_eye,
    section_lines,
)
from iro_desktop.ui.review.to_read import as_one_may, has_ended
from iro_desktop.ui.words.access import why_to_read
from iro_desktop.ui.words.deadlines import Deadline
from iro_desktop.ui.words.live_words import LiveWords


class ReviewPresenter(ReviewInHand):
    """The review in hand with its form and its clock; `save` brings an edit to the store."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        super().__init__()
        self._workspace = workspace
        self._tell = tell
        self._form: Form | None = None
        self._reckoner: Reckoner | None = None
        self.as_read = AsRead()
        self.live_words = LiveWords(lambda: self.record, self._word_lists)
        self.withheld = WithheldPresenter(lambda: self.record, lambda: self.form, self.act_beside)

    # What is on screen

    def open(self, review_id: ReviewId) -> None:
        """Read a review; one that only stands booked is begun, with its people.

        Raises NoSuchThing.
        """
        record = self._read(review_id)
        if record.review.status is ReviewStatus.PLANNED and self.allowed.writes("review"):
            record = self._begun(record.review)
        self.live_words.forget()
        self._form = self._workspace.form_of(record.review)
        self._record = record
        self.answers = answers_of(record)
        self.as_read.read(record)
        self._read_beside()

    def why_to_read(self) -> str:
        """Why it, or most of it, can only be read; nothing where all of it may be written."""
        return why_to_read(self.allowed, self._workspace.clock.now())

    def no_records(self) -> str:
        """What is said where a record that can only be read has nothing."""
        if self.allowed.is_part:  # nobody here can tell whether there is none
            return tr("Nothing of this is in your part of the record.")
        return tr("Nothing is recorded.")

    def concerns(self, change: Changed) -> bool:
        """Whether what came in from others is to be seen in the review that is open."""
        if not self.is_open() or Topic.ANSWERS not in change.topics:
            return False
        return not change.children or self.review.child_id in change.children

    def take_in(self) -> None:
        """Read what came in from others; what is being typed stays as it stands on screen.

        Raises NoSuchThing: the review is no longer here.
        """
        read = self._read(self.review.id)
        in_hand = frozenset(self.as_read.in_hand)
        self.as_read.read(read, but=in_hand)
        self._record = with_those_in_hand(read, self.record, in_hand)
        self.answers = answers_of(self._record)
        self.live_words.forget()
        self._read_beside()

    def has_come_in(self) -> bool:
        """Whether others wrote something of this review that is not on screen yet."""
        names = self.as_read.other_in(self._read(self.review.id))
        with self._workspace.uow_factory() as uow:
            newest = {one.entity: one.device for one in uow.history.looked_at(names)}
            return any(device != device_of(uow.settings) for device in newest.values())

    def _read(self, review_id: ReviewId) -> ReviewRecord:
        factory = self._workspace.uow_factory
        read = review_records.read(factory, review_id, self.today)
        self.allowed = allowed(factory, read.review.child_id, self._workspace.clock)
        return as_one_may(read, self.allowed)

    def _begun(self, planned: Review) -> ReviewRecord:
        factory, form = self._workspace.uow_factory, self._workspace.form_of(planned)
        preparing.begin(factory, planned.child_id, form, self.today, review=planned.id)
        topics = frozenset({Topic.REVIEW, Topic.CASELOAD})
        self._tell(Changed(topics, frozenset({planned.child_id}), frozenset({planned.id})))
        return self._read(planned.id)

    def act_beside(self, act: Act) -> None:
        """Change in the store what hangs beside the record, closed or not, and take that in.

        Raises what `act` raises. What is typed is left as it stands on screen.
        """
        changed = act(self._workspace, self.review.id)
        read = self._read(self.review.id)
        self._record = replace(
            self.record,
            withheld=read.withheld,
            confidential=read.confidential,
            pictures=read.pictures,
            whole_child=read.whole_child,
            consultation_answers=read.consultation_answers,
        )
        if changed:
            self._tell(changed)

    def look_beside(self, look: Act) -> None:
        """Look at, or make, what hangs beside the record, without a change to it."""
        look(self._workspace, self.review.id)

    def _word_lists(self) -> tuple[WordList, ...]:
        with self._workspace.uow_factory() as uow:
            return plain_words.word_lists(uow.settings)

    def _read_beside(self) -> None:
        factory = self._workspace.uow_factory
        self.sittings = sittings.of_review(factory, self.review.id)
        self.members = panels.members(factory, self.review.id)
        self.council = council_people(factory)
        self._reckoner = None

    @property
    def workspace(self) -> Workspace:
        """The open store, the time and the forms, for presenters that stand beside this one."""
        return self._workspace

    @property
    def form(self) -> Form:
        """The form it is held under."""
        assert self._form is not None  # noqa: S101 - a view opens a review before it asks
        return self._form

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    @property
    def day(self) -> dt.date:
        """The day the review is held, or today while it is not."""
        return review_records.day_of(self.review, self.today)

    def sections(self) -> tuple[PathSection, ...]:
        """The sections that apply now, with their questions that do."""
        found = applicable(self.form, self.answers.with_facts(facts_of(self.record)))
        return tuple(part for part in found if comes_here(part.section, self.allowed))

    def section_lines(self) -> tuple[SectionLine, ...]:
        """The sections for the list at the left; on a shared screen, those for every eye."""
        sections = self.sections()
        if self.is_shared:
            sections = tuple(part for part in sections if is_for_every_eye(part.section))
        return section_lines(sections, self.gaps())

    def section_with(self, records: Records) -> str:
        """The id of the section in which records of a kind are kept; empty where none is."""
        sections = (part.section for part in self.sections())
        return next((section.id for section in sections if records in section.records), "")

    def gaps(self) -> tuple[Problem, ...]:
        """What is missing before the review can be closed. A fixed one misses nothing."""
        if self.review.is_fixed:
            return ()
        return closing_review.missing(self.record, self.form)

    # Changes in the store

    def save(self, edit: Edit) -> None:
        """Bring an edit to the store. Raises what the store raises; nothing is lost by that."""
        thing = kept_whole(edit)
        changed = self._keep_beside(thing, is_closed_since=False)
        if not changed:
            try:
                changed = keep(self._workspace.uow_factory, edit, self.review.id)
            except FixedReview:  # by another laptop, while one typed here
                changed = self._keep_beside(thing, is_closed_since=True)
                if not changed:
                    raise
        if thing is not None:
            self.as_read.saved(thing)
            self.as_read.in_hand.add(thing.id)
        if changed:
            self._tell(changed)

    def _keep_beside(self, thing: Kept | None, *, is_closed_since: bool) -> Changed:
        """Keep it beside what another wrote since the screen was read, if anyone did."""
        if thing is None or (is_closed_since and has_ended(self.review)):
            return Changed()
        workspace, seen = self._workspace, self.as_read.of(thing)
        return keep_beside(
            workspace.uow_factory, thing, seen, workspace.clock, is_closed_since=is_closed_since
        )

    def at_once(self, act: Callable[[UnitOfWorkFactory, ReviewId], Changed]) -> None:
        """Change the review in the store, then take in how it stands. Raises what `act` raises.

        What is still to be kept has to be kept before: it was written of the review as it stood.
        """
        changed = act(self._workspace.uow_factory, self.review.id)
        read = self._read(self.review.id)
        self._record = replace(
            self.record,
            review=read.review,
            due=read.due,
            next_due=read.next_due,
            previous_review_on=read.previous_review_on,
            tools=read.tools,
        )
        self._read_beside()
        if changed:
            self._tell(changed)

    # New things, on screen; `save` brings them to the store

    def add_participant(self, name: str = "", role: Role = Role.OTHER) -> Participant:
        """Someone more at the review."""
        position = next_position(self.record.participants)
        person = recording.new_participant(self.review, position)
        return self.change(replace(person, name=name, role=role))

    def add_decision(self) -> Decision:
        """Room for one more decision."""
        position = next_position(self.record.decisions)
        return self.change(recording.new_decision(self.review, position))

    def add_view(self) -> View:
        """Room for more of the child's own words."""
        position = next_position(self.record.views)
        heard_by = self.record.iro.name
        return self.change(recording.new_view(self.review, position, heard_by, self.today))

    def add_scale_answer(self, question: ScalingQuestion, person: str, role: Role) -> ScaleAnswer:
        """Someone to ask a scaling question."""
        position = next_position(self.record.scale_answers)
        answer = recording.new_scale_answer(self.review, question, person, role, position)
        return self.change(answer)

    def ask_scaling_question(
        self, text: str, meaning_of_0: str, meaning_of_10: str
    ) -> ScalingQuestion:
        """A new question for this child, at once in the store. Raises what the store raises."""
        question = recording.ask_scaling_question(
            self._workspace.uow_factory,
            self.review,
            text=text,
            meaning_of_0=meaning_of_0,
            meaning_of_10=meaning_of_10,
        )
        questions = (*self.record.scaling_questions, question)
        self._record = replace(self.record, scaling_questions=questions)
        return question

    def new_item(self) -> str:
        """A name for one more item of a repeated group."""
        return EntityId(new_id())

    # The meeting itself

    def is_booked_for_another_day(self) -> bool:
        """Whether the meeting was to be on a day other than today, so that one has to ask."""
        return self.review.planned_for not in {None, self.today}

    def likely_day(self) -> dt.date:
        """The day the meeting was most likely held: the day booked, unless that is to come."""
        return min(self.review.planned_for or self.today, self.today)

    def start_meeting(self, day: dt.date) -> Review:
        """Begin to chair: the review counts as held on `day`, unless it takes several meetings."""
        begun = start_preparing(self.review, self.form.id, self.form.version)
        return self.change_review(open_meeting(begun, day))

    def hold_on(self, day: dt.date | None) -> Review:
        """Say on which day it was held, or that nobody knows yet."""
        return self.change_review(replace(self.review, held_on=day))

    def hold_as(self, conduct: Conduct) -> Review:
        """Say that it is held at one meeting, or on paper; a series comes of its meetings."""
        return self.change_review(replace(self.review, conduct=conduct))

    def add_sitting(self) -> Sitting:
        """One more meeting of the review, today until another day is given."""
        sitting = sittings.new_sitting(self.review, self.today, next_position(self.sittings))
        return self.change(sitting)

    def say_why_late(self, reason: LateReason | None, note: str) -> WhyLate:
        """Take why the review was late."""
        self.change_review(replace(self.review, late_reason=reason, late_note=note))
        return WhyLate(self.review.id, reason, note)

    def resume_by(self, adjourned_on: dt.date) -> Explained | None:
        """By when a review adjourned that day is to be resumed; None before there was a rule."""
        try:
            return self._engine().due("adjourned_review", adjourned_on)
        except NotInForce:
            return None

    def by_when(self) -> tuple[Deadline, ...]:
        """What follows from the review, and by when; nothing while it was not held."""
        return by_when(self.record, self._engine(), self.today)

    def _engine(self) -> Reckoner:
        if self._reckoner is None:
            with self._workspace.uow_factory() as uow:
                self._reckoner = reckoning.reckoner_of(uow.settings)
        return self._reckoner

    # The panel of a secure review

    def add_member(self) -> PanelMember:
        """Someone more on the panel."""
        return self.change(panels.new_member(self.review, next_position(self.members)))

    def panel_problems(self) -> tuple[Problem, ...]:
        """Why the panel, as it stands on screen, may not sit; none for reviews of other kinds."""
        factory = self._workspace.uow_factory
        return panels.problems_with(factory, self.review, self.members)

    # The end

    def suggestion(self) -> Suggestion | None:
        """The participation code that who came and spoke points to."""
        child = self.record.child
        return suggest_code(child.date_of_birth, self.day, self.record.participants)

    def possible_codes(self) -> tuple[ParticipationCode, ...]:
        """The codes the return allows at the child's age."""
        return possible_codes(self.record.child.date_of_birth, self.day)

    def confirm_code(self, code: ParticipationCode, reason: str) -> Review:
        """Take the IRO's own decision on the code."""
        return self.change_review(
            replace(
                self.review,
                participation=code,
                participation_confirmed=True,
                participation_reason=reason,
            )
        )

    def take_back_code(self) -> Review:
        """Have no code confirmed again."""
        return self.change_review(
            replace(self.review, participation=None, participation_confirmed=False)
        )

    def may_be_a_letter(self) -> bool:
        """Whether the record may be a letter to the child: only that of a review of the case."""
        return self.review.kind in OF_THE_CASE

    def proposal(self) -> Proposal:
        """A letter or minutes, and why."""
        return writing.proposal(self.record, self.today)

    def choose_output(self, output: Output, reason: str) -> Review:
        """Take the IRO's choice of what to write."""
        return self.change_review(replace(self.review, output=output, output_reason=reason))

    def close(self) -> None:
        """Fix the record. Raises NotReady while something is missing, and what the store raises."""
        if self.review.output is None and self.may_be_a_letter():
            self.save(self.choose_output(self.proposal().output, ""))
        review, changed = closing_review.close_review(
            self._workspace.uow_factory, self.review.id, self.form, self._workspace.clock
        )
        self._record = replace(self.record, review=review)
        self.stack.forget()
        self._tell(changed)

    def add_addendum(self, text: str) -> None:
        """Add to a closed record, at once in the store. Raises what the store raises."""
        addendum = closing_review.add_addendum(
            self._workspace.uow_factory, self.review, text, self._workspace.clock
        )
        self._record = replace(self.record, addenda=(*self.record.addenda, addendum))
