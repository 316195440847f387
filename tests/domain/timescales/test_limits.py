"""Each limit falls on the day the law means: the shared examples, our own, and what must hold."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.timescales.explained import explain
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule import Rule
from iro_desktop.services.reckoning import lawful

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "vectors" / "timescales.csv"
OWN = Path(__file__).with_name("vectors.csv")
LAW = lawful()
EVERY = [version for rule in LAW.rules for version in LAW.rules.versions(rule.id)]
ONWARD = [rule for rule in EVERY if not rule.length.is_before]
DAYS = st.dates(dt.date(1992, 1, 1), dt.date(2080, 12, 31))
LATER = st.integers(0, 800).map(lambda days: dt.timedelta(days=days))


def vectors() -> list[tuple[str, str, str]]:
    """Our own copy of the facts, and the shared file where it lies beside this tree."""
    found: dict[tuple[str, str, str], None] = {}
    for path in (OWN, SHARED):
        if path.exists():
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    found[row["rule"], row["anchor_date"], row["expected_due_date"]] = None
    return list(found)


@pytest.mark.parametrize(("rule", "start", "due"), vectors())
def test_that_each_limit_falls_on_the_day_the_law_means(rule: str, start: str, due: str) -> None:
    assert LAW.due(rule, dt.date.fromisoformat(start)).on.isoformat() == due


@given(st.sampled_from(ONWARD), DAYS)
def test_that_nothing_is_due_before_it_began(rule: Rule, start: dt.date) -> None:
    assert rule.end(start, LAW.holidays) >= start


@given(st.sampled_from(EVERY), DAYS, LATER)
def test_that_what_began_later_is_never_due_sooner(
    rule: Rule, start: dt.date, later: dt.timedelta
) -> None:
    ends = [rule.end(day, LAW.holidays) for day in (start, start + later)]
    assert ends == sorted(ends)


@given(st.sampled_from(ONWARD), DAYS, st.integers(1, 60))
def test_that_a_holiday_more_never_makes_a_date_earlier(
    rule: Rule, start: dt.date, after: int
) -> None:
    proclaimed = start + dt.timedelta(days=after)
    more = {**LAW.holidays, proclaimed: "proclaimed"}
    assert rule.end(start, more) >= rule.end(start, LAW.holidays)


@given(st.sampled_from(EVERY), DAYS)
def test_that_every_day_between_is_counted_or_said_to_be_passed_over(
    rule: Rule, start: dt.date
) -> None:
    due = explain(rule, start, LAW.holidays)
    if rule.length.unit != "working_days":
        assert due.skipped == ()
        return
    between = abs((due.on - start).days)
    assert between - len(due.skipped) == rule.length.number
    assert all(one.is_weekend or one.holiday for one in due.skipped)


@given(st.sampled_from(ONWARD), DAYS)
def test_that_the_last_practical_day_is_a_working_day_no_later(rule: Rule, start: dt.date) -> None:
    due = explain(rule, start, LAW.holidays)
    assert due.last_working_day <= due.on
    assert due.last_working_day.weekday() < 5
    assert due.last_working_day not in LAW.holidays


def test_that_history_is_reckoned_with_the_rules_of_its_day() -> None:
    old, new = (LAW.due("cla_first_review", day) for day in _EITHER_SIDE)
    assert (old.on, old.rule.law) == (dt.date(2011, 4, 28), "SI 1991/895 reg 3")
    assert (new.on, new.rule.law) == (dt.date(2011, 5, 5), "SI 2010/959 reg 33(1)")


_EITHER_SIDE = (dt.date(2011, 3, 31), dt.date(2011, 4, 1))


def test_that_a_day_proclaimed_moves_what_spans_it_and_leaves_limits_in_months() -> None:
    proclaimed = dt.date(2027, 6, 7)
    told = Reckoner(LAW.rules, {**LAW.holidays, proclaimed: "proclaimed"})
    start = dt.date(2027, 5, 20)
    assert told.due("cla_first_review", start).on == dt.date(2027, 6, 21)
    assert LAW.due("cla_first_review", start).on == dt.date(2027, 6, 18)
    months = [engine.due("cla_second_review", dt.date(2027, 3, 7)) for engine in (told, LAW)]
    assert [due.on for due in months] == [proclaimed, proclaimed]
    assert [due.last_working_day for due in months] == [dt.date(2027, 6, 4), proclaimed]
