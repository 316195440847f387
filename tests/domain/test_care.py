import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_samples import CHILD, day, episode
from iro_desktop.domain.care import (
    CONTINUES,
    Episode,
    PeriodOfCare,
    period_on,
    periods_of_care,
    was_looked_after_on,
)
from iro_desktop.domain.identifiers import EpisodeId

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31))


@st.composite
def episodes(draw: st.DrawFn) -> list[Episode]:
    """Episodes as untidy as returns have them: overlapping, nested, open in the middle."""
    found = []
    for index in range(draw(st.integers(1, 7))):
        started = draw(DAYS)
        length = draw(st.none() | st.integers(0, 300))
        ended = None if length is None else started + dt.timedelta(days=length)
        found.append(
            Episode(
                id=EpisodeId(f"made-up-{index}"),
                child_id=CHILD,
                started=started,
                ended=ended,
                reason_ended=draw(st.sampled_from([CONTINUES, "E4", ""])) if ended else "",
                placement=draw(st.sampled_from(["U6", "K2", "P1"])),
            )
        )
    return found


@given(episodes(), st.randoms())
def test_that_the_order_of_the_files_does_not_matter(
    found: list[Episode], chance: random.Random
) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    assert periods_of_care(mixed) == periods_of_care(found)


@given(episodes())
def test_that_every_episode_is_in_one_period_and_periods_follow_each_other(
    found: list[Episode],
) -> None:
    periods = periods_of_care(found)
    kept = [one.id for period in periods for one in period.episodes]
    assert sorted(kept) == sorted(one.id for one in found)
    for before, after in itertools.pairwise(periods):
        assert before.ended is not None
        assert before.ended <= after.started
        assert before.started < after.started or before.ended == before.started
    for period in periods:
        starts = [one.started for one in period.episodes]
        assert starts == sorted(starts)
        assert period.started == starts[0]


@given(episodes(), DAYS)
def test_that_a_child_in_care_at_the_end_of_a_day_was_in_care_that_day(
    found: list[Episode], on: dt.date
) -> None:
    periods = periods_of_care(found)
    lasting = period_on(periods, on)
    if lasting is not None:
        assert was_looked_after_on(periods, on) == lasting
        assert lasting.started <= on


@given(episodes(), DAYS)
def test_that_a_home_is_never_older_than_the_care_nor_newer_than_the_day(
    found: list[Episode], on: dt.date
) -> None:
    period = was_looked_after_on(periods_of_care(found), on)
    if period is not None:
        assert period.started <= period.in_this_home_since(on) <= on


def test_that_x1_carries_on_the_same_day_and_the_day_after_but_not_over_a_gap() -> None:
    first = episode("2020-01-06", "2020-06-01")
    for start, count in (("2020-06-01", 1), ("2020-06-02", 1), ("2020-06-03", 2)):
        assert len(periods_of_care([first, episode(start)])) == count


def test_that_care_which_ended_and_began_again_that_day_is_a_new_period() -> None:
    home = episode("2020-01-06", "2020-06-01", "E4")
    assert len(periods_of_care([home, episode("2020-06-01")])) == 2


def test_that_a_child_who_left_care_after_a_gap_is_not_in_care_for_ever() -> None:
    gap = [episode("2020-01-06", "2020-06-01"), episode("2020-08-03", "2020-10-01", "E4")]
    first, second = periods_of_care(gap)
    assert (first.ended, second.ended) == (day("2020-06-01"), day("2020-10-01"))
    assert period_on((first, second), day("2026-01-01")) is None


def test_that_a_last_episode_that_says_it_continues_does() -> None:
    (period,) = periods_of_care([episode("2020-01-06", "2020-06-01")])
    assert period.ended is None
    assert period.lasts_on(day("2021-01-01"))


def test_that_an_episode_inside_a_longer_one_does_not_cut_it_short() -> None:
    (period,) = periods_of_care(
        [
            episode("2020-01-06", "2020-12-01", "E4"),
            episode("2020-02-03", "2020-03-02", "E4"),
            episode("2020-04-01", "2020-05-01", "E4"),
        ]
    )
    assert period.ended == day("2020-12-01")


def test_that_the_day_care_ended_is_a_day_in_care_but_not_its_evening() -> None:
    (period,) = periods_of_care([episode("2020-01-06", "2020-06-01", "E4")])
    assert period.holds(day("2020-06-01"))
    assert not period.lasts_on(day("2020-06-01"))
    assert not period.holds(day("2020-06-02"))
    assert not period.holds(day("2020-01-05"))


def in_home_since(*care: Episode, on: str = "2026-01-01") -> dt.date:
    return PeriodOfCare(care).in_this_home_since(day(on))


def test_that_a_change_of_legal_status_is_not_a_move() -> None:
    care = (
        episode("2020-01-06", "2021-01-06", legal_status="C1"),
        episode("2021-01-06", reason_started="L"),
    )
    assert in_home_since(*care) == day("2020-01-06")


@pytest.mark.parametrize("other", [{"placement": "K2"}, {"provider": "PR4"}, {"urn": "SC999"}])
def test_that_another_placement_provider_or_place_is_a_move(other: dict[str, str]) -> None:
    care = (episode("2020-01-06", "2021-01-06"), episode("2021-01-06", **other))
    assert in_home_since(*care) == day("2021-01-06")


@pytest.mark.parametrize("reason", ["P", "B"])
def test_that_new_carers_of_one_agency_are_a_move_when_the_return_says_so(reason: str) -> None:
    care = (
        episode("2020-01-06", "2021-01-06", urn="SC1"),
        episode("2021-01-06", urn="SC1", reason_started=reason),
    )
    assert in_home_since(*care) == day("2021-01-06")


def test_that_coming_back_to_an_old_home_counts_from_the_coming_back() -> None:
    care = (
        episode("2020-01-06", "2021-01-06"),
        episode("2021-01-06", "2021-03-01", placement="K2"),
        episode("2021-03-01"),
    )
    assert in_home_since(*care) == day("2021-03-01")
    assert in_home_since(*care, on="2021-02-01") == day("2021-01-06")
    assert in_home_since(*care, on="2020-02-01") == day("2020-01-06")


def test_that_a_period_until_a_day_knows_nothing_of_what_came_later() -> None:
    first = episode("2020-01-06", "2021-01-06")
    period = PeriodOfCare((first, episode("2021-01-06", placement="A5")))
    assert period.until(day("2020-12-31")).episodes == (first,)
    assert period.until(day("2021-01-06")).episodes == period.episodes


def test_that_an_episode_lasts_from_its_first_day_to_the_eve_of_its_last() -> None:
    one = episode("2020-01-06", "2020-06-01")
    lasting = [one.lasts_on(day(text)) for text in ("2020-01-05", "2020-01-06", "2020-06-01")]
    assert lasting == [False, True, False]
    assert replace(one, ended=None).lasts_on(day("2030-01-01"))


@pytest.mark.parametrize("reason", ["L", "T", "U"])
def test_that_another_kind_of_placement_with_the_same_carers_is_no_move(reason: str) -> None:
    care = (
        episode("2022-03-01", "2024-03-01", "X1", placement="U6"),
        episode("2024-03-01", placement="U4", reason_started=reason),
    )
    assert PeriodOfCare(care).in_this_home_since(day("2026-01-01")) == day("2022-03-01")
