"""How each fact that a form may ask is known from one review's record."""

import datetime as dt
from dataclasses import replace

import pytest

from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.identifiers import ChildId, EpisodeId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.form_engine import definition
from iro_desktop.form_engine.answers import AnswerSet
from iro_desktop.form_engine.definition import Condition, Operator
from iro_desktop.form_engine.facts import ASKED_AS, Fact
from iro_desktop.form_engine.review_facts import facts_of
from iro_desktop.form_engine.rules import evaluate

DAY = dt.date(2026, 5, 6)
CHILD = Child(id=ChildId("made-up"), number="1", date_of_birth=dt.date(2010, 5, 7))
CAME = Episode(
    id=EpisodeId("first"),
    child_id=CHILD.id,
    started=dt.date(2026, 1, 5),
    legal_status="C2",
    placement="U6",
)
REVIEW = Review(id=ReviewId("now"), child_id=CHILD.id, planned_for=DAY)
RECORD = ReviewRecord(child=CHILD, review=REVIEW, iro=Signatory("Made-up"), episodes=(CAME,))


def known(record: ReviewRecord, fact: Fact) -> object:
    return facts_of(record).get(fact.value)


@pytest.mark.parametrize(
    ("held_before", "number"),
    [
        ((), "first"),
        ((dt.date(2025, 3, 1),), "first"),  # of an earlier time in care
        ((dt.date(2026, 1, 30), dt.date(2025, 3, 1)), "second"),
        ((dt.date(2026, 4, 1), dt.date(2026, 1, 30)), "later"),
    ],
)
def test_that_reviews_are_counted_since_the_child_last_became_looked_after(
    held_before: tuple[dt.date, ...], number: str
) -> None:
    assert known(replace(RECORD, held_before=held_before), Fact.REVIEW_NUMBER) == number


def test_that_the_age_is_that_of_the_day_and_unknown_of_a_household() -> None:
    assert known(RECORD, Fact.AGE) == 15
    held = replace(RECORD, review=replace(REVIEW, held_on=dt.date(2026, 5, 7)))
    assert known(held, Fact.AGE) == 16
    household = replace(RECORD, child=replace(CHILD, subject=Subject.HOUSEHOLD))
    assert known(household, Fact.AGE) is None
    assert known(household, Fact.KIND) == "looked_after"


@pytest.mark.parametrize(
    ("placement", "legal_status", "at_home"),
    [("P1", "C1", True), ("P1", "C2", True), ("P1", "V2", False), ("U6", "C2", False)],
)
def test_that_a_child_lives_at_home_on_an_order_with_parents_under_a_care_order(
    placement: str, legal_status: str, *, at_home: bool
) -> None:
    lived = replace(CAME, placement=placement, legal_status=legal_status)
    assert known(replace(RECORD, episodes=(lived,)), Fact.LIVES_AT_HOME_ON_ORDER) is at_home


@pytest.mark.parametrize(
    ("placement", "matched_on", "long_term"),
    [
        ("U4", None, True),
        ("U1", None, True),
        ("U6", None, False),
        ("U6", dt.date(2026, 2, 1), True),
        ("U6", dt.date(2026, 6, 1), False),  # not matched yet
        ("P1", dt.date(2026, 2, 1), False),  # has gone home since
    ],
)
def test_that_a_foster_home_is_long_term_by_its_code_or_by_a_match(
    placement: str, matched_on: dt.date | None, *, long_term: bool
) -> None:
    record = replace(
        RECORD,
        child=replace(CHILD, permanently_matched_on=matched_on),
        episodes=(replace(CAME, placement=placement),),
    )
    assert known(record, Fact.LONG_TERM_FOSTER) is long_term


def test_that_a_child_is_unaccompanied_until_the_day_that_ends() -> None:
    child = replace(CHILD, unaccompanied=True, asylum_seeking_until=DAY)
    assert known(replace(RECORD, child=child), Fact.UNACCOMPANIED) is True
    ceased = replace(child, asylum_seeking_until=DAY - dt.timedelta(days=1))
    assert known(replace(RECORD, child=ceased), Fact.UNACCOMPANIED) is False


def test_that_every_fact_is_known_of_a_child_and_fits_how_it_is_asked() -> None:
    together = replace(RECORD, held_with=(ReviewKind.CHILD_PROTECTION,))
    facts = facts_of(together)
    assert set(facts) == {fact.value for fact in Fact}
    assert facts["held_together"] is True
    for fact in Fact:
        options = [option.value for option in ASKED_AS[fact].options]
        assert not options or facts[fact.value] in options


def test_that_a_condition_asks_the_fact_and_not_an_answer_of_that_name() -> None:
    answers = AnswerSet.of([("age", "", 3.0)], {"age": 16})
    old_enough = Condition((definition.Test("age", Operator.AT_LEAST, 16.0, is_fact=True),))
    assert evaluate(old_enough, answers)
    assert evaluate(old_enough, answers.with_answer("other", "x")[0].without(frozenset({"age"})))
    assert not evaluate(old_enough, answers.with_facts({}))
