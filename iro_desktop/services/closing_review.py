"""Close a review: what is missing is listed; once closed, the record takes addenda only."""

from dataclasses import replace

from iro_desktop.domain.closing_seal import ClosingSeal, closing_seal_id
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.participation import (
    Attendance,
    Participant,
    Role,
    possible_codes,
    suggest_code,
)
from iro_desktop.domain.review import Addendum, Output, Review, close
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.sittings import require_may_be_carried_out
from iro_desktop.form_engine.definition import Fills, Form, Records, Section
from iro_desktop.form_engine.path import applicable
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.form_engine.validation import problems_with
from iro_desktop.problems import Place, Problem
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import FixedReview, NotReady
from iro_desktop.services.meetings import note_pep
from iro_desktop.services.panels import check_panel
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.record_counts import record_counts
from iro_desktop.services.review_records import gather, require_review
from iro_desktop.services.setting_names import IRO_NAME
from iro_desktop.services.sittings import refusals
from iro_desktop.services.writing import proposal


def outcome_of(record: ReviewRecord, form: Form) -> str:
    """What the review came to, as the form asks it; empty where that was not asked."""
    asked = form.filling(Fills.OUTCOME)
    if asked is None:
        return ""
    answers = answers_of(record)
    is_asked = any(
        found.question is asked
        for part in applicable(form, answers)
        for found in part.every_question()
    )
    return answers.text(asked.id) if is_asked else ""


def missing(record: ReviewRecord, form: Form) -> tuple[Problem, ...]:
    """Everything that stands in the way of closing, in the form's order."""
    counts = record_counts(record)
    return (
        *problems_with(form, answers_of(record), counts),
        *_of_decisions(record, form),
        *_of_last_decisions(record, form),
        *_of_attendance(record, form),
        *_of_the_day(record, form),
        *_of_participation(record, form),
        *_of_output(record),
    )


def _of_decisions(record: ReviewRecord, form: Form) -> list[Problem]:
    home = _section_of(form, Records.DECISIONS, record)
    if home is None:
        return []
    return [
        _record_problem("decision_without_owner", home, decision.id, decision.what)
        for decision in record.decisions
        if not decision.is_blank
        and not (decision.owner.strip() and (decision.due_on or decision.by_when.strip()))
    ]


def _of_last_decisions(record: ReviewRecord, form: Form) -> list[Problem]:
    home = _section_of(form, Records.LAST_DECISIONS, record)
    if home is None:
        return []
    return [
        _record_problem("last_decision_not_looked_at", home, decision.id, decision.what)
        for decision in record.last_decisions
        if decision.kept is Kept.NOT_LOOKED_AT
    ]


def _of_attendance(record: ReviewRecord, form: Form) -> list[Problem]:
    home = _section_of(form, Records.ATTENDANCE, record)
    if home is None:
        return []
    return [
        _record_problem("attendance_not_recorded", home, person.id, _who(person))
        for person in record.participants
        if person.invited and person.attendance is Attendance.NOT_RECORDED
    ]


def _of_the_day(record: ReviewRecord, form: Form) -> list[Problem]:
    # Without the day it was held, the clock of the next review would never learn of it.
    if record.review.held_on is not None:
        return []
    home = _section_of(form, Records.ATTENDANCE, record)
    return [_record_problem("review_not_held", home, record.review.id, "The day it was held")]


def _of_participation(record: ReviewRecord, form: Form) -> list[Problem]:
    review, born = record.review, record.child.date_of_birth
    code, held = review.participation, review.held_on
    if code is None or held is None:
        return []
    home = _section_of(form, Records.PARTICIPATION, record)
    if home is None:
        return []
    if code not in possible_codes(born, held):
        text = f"{code.value} at this age"
        return [_record_problem("participation_not_possible", home, review.id, text)]
    suggestion = suggest_code(born, held, record.participants)
    if suggestion is None or suggestion.code is code or review.participation_reason.strip():
        return []
    text = f"{code.value} in place of {suggestion.code.value}"
    return [_record_problem("participation_reason_missing", home, review.id, text)]


def _of_output(record: ReviewRecord) -> list[Problem]:
    """A letter in place of minutes, or the other way round, explains itself; both need not."""
    review = record.review
    if review.output in {None, Output.BOTH} or review.held_on is None:
        return []
    proposed = proposal(record, review.held_on).output
    if review.output is proposed or review.output_reason.strip():
        return []
    return [_record_problem("output_reason_missing", None, review.id, review.output or "")]


def _who(person: Participant) -> str:
    return person.name or ("the child" if person.role is Role.CHILD else person.relationship)


def _section_of(form: Form, records: Records, record: ReviewRecord) -> Section | None:
    for part in applicable(form, answers_of(record)):
        if records in part.section.records:
            return part.section
    return None


def _record_problem(code: str, home: Section | None, name: str, text: str) -> Problem:
    section = home.id if home else ""
    data = {"section": section, "question": "", "item": name, "text": text}
    return Problem(code, name, Place(section), data)


def close_review(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, form: Form, clock: Clock
) -> tuple[Review, Changed]:
    """Fix the record.

    Raises:
        NotReady: something is missing; `missing` lists it.
        FixedReview: it is closed already.
        ReviewAdjourned: it is not complete.
        PanelNotLawful: it is a secure review whose panel may not sit.
    """
    with refusals(), uow_factory() as uow:
        review = require_review(uow, review_id)
        if review.is_fixed:
            raise FixedReview
        require_may_be_carried_out(review)
        check_panel(uow, review)
        record = gather(uow, review, clock.today())
        gaps = missing(record, form)
        if gaps:
            raise NotReady(count=str(len(gaps)))
        for decision in record.decisions:
            if decision.is_blank:
                uow.decisions.withdraw(decision)
        closed = replace(
            close(review, clock.today(), record.iro.name), outcome=outcome_of(record, form)
        )
        uow.reviews.put(closed)
        note_pep(uow, closed)
        put_seal(uow, closed)
    topics = frozenset({Topic.REVIEW, Topic.CASELOAD, Topic.DECISIONS})
    return closed, Changed(topics, frozenset({review.child_id}), frozenset({review_id}))


def put_seal(uow: UnitOfWork, closed: Review) -> None:
    """Write down of which words the closed record is made, after the last of them was put."""
    uow.closing_seals.put(
        ClosingSeal(
            id=closing_seal_id(closed.id),
            child_id=closed.child_id,
            review_id=closed.id,
            heads=uow.history.heads_of_review(closed.id),
        )
    )


def add_addendum(
    uow_factory: UnitOfWorkFactory, review: Review, text: str, clock: Clock
) -> Addendum:
    """Add something to a closed record, under the IRO's name and today's date.

    Raises:
        ValueError: there is nothing to add.
    """
    with uow_factory() as uow:
        return put_addendum(uow, review, text, clock)


def put_addendum(uow: UnitOfWork, review: Review, text: str, clock: Clock) -> Addendum:
    """The same, within a transaction."""
    if not text.strip():
        message = "an addendum without words"
        raise ValueError(message)
    addendum = Addendum(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        text=text.strip(),
        added_on=clock.today(),
        added_by=uow.settings.get(IRO_NAME),
    )
    uow.addenda.put(addendum)
    return addendum
