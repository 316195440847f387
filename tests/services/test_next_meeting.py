"""The next meeting, agreed before people leave."""

import datetime as dt
from dataclasses import replace

from made_up_meeting import CHILD, Meeting

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.services import next_meeting
from iro_desktop.services.next_meeting import NextMeeting

TODAY = dt.date(2026, 11, 22)


def test_that_the_limit_counts_from_the_day_on_the_screen(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    held = replace(meeting.review, status=ReviewStatus.OPEN, held_on=TODAY)
    early = replace(held, held_on=TODAY - dt.timedelta(10))
    first, second = (next_meeting.limit_of_next(factory, one, TODAY) for one in (held, early))
    assert first is not None
    assert second is not None
    assert (first.on - second.on).days in range(8, 13)


def test_that_no_day_lies_in_the_first_half_not_even_a_brothers(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    child = replace(CHILD, sibling_group="made-up family")
    brother = replace(child, id=ChildId("brother"), number="MADEUP2")
    soon = Review(
        id=ReviewId("soon"), child_id=brother.id, planned_for=TODAY + dt.timedelta(days=3)
    )
    with factory() as uow:
        uow.children.put_all([child, brother])
        uow.reviews.put(soon)
    held = replace(meeting.review, status=ReviewStatus.OPEN, held_on=TODAY)
    limit = next_meeting.limit_of_next(factory, held, TODAY)
    assert limit is not None
    days = next_meeting.days_for_next(factory, child, limit, TODAY)
    assert days
    assert all(one.day > TODAY + (limit.on - TODAY) / 2 for one in days)


def test_that_a_review_conference_follows_an_initial_one(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    conference = replace(
        meeting.review,
        id=ReviewId("conference"),
        kind=ReviewKind.CHILD_PROTECTION_INITIAL,
        status=ReviewStatus.OPEN,
        held_on=TODAY,
    )
    with factory() as uow:
        uow.reviews.put(conference)
    limit = next_meeting.limit_of_next(factory, conference, TODAY)
    assert limit is not None
    assert limit.on == dt.date(2027, 2, 22)
    next_meeting.book_next(
        factory, conference.id, NextMeeting(dt.date(2027, 2, 10), "The made-up hall"), TODAY
    )
    with factory() as uow:
        booked = {
            one.kind: one.planned_for for one in uow.reviews.of_child(CHILD.id) if one.planned_for
        }
    assert booked[ReviewKind.CHILD_PROTECTION] == dt.date(2027, 2, 10)
