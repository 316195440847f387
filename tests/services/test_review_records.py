import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Origin, Review, ReviewKind, ReviewStatus
from iro_desktop.services import preparing, recording, review_records
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.workspace import Workspace

FIRST, SECOND = dt.date(2026, 3, 2), dt.date(2026, 8, 3)


@pytest.fixture
def three(meeting: Meeting) -> tuple[Meeting, Meeting, Meeting]:
    """Two closed reviews, in which Mum gave a number, and one being prepared."""
    question = recording.ask_scaling_question(
        meeting.workspace.uow_factory,
        meeting.review,
        text="Safe?",
        meaning_of_0="",
        meaning_of_10="",
    )
    for held, value in ((FIRST, 4), (SECOND, 6)):
        answer = recording.new_scale_answer(meeting.review, question, "Mum", Role.PARENT, 0)
        meeting.save(recording.scored(answer, value, held))
        meeting.fill()
        meeting.change(held_on=held)
        for decision in meeting.record.decisions:
            meeting.save(replace(decision, what=f"Decided on {held}"))
        look_at_all(meeting)
        meeting.close()
        before, meeting = meeting, Meeting.begun(meeting.workspace)
        if held == FIRST:
            first = before
    return first, before, meeting


def look_at_all(meeting: Meeting) -> None:
    for decision in meeting.record.last_decisions:
        kept = replace(decision, kept=Kept.KEPT)
        preparing.look_at_decision(meeting.workspace.uow_factory, kept, meeting.review.id)


def put(workspace: Workspace, **fields: object) -> Review:
    review = Review(id=ReviewId(new_id()), child_id=CHILD.id)
    review = replace(review, **fields)  # type: ignore[arg-type]  # any field of a review
    with workspace.uow_factory() as uow:
        uow.reviews.put(review)
    return review


def test_that_a_record_looks_back_and_never_forward(
    three: tuple[Meeting, Meeting, Meeting],
) -> None:
    for meeting, decided, scores, before in zip(
        three,
        ([], [f"Decided on {FIRST}"], [f"Decided on {SECOND}"]),
        ([], [4], [4, 6]),
        (None, FIRST, SECOND),
        strict=True,
    ):
        record = meeting.record
        assert [one.what for one in record.last_decisions] == decided
        assert [one.value for one in record.earlier_scale_answers] == scores
        assert record.previous_review_on == before


def test_that_decisions_are_looked_for_past_a_review_that_made_none(
    three: tuple[Meeting, Meeting, Meeting],
) -> None:
    _, _, meeting = three
    told = put(
        meeting.workspace,
        origin=Origin.RETURN,
        status=ReviewStatus.CLOSED,
        held_on=dt.date(2026, 10, 5),
    )
    record = meeting.record
    assert record.previous_review_on == told.held_on
    assert [one.what for one in record.last_decisions] == [f"Decided on {SECOND}"]


def test_that_a_return_telling_of_the_same_day_is_not_the_review_before(
    three: tuple[Meeting, Meeting, Meeting],
) -> None:
    _, second, _ = three
    put(second.workspace, origin=Origin.RETURN, status=ReviewStatus.CLOSED, held_on=SECOND)
    assert second.record.previous_review_on == FIRST


def test_that_a_review_not_held_yet_stands_at_the_day_it_is_booked_for(meeting: Meeting) -> None:
    today = meeting.workspace.clock.today()
    booked, held = dt.date(2027, 1, 4), dt.date(2026, 11, 2)
    assert review_records.day_of(meeting.review, today) == today
    assert review_records.day_of(replace(meeting.review, planned_for=booked), today) == booked
    both = replace(meeting.review, planned_for=booked, held_on=held)
    assert review_records.day_of(both, today) == held


def test_that_the_next_review_is_reckoned_from_the_day_this_one_is_held(meeting: Meeting) -> None:
    meeting.change(held_on=dt.date(2026, 11, 2))
    record = meeting.record
    assert record.due is not None
    assert record.next_due is not None
    assert (record.due.on, record.next_due.on) == (dt.date(2025, 3, 31), dt.date(2027, 2, 2))


def test_that_there_is_no_record_of_nothing(workspace: Workspace) -> None:
    with pytest.raises(NoSuchThing) as fault:
        review_records.read(workspace.uow_factory, ReviewId("nobody"), dt.date(2026, 11, 22))
    assert fault.value.data == {"kind": "review", "name": "nobody"}


def test_that_a_conference_looks_back_on_the_conference_before_it_and_no_review_of_the_case(
    three: tuple[Meeting, Meeting, Meeting],
) -> None:
    workspace = three[0].workspace
    held = dt.date(2026, 9, 7)
    initial = put(workspace, kind=ReviewKind.CHILD_PROTECTION_INITIAL, held_on=held)
    review = put(workspace, kind=ReviewKind.CHILD_PROTECTION)
    decision = Decision(
        id=EntityId(new_id()), child_id=CHILD.id, review_id=initial.id, what="Visit each week"
    )
    with workspace.uow_factory() as uow:
        uow.decisions.put(decision)
    today = workspace.clock.today()
    first, later = (
        review_records.read(workspace.uow_factory, one.id, today) for one in (initial, review)
    )
    assert first.last_decisions == ()
    assert [one.what for one in later.last_decisions] == ["Visit each week"]
    assert later.previous_review_on == held
