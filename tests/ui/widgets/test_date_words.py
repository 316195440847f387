"""Dates as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.ui.widgets.date_words import DateWords, read_date

TODAY = dt.date(2026, 11, 22)  # a Sunday
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4/5/2026", dt.date(2026, 5, 4)),
        ("4.5.26", dt.date(2026, 5, 4)),
        ("4 5 26", dt.date(2026, 5, 4)),
        ("04-05-2026", dt.date(2026, 5, 4)),
        ("2026-05-04", dt.date(2026, 5, 4)),
        ("4 May 2026", dt.date(2026, 5, 4)),
        ("4th may, 26", dt.date(2026, 5, 4)),
        ("Monday 4 May 2026", dt.date(2026, 5, 4)),
        ("4may", dt.date(2026, 5, 4)),
        ("4 sept", dt.date(2026, 9, 4)),
        ("4/5", dt.date(2026, 5, 4)),
        ("29 feb 2028", dt.date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", TODAY + dt.timedelta(days=1)),
        ("yesterday", TODAY - dt.timedelta(days=1)),
        ("+2w", TODAY + dt.timedelta(days=14)),
        ("+ 3 d", TODAY + dt.timedelta(days=3)),
        ("+10", TODAY + dt.timedelta(days=10)),
        ("-1w", TODAY - dt.timedelta(days=7)),
        ("+3m", dt.date(2027, 2, 22)),
        ("-1y", dt.date(2025, 11, 22)),
        ("mon", dt.date(2026, 11, 23)),
        ("sunday", dt.date(2026, 11, 29)),
    ],
)
def test_that_a_date_is_read_as_it_is_meant(text: str, day: dt.date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "4", "31/2/2026", "30 feb", "4 ma 2026", "13/13/2026", "soon", "+w", "0/1/26"]
)
def test_that_what_is_no_date_is_not_made_one(text: str) -> None:
    assert read_date(text, TODAY) is None


@given(DAYS)
def test_that_every_way_of_writing_a_day_gives_that_day(day: dt.date) -> None:
    month = list(DateWords().months)[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3].upper()} {day.year}",
    ):
        assert read_date(text, TODAY) == day


@given(st.text(max_size=20), DAYS)
def test_that_nothing_typed_brings_it_down(text: str, today: dt.date) -> None:
    read_date(text, today)


@given(st.integers(0, 400), DAYS)
def test_that_months_ahead_end_on_the_same_day_or_the_months_last(
    months: int, today: dt.date
) -> None:
    day = read_date(f"+{months}m", today)
    assert day is not None
    assert (day.year * 12 + day.month) - (today.year * 12 + today.month) == months
    assert day.day == today.day or (day + dt.timedelta(days=1)).day == 1
