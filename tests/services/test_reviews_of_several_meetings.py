import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_meeting import Meeting

from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Conduct, LateReason, Review, ReviewStatus
from iro_desktop.services import preparing, recording, sittings
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import (
    AlreadyAdjourned,
    AlreadyComplete,
    AlreadyHeld,
    DaysOutOfOrder,
    FixedReview,
    KnownFault,
    NoSuchThing,
    NotADayOfReview,
    NotAdjourned,
    NotComplete,
    ReasonMissing,
    ReviewAdjourned,
)
from iro_desktop.services.ports import UnitOfWorkFactory

FIRST, SECOND, LAST = dt.date(2026, 11, 16), dt.date(2026, 11, 18), dt.date(2026, 11, 20)


@pytest.fixture
def factory(meeting: Meeting) -> UnitOfWorkFactory:
    return meeting.workspace.uow_factory


def kept(meeting: Meeting) -> Review:
    return meeting.record.review


def sit(meeting: Meeting, *days: dt.date) -> None:
    for position, day in enumerate(days):
        sitting = sittings.new_sitting(meeting.review, day, position)
        sittings.add_sitting(meeting.workspace.uow_factory, sitting)


def test_that_a_review_held_at_several_meetings_counts_on_the_day_it_was_completed(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    sit(meeting, SECOND, FIRST)
    assert (kept(meeting).conduct, kept(meeting).began_on) == (Conduct.SERIES, FIRST)
    assert kept(meeting).held_on is None
    changed = sittings.complete_series(factory, meeting.review.id, LAST)
    assert changed == Changed(
        frozenset({Topic.REVIEW, Topic.CASELOAD}),
        frozenset({meeting.review.child_id}),
        frozenset({meeting.review.id}),
    )
    assert (kept(meeting).completed_on, kept(meeting).held_on) == (LAST, LAST)
    sittings.count_from(factory, meeting.review.id, FIRST, "She said it all then")
    assert (kept(meeting).held_on, kept(meeting).counted_because) == (FIRST, "She said it all then")
    assert [one.on for one in sittings.of_review(factory, meeting.review.id)] == [FIRST, SECOND]


def test_that_the_day_of_a_meeting_that_was_opened_stays_a_day_of_the_series(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    meeting.open()
    opened = kept(meeting).held_on
    sit(meeting, FIRST)
    assert [one.on for one in sittings.of_review(factory, meeting.review.id)] == [FIRST, opened]
    assert (kept(meeting).began_on, kept(meeting).held_on) == (FIRST, None)


def test_that_a_meeting_can_be_corrected_and_taken_away(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    sitting = sittings.new_sitting(meeting.review, FIRST)
    assert sittings.add_sitting(factory, sitting)
    assert not sittings.add_sitting(factory, sitting)
    moved = replace(sitting, on=SECOND, with_whom="Mum")
    assert sittings.add_sitting(factory, moved)
    assert kept(meeting).began_on == SECOND
    assert sittings.of_review(factory, meeting.review.id) == (moved,)
    assert sittings.remove_sitting(factory, moved)
    assert (kept(meeting).conduct, kept(meeting).began_on) == (Conduct.MEETING, None)


def test_that_an_adjourned_review_is_neither_closed_nor_carried_out_until_resumed(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    meeting.fill()
    meeting.change(held_on=FIRST)
    (decision,) = meeting.record.decisions
    sittings.adjourn(factory, meeting.review.id, FIRST, "No report")
    before = meeting.record
    with pytest.raises(ReviewAdjourned):
        meeting.close()
    with pytest.raises(ReviewAdjourned):
        recording.save(factory, replace(decision, kept=Kept.KEPT))
    assert meeting.record == before
    assert recording.save(factory, replace(decision, kept=Kept.NOT_KEPT))
    sittings.resume(factory, meeting.review.id, LAST)
    assert (kept(meeting).held_on, kept(meeting).adjourned_because) == (LAST, "No report")
    assert recording.save(factory, replace(decision, kept=Kept.KEPT))
    meeting.close()
    assert meeting.review.is_closed


def test_that_a_later_review_does_not_find_decisions_of_an_adjourned_one_kept(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    (decision,) = meeting.decide("Swim on Fridays")
    sittings.adjourn(factory, meeting.review.id, FIRST, "No report")
    later = replace(meeting.review, id=ReviewId("later"), status=ReviewStatus.OPEN)
    with factory() as uow:
        uow.reviews.put(later)
    for said in (Kept.KEPT, Kept.PARTLY_KEPT):
        with pytest.raises(ReviewAdjourned):
            preparing.look_at_decision(factory, replace(decision, kept=said), later.id)
    waiting = replace(decision, kept=Kept.NO_LONGER_NEEDED)
    assert preparing.look_at_decision(factory, waiting, later.id)


def test_that_a_cancelled_review_makes_room_for_the_next(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    sittings.cancel(factory, meeting.review.id, " Moved to another county ")
    assert kept(meeting).status is ReviewStatus.CANCELLED
    assert kept(meeting).cancelled_because == "Moved to another county"
    with pytest.raises(FixedReview):
        meeting.answer("school_notes", "Fine")
    assert Meeting.begun(meeting.workspace).review.id != meeting.review.id


def test_that_a_late_review_says_why_until_it_is_closed(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    name = meeting.review.id
    assert sittings.give_late_reason(factory, name, LateReason.REPORT_MISSING, " School's ")
    assert (kept(meeting).late_reason, kept(meeting).late_note) == (
        LateReason.REPORT_MISSING,
        "School's",
    )
    assert not sittings.give_late_reason(factory, name, LateReason.REPORT_MISSING, "School's")
    assert sittings.give_late_reason(factory, name, None)
    meeting.review = kept(meeting)
    meeting.fill()
    meeting.close()
    with pytest.raises(FixedReview):
        sittings.give_late_reason(factory, name, LateReason.VENUE)


Refused = tuple[type[KnownFault], Callable[[UnitOfWorkFactory, ReviewId], object]]
OF_A_REVIEW_JUST_BEGUN: list[Refused] = [
    (NotAdjourned, lambda factory, name: sittings.resume(factory, name, FIRST)),
    (NotComplete, lambda factory, name: sittings.complete_series(factory, name, FIRST)),
    (NotComplete, lambda factory, name: sittings.count_from(factory, name, FIRST, "Why")),
    (ReasonMissing, lambda factory, name: sittings.cancel(factory, name, " ")),
    (ReasonMissing, lambda factory, name: sittings.adjourn(factory, name, FIRST, "")),
    (NoSuchThing, lambda factory, _: sittings.adjourn(factory, ReviewId("no"), FIRST, "Why")),
]
OF_A_SERIES_COMPLETED: list[Refused] = [
    (AlreadyComplete, lambda factory, name: sittings.adjourn(factory, name, LAST, "Why")),
    (AlreadyHeld, lambda factory, name: sittings.cancel(factory, name, "Why")),
    (NotADayOfReview, lambda factory, name: sittings.count_from(factory, name, SECOND, "Why")),
    (ReasonMissing, lambda factory, name: sittings.count_from(factory, name, FIRST)),
    (DaysOutOfOrder, lambda factory, name: sittings.complete_series(factory, name, FIRST)),
]


@pytest.mark.parametrize(("fault", "ask"), OF_A_REVIEW_JUST_BEGUN)
def test_that_what_cannot_be_done_yet_is_refused_and_changes_nothing(
    meeting: Meeting,
    factory: UnitOfWorkFactory,
    fault: type[KnownFault],
    ask: Callable[[UnitOfWorkFactory, ReviewId], object],
) -> None:
    with pytest.raises(fault):
        ask(factory, meeting.review.id)
    assert kept(meeting) == meeting.review


@pytest.mark.parametrize(("fault", "ask"), OF_A_SERIES_COMPLETED)
def test_that_what_cannot_be_done_any_more_is_refused_and_changes_nothing(
    meeting: Meeting,
    factory: UnitOfWorkFactory,
    fault: type[KnownFault],
    ask: Callable[[UnitOfWorkFactory, ReviewId], object],
) -> None:
    sit(meeting, FIRST, LAST)
    sittings.complete_series(factory, meeting.review.id, LAST)
    before = kept(meeting)
    with pytest.raises(fault):
        ask(factory, meeting.review.id)
    assert kept(meeting) == before


def test_that_a_second_adjournment_is_refused(meeting: Meeting, factory: UnitOfWorkFactory) -> None:
    sittings.adjourn(factory, meeting.review.id, FIRST, "No report")
    sittings.resume(factory, meeting.review.id, SECOND)
    with pytest.raises(AlreadyAdjourned):
        sittings.adjourn(factory, meeting.review.id, LAST, "Still no report")


def test_that_a_meeting_of_a_cancelled_review_is_refused_and_not_kept(
    meeting: Meeting, factory: UnitOfWorkFactory
) -> None:
    sittings.cancel(factory, meeting.review.id, "Moved away")
    with pytest.raises(FixedReview):
        sit(meeting, FIRST)
    assert sittings.of_review(factory, meeting.review.id) == ()
