import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_meeting import CHILD, EPISODE, Meeting, put_child

from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.working_days import is_working_day
from iro_desktop.services import preparing, recording, review_records, seeding
from iro_desktop.services.bank_holidays import england
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import FixedReview, NoSuchThing
from iro_desktop.services.reckoning import lawful
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)


def test_that_a_review_begins_with_those_the_childs_page_names(meeting: Meeting) -> None:
    assert meeting.review.status is ReviewStatus.PREPARING
    assert (meeting.review.form, meeting.review.form_version) == (
        meeting.form.id,
        meeting.form.version,
    )
    assert [(person.name, person.role) for person in meeting.record.participants] == [
        ("Zorbelina", Role.CHILD),
        ("Perpetua Inkwell", Role.SOCIAL_WORKER),
        ("Mum Quillfeather", Role.PARENT),
        ("Aunt Quillfeather", Role.FAMILY),
        ("Ms Chalkdust", Role.SCHOOL),
        ("Unsaid Person", Role.OTHER),
    ]
    positions = [person.position for person in meeting.record.participants]
    assert positions == sorted(set(positions))


def test_that_beginning_again_carries_on(meeting: Meeting) -> None:
    before = meeting.record
    again = Meeting.begun(meeting.workspace)
    assert again.review == meeting.review
    assert again.record == before


def test_that_someone_struck_off_is_not_put_back_by_beginning_again(meeting: Meeting) -> None:
    for person in meeting.record.participants:
        recording.remove(meeting.workspace.uow_factory, person)
    assert Meeting.begun(meeting.workspace).record.participants == ()


@pytest.mark.parametrize("use", [preparing.begin, preparing.book])
def test_that_a_child_nobody_knows_gets_no_review(
    workspace: Workspace, use: Callable[..., object]
) -> None:
    form = workspace.catalogue.current_for("looked_after")
    rest = (form, TODAY) if use is preparing.begin else (TODAY, "", TODAY)
    with pytest.raises(NoSuchThing):
        use(workspace.uow_factory, ChildId("nobody"), *rest)
    with workspace.uow_factory() as uow:
        assert uow.reviews.all() == []


