"""A record of any kind of meeting with something in every place, made from its form."""

import datetime as dt
from dataclasses import replace

from made_up_material import a_whole_record
from made_up_review import CHILD, HELD, REVIEW, an_answer, an_id
from made_up_tools import BEFORE, EARLIER, TOOLS

from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.answers import Answer, AnswerValue
from iro_desktop.domain.chairing import Agreement, Agrees, MeetingPart
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.participation import Role
from iro_desktop.domain.permanence import DelayReason, PermanenceFinding, PermanencePlan
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.tools.record import EarlierTools
from iro_desktop.domain.whole_child import (
    Line,
    LineState,
    Matter,
    ReturnSays,
    SdqTrend,
    Source,
    SourceKind,
    Value,
    WholeChild,
)
from iro_desktop.form_engine.definition import Fills, Form, Kind, Question, Records

_BOTH_OF_A_GROUP = ("one", "two")


def a_full_record(form: Form, kind: ReviewKind, **said: AnswerValue) -> ReviewRecord:
    """Everything that the form asks is answered, and every record that it shows is there.

    A question is answered by its own name, so that a reader sees where each answer stands; `said`
    answers some otherwise, by the question's id. Yes or no is said so that more is asked.
    """
    whole = a_whole_record()
    outcome = form.filling(Fills.OUTCOME)
    chosen = {} if outcome is None else {outcome.id: KINDS[kind].outcomes[0]}
    review = replace(
        whole.review,
        kind=kind,
        form=form.id,
        form_version=form.version,
        next_on=dt.date(2026, 10, 26),
        next_at=dt.time(15, 30),
        next_place="Wren's school",
    )
    record = replace(
        whole,
        review=review,
        answers=_answers(form, {**chosen, **said}),
        tools=TOOLS,
        earlier_tools=(EarlierTools(ReviewId("earlier"), kind, EARLIER, BEFORE),),
        meeting_parts=_parts(whole),
        agreements=_agreements(whole),
        support_offers=_offers(),
        permanence_findings=(_finding(),),
        consultation_answers=_consulted(),
        whole_child=_page(),
        held_before=(whole.previous_review_on,) if whole.previous_review_on else (),
        read_on=HELD,
    )
    return _without_what_no_section_shows(record, form)


def _without_what_no_section_shows(record: ReviewRecord, form: Form) -> ReviewRecord:
    shown = {records for section in form.sections for records in section.records}
    kept = {
        Records.LAST_DECISIONS: {"last_decisions": ()},
        Records.PARTICIPATION: {"review": replace(record.review, participation=None)},
        Records.SCALING: {"scale_answers": (), "earlier_scale_answers": ()},
        Records.VIEWS: {"views": ()},
        Records.READ_BACK: {"agreements": ()},
        Records.ADVOCACY: {"support_offers": ()},
        Records.PERMANENCE: {"permanence_findings": ()},
        Records.CONSULTATIONS: {"consultation_answers": ()},
        Records.NEXT_MEETING: {"next_due": None},
    }
    for records, nothing in kept.items():
        if records not in shown:
            record = replace(record, **nothing)  # type: ignore[arg-type]  # each names its own field
    return record


def _answers(form: Form, said: dict[str, AnswerValue]) -> tuple[Answer, ...]:
    found: list[Answer] = []
    for section in form.sections:
        for question in section.questions:
            found.extend(_answered(question, "", said))
            for item in _BOTH_OF_A_GROUP if question.questions else ():
                for inner in question.questions:
                    found.extend(_answered(inner, item, said))
    return tuple(found)


def _answered(question: Question, item: str, said: dict[str, AnswerValue]) -> list[Answer]:
    value = said.get(question.id, _value(question))
    answers = [] if value is None else [an_answer(question.id, value, item)]
    if question.detail and value is question.detail_on:
        answers.append(an_answer(f"{question.id}__detail", f"More of {question.id}.", item))
    return answers


def _value(question: Question) -> AnswerValue:
    options = tuple(option.value for option in question.options)
    said: dict[Kind, AnswerValue] = {
        Kind.NOTE: None,
        Kind.DRAWING: None,
        Kind.GROUP: _BOTH_OF_A_GROUP,
        Kind.YES_NO: question.detail_on if question.detail else True,
        Kind.CHOICE: options[-1] if options else None,
        Kind.CHOICES: options,
        Kind.DATE: "2026-03-02",
        Kind.NUMBER: 8.0,
        Kind.SCALE: 7.5,
        Kind.PERSON: "Robin Example",
    }
    return said.get(question.kind, f"What was said of {question.id}.")


