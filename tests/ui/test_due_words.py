"""How soon a day is, why it is that day, and how an age is said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.timescales.explained import explain
from iro_desktop.domain.timescales.review_cycles import CYCLES
from iro_desktop.domain.timescales.rule import Rule
from iro_desktop.services.reckoning import lawful
from iro_desktop.ui.words.children import age_in_words
from iro_desktop.ui.words.due_dates import Urgency, how_soon, urgency, which_review, why

TODAY = dt.date(2026, 11, 22)
RULES = [
    lawful().rules.in_force(name, TODAY)
    for cycle in CYCLES.values()
    for name in {cycle.first, cycle.second, cycle.later}
]


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
def test_that_every_rule_has_a_name_and_says_its_law(rule: Rule) -> None:
    due = explain(rule, dt.date(2026, 5, 4), lawful().holidays)
    assert "eview" in which_review(due)
    said = why(due)
    assert str(rule.length.number) in said
    assert "4 May 2026" in said
    assert f"({rule.law})." in said


@pytest.mark.parametrize(("age", "said"), [(0, "under 1"), (1, "1 year old"), (14, "14 years old")])
def test_that_an_age_is_said_in_whole_years(age: int, said: str) -> None:
    assert age_in_words(age) == said
