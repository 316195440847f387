"""A council may ask for more than the law, and never for less, whatever holiday is proclaimed."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iro_desktop.domain.timescales.explained import Holidays, explain
from iro_desktop.domain.timescales.local_rules import LocalRule, where_looser, with_local_rules
from iro_desktop.domain.timescales.rule import Duty, InForce, Length, Rule, Unit
from iro_desktop.domain.timescales.rule_book import NotInForce, RuleBook
from iro_desktop.services.reckoning import lawful

LAW = lawful()
DECIDED = dt.date(2024, 4, 1)
RULES = [rule for rule in LAW.rules if rule.in_force.holds(DECIDED)]
STARTS = st.dates(DECIDED, dt.date(2044, 12, 31))
LENGTHS = st.builds(Length, st.integers(0, 90), st.sampled_from([*Unit]))
HANDBOOK = "Madeupshire Handbook 2024"


def of_the_council(rule: str, length: Length, last: dt.date | None = None) -> LocalRule:
    return LocalRule(rule, length, InForce(DECIDED, last), HANDBOOK)


def like(rule: Rule, length: Length) -> LocalRule:
    """A local rule that points the way the law's does, as the reader of such files makes it."""
    ours = replace(length, is_before=rule.length.is_before, keeps_longer=rule.length.keeps_longer)
    return of_the_council(rule.id, ours)


def laid_over(local: LocalRule, *more: LocalRule) -> RuleBook:
    return with_local_rules(LAW.rules, [local, *more], [])


def is_no_laxer(mine: dt.date, lawful_day: dt.date, rule: Rule) -> bool:
    return mine >= lawful_day if rule.length.keeps_longer else mine <= lawful_day


@given(st.sampled_from(RULES), LENGTHS, st.lists(STARTS, min_size=1, max_size=20))
def test_that_whatever_a_council_writes_no_date_is_laxer_than_the_law(
    rule: Rule, length: Length, starts: list[dt.date]
) -> None:
    assume(rule.duty is not Duty.LOCAL)
    book = laid_over(like(rule, length))
    for start in starts:
        found = explain(book.in_force(rule.id, start), start, LAW.holidays)
        assert is_no_laxer(found.on, LAW.due(rule.id, start).on, rule)


PROCLAIMED = st.frozensets(st.integers(1, 120), max_size=8)


@given(st.sampled_from(RULES), LENGTHS, STARTS, PROCLAIMED)
def test_that_a_holiday_proclaimed_later_makes_no_local_date_laxer_than_the_law(
    rule: Rule, length: Length, start: dt.date, after: frozenset[int]
) -> None:
    assume(rule.duty is not Duty.LOCAL)
    proclaimed = {start + dt.timedelta(days=number): "proclaimed" for number in after}
    holidays: Holidays = {**LAW.holidays, **proclaimed}
    local = laid_over(like(rule, length)).in_force(rule.id, start)
    found, lawful_day = explain(local, start, holidays), rule.end(start, holidays)
    assert is_no_laxer(found.on, lawful_day, rule)
    assert found.law_allows == (None if found.on == lawful_day else lawful_day)


def test_that_the_law_explains_where_a_holiday_has_made_the_councils_own_limit_the_laxer() -> None:
    local = of_the_council("secure_first_review", Length(20, Unit.WORKING_DAYS))
    start = dt.date(2027, 6, 1)
    rule = laid_over(local).in_force("secure_first_review", start)
    days = (dt.date(2027, 6, 7), dt.date(2027, 6, 14), dt.date(2027, 6, 21), dt.date(2027, 6, 28))
    told = explain(rule, start, LAW.holidays)
    assert (told.on, told.rule.law) == (dt.date(2027, 6, 29), HANDBOOK)
    assert told.law_allows == dt.date(2027, 7, 1)
    moved = explain(rule, start, {**LAW.holidays, **dict.fromkeys(days, "proclaimed")})
    assert (moved.on, moved.rule.law) == (dt.date(2027, 7, 1), "SI 1991/1505 reg 15")
    assert moved.law_allows is None


@given(st.sampled_from(RULES), LENGTHS, STARTS)
def test_that_what_is_found_looser_is_and_what_is_not_is_not(
    rule: Rule, length: Length, start: dt.date
) -> None:
    local = like(rule, length)
    looser = where_looser(local, rule, LAW.holidays)
    if looser is None:
        days = local.length.end(start, LAW.holidays), rule.end(start, LAW.holidays)
        assert is_no_laxer(*days, rule) or rule.duty is Duty.LOCAL
    else:
        assert looser.start >= DECIDED
        assert looser.local == local.length.end(looser.start, LAW.holidays)
        assert looser.allowed == rule.end(looser.start, LAW.holidays)
        assert not is_no_laxer(looser.local, looser.allowed, rule)


def test_that_four_weeks_are_not_always_within_twenty_working_days() -> None:
    law = LAW.rules.in_force("cla_first_review", DECIDED)
    looser = where_looser(of_the_council(law.id, Length(4, Unit.WEEKS)), law, LAW.holidays)
    assert looser is not None
    assert (looser.start.weekday(), (looser.local - looser.allowed).days) == (5, 1)  # a Saturday


