"""How soon a day is, why it is that day, and how an age is said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.timescales import (
    FIRST_ADOPTION,
    FIRST_REVIEW,
    FIRST_SHORT_BREAK,
    LATER_ADOPTION,
    LATER_REVIEW,
    LATER_SHORT_BREAK,
    SECOND_ADOPTION,
    SECOND_REVIEW,
    Due,
    Rule,
)
from iro_desktop.ui.words.children import age_in_words
from iro_desktop.ui.words.due_dates import Urgency, how_soon, urgency, which_review, why

TODAY = dt.date(2026, 11, 22)
RULES = (
    FIRST_REVIEW,
    SECOND_REVIEW,
    LATER_REVIEW,
    FIRST_SHORT_BREAK,
    LATER_SHORT_BREAK,
    FIRST_ADOPTION,
    SECOND_ADOPTION,
    LATER_ADOPTION,
)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (6, "in 6 days"),
        (-1, "1 day overdue"),
        (-60, "60 days overdue"),
        (90, "in 3 months"),
        (-100, "3 months overdue"),
        (-800, "2 years overdue"),
    ],
)
def test_that_a_day_is_said_by_how_far_off_it_is(days: int, said: str) -> None:
    assert how_soon(TODAY + dt.timedelta(days=days), TODAY) == said


@given(st.dates(), st.dates())
def test_that_a_day_is_overdue_in_words_exactly_when_it_is_in_tone(
    day: dt.date, today: dt.date
) -> None:
    overdue = urgency(day, today) is Urgency.OVERDUE
    assert overdue == (day < today)
    assert overdue == ("overdue" in how_soon(day, today))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("from_review", [True, False])
def test_that_every_rule_has_a_name_and_says_its_law(rule: Rule, *, from_review: bool) -> None:
    due = Due(TODAY, rule, dt.date(2026, 5, 4), from_review, TODAY)
    assert which_review(due).endswith(("review", "short breaks", "adoption"))
    said = why(due, "Ash")
    assert str(rule.length) in said
    assert "4 May 2026" in said
    assert "Ash" in said
    assert said.endswith(f"{rule.law}.")


@pytest.mark.parametrize(("age", "said"), [(0, "under 1"), (1, "1 year old"), (14, "14 years old")])
def test_that_an_age_is_said_in_whole_years(age: int, said: str) -> None:
    assert age_in_words(age) == said
