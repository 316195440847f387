"""A made-up child, and a meeting about them that is filled in as far as a test needs it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from iro_desktop.demonstration import MadeUpCaseload
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, new_id
from iro_desktop.domain.participation import Attendance, ParticipationCode
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.review import Review, open_meeting
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import AnswerValue, detail_of
from iro_desktop.form_engine.definition import Form, Kind, Question
from iro_desktop.form_engine.path import applicable
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.services import closing_review, preparing, recording, review_records
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore

NOW = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
CHILD = Child(
    id=ChildId("made-up-child"),
    number="MADEUP471108",
    date_of_birth=dt.date(2014, 2, 28),
    known_as="Zorbelina",
    family_name="Quillfeather",
    social_worker="Perpetua Inkwell",
    made_up=True,
)
EPISODE = Episode(
    id=EpisodeId("made-up-episode"),
    child_id=CHILD.id,
    started=dt.date(2025, 3, 3),
    legal_status="C2",
    placement="U6",
)
PEOPLE = (
    ("Mum Quillfeather", "Mum", True),
    ("Aunt Quillfeather", "Great-aunt", True),
    ("Perpetua Inkwell", "Social worker", True),
    ("Old Neighbour", "Neighbour", False),
    ("Ms Chalkdust", "Designated teacher", True),
    ("Unsaid Person", "", True),
)


@dataclass(frozen=True)
class Desk:
    """A store full of made-up children."""

    store: SqlStore
    caseload: MadeUpCaseload
    workspace: Workspace


def put_child(uow: UnitOfWork, child: Child = CHILD, episode: Episode = EPISODE) -> None:
    uow.children.put(child)
    uow.episodes.put(episode)
    for name, relationship, invited in PEOPLE:
        uow.people.put(
            ImportantPerson(
                id=EntityId(f"{child.id} {name}"),
                child_id=child.id,
                name=name,
                relationship=relationship,
                may_be_invited=invited,
            )
        )


@dataclass
class Meeting:
    """A review that is being worked on."""

    workspace: Workspace
    review: Review
    form: Form

    @classmethod
    def begun(cls, workspace: Workspace, child: ChildId = CHILD.id) -> "Meeting":
        form = workspace.catalogue.current_for("looked_after")
        return cls.begun_under(workspace, form, child)

    @classmethod
    def begun_under(cls, workspace: Workspace, form: Form, child: ChildId = CHILD.id) -> "Meeting":
        today = workspace.clock.today()
        return cls(workspace, preparing.begin(workspace.uow_factory, child, form, today), form)

    @property
    def record(self) -> ReviewRecord:
        today = self.workspace.clock.today()
        return review_records.read(self.workspace.uow_factory, self.review.id, today)

    def change(self, **fields: object) -> None:
        self.review = replace(self.review, **fields)  # type: ignore[arg-type]  # any field
        preparing.change_review(self.workspace.uow_factory, self.review)

    def open(self) -> None:
        opened = open_meeting(self.review, self.workspace.clock.today())
        self.change(status=opened.status, held_on=opened.held_on)

    def save(self, *things: recording.Thing) -> None:
        for thing in things:
            recording.save(self.workspace.uow_factory, thing)

    def decide(self, *what: str) -> tuple[Decision, ...]:
        """Decisions with someone to keep them, and a day."""
        start = len(self.record.decisions)
        made = tuple(
            replace(
                recording.new_decision(self.review, position),
                what=words,
                owner="Perpetua Inkwell",
                by_when="before Easter",
                words_for_child=f"We promise: {words}",
            )
            for position, words in enumerate(what, start=start)
        )
        self.save(*made)
        return made

    def answer(self, question: str, value: AnswerValue, item: str = "") -> None:
        recording.save_answer(self.workspace.uow_factory, self.review, question, item, value)

    def answer_all_that_is_asked(self) -> None:
        """Answers to every question that must be answered, however they open further ones."""
        while gaps := list(self._unanswered()):
            for question in gaps:
                self.answer(question.id, a_value_for(question))
                if question.detail:
                    self.answer(detail_of(question.id), "Because it was agreed so.")

    def _unanswered(self) -> Iterable[Question]:
        answers = answers_of(self.record)
        for part in applicable(self.form, answers):
            for found in part.every_question():
                if found.question.required and not answers.is_answered(found.question.id):
                    yield found.question

    def fill(self) -> None:
        """Everything that closing asks for."""
        self.open()
        self.answer_all_that_is_asked()
        for person in self.record.participants:
            self.save(replace(person, attendance=Attendance.IN_PERSON))
        self.change(participation=ParticipationCode.PN1, participation_confirmed=True)
        self.decide("Swim on Fridays")
        self.save(*self.what_is_found())

    def what_is_found(self) -> tuple[recording.Thing, ...]:
        """Of an advocate and of the plan for permanence, which closing asks for too."""
        child, review = self.review.child_id, self.review.id
        advocate = SupportOffer(
            id=EntityId(new_id()),
            child_id=child,
            review_id=review,
            service=SupportService.ADVOCATE,
            state=OfferState.HAS_ONE,
        )
        plan = PermanenceFinding(
            id=EntityId(new_id()), child_id=child, review_id=review, is_present=True
        )
        return advocate, plan

    def close(self) -> None:
        self.review, _ = closing_review.close_review(
            self.workspace.uow_factory, self.review.id, self.form, self.workspace.clock
        )


def a_value_for(question: Question) -> AnswerValue:
    """Something the question takes for an answer."""
    match question.kind:
        case Kind.CHOICE:
            return question.options[0].value
        case Kind.CHOICES:
            return (question.options[0].value,)
        case Kind.YES_NO:
            return False
        case Kind.DATE:
            return "2027-05-04"
        case Kind.NUMBER | Kind.SCALE:
            return 5.0
        case _:
            return "Something was said."
