"""Keep what is recorded at a review as it is typed: answers, people, decisions, views, scores.

Each function is one short transaction, so that what was typed is on the disk when it returns.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from iro_desktop.domain.answers import Answer, AnswerValue, answer_id
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId, first_free, natural_id, new_id
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.review import Review
from iro_desktop.domain.scaling import ScaleAnswer, ScaleAnswerState, ScalingQuestion, score
from iro_desktop.domain.sittings import require_may_be_carried_out
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.record_homes import Recorded, home_of
from iro_desktop.services.review_records import require_review
from iro_desktop.services.sittings import refusals

Thing = Recorded


def answer_of(review: Review, question: str, item: str, value: AnswerValue) -> Answer:
    """The answer to one question of a review, as it is kept."""
    return Answer(
        id=answer_id(review.id, question, item),
        child_id=review.child_id,
        review_id=review.id,
        question=question,
        item=item,
        value=value,
    )


def save_answer(
    uow_factory: UnitOfWorkFactory, review: Review, question: str, item: str, value: AnswerValue
) -> Changed:
    """Keep the answer to one question. Raises FixedReview."""
    answer = answer_of(review, question, item, value)
    with uow_factory() as uow:
        _must_be_open(uow, review.id)
        changed = uow.answers.put(answer)
    return Changed.of(answer, Topic.ANSWERS) if changed else Changed()


def save(uow_factory: UnitOfWorkFactory, thing: Thing) -> Changed:
    """Keep one of the things that hang on a review (`record_homes`).

    Raises:
        FixedReview: the review is closed or cancelled.
        ReviewAdjourned: a decision of an adjourned review is said to have been carried out.
    """
    with refusals(), uow_factory() as uow:
        review = _must_be_open(uow, thing.review_id)
        if isinstance(thing, Decision) and thing.kept in {Kept.KEPT, Kept.PARTLY_KEPT}:
            require_may_be_carried_out(review)
        home = home_of(thing)
        changed = home.records(uow).put(thing)
    return Changed.of(thing, home.topic) if changed else Changed()


def remove(uow_factory: UnitOfWorkFactory, thing: Thing) -> Changed:
    """Take it out of sight; its history stays. Raises FixedReview."""
    with uow_factory() as uow:
        _must_be_open(uow, thing.review_id)
        home = home_of(thing)
        home.records(uow).withdraw(thing)
    return Changed.of(thing, home.topic)


def reorder(uow_factory: UnitOfWorkFactory, things: Sequence[Thing]) -> Changed:
    """Give things the positions they stand in here. Raises FixedReview."""
    changed = Changed()
    with uow_factory() as uow:
        for position, thing in enumerate(things):
            _must_be_open(uow, thing.review_id)
            home = home_of(thing)
            if home.records(uow).put(replace(thing, position=position)):
                changed = Changed.of(thing, home.topic)
    return changed


def ask_scaling_question(
    uow_factory: UnitOfWorkFactory,
    review: Review,
    *,
    text: str,
    meaning_of_0: str,
    meaning_of_10: str,
) -> ScalingQuestion:
    """A new question, to be asked again word for word at later reviews. Raises FixedReview."""
    with uow_factory() as uow:
        _must_be_open(uow, review.id)
        question = ScalingQuestion(
            id=EntityId(_free_question_id(uow, review, text)),
            child_id=review.child_id,
            text=text,
            meaning_of_0=meaning_of_0,
            meaning_of_10=meaning_of_10,
            asked_first_in=review.id,
            position=len(uow.scaling_questions.of_child(review.child_id)),
        )
        uow.scaling_questions.put(question)
    return question


def _free_question_id(uow: UnitOfWork, review: Review, text: str) -> str:
    """One question, word for word, is one line of scores over time."""
    return first_free(
        lambda number: natural_id("scaling question", review.child_id, text.strip(), str(number)),
        uow.scaling_questions.is_seen,
    )


def new_participant(review: Review, position: int) -> Participant:
    """Someone at the review, with nothing said of them yet."""
    return Participant(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        name="",
        role=Role.OTHER,
        position=position,
    )


def new_decision(review: Review, position: int) -> Decision:
    """A decision with nothing decided yet."""
    return Decision(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        position=position,
    )


def new_view(review: Review, position: int, heard_by: str, today: dt.date) -> View:
    """The child's words, still to be written down."""
    return View(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        heard_by=heard_by,
        heard_on=review.held_on or today,
        position=position,
    )


def new_scale_answer(
    review: Review, question: ScalingQuestion, person: str, role: Role, position: int
) -> ScaleAnswer:
    """Someone to be asked a scaling question."""
    return ScaleAnswer(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        question_id=question.id,
        person=person,
        role=role,
        position=position,
    )


def scored(answer: ScaleAnswer, value: float | None, day: dt.date) -> ScaleAnswer:
    """The answer with a score, or with its score taken back. Raises NotOnTheScale."""
    if value is None:
        return replace(answer, state=ScaleAnswerState.NOT_ASKED, value=None, answered_on=None)
    return replace(answer, state=ScaleAnswerState.ANSWERED, value=score(value), answered_on=day)


def not_scored(answer: ScaleAnswer, state: ScaleAnswerState, day: dt.date) -> ScaleAnswer:
    """The answer of someone who was asked and gave no number."""
    return replace(answer, state=state, value=None, answered_on=day)


def _must_be_open(uow: UnitOfWork, name: ReviewId) -> Review:
    review = require_review(uow, name)
    if review.is_fixed:
        raise FixedReview
    return review
