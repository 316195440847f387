"""What one writes is there on the other, once each met the hub."""

import datetime as dt

from iro_desktop.services.ledger_port import RecordState
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review


def test_that_a_child_written_on_one_laptop_is_read_on_the_other(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child(known_as="Robin")
    ann.put(child)
    sent = ann.sync()
    received = anns_other.sync()
    assert (sent.sent, sent.received, received.received) == (1, 0, 1)
    assert received.children_received == {child.id}
    assert anns_other.find(child) == child
    assert ann.states() == anns_other.states() == {child.id: RecordState.ACCEPTED}
    assert hub.held(child.id) == [each.id for each in ann.revisions(child.id)]


def test_that_what_a_laptop_sent_is_not_sent_back_to_it(ann: MadeUpLaptop) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    again = ann.sync()
    assert (again.sent, again.received, again.is_whole) == (0, 0, True)


def test_that_work_from_before_the_hub_is_handed_over_under_the_name_it_was_written_by(
    hub: TeamHub, ann: MadeUpLaptop, new_laptop: object
) -> None:
    made = new_laptop("before")  # type: ignore[operator]  # the fixture
    child = a_child()
    review = a_review(child, planned_for=dt.date(2026, 12, 3))
    with made.uow() as uow:
        uow.settings.set("iro_name", "A. Made-up")
    made.put(child, review)
    made.enrol(hub, "Ann Made-up")
    made.sync()
    ann.sync()
    (revision,) = ann.revisions(review.id)
    with ann.uow() as uow:
        stamp = uow.ledger.stamps([revision.id])[revision.id]
    assert (revision.author, stamp.by_name, stamp.carried) == ("A. Made-up", "Ann Made-up", True)
