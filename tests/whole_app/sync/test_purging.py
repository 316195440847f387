"""Reviews closed long ago leave the laptop, and nothing that is not safe at the hub does."""

import datetime as dt

import pytest

from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Addendum, Review, ReviewStatus
from iro_desktop.services.syncing.purging import purge
from iro_desktop.services.syncing.whole_round import record_states
from laptops_for_tests import MadeUpLaptop, a_child, a_review


@pytest.fixture
def closed(ann: MadeUpLaptop) -> tuple[Review, Review]:
    """Two closed reviews of one child, of a year ago and of last week."""
    child = a_child()
    made = tuple(
        a_review(child, held_on=day, closed_on=day, closed_by="Ann", status=ReviewStatus.CLOSED)
        for day in (dt.date(2025, 11, 2), dt.date(2026, 11, 12))
    )
    ann.put(child, *made)
    keep_for(ann, "90")
    return made[0], made[1]


def keep_for(laptop: MadeUpLaptop, days: str) -> None:
    with laptop.uow() as uow:
        uow.settings.set("retention", days)


def test_that_an_old_review_leaves_once_the_hub_has_it(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    assert not purge(ann.uow, ann.clock), "nothing of it was sent"
    ann.sync()
    changed = purge(ann.uow, ann.clock)
    assert changed.reviews == {closed[0].id}
    assert ann.find(closed[0]) is None
    assert ann.find(closed[1]) == closed[1]
    ann.sync()
    assert ann.find(closed[0]) is None
    anns_other.sync()
    assert anns_other.find(closed[0]) == closed[0]


def test_that_the_last_review_stays_however_old(
    ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    keep_for(ann, "1")
    ann.sync()
    purge(ann.uow, ann.clock)
    assert ann.find(closed[1]) == closed[1]


@pytest.mark.parametrize("days", ["", "0", "-1", "never", "999999999"])
def test_that_without_a_number_of_days_nothing_leaves(
    ann: MadeUpLaptop, closed: tuple[Review, Review], days: str
) -> None:
    keep_for(ann, days)
    ann.sync()
    assert not purge(ann.uow, ann.clock)


def test_that_what_waits_or_is_open_does_not_leave(
    ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    ann.sync()
    child = a_child("M-2")
    still_open = a_review(child, held_on=dt.date(2025, 1, 1), status=ReviewStatus.OPEN)
    ann.put(child, still_open)
    addendum = Addendum(
        id=EntityId(new_id()),
        child_id=closed[0].child_id,
        review_id=closed[0].id,
        text="Not sent yet.",
        added_on=dt.date(2026, 11, 22),
        added_by="Ann",
    )
    ann.put(addendum)
    assert not purge(ann.uow, ann.clock)
    ann.sync()
    assert purge(ann.uow, ann.clock).reviews == {closed[0].id}
    assert ann.find(still_open) == still_open
    assert closed[0].id not in record_states(ann.uow, closed[0].child_id)
