"""What made-up reviews say is what their forms ask, and enough of it."""

import datetime as dt

import pytest

from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.review import Origin, Review, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.form_engine.answers import detail_of
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.form_engine.review_facts import answers_of
from iro_desktop.form_engine.validation import AnswerFault, problems_with
from iro_desktop.problems import Problem
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.reckoning import lawful

TODAY = dt.date(2026, 11, 23)
ENOUGH_RECORDS = dict.fromkeys(Records, 1)
"""Records are made elsewhere; here only the answers are looked at."""


@pytest.fixture(scope="module")
def caseload() -> MadeUpCaseload:
    return make_caseload(1, TODAY, lawful())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return programs_forms()


def record_of(caseload: MadeUpCaseload, review: Review) -> ReviewRecord:
    (child,) = (child for child in caseload.children if child.id == review.child_id)
    day = review.held_on or review.planned_for or TODAY
    return ReviewRecord(
        child=child,
        review=review,
        iro=Signatory("Made-up IRO"),
        episodes=tuple(one for one in caseload.episodes if one.child_id == child.id),
        answers=tuple(one for one in caseload.answers if one.review_id == review.id),
        held_before=tuple(
            one.held_on
            for one in caseload.reviews
            if one.child_id == child.id and one.held_on and one.held_on < day
        ),
    )


def form_of(catalogue: Catalogue, review: Review) -> Form:
    return catalogue.get(review.form, review.form_version)


def problems(caseload: MadeUpCaseload, catalogue: Catalogue, review: Review) -> tuple[Problem, ...]:
    answers = answers_of(record_of(caseload, review))
    return problems_with(form_of(catalogue, review), answers, ENOUGH_RECORDS)


def in_full(caseload: MadeUpCaseload, status: ReviewStatus) -> list[Review]:
    return [
        review
        for review in caseload.reviews
        if review.status is status and review.origin is Origin.LAPTOP
    ]


def test_that_every_closed_review_could_have_been_closed(
    caseload: MadeUpCaseload, catalogue: Catalogue
) -> None:
    closed = in_full(caseload, ReviewStatus.CLOSED)
    assert len({review.kind for review in closed}) >= 3
    for review in closed:
        assert problems(caseload, catalogue, review) == ()


def test_that_a_half_finished_review_lacks_things_but_says_nothing_wrong(
    caseload: MadeUpCaseload, catalogue: Catalogue
) -> None:
    for review in in_full(caseload, ReviewStatus.OPEN):
        found = problems(caseload, catalogue, review)
        assert {problem.code for problem in found} == {AnswerFault.MISSING}


def test_that_reviews_are_held_under_the_form_in_force_for_their_kind(
    caseload: MadeUpCaseload, catalogue: Catalogue
) -> None:
    named = [review for review in caseload.reviews if review.form]
    assert named
    for review in named:
        assert form_of(catalogue, review) is catalogue.current_for(review.kind.value)


def test_that_nothing_is_answered_that_the_form_does_not_ask(
    caseload: MadeUpCaseload, catalogue: Catalogue
) -> None:
    forms = {review.id: form_of(catalogue, review) for review in caseload.reviews if review.form}
    asked = {
        form.id: {
            name
            for question in form.every_question()
            for name in (question.id, detail_of(question.id))
        }
        for form in forms.values()
    }
    stray = {
        (forms[one.review_id].id, one.question)
        for one in caseload.answers
        if one.question not in asked[forms[one.review_id].id]
    }
    assert stray == set()


def test_that_each_closed_review_has_the_findings_that_its_form_requires(
    caseload: MadeUpCaseload, catalogue: Catalogue
) -> None:
    found = {
        Records.PERMANENCE: {one.review_id for one in caseload.permanence_findings},
        Records.ADVOCACY: {one.review_id for one in caseload.support_offers},
    }
    for review in in_full(caseload, ReviewStatus.CLOSED):
        counts = {
            **ENOUGH_RECORDS,
            **{kind: int(review.id in reviews) for kind, reviews in found.items()},
        }
        answers = answers_of(record_of(caseload, review))
        assert problems_with(form_of(catalogue, review), answers, counts) == ()