def test_that_a_short_break_is_reviewed_as_one(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        put_child(uow, CHILD, replace(EPISODE, legal_status="V4"))
    assert Meeting.begun(workspace).review.kind is ReviewKind.SHORT_BREAKS


def test_that_booking_again_moves_the_day(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        put_child(uow)
    days = [dt.date(2026, 12, 1), dt.date(2026, 12, 8)]
    booked = [preparing.book(workspace.uow_factory, CHILD.id, on, "Home", TODAY) for on in days]
    assert booked[0].id == booked[1].id
    with workspace.uow_factory() as uow:
        (held,) = uow.reviews.of_child(CHILD.id)
    assert (held.planned_for, held.planned_at, held.status) == (
        days[1],
        "Home",
        ReviewStatus.PLANNED,
    )


def test_that_a_review_keeps_its_hours_unless_others_are_given(workspace: Workspace) -> None:
    with workspace.uow_factory() as uow:
        put_child(uow)

    def book(day: int, hours: preparing.Hours | None = None) -> tuple[dt.time | None, int]:
        on = dt.date(2026, 12, day)
        review = preparing.book(workspace.uow_factory, CHILD.id, on, "", TODAY, hours=hours)
        return review.starts_at, review.lasts_minutes

    at_two = preparing.Hours(dt.time(14), 90)
    assert book(1) == (None, 0)
    assert book(2, at_two) == (dt.time(14), 90)
    assert book(3) == (dt.time(14), 90)
    assert book(4, preparing.Hours()) == (None, 0)


def test_that_booking_while_one_is_chaired_leaves_its_day_alone(meeting: Meeting) -> None:
    meeting.change(planned_for=dt.date(2026, 11, 20))
    meeting.open()
    factory = meeting.workspace.uow_factory
    booked = preparing.book(factory, CHILD.id, dt.date(2027, 5, 4), "School", TODAY)
    assert booked.id != meeting.review.id
    assert meeting.record.review.planned_for == dt.date(2026, 11, 20)
    assert preparing.begin(factory, CHILD.id, meeting.form, TODAY).id == meeting.review.id


def test_that_a_planned_review_is_prepared_under_the_day_it_was_booked_for(
    workspace: Workspace,
) -> None:
    with workspace.uow_factory() as uow:
        put_child(uow)
    day = dt.date(2026, 12, 1)
    booked = preparing.book(workspace.uow_factory, CHILD.id, day, "Home", TODAY)
    begun = Meeting.begun(workspace)
    assert begun.review == replace(
        booked, status=ReviewStatus.PREPARING, form=begun.form.id, form_version=begun.form.version
    )


def test_that_a_closed_review_is_changed_no_more(meeting: Meeting) -> None:
    meeting.fill()
    meeting.close()
    with pytest.raises(FixedReview):
        meeting.change(planned_at="Elsewhere")


def test_that_changing_nothing_is_no_change(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    assert not preparing.change_review(factory, meeting.review)
    changed = preparing.change_review(factory, replace(meeting.review, planned_at="Park"))
    assert changed.topics == {Topic.REVIEW, Topic.CASELOAD}
    assert changed.reviews == {meeting.review.id}


@pytest.fixture
def later(meeting: Meeting) -> tuple[Meeting, Decision]:
    """The review after one that decided something."""
    meeting.fill()
    meeting.change(held_on=dt.date(2026, 5, 4))
    (decision,) = meeting.record.decisions
    meeting.close()
    return Meeting.begun(meeting.workspace), decision


def test_that_the_next_review_says_what_became_of_a_decision(
    later: tuple[Meeting, Decision],
) -> None:
    meeting, decision = later
    assert meeting.record.last_decisions == (decision,)
    found = replace(decision, kept=Kept.KEPT, kept_note="Every Friday")
    look = preparing.look_at_decision(meeting.workspace.uow_factory, found, meeting.review.id)
    assert (look.topics, look.reviews) == ({Topic.DECISIONS}, {meeting.review.id})
    (kept,) = meeting.record.last_decisions
    assert kept == replace(found, kept_looked_at_in=meeting.review.id)
    assert not preparing.look_at_decision(meeting.workspace.uow_factory, kept, meeting.review.id)


def test_that_looking_at_a_decision_cannot_change_what_was_decided(
    later: tuple[Meeting, Decision],
) -> None:
    meeting, decision = later
    other = replace(decision, what="Swim never", kept=Kept.KEPT)
    with pytest.raises(FixedReview):
        preparing.look_at_decision(meeting.workspace.uow_factory, other, meeting.review.id)
    assert meeting.record.last_decisions == (decision,)


def test_that_a_closed_review_found_what_it_found(later: tuple[Meeting, Decision]) -> None:
    meeting, decision = later
    factory = meeting.workspace.uow_factory
    preparing.look_at_decision(factory, replace(decision, kept=Kept.KEPT), meeting.review.id)
    meeting.fill()
    meeting.close()
    with pytest.raises(FixedReview):
        preparing.look_at_decision(
            factory, replace(decision, kept=Kept.NOT_KEPT), meeting.review.id
        )
    today = meeting.workspace.clock.today()
    record = review_records.read(factory, meeting.review.id, today)
    assert [one.kept for one in record.last_decisions] == [Kept.KEPT]


@pytest.mark.parametrize(
    ("relationship", "role"),
    [
        (" MUM ", Role.PARENT),
        ("Foster carer", Role.CARER),
        ("Cousin", Role.FAMILY),
        ("", Role.OTHER),
    ],
)
def test_that_a_relationship_points_to_a_role(relationship: str, role: Role) -> None:
    person = ImportantPerson(
        id=EntityId("made-up"), child_id=CHILD.id, name="Made Up", relationship=relationship
    )
    assert seeding.role_of(person) is role


DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31))


@given(DAYS, DAYS)
def test_that_the_day_proposed_can_be_kept_and_is_in_time_where_it_can_be(
    due_on: dt.date, today: dt.date
) -> None:
    rule = lawful().rules.in_force("cla_subsequent_review", due_on)
    due = Explained(due_on, rule, due_on, holidays=england())
    proposed = preparing.propose_day(due, today, england())
    assert proposed > today
    assert is_working_day(proposed, england())
    soonest = preparing.propose_day(None, today, england())
    assert proposed <= due_on or proposed == soonest
