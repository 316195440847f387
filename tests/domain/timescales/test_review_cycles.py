import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import RECKONER, day, episode
from iro_desktop.domain.care import Episode, PeriodOfCare, periods_of_care
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.review_cycles import CYCLES, next_review_due, review_kind_on

# Became looked after; first, second and third review, each held on its last day.
JOURNEYS = [
    ("2020-12-18", "2021-01-20", "2021-04-20", "2021-10-20"),
    ("2020-12-24", "2021-01-26", "2021-04-26", "2021-10-26"),
    ("2020-12-25", "2021-01-26", "2021-04-26", "2021-10-26"),
    ("2021-04-01", "2021-05-04", "2021-08-04", "2022-02-04"),
    ("2021-12-24", "2022-01-26", "2022-04-26", "2022-10-26"),
    ("2022-05-05", "2022-06-06", "2022-09-06", "2023-03-06"),
    ("2022-08-26", "2022-09-27", "2022-12-27", "2023-06-27"),
    ("2023-04-06", "2023-05-10", "2023-08-10", "2024-02-10"),
    ("2023-04-14", "2023-05-16", "2023-08-16", "2024-02-16"),
    ("2024-02-29", "2024-03-28", "2024-06-28", "2024-12-28"),
    ("2025-01-04", "2025-01-31", "2025-04-30", "2025-10-30"),
    ("2026-04-02", "2026-05-05", "2026-08-05", "2027-02-05"),
    ("2020-04-14", "2020-05-13", "2020-08-13", "2021-02-13"),
]


def due_after(
    held: list[str], *episodes: Episode, kind: ReviewKind = ReviewKind.LOOKED_AFTER
) -> Explained:
    return next_review_due(PeriodOfCare(episodes), [day(one) for one in held], kind, RECKONER)


@pytest.mark.parametrize(("start", "first", "second", "third"), JOURNEYS)
def test_that_each_review_is_due_from_the_one_held_before(
    start: str, first: str, second: str, third: str
) -> None:
    care = episode(start)
    dues = [due_after(held, care).on for held in ([], [first], [first, second])]
    assert dues == [day(first), day(second), day(third)]


@pytest.mark.parametrize(
    ("held", "due"), [("2021-01-11", "2021-04-11"), ("2021-01-25", "2021-04-25")]
)
def test_that_an_early_or_late_review_moves_the_next(held: str, due: str) -> None:
    found = due_after([held], episode("2020-12-18"))
    assert (found.on, found.rule.id, found.counted_from) == (
        day(due),
        "cla_second_review",
        day(held),
    )


def test_that_a_due_date_says_what_it_was_counted_from_and_under_which_law() -> None:
    due = due_after([], episode("2022-08-26"))
    assert due.counted_from == day("2022-08-26")
    assert due.rule.law == "SI 2010/959 reg 33(1)"


def test_that_a_limit_in_months_stays_on_a_closed_day_with_the_last_practical_day_beside_it() -> (
    None
):
    due = due_after(["2022-09-27"], episode("2022-08-26"))
    assert due.on == day("2022-12-27")  # a bank holiday
    assert due.last_working_day == day("2022-12-23")


def test_that_two_records_of_one_day_are_one_review() -> None:
    once = due_after(["2021-01-20"], episode("2020-12-18"))
    assert due_after(["2021-01-20", "2021-01-20"], episode("2020-12-18")) == once
    assert once.rule.id == "cla_second_review"


def test_that_reviews_before_the_period_of_care_do_not_count() -> None:
    assert due_after(["2019-05-01"], episode("2020-12-18")).rule.id == "cla_first_review"


def test_that_the_first_adoption_review_is_four_weeks_after_placement_and_three_months_on() -> None:
    adoption = ReviewKind.PLACED_FOR_ADOPTION
    care = (episode("2020-01-06", "2021-03-10"), episode("2021-03-10", placement="A5"))
    assert due_after(["2020-11-02"], *care, kind=adoption).on == day("2021-04-07")
    assert due_after(["2020-11-02", "2021-04-06"], *care, kind=adoption).on == day("2021-07-06")


def test_that_a_new_order_in_the_adoptive_home_does_not_start_its_clock_again() -> None:
    care = (
        episode("2021-03-10", "2021-05-01", placement="A5"),
        episode("2021-05-01", placement="A5", legal_status="E1"),
    )
    due = due_after([], *care, kind=ReviewKind.PLACED_FOR_ADOPTION)
    assert due.counted_from == day("2021-03-10")


def test_that_short_breaks_run_on_their_own_clock() -> None:
    care = episode("2021-03-01", legal_status="V4")
    breaks = ReviewKind.SHORT_BREAKS
    assert due_after([], care, kind=breaks).on == day("2021-06-01")
    assert due_after(["2021-05-20"], care, kind=breaks).on == day("2021-11-20")
    assert review_kind_on(PeriodOfCare((care,)), day("2021-04-01")) is breaks


def test_that_full_care_after_short_breaks_starts_the_clock_of_regulation_33() -> None:
    breaks = episode("2021-03-01", "2022-03-01", legal_status="V4")
    care = (breaks, episode("2022-03-01", legal_status="V2"))
    due = due_after(["2021-05-20"], *care)
    assert (due.rule.id, due.counted_from) == ("cla_first_review", day("2022-03-01"))
    period = PeriodOfCare(care)
    kinds = [review_kind_on(period, day(text)) for text in ("2021-05-20", "2022-03-01")]
    assert kinds == [ReviewKind.SHORT_BREAKS, ReviewKind.LOOKED_AFTER]


@pytest.mark.parametrize("placement", ["A3", "A4", "A5", "A6"])
def test_that_a_child_placed_for_adoption_is_on_that_clock_from_the_day(placement: str) -> None:
    care = (episode("2020-01-06", "2021-03-10"), episode("2021-03-10", placement=placement))
    period = PeriodOfCare(care)
    before, after = (review_kind_on(period, day(one)) for one in ("2021-03-09", "2021-03-10"))
    assert (before, after) == (ReviewKind.LOOKED_AFTER, ReviewKind.PLACED_FOR_ADOPTION)


DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2028, 12, 31))


@given(DAYS, st.lists(DAYS, max_size=6), st.sampled_from(sorted(CYCLES)), st.randoms())
def test_that_no_order_of_reviews_changes_the_date_and_it_lies_after_the_last(
    start: dt.date, held: list[dt.date], kind: ReviewKind, chance: random.Random
) -> None:
    (period,) = periods_of_care([episode(start.isoformat())])
    due = next_review_due(period, held, kind, RECKONER)
    mixed = list(held)
    chance.shuffle(mixed)
    assert next_review_due(period, mixed, kind, RECKONER) == due
    assert due.on > max([start, *(one for one in held if one >= start)])
    assert due.last_working_day <= due.on
