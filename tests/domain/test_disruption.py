import datetime as dt
from dataclasses import replace

import pytest

from care_samples import CHILD, day, episode
from iro_desktop.domain.care import Episode, periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.disruption import Reason, Suggestion, suggested
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus

TODAY = day("2026-11-23")
MOVED = "2026-11-14"
CALLED = Child(id=CHILD, number="1", date_of_birth=day("2014-01-01"))


def moved(since: str = "2024-11-14", reason: str = "CREQB", on: str = MOVED) -> tuple[Episode, ...]:
    """A home since a day, and a move to new carers."""
    return (
        episode(since, on, reason_for_move=reason),
        episode(on, reason_started="P", provider="PR1"),
    )


def said(happening: Happening, on: str = MOVED) -> RecordedHappening:
    return RecordedHappening(
        id=EntityId(f"{happening} {on}"), child_id=CHILD, happening=happening, on=day(on)
    )


def asked(
    episodes: tuple[Episode, ...],
    *happened: RecordedHappening,
    child: Child = CALLED,
    reviews: tuple[Review, ...] = (),
    today: dt.date = TODAY,
) -> Suggestion | None:
    return suggested(child, periods_of_care(episodes), happened, reviews, today)


@pytest.mark.parametrize(
    ("since", "reasons"),
    [("2024-11-14", (Reason.TWO_YEARS,)), ("2024-11-15", ())],  # two years to the day will do
)
def test_that_an_unplanned_move_after_two_years_in_one_home_asks_for_a_meeting(
    since: str, reasons: tuple[Reason, ...]
) -> None:
    found = asked(moved(since))
    assert (found.reasons if found else ()) == reasons
    if found:
        assert (found.ended, found.lived_there_since) == (day(MOVED), day(since))


@pytest.mark.parametrize("reason", ["CARPL", "PLACE", "CUSTOD", ""])
def test_that_a_planned_move_or_one_without_a_reason_asks_for_none(reason: str) -> None:
    assert asked(moved(reason=reason)) is None


def test_that_a_short_stay_asks_for_one_where_the_match_was_for_good_or_needs_are_complex() -> None:
    short = moved("2026-05-04")
    assert asked(short) is None
    matched = replace(CALLED, permanently_matched_on=day("2026-06-01"))
    found = asked(short, said(Happening.NEEDS_ARE_COMPLEX, "2026-01-05"), child=matched)
    assert found is not None
    assert found.reasons == (Reason.MATCHED, Reason.COMPLEX)


def test_that_a_change_of_status_in_the_same_home_is_no_move() -> None:
    same_home = (
        episode("2022-01-04", MOVED, reason_for_move="CREQB"),
        episode(MOVED, reason_started="L", legal_status="C1"),
    )
    assert asked(same_home) is None


@pytest.mark.parametrize(
    "seen_to",
    [
        Happening.PLACEMENT_DISRUPTED,
        Happening.DISRUPTION_MEETING_HELD,
        Happening.DISRUPTION_MEETING_NOT_NEEDED,
    ],
)
def test_that_nothing_is_suggested_once_it_was_seen_to_until_the_next_move(
    seen_to: Happening,
) -> None:
    assert asked(moved(), said(seen_to)) is None
    assert asked(moved(), said(seen_to, "2026-10-01")) is not None


def test_that_a_meeting_in_the_diary_answers_it_and_a_cancelled_one_does_not() -> None:
    booked = Review(
        id=ReviewId("made-up"),
        child_id=CHILD,
        kind=ReviewKind.DISRUPTION,
        planned_for=day("2026-11-26"),
    )
    assert asked(moved(), reviews=(booked,)) is None
    cancelled = replace(booked, status=ReviewStatus.CANCELLED)
    assert asked(moved(), reviews=(cancelled,)) is not None


def test_that_a_move_of_half_a_year_ago_is_history() -> None:
    assert asked(moved(), today=day(MOVED) + dt.timedelta(days=183)) is not None
    assert asked(moved(), today=day(MOVED) + dt.timedelta(days=184)) is None
