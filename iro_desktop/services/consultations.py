"""Ask people before a meeting: their form printed or filled on a screen, and taken back.

What comes back is kept word for word as that person's answers. What a child answered stands among
the answers alone, until the IRO has asked with whom it may be shared.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from iro_desktop.documents.filled_form import NotAFilledForm, Written
from iro_desktop.documents.form_to_fill import build_form_to_fill, field_names
from iro_desktop.documents.formats import Format
from iro_desktop.domain.child import age_on
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.identifiers import EntityId, ReviewId, derived_id
from iro_desktop.domain.participation import Asked, Participant
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.definition import Form, Kind, Question
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import council_look
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import FixedReview, NoSuchThing, UnreadableFile
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.review_records import day_of, read
from iro_desktop.services.workspace import Workspace

_JOINER = "; "


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose form was taken back, at which review, and how many questions they answered."""

    review: ReviewId
    person: str
    answered: int
    changed: Changed


def form_for(workspace: Workspace, record: ReviewRecord, person: Participant) -> Form | None:
    """The form by which someone is asked; None where nobody of their role is asked by one."""
    day = day_of(record.review, workspace.clock.today())
    age = None if record.child.is_household else age_on(record.child.date_of_birth, day)
    try:
        return workspace.consultation_form(person.role, age)
    except NoSuchThing:
        return None


def write_form(
    workspace: Workspace,
    review: ReviewId,
    person: EntityId,
    file_format: Format,
    language: str = ENGLISH,
) -> bytes:
    """Someone's form, to be printed or filled in on a screen.

    Raises:
        NoSuchThing: the review, the person, or a form for their role is not there.
        CouncilLookRefused: the council's stationery or theme is refused by now.
    """
    record = read(workspace.uow_factory, review, workspace.clock.today())
    participant = _person(record, person)
    form = form_for(workspace, record, participant)
    if form is None:
        raise NoSuchThing(kind="form", name=participant.role.value)
    document = build_form_to_fill(form, record, participant, Translator(language))
    with workspace.uow_factory() as uow:
        look = council_look.look_of(uow.settings)
    return council_look.write_in_look(document, file_format, replace(look, stationery=None)).data


def take_back(workspace: Workspace, data: bytes, name: str) -> Taken:
    """Keep what someone wrote into their form; what they wrote before gives way to it.

    Raises:
        UnreadableFile: it is no form of ours, or belongs to no review that is held here.
        FixedReview: the review is closed or cancelled.
    """
    # It takes long to load, and commands that read no document do without.
    from iro_desktop.documents.filled_forms import read_filled_form  # noqa: PLC0415

    try:
        filled = read_filled_form(data)
        form_id, version, review, person = filled.reference.split("/")
        number = int(version)
    except (NotAFilledForm, ValueError) as fault:
        why = "it is not a form that this program wrote, or has been damaged on its way"
        raise UnreadableFile(name=name, why=why) from fault
    try:
        form = workspace.form(form_id, number)
    except NoSuchThing as fault:
        raise UnreadableFile(name=name, why="the form it was made from is not here") from fault
    answers = filled.answers(field_names(form))
    with workspace.uow_factory() as uow:
        held = uow.reviews.find(review)
        participant = uow.participants.find(person)
        if held is None or participant is None or participant.review_id != held.id:
            why = "the meeting, or the person it was made for, is not on this laptop"
            raise UnreadableFile(name=name, why=why)
        return _keep(uow, form, held, participant, _said(form, answers), workspace.clock.today())


def _person(record: ReviewRecord, person: EntityId) -> Participant:
    for participant in record.participants:
        if participant.id == person:
            return participant
    raise NoSuchThing(kind="person", name=person)


def _said(form: Form, answers: Mapping[str, Written]) -> dict[str, str]:
    """What stands in the fields, by question: ticks as the texts beside them."""
    said: dict[str, str] = {}
    for question in form.every_question():
        if ticked := _ticked(question, answers):
            said[question.id] = _JOINER.join(ticked)
        for name in (question.id, detail_of(question.id)):
            written = answers.get(name)
            if isinstance(written, str) and written.strip():
                said[name] = written.strip()
    return said


def _ticked(question: Question, answers: Mapping[str, Written]) -> list[str]:
    options = {option.value: option.text for option in question.options}
    if question.kind is Kind.YES_NO:
        options = {"yes": "Yes", "no": "No"}
    return [
        text for value, text in options.items() if answers.get(f"{question.id}/{value}") is True
    ]


def _keep(
    uow: UnitOfWork,
    form: Form,
    review: Review,
    person: Participant,
    said: Mapping[str, str],
    today: dt.date,
) -> Taken:
    if review.is_fixed:
        raise FixedReview
    private = private_questions(form)
    answers = [
        ConsultationAnswer(
            id=EntityId(derived_id("consultation", review.id, person.id, question)),
            child_id=review.child_id,
            review_id=review.id,
            form=form.id,
            form_version=form.version,
            person=person.name,
            role=person.role,
            question=question,
            asked=asked,
            words=said[question],
            received_on=today,
            only_for_iro=question in private,
            position=position,
        )
        for position, (question, asked) in enumerate(_asked(form).items())
        if question in said
    ]
    for earlier in uow.consultation_answers.of_review(review.id):
        is_theirs = (earlier.person, earlier.role) == (person.name, person.role)
        if is_theirs and earlier.id not in {answer.id for answer in answers}:
            uow.consultation_answers.withdraw(earlier)
    uow.consultation_answers.put_all(answers)
    if answers:
        uow.participants.put(replace(person, consulted=Asked.ANSWERED))
    return Taken(
        review.id,
        person.name,
        len(answers),
        Changed.of(person, Topic.MEETING, Topic.PARTICIPANTS),
    )


def private_questions(form: Form) -> frozenset[str]:
    """The ids of questions whose answers are for the IRO alone."""
    return frozenset(
        question.id
        for section in form.sections
        for question in section.questions
        if section.private or question.private
    )


def _asked(form: Form) -> dict[str, str]:
    """Every question by its id, as it stands on the form; the details of a yes or no as well."""
    asked: dict[str, str] = {}
    for question in form.every_question():
        asked[question.id] = question.text
        if question.detail:
            asked[detail_of(question.id)] = question.detail
    return asked