def _parts(record: ReviewRecord) -> tuple[MeetingPart, ...]:
    wren, dana, *others = (person.id for person in record.participants)
    return tuple(
        MeetingPart(
            id=an_id("part", title),
            child_id=CHILD,
            review_id=REVIEW,
            title=title,
            people=tuple(people),
            began_at=began,
            ended_at=ended,
            note="A note that prints nowhere.",
            position=place,
        )
        for place, (title, people, began, ended) in enumerate(
            (
                ("With Wren", (wren, dana), dt.time(14), dt.time(14, 40)),
                ("With everyone else", others, dt.time(14, 45), None),
            )
        )
    )


def _agreements(record: ReviewRecord) -> tuple[Agreement, ...]:
    first, second, *_ = record.decisions
    said = (
        (first.id, "Wren", Role.CHILD, Agrees.AGREES, "Yes!!"),
        (second.id, "Kim Example", Role.PARENT, Agrees.DISAGREES, "Once a month is too little."),
        (second.id, "Sam Example", Role.SOCIAL_WORKER, Agrees.AGREES, ""),
    )
    return tuple(
        Agreement(
            id=an_id("agreement", decision, person),
            child_id=CHILD,
            review_id=REVIEW,
            decision_id=decision,
            person=person,
            role=role,
            agrees=agrees,
            words=words,
            position=place,
        )
        for place, (decision, person, role, agrees, words) in enumerate(said)
    )


def _offers() -> tuple[SupportOffer, ...]:
    advocate = SupportOffer(
        id=an_id("offer", "advocate"),
        child_id=CHILD,
        review_id=REVIEW,
        service=SupportService.ADVOCATE,
        state=OfferState.ACCEPTED,
        offered_on=dt.date(2026, 5, 1),
        referred_on=HELD,
        provider="Made-up Voices",
    )
    visitor = replace(
        advocate,
        id=an_id("offer", "visitor"),
        service=SupportService.INDEPENDENT_VISITOR,
        state=OfferState.DECLINED,
        referred_on=None,
        provider="",
        why="Not now: football is on Saturdays.",
    )
    return advocate, visitor


def _finding() -> PermanenceFinding:
    return PermanenceFinding(
        id=an_id("finding"),
        child_id=CHILD,
        review_id=REVIEW,
        is_present=True,
        plan=PermanencePlan.FOSTERING_TO_18,
        parallel_plan="With the aunt, if the assessment says so.",
        is_ratified=False,
        delay=DelayReason.PANEL,
        delay_note="The June panel is full.",
    )


def _consulted() -> tuple[ConsultationAnswer, ...]:
    said = (
        ("Kim Example", Role.PARENT, "going_well", "What is going well?", "School."),
        ("Kim Example", Role.PARENT, "worried", "What worries you?", "That Wren forgets us."),
        ("Pat Example", Role.SCHOOL, "going_well", "What is going well?", "Science."),
    )
    return tuple(
        ConsultationAnswer(
            id=an_id("consulted", person, question),
            child_id=CHILD,
            review_id=REVIEW,
            form=f"consultation-{role.value}",
            form_version=1,
            person=person,
            role=role,
            question=question,
            asked=asked,
            words=words,
            received_on=dt.date(2026, 4, 27),
            position=place,
        )
        for place, (person, role, question, asked, words) in enumerate(said)
    )


def _page() -> WholeChild:
    scores = tuple(
        SdqScore(id=an_id("sdq", str(total)), child_id=CHILD, on=on, total=total)
        for on, total in ((EARLIER, 19), (HELD, 15))
    )
    known: dict[Matter, Value] = {
        Matter.SDQ: SdqTrend(scores),
        Matter.DENTAL: ReturnSays(is_up_to_date=False),
        Matter.PERMANENCE: _finding(),
        Matter.ADVOCATE: _offers()[0],
    }
    return WholeChild(HELD, tuple(_line(matter, known.get(matter)) for matter in Matter))


def _line(matter: Matter, value: Value | None) -> Line:
    if value is None:
        return Line(matter=matter, state=LineState.NEVER_RECORDED)
    state = LineState.STALE if matter is Matter.DENTAL else LineState.RECORDED
    source = Source(SourceKind.RECORDED, "Made-up Officer", HELD)
    return Line(matter=matter, state=state, on=HELD, value=value, source=source)
