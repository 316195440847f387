"""Cedar's next review, made up: begun, with someone to come and something to look back on."""

import datetime as dt
from dataclasses import replace

from small_caseload import CEDAR, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, new_id
from iro_desktop.domain.participation import Attendance, Role, Voice
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.scaling import ScaleAnswer, ScaleAnswerState, ScalingQuestion, score
from iro_desktop.form_engine.definition import Kind, Question
from iro_desktop.form_engine.validation import AnswerFault
from iro_desktop.services import preparing
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.review.presenter import ReviewPresenter

TODAY = dt.date(2026, 11, 22)
CARER = "Made-up Carer"
SAFE = ScalingQuestion(
    id=EntityId("safe"),
    child_id=CEDAR,
    text="How safe do you feel?",
    meaning_of_0="Never safe",
    meaning_of_10="Always safe",
)
SAFE_BEFORE = ScaleAnswer(
    id=EntityId("safe-before"),
    child_id=CEDAR,
    review_id=ReviewId(f"{CEDAR}-2025-04-28"),
    question_id=SAFE.id,
    person="Cedar",
    role=Role.CHILD,
    state=ScaleAnswerState.ANSWERED,
    value=score(4),
    answered_on=dt.date(2025, 4, 28),
)


def workspace_with_review(store: SqlStore, clock: FixedClock) -> Workspace:
    """The small caseload, one scaling question and its answer of the year before."""
    workspace = workspace_of(store, clock)
    with store.unit_of_work() as uow:
        uow.scaling_questions.put(SAFE)
        earlier = uow.reviews.find(SAFE_BEFORE.review_id)
        assert earlier is not None
        other = replace(earlier, id=ReviewId("held-elsewhere"), status=earlier.status.OPEN)
        uow.reviews.put(other)
        uow.scale_answers.put(replace(SAFE_BEFORE, review_id=other.id))
        uow.reviews.put(replace(other, status=earlier.status))
    return workspace


def begin(workspace: Workspace, child: ChildId = CEDAR) -> ReviewId:
    """A review in preparation: the child and the carer on its list, no promise looked at yet."""
    form = workspace.catalogue.current_for("looked_after")
    review = preparing.begin(workspace.uow_factory, child, form, TODAY)
    presenter = presenter_of(workspace, review.id)
    presenter.save(presenter.add_participant(CARER, Role.CARER))
    for promise in presenter.record.last_decisions:
        unseen = replace(promise, kept=Kept.NOT_LOOKED_AT)
        presenter.save(presenter.look_back(unseen))
    return review.id


def presenter_of(
    workspace: Workspace, review: ReviewId, told: list[Changed] | None = None
) -> ReviewPresenter:
    """A presenter with that review open."""
    presenter = ReviewPresenter(workspace, (told if told is not None else []).append)
    presenter.open(review)
    return presenter


def fill(presenter: ReviewPresenter) -> None:
    """Hold the meeting today, and answer whatever is needed to close; all of it is kept."""
    presenter.save(presenter.start_meeting(presenter.today))
    for person in presenter.record.participants:
        voice = Voice.SPOKE if person.role is Role.CHILD else Voice.NOT_RECORDED
        there = replace(person, attendance=Attendance.IN_PERSON, voice=voice)
        presenter.save(presenter.change(there))
    suggestion = presenter.suggestion()
    assert suggestion is not None
    presenter.save(presenter.confirm_code(suggestion.code, ""))
    for decision in presenter.record.last_decisions:
        presenter.save(presenter.look_back(replace(decision, kept=Kept.KEPT)))
    decision = replace(
        presenter.add_decision(), what="Swim on Fridays", owner=CARER, by_when="each week"
    )
    presenter.save(presenter.change(decision))
    for found in _findings(presenter):
        presenter.save(presenter.change(found))
    _answer_all(presenter)


def _findings(presenter: ReviewPresenter) -> tuple[SupportOffer, PermanenceFinding]:
    """An advocate who is there already, and a plan for permanence."""
    review = presenter.record.review
    advocate = SupportOffer(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        service=SupportService.ADVOCATE,
        state=OfferState.HAS_ONE,
    )
    plan = PermanenceFinding(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        is_present=True,
        is_ratified=True,
    )
    return advocate, plan


def _answer_all(presenter: ReviewPresenter) -> None:
    for _turn in range(3):  # an answer may bring questions of its own
        for gap in presenter.gaps():
            if gap.code == AnswerFault.DETAIL_MISSING:
                _answer(presenter, gap.data["question"], "As was said (made up).")
            elif gap.code == AnswerFault.MISSING:
                question = presenter.form.question(gap.data["question"])
                assert question is not None
                _answer(presenter, question.id, _some_answer(question))


def _answer(presenter: ReviewPresenter, question: str, value: AnswerValue) -> None:
    edit = presenter.answer(question, "", value)
    assert edit is not None
    presenter.save(edit)


def _some_answer(question: Question) -> AnswerValue:
    match question.kind:
        case Kind.YES_NO:
            return not question.detail_on
        case Kind.CHOICE:
            return question.options[0].value
        case Kind.CHOICES:
            return (question.options[0].value,)
        case Kind.DATE:
            return "2027-05-20"
        case _:
            return "As was said (made up)."