def test_that_a_rule_of_local_practice_may_be_of_any_length() -> None:
    law = LAW.rules.in_force("placed_with_parents_18_months", DECIDED)
    local = of_the_council(law.id, Length(24, Unit.MONTHS))
    assert where_looser(local, law, LAW.holidays) is None
    rule = laid_over(local).in_force(law.id, DECIDED)
    assert rule.tightens is None
    assert rule.end(DECIDED, LAW.holidays) == dt.date(2026, 4, 1)


def test_that_what_is_due_before_a_meeting_may_be_asked_for_sooner_and_never_nearer_to_it() -> None:
    law = LAW.rules.in_force("social_worker_report", DECIDED)
    assert law.length.is_before
    sooner, nearer = (like(law, Length(days, Unit.WORKING_DAYS)) for days in (5, 2))
    assert where_looser(sooner, law, LAW.holidays) is None
    assert where_looser(nearer, law, LAW.holidays) is not None
    found = explain(laid_over(sooner).in_force(law.id, DECIDED), dt.date(2026, 3, 20), LAW.holidays)
    assert (found.on, found.law_allows) == (dt.date(2026, 3, 13), dt.date(2026, 3, 17))


def test_that_a_record_may_be_kept_longer_and_never_for_less() -> None:
    law = LAW.rules.in_force("retention_foster_carer_record", DECIDED)
    longer, shorter = (like(law, Length(years, Unit.YEARS)) for years in (25, 6))
    assert where_looser(longer, law, LAW.holidays) is None
    assert where_looser(shorter, law, LAW.holidays) is not None
    ended = dt.date(2026, 3, 20)
    for local, kept_until in ((longer, dt.date(2051, 3, 20)), (shorter, dt.date(2036, 3, 20))):
        rule = laid_over(local).in_force(law.id, ended)
        assert explain(rule, ended, LAW.holidays).on == kept_until


PERIODS = st.builds(
    lambda first, days: InForce(first, None if days is None else first + dt.timedelta(days=days)),
    st.dates(dt.date(1992, 1, 1), dt.date(2030, 12, 31)),
    st.none() | st.integers(0, 9_000),
)


@given(PERIODS)
def test_that_pieces_of_a_rule_of_two_versions_neither_overlap_nor_leave_a_gap(
    period: InForce,
) -> None:
    local = LocalRule("cla_first_review", Length(15, Unit.WORKING_DAYS), period, HANDBOOK)
    pieces = sorted(
        (rule.in_force.first, rule.in_force.last) for rule in laid_over(local).versions(local.rule)
    )
    assert (pieces[0][0], pieces[-1][1]) == (dt.date(1991, 10, 14), None)
    for (_, last), (first, _) in itertools.pairwise(pieces):
        assert last is not None
        assert first - last == dt.timedelta(days=1)


@given(PERIODS, st.dates(dt.date(1991, 10, 14), dt.date(2050, 12, 31)))
def test_that_the_council_is_heard_in_its_time_and_the_law_before_and_after(
    period: InForce, day: dt.date
) -> None:
    local = LocalRule("cla_first_review", Length(15, Unit.WORKING_DAYS), period, HANDBOOK)
    found = laid_over(local).in_force(local.rule, day)
    law = LAW.rules.in_force(local.rule, day)
    if period.holds(day):
        assert (found.law, found.duty) == (HANDBOOK, Duty.LOCAL)
        assert found.tightens == law
    else:
        assert replace(found, in_force=law.in_force) == law


def test_that_a_council_may_tighten_one_rule_again_later_and_the_law_still_holds() -> None:
    first = of_the_council("secure_first_review", Length(28, Unit.DAYS), dt.date(2025, 3, 31))
    later = LocalRule(
        first.rule, Length(25, Unit.DAYS), InForce(dt.date(2025, 4, 1)), "Made-up Handbook 2025"
    )
    book = laid_over(first, later)
    lengths = [
        book.in_force(first.rule, day).length.number
        for day in (dt.date(2024, 3, 31), DECIDED, dt.date(2025, 3, 31), dt.date(2025, 4, 1))
    ]
    assert lengths == [1, 28, 28, 25]
    assert all(rule.tightens for rule in book.versions(first.rule)[:2])


def test_that_a_rule_laid_over_a_councils_own_keeps_the_law_beneath() -> None:
    twice = laid_over(
        of_the_council("secure_first_review", Length(28, Unit.DAYS)),
        of_the_council("secure_first_review", Length(300, Unit.DAYS)),
    )
    start = dt.date(2026, 3, 10)
    found = explain(twice.in_force("secure_first_review", start), start, LAW.holidays)
    assert found.on == dt.date(2026, 4, 10)


def test_that_a_councils_own_rule_stands_beside_those_of_the_law() -> None:
    own = replace(
        LAW.rules.in_force("midway_check", DECIDED),
        id="keeping_in_touch",
        in_force=InForce(DECIDED),
    )
    book = with_local_rules(LAW.rules, [], [own])
    assert len(book) == len(LAW.rules) + 1
    assert book.in_force("keeping_in_touch", DECIDED) == own
    with pytest.raises(NotInForce):
        book.in_force("keeping_in_touch", DECIDED - dt.timedelta(days=1))
