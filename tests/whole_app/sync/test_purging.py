"""Reviews closed long ago leave the laptop, and nothing that is not safe at the hub does."""

import datetime as dt

import pytest

from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Addendum, Review, ReviewStatus
from iro_desktop.services.syncing.purging import is_kept_for_want_of_backup, purge
from iro_desktop.services.syncing.whole_round import record_states
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review
from postgres_for_tests import HubDatabase


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


def an_addendum(review: Review, text: str) -> Addendum:
    return Addendum(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        text=text,
        added_on=dt.date(2026, 11, 22),
        added_by="Ann",
    )


def backed_up(hub: TeamHub, *laptops: MadeUpLaptop) -> HubDatabase:
    """All is sent, a backup is made and verified, and the laptops hear of it."""
    for laptop in laptops:
        laptop.sync()
    copy = hub.back_up()
    hub.note_backup()
    for laptop in laptops:
        laptop.sync()
    return copy


def test_that_an_old_review_leaves_once_the_hub_has_it_and_a_backup_of_it(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    assert not purge(ann.uow, ann.clock), "nothing of it was sent"
    ann.sync()
    assert not purge(ann.uow, ann.clock), "the hub was never backed up"
    hub.note_backup()
    assert not purge(ann.uow, ann.clock), "the laptop has not heard of the backup"
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
    hub: TeamHub, ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    keep_for(ann, "1")
    ann.sync()
    hub.note_backup()
    ann.sync()
    purge(ann.uow, ann.clock)
    assert ann.find(closed[1]) == closed[1]


@pytest.mark.parametrize("days", ["", "0", "-1", "never", "999999999"])
def test_that_without_a_number_of_days_nothing_leaves(
    hub: TeamHub, ann: MadeUpLaptop, closed: tuple[Review, Review], days: str
) -> None:
    keep_for(ann, days)
    ann.sync()
    hub.note_backup()
    ann.sync()
    assert not purge(ann.uow, ann.clock)


def test_that_what_waits_or_is_open_or_younger_than_the_backup_does_not_leave(
    hub: TeamHub, ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    ann.sync()
    hub.note_backup()
    ann.sync()
    child = a_child("M-2")
    still_open = a_review(child, held_on=dt.date(2025, 1, 1), status=ReviewStatus.OPEN)
    ann.put(child, still_open)
    ann.put(an_addendum(closed[0], "Not sent yet."))
    assert not purge(ann.uow, ann.clock)
    ann.sync()
    assert not purge(ann.uow, ann.clock), "the last of it is in no backup"
    hub.note_backup()
    ann.sync()
    assert purge(ann.uow, ann.clock).reviews == {closed[0].id}
    assert ann.find(still_open) == still_open
    assert closed[0].id not in record_states(ann.uow, closed[0].child_id)


def test_that_a_hub_put_back_to_its_last_backup_lacks_no_word_that_was_acknowledged(
    hub: TeamHub, ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    child = closed[0].child_id
    first = an_addendum(closed[0], "Before the backup.")
    ann.put(first)
    older = backed_up(hub, ann)
    later = an_addendum(closed[0], "After the backup.")
    ann.put(later)
    ann.sync()
    acknowledged = {*ann.acknowledged(child)}
    assert not purge(ann.uow, ann.clock)
    hub.restore(older)
    ann.sync()
    assert set(hub.held(child)) == acknowledged
    assert not purge(ann.uow, ann.clock), "what the restored hub has of it is in no backup yet"

    newer = backed_up(hub, ann)
    assert purge(ann.uow, ann.clock).reviews == {closed[0].id}
    assert ann.find(later) is None
    hub.restore(newer)
    ann.sync()
    assert set(hub.held(child)) == acknowledged


def test_that_it_is_known_why_nothing_leaves(
    hub: TeamHub, ann: MadeUpLaptop, closed: tuple[Review, Review]
) -> None:
    ann.sync()
    with ann.uow() as uow:
        assert is_kept_for_want_of_backup(uow)
    hub.note_backup()
    ann.sync()
    with ann.uow() as uow:
        assert not is_kept_for_want_of_backup(uow)
        uow.settings.set("hub_backed_up_to", "yesterday")
        assert is_kept_for_want_of_backup(uow)
    assert not purge(ann.uow, ann.clock)
