"""What made-up reviews say is what the form asks, and enough of it."""

import datetime as dt

import pytest

from iro_desktop import paths
from iro_desktop.demonstration import MadeUpCaseload, make_caseload
from iro_desktop.domain.review import Origin, Review, ReviewStatus
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.catalogue import read_catalogue
from iro_desktop.form_engine.definition import Form, Records
from iro_desktop.form_engine.validation import AnswerFault, problems_with
from iro_desktop.services.reckoning import lawful

TODAY = dt.date(2026, 11, 23)
ENOUGH_RECORDS = dict.fromkeys(Records, 1)
"""Records are made elsewhere; here only the answers are looked at."""


@pytest.fixture(scope="module")
def caseload() -> MadeUpCaseload:
    return make_caseload(1, TODAY, lawful())


@pytest.fixture(scope="module")
def form() -> Form:
    return read_catalogue(paths.forms()).get("cla-review", 1)


def answers_of(caseload: MadeUpCaseload, review: Review) -> AnswerSet:
    return AnswerSet.of(
        (one.question, one.item, one.value)
        for one in caseload.answers
        if one.review_id == review.id
    )


def in_full(caseload: MadeUpCaseload, status: ReviewStatus) -> list[Review]:
    return [
        review
        for review in caseload.reviews
        if review.status is status and review.origin is Origin.LAPTOP
    ]


def test_that_every_closed_review_could_have_been_closed(
    caseload: MadeUpCaseload, form: Form
) -> None:
    closed = in_full(caseload, ReviewStatus.CLOSED)
    assert closed
    for review in closed:
        assert problems_with(form, answers_of(caseload, review), ENOUGH_RECORDS) == ()


def test_that_a_half_finished_review_lacks_things_but_says_nothing_wrong(
    caseload: MadeUpCaseload, form: Form
) -> None:
    for review in in_full(caseload, ReviewStatus.OPEN):
        problems = problems_with(form, answers_of(caseload, review), ENOUGH_RECORDS)
        assert {problem.code for problem in problems} == {AnswerFault.MISSING}


def test_that_reviews_name_the_form_that_stands_in_the_tree(
    caseload: MadeUpCaseload, form: Form
) -> None:
    named = {(one.form, one.form_version) for one in caseload.reviews if one.form}
    assert named == {(form.id, form.version)}
