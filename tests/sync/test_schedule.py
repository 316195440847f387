import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.sync.schedule import (
    BETWEEN,
    LONGEST_PAUSE,
    LONGEST_UNSENT,
    QUIET,
    SETTLED,
    LastRound,
    Unsent,
    next_round,
)

NOW = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
MINUTE = dt.timedelta(minutes=1)


def test_that_a_laptop_calls_at_once_when_it_is_opened() -> None:
    assert next_round(NOW, None, None, 0.5) == NOW


def test_that_nothing_new_is_asked_for_seldom() -> None:
    last = LastRound(NOW - MINUTE)
    assert next_round(NOW, last, None, 0) == last.ended_at + QUIET
    assert QUIET < next_round(NOW, last, None, 1) - last.ended_at <= QUIET * 1.25


def test_that_a_change_goes_out_once_it_has_settled() -> None:
    last, unsent = LastRound(NOW - MINUTE), Unsent(NOW - SECOND, NOW)
    assert next_round(NOW, last, unsent, 0) == NOW + SETTLED


def test_that_typing_without_end_does_not_hold_it_back() -> None:
    last, unsent = LastRound(NOW - 3 * MINUTE), Unsent(NOW - LONGEST_UNSENT, NOW)
    assert next_round(NOW, last, unsent, 0) == NOW


def test_that_changes_do_not_make_one_round_chase_the_other() -> None:
    last, unsent = LastRound(NOW), Unsent(NOW - MINUTE, NOW - MINUTE)
    assert next_round(NOW, last, unsent, 0) == NOW + BETWEEN


def test_that_a_hub_out_of_reach_is_called_less_and_less_often() -> None:
    pauses = [
        next_round(NOW, LastRound(NOW, failures), Unsent(NOW, NOW), 1) - NOW
        for failures in range(1, 12)
    ]
    assert pauses == sorted(pauses)
    assert pauses[1] == 2 * pauses[0]
    assert pauses[-1] == LONGEST_PAUSE


def test_that_laptops_do_not_all_call_in_one_moment() -> None:
    last = LastRound(NOW, failures=6)
    assert next_round(NOW, last, None, 0) < next_round(NOW, last, None, 1)


def test_that_a_hub_that_asks_for_time_is_given_it() -> None:
    last = LastRound(NOW, failures=1, hub_asked=dt.timedelta(minutes=3))
    assert next_round(NOW, last, Unsent(NOW, NOW), 0) == NOW + dt.timedelta(minutes=3)


def test_that_a_clock_set_back_delays_nothing() -> None:
    assert next_round(NOW, LastRound(NOW + dt.timedelta(days=3)), None, 0) == NOW


@given(st.integers(0, 10_000), st.floats(-1, 2), st.integers(0, 10_000))
def test_that_the_next_round_is_never_before_now_nor_far_off(
    failures: int, chance: float, ago: int
) -> None:
    due = next_round(NOW, LastRound(NOW - ago * SECOND, failures), None, chance)
    assert NOW <= due <= NOW + LONGEST_PAUSE
