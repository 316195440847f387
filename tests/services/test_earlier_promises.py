"""A promise that was not kept comes along to the next review, until it is kept or not needed."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, put_child

from fixed_clock import FixedClock
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services import preparing, review_records
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
DAYS = (dt.date(2025, 5, 20), dt.date(2025, 11, 20), dt.date(2026, 5, 20), dt.date(2026, 11, 20))
REVIEWS = tuple(
    Review(
        id=ReviewId(f"review-{number}"),
        child_id=CHILD.id,
        status=ReviewStatus.OPEN,
        held_on=held_on,
    )
    for number, held_on in enumerate(DAYS, start=1)
)
FIRST, SECOND, THIRD, FOURTH = REVIEWS
SWIM = Decision(
    id=EntityId("swim"), child_id=CHILD.id, review_id=FIRST.id, what="Find a swimming club"
)


@pytest.fixture
def known(workspace: Workspace) -> Workspace:
    with workspace.uow_factory() as uow:
        put_child(uow)
        uow.reviews.put_all(REVIEWS)
        uow.decisions.put(SWIM)
        for review in (SECOND, THIRD):
            uow.decisions.put(
                Decision(
                    id=EntityId(f"of {review.id}"),
                    child_id=CHILD.id,
                    review_id=review.id,
                    what="See Gran",
                )
            )
    return workspace


def _record(workspace: Workspace, review: Review) -> ReviewRecord:
    return review_records.read(workspace.uow_factory, review.id, TODAY)


def _find(
    workspace: Workspace, review: Review, kept: Kept, note: str = "", words: str = ""
) -> None:
    asked = next(one for one in _record(workspace, review).last_decisions if one.id == SWIM.id)
    said = replace(asked, kept=kept, kept_note=note, kept_words=words)
    preparing.look_at_decision(workspace.uow_factory, said, review.id)
    assert isinstance(workspace.clock, FixedClock)
    workspace.clock.advance(180 * 24 * 3600)


def _swim(workspace: Workspace, review: Review) -> Decision | None:
    found = (one for one in _record(workspace, review).last_decisions if one.id == SWIM.id)
    return next(found, None)


def test_that_a_broken_promise_is_asked_again_with_where_it_comes_from(known: Workspace) -> None:
    _find(known, SECOND, Kept.NOT_KEPT, "No place was free", "I waited")
    record = _record(known, THIRD)
    assert [one.what for one in record.last_decisions] == ["See Gran", "Find a swimming club"]
    again = record.last_decisions[1]
    assert (again.kept, again.kept_note, again.kept_words) == (Kept.NOT_LOOKED_AT, "", "")
    trail = record.promise_trails[1]
    assert trail.made_on == FIRST.held_on
    assert trail.last is not None
    assert (trail.last.held_on, trail.last.decision.kept_note) == (
        SECOND.held_on,
        "No place was free",
    )


@pytest.mark.parametrize("kept", [Kept.KEPT, Kept.NO_LONGER_NEEDED])
def test_that_it_goes_no_further_once_it_is_settled(known: Workspace, kept: Kept) -> None:
    _find(known, SECOND, Kept.PARTLY_KEPT)
    _find(known, THIRD, kept)
    found = _swim(known, THIRD)
    assert found is not None
    assert found.kept is kept
    assert _swim(known, FOURTH) is None


def test_that_each_review_goes_on_to_say_what_it_found(known: Workspace) -> None:
    _find(known, SECOND, Kept.NOT_KEPT, "No place was free", "I waited")
    _find(known, THIRD, Kept.PARTLY_KEPT, "One lesson")
    _find(known, FOURTH, Kept.KEPT, "Every week", "I can swim")
    told = [_swim(known, review) for review in (SECOND, THIRD, FOURTH)]
    assert [(one.kept, one.kept_note, one.kept_words) for one in told if one] == [
        (Kept.NOT_KEPT, "No place was free", "I waited"),
        (Kept.PARTLY_KEPT, "One lesson", ""),
        (Kept.KEPT, "Every week", "I can swim"),
    ]


def test_that_a_promise_nobody_looked_at_does_not_come_along(known: Workspace) -> None:
    assert _swim(known, SECOND) == SWIM
    assert _swim(known, THIRD) is None
