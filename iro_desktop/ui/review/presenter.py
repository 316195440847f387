"""The review on screen, without the screen: what applies, what is missing, what is to be kept."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.output_choice import Proposal
from iro_desktop.domain.participation import (
    Participant,
    ParticipationCode,
    Role,
    Suggestion,
    possible_codes,
    suggest_code,
)
from iro_desktop.domain.review import Output, Review, open_meeting
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.definition import Form, Records, Stage
from iro_desktop.form_engine.path import PathSection, applicable
from iro_desktop.problems import Problem
from iro_desktop.services import closing_review, preparing, recording, review_records, writing
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.edits import AnswerEdit, Edit, LookBack, Thing

T = TypeVar("T", Participant, Decision, View, ScaleAnswer)


@dataclass(frozen=True, slots=True)
class SectionLine:
    """A section in the list at the left.

    `gaps` counts what is still needed to close; None where nothing in the section ever is.
    """

    id: str
    title: str
    stage: Stage
    gaps: int | None


class ReviewPresenter:
    """One review at a time. What is on screen is held here; `save` brings an edit to the store."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._record: ReviewRecord | None = None
        self._form: Form | None = None
        self.answers = AnswerSet()

    # What is on screen

    def open(self, review_id: ReviewId) -> None:
        """Read a review. Raises NoSuchThing."""
        record = review_records.read(self._workspace.uow_factory, review_id, self.today)
        self._form = self._workspace.form_of(record.review)
        self._record = record
        self.answers = closing_review.answers_of(record)

    @property
    def record(self) -> ReviewRecord:
        """The review as it stands on screen, saved or about to be."""
        assert self._record is not None  # noqa: S101 - a view opens a review before it asks
        return self._record

    @property
    def form(self) -> Form:
        """The form it is held under."""
        assert self._form is not None  # noqa: S101 - as above
        return self._form

    @property
    def review(self) -> Review:
        """The review itself."""
        return self.record.review

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
        return applicable(self.form, self.answers)

    def section_lines(self) -> tuple[SectionLine, ...]:
        """The sections for the list at the left."""
        gaps = self.gaps()
        return tuple(
            SectionLine(
                part.section.id,
                part.section.title,
                part.section.stage,
                _count(gaps, part),
            )
            for part in self.sections()
        )

    def section_with(self, records: Records) -> str:
        """The id of the section where records of a kind stand; empty when none does."""
        for part in self.sections():
            if records in part.section.records:
                return part.section.id
        return ""

    def gaps(self) -> tuple[Problem, ...]:
        """What is missing before the review can be closed. A closed one misses nothing."""
        if self.review.is_fixed:
            return ()
        return closing_review.missing(self.record, self.form)

    # Changes, first on screen and then, by `save`, in the store

    def answer(self, question: str, item: str, value: AnswerValue) -> AnswerEdit | None:
        """Take an answer. None when it changes nothing."""
        self.answers, changed = self.answers.with_answer(question, value, item)
        if not changed:
            return None
        kept = self.answers.get(question, item)
        name = answer_id(self.review.id, question, item)
        answer = Answer(
            id=name,
            child_id=self.review.child_id,
            review_id=self.review.id,
            question=question,
            item=item,
            value=kept,
        )
        others = tuple(other for other in self.record.answers if other.id != name)
        self._record = replace(self.record, answers=(*others, answer))
        return AnswerEdit(question, item, kept)

    def change(self, thing: Thing) -> Thing:
        """Take a changed participant, decision, view or score."""
        match thing:
            case Participant():
                people = _with(self.record.participants, thing)
                self._record = replace(self.record, participants=people)
            case Decision():
                decisions = _with(self.record.decisions, thing)
                self._record = replace(self.record, decisions=decisions)
            case View():
                self._record = replace(self.record, views=_with(self.record.views, thing))
            case ScaleAnswer():
                scores = _with(self.record.scale_answers, thing)
                self._record = replace(self.record, scale_answers=scores)
        return thing

    def look_back(self, decision: Decision) -> LookBack:
        """Take what became of a decision of the review before."""
        looked = replace(decision, kept_looked_at_in=self.review.id)
        self._record = replace(
            self.record, last_decisions=_with(self.record.last_decisions, looked)
        )
        return LookBack(looked)

    def change_review(self, review: Review) -> Review:
        """Take a change of the review itself."""
        self._record = replace(self.record, review=review)
        return review

    def save(self, edit: Edit) -> None:
        """Bring an edit to the store. Raises what the store raises; nothing is lost by that."""
        factory = self._workspace.uow_factory
        match edit:
            case AnswerEdit(question, item, value):
                changed = recording.save_answer(factory, self.review, question, item, value)
            case LookBack(decision):
                changed = preparing.look_at_decision(factory, decision, self.review.id)
            case Review():
                changed = preparing.change_review(factory, edit)
            case _:
                changed = recording.save(factory, edit)
        if changed:
            self._tell(changed)

    # New things and things taken away: at once

    def add_participant(self, name: str = "", role: Role = Role.OTHER) -> Participant:
        """Someone more at the review."""
        person = recording.new_participant(self.review, len(self.record.participants))
        return self._add(replace(person, name=name, role=role))

    def add_decision(self) -> Decision:
        """Room for one more decision."""
        return self._add(recording.new_decision(self.review, len(self.record.decisions)))

    def add_view(self) -> View:
        """Room for more of the child's own words."""
        position = len(self.record.views)
        return self._add(
            recording.new_view(self.review, position, self.record.iro.name, self.today)
        )

    def add_scale_answer(self, question: ScalingQuestion, person: str, role: Role) -> ScaleAnswer:
        """Someone to ask a scaling question."""
        position = len(self.record.scale_answers)
        return self._add(recording.new_scale_answer(self.review, question, person, role, position))

    def ask_scaling_question(
        self, text: str, meaning_of_0: str, meaning_of_10: str
    ) -> ScalingQuestion:
        """A new question for this child."""
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

    def remove(self, thing: Thing) -> None:
        """Take a thing away; its history stays."""
        self._tell(recording.remove(self._workspace.uow_factory, thing))
        self._record = replace(
            self.record,
            participants=_without(self.record.participants, thing.id),
            decisions=_without(self.record.decisions, thing.id),
            views=_without(self.record.views, thing.id),
            scale_answers=_without(self.record.scale_answers, thing.id),
        )

    def put_back(self, thing: Thing) -> Thing:
        """Undo a removal."""
        self.change(thing)
        self.save(thing)
        return thing

    def new_item(self) -> str:
        """A name for one more item of a repeated group."""
        return EntityId(new_id())

    def _add(self, thing: T) -> T:
        self.change(thing)
        self._tell(recording.save(self._workspace.uow_factory, thing))
        return thing

    # The meeting itself

    def start_meeting(self) -> None:
        """Begin to chair: the review is held today, or on the day already said."""
        review = open_meeting(self.review, self.review.planned_for or self.today)
        if review.held_on and review.held_on > self.today:
            review = replace(review, held_on=self.today)
        self.save(self.change_review(review))

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

    def proposal(self) -> Proposal:
        """A letter or minutes, and why."""
        return writing.proposal(self.record, self.today)

    def choose_output(self, output: Output, reason: str) -> Review:
        """Take the IRO's choice of what to write."""
        return self.change_review(replace(self.review, output=output, output_reason=reason))

    def close(self) -> None:
        """Fix the record. Raises NotReady while something is missing."""
        if self.review.output is None:
            self.save(self.choose_output(self.proposal().output, ""))
        review, changed = closing_review.close_review(
            self._workspace.uow_factory, self.review.id, self.form, self._workspace.clock
        )
        self._record = replace(self.record, review=review)
        self._tell(changed)

    def add_addendum(self, text: str) -> None:
        """Add to a closed record."""
        addendum = closing_review.add_addendum(
            self._workspace.uow_factory, self.review, text, self._workspace.clock
        )
        self._record = replace(self.record, addenda=(*self.record.addenda, addendum))


_NEEDED_RECORDS = frozenset({Records.LAST_DECISIONS, Records.ATTENDANCE, Records.DECISIONS})


def _count(gaps: Sequence[Problem], part: PathSection) -> int | None:
    count = sum(gap.data["section"] == part.section.id for gap in gaps)
    needs_something = (
        part.section.required_records
        or _NEEDED_RECORDS & set(part.section.records)
        or any(found.question.required for found in part.every_question())
    )
    return count if needs_something or count else None


def _with(things: Sequence[T], thing: T) -> tuple[T, ...]:
    if any(other.id == thing.id for other in things):
        return tuple(thing if other.id == thing.id else other for other in things)
    grown = list(things)
    grown.append(thing)
    return tuple(sorted(grown, key=lambda other: other.position))


def _without(things: Sequence[T], name: str) -> tuple[T, ...]:
    return tuple(thing for thing in things if thing.id != name)
