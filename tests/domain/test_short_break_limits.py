import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, day
from iro_desktop.domain.care import Episode
from iro_desktop.domain.identifiers import EpisodeId
from iro_desktop.domain.short_break_limits import (
    Exceeded,
    Limit,
    Stay,
    limits_exceeded,
    longest_stay_on,
    stays_of,
)
from iro_desktop.domain.working_days import add_months

MONDAY = day("2021-03-01")


def stay(began: dt.date, days: int, home: str = "") -> Stay:
    return Stay(began, began + dt.timedelta(days), home)


def fortnights(count: int, first: dt.date = MONDAY) -> list[Stay]:
    """Stays of 15 days, one every four weeks."""
    return [stay(first + dt.timedelta(weeks=4 * number), 15) for number in range(count)]


def test_that_the_day_of_coming_counts_and_the_day_of_going_does_not() -> None:
    assert Stay(MONDAY, MONDAY + dt.timedelta(2)).days == 2
    assert Stay(MONDAY, MONDAY).days == 0


def test_that_a_stay_of_17_days_is_a_short_break_and_one_of_18_is_not() -> None:
    assert limits_exceeded([stay(MONDAY, 17)]) == ()
    assert limits_exceeded([stay(MONDAY, 18)]) == (
        Exceeded(Limit.LONGEST_STAY, MONDAY, day("2021-03-18"), 18, 17),
    )


def test_that_75_days_in_twelve_months_are_short_breaks_and_76_are_not() -> None:
    assert limits_exceeded(fortnights(5)) == ()
    one_more = [*fortnights(5), stay(day("2022-02-28"), 1)]
    assert limits_exceeded(one_more) == (
        Exceeded(Limit.MOST_IN_A_YEAR, MONDAY, day("2022-02-28"), 76, 75),
    )


def test_that_the_twelve_months_roll() -> None:
    assert limits_exceeded([*fortnights(5), stay(day("2022-03-01"), 1)]) == ()
    across_two_calendar_years = fortnights(6, day("2021-10-04"))
    (exceeded,) = limits_exceeded(across_two_calendar_years)
    assert (exceeded.limit, exceeded.days) == (Limit.MOST_IN_A_YEAR, 90)


def test_that_stays_without_a_night_at_home_between_them_are_one() -> None:
    at_once = [stay(MONDAY, 10), stay(MONDAY + dt.timedelta(10), 8)]
    assert [one.limit for one in limits_exceeded(at_once)] == [Limit.LONGEST_STAY]
    a_night_at_home = [stay(MONDAY, 10), stay(MONDAY + dt.timedelta(11), 8)]
    assert limits_exceeded(a_night_at_home) == ()


def test_that_stays_with_another_carer_are_not_of_the_series() -> None:
    later = MONDAY + dt.timedelta(weeks=4)
    assert limits_exceeded([stay(later, 2, "other"), stay(MONDAY, 2, "first")]) == (
        Exceeded(Limit.SAME_PLACEMENT, later, later + dt.timedelta(1)),
    )


@pytest.mark.parametrize(
    ("began", "limit"),
    [("2020-04-23", 17), ("2020-04-24", None), ("2020-09-24", None), ("2020-09-25", 17)],
)
def test_that_a_stay_had_no_limit_for_five_months_of_2020(began: str, limit: int | None) -> None:
    assert longest_stay_on(day(began)) == limit
    assert bool(limits_exceeded([stay(day(began), 18)])) == (limit is not None)


def test_that_the_limit_in_force_can_be_given() -> None:
    (exceeded,) = limits_exceeded([stay(MONDAY, 15)], longest_stay=lambda _day: 14)
    assert (exceeded.days, exceeded.most) == (15, 14)


STAYS = st.lists(
    st.builds(stay, st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31)), days=st.integers(0, 17)),
    max_size=25,
)


@given(STAYS)
def test_that_the_year_is_judged_as_by_looking_at_every_twelve_months_there_are(
    stays: list[Stay],
) -> None:
    nights = {one.began + dt.timedelta(at) for one in stays for at in range(one.days)}
    start, most = dt.date(2021, 12, 31), 0
    while start < dt.date(2027, 2, 1):
        most = max(most, sum(start <= night < add_months(start, 12) for night in nights))
        start += dt.timedelta(1)
    found = [one for one in limits_exceeded(stays) if one.limit is Limit.MOST_IN_A_YEAR]
    assert [one.days for one in found] == ([most] if most > 75 else [])
    for one in found:
        assert one.first in nights
        assert one.days == sum(one.first <= night <= one.last for night in nights)


@given(STAYS, st.randoms())
def test_that_the_order_in_which_stays_are_given_does_not_matter(
    stays: list[Stay], chance: random.Random
) -> None:
    turned = list(stays)
    chance.shuffle(turned)
    assert limits_exceeded(turned) == limits_exceeded(stays)


@given(STAYS, STAYS)
def test_that_more_stays_never_make_a_series_lawful(some: list[Stay], more: list[Stay]) -> None:
    if limits_exceeded(some):
        assert limits_exceeded([*some, *more])


def episode(started: str, ended: str | None, status: str = "V3", urn: str = "1") -> Episode:
    return Episode(
        id=EpisodeId(started),
        child_id=CHILD,
        started=day(started),
        ended=day(ended) if ended else None,
        legal_status=status,
        urn=urn,
    )


def test_that_each_episode_of_a_series_is_a_stay_and_a_whole_agreement_is_none() -> None:
    stays = stays_of(
        [
            episode("2021-05-07", None),
            episode("2021-03-05", "2021-03-07"),
            episode("2021-04-02", "2021-04-04", urn="2"),
            episode("2021-01-01", None, status="V4"),
            episode("2020-01-01", "2020-02-01", status="V2"),
        ],
        day("2021-05-08"),
    )
    assert [(one.days, one.home) for one in stays] == [(2, "0"), (2, "1"), (2, "0")]


def test_that_a_stay_that_begins_today_counts_for_one_day() -> None:
    (today,) = stays_of([episode("2021-05-07", None)], day("2021-05-07"))
    assert today.days == 1
