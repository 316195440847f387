"""What today asks for: ranked by the days that are left, whatever kind of thing it is."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, Desk, Meeting, put_child

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.services import happenings, preparing, writing
from iro_desktop.services.today import Ask, Today, today_asks
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
PutChild = Callable[..., ChildId]


def today_of(workspace: Workspace, today: dt.date = TODAY) -> Today:
    return today_asks(workspace.uow_factory, today)


def reviews_of(asks: tuple[Ask, ...]) -> list[ChildId]:
    return [ask.child.id for ask in asks if ask.summary]


def rules_of(asks: tuple[Ask, ...]) -> list[str]:
    return [ask.due.rule.id for ask in asks if ask.due]


@pytest.fixture
def put(workspace: Workspace) -> PutChild:
    """Put one more child into care, from a day on."""

    def put_one(number: str, started: dt.date, **care_is: str) -> ChildId:
        child = replace(CHILD, id=ChildId(number), number=number, known_as="")
        care = replace(EPISODE, id=EpisodeId(number), child_id=child.id, started=started, **care_is)
        with workspace.uow_factory() as uow:
            put_child(uow, child, care)
        return child.id

    return put_one


def test_that_an_empty_store_asks_for_nothing(workspace: Workspace) -> None:
    assert today_of(workspace) == Today((), (), (), 0, 0, has_caseload=False)


def test_that_a_review_is_overdue_only_from_the_day_after(
    workspace: Workspace, put: PutChild
) -> None:
    child = put("A", dt.date(2026, 8, 25))  # due on Wednesday 23 September: 31 August is closed
    for day, overdue, soon in (
        (dt.date(2026, 9, 22), [], [child]),
        (dt.date(2026, 9, 23), [], [child]),
        (dt.date(2026, 9, 24), [child], []),
    ):
        found = today_of(workspace, day)
        assert reviews_of(found.overdue) == overdue
        assert reviews_of(found.due_soon) == soon


def test_that_soon_is_thirty_days(workspace: Workspace) -> None:
    breaks = replace(EPISODE, legal_status="V4", started=dt.date(2026, 8, 3))
    with workspace.uow_factory() as uow:
        put_child(uow, CHILD, breaks)
    due = dt.date(2026, 11, 3)
    preparing.book(workspace.uow_factory, CHILD.id, due, "", TODAY)
    for days, soon in ((31, 0), (30, 1)):
        found = today_of(workspace, due - dt.timedelta(days=days))
        assert len(reviews_of(found.due_soon)) == soon


def test_that_work_begun_is_listed_once_and_first_what_is_due_first(
    workspace: Workspace, put: PutChild
) -> None:
    late, later = put("A", dt.date(2026, 8, 3)), put("B", dt.date(2026, 8, 4))
    assert reviews_of(today_of(workspace).overdue) == [late, later]
    meeting = Meeting.begun(workspace, late)
    found = today_of(workspace)
    assert reviews_of(found.overdue) == [later]
    assert [one.review for one in found.half_finished] == [meeting.review]
    assert (found.children, found.unnamed, found.has_caseload) == (2, 2, True)


def test_that_what_was_written_waits_with_its_last_day(meeting: Meeting) -> None:
    meeting.fill()
    meeting.change(held_on=dt.date(2022, 9, 8))
    meeting.close()
    factory = meeting.workspace.uow_factory
    writing.note_written(factory, meeting.review.id, DocumentKind.LETTER, meeting.workspace.clock)
    # 20 working days, over the bank holiday of 19 September 2022.
    for day, left in (
        (dt.date(2022, 10, 6), 1),
        (dt.date(2022, 10, 7), 0),
        (dt.date(2022, 10, 10), -1),
    ):
        found = today_of(meeting.workspace, day)
        (ask,) = [one for one in (*found.overdue, *found.due_soon) if one.unsent]
        assert ask.unsent is not None
        assert (ask.on, ask.unsent.working_days_left) == (dt.date(2022, 10, 7), left)
        assert (ask in found.overdue) == (left < 0)
        assert "record_sent" not in rules_of(
            tuple(one for one in (*found.overdue, *found.due_soon) if not one.unsent)
        )
    writing.mark_sent(factory, ask.unsent.document, "the child", meeting.workspace.clock)
    found = today_of(meeting.workspace, dt.date(2022, 10, 10))
    assert not [one for one in (*found.overdue, *found.due_soon) if one.unsent]


def test_that_four_months_without_a_plan_for_permanence_are_asked_about(
    workspace: Workspace, put: PutChild
) -> None:
    child = put("A", dt.date(2026, 8, 1))
    found = today_of(workspace)
    (ask,) = [one for one in found.due_soon if one.due and "permanence" in one.due.rule.id]
    assert (ask.child.id, ask.on) == (child, dt.date(2026, 12, 1))
    with workspace.uow_factory() as uow:
        known = uow.children.find(child)
        assert known is not None
        uow.children.put(replace(known, permanence_plan="Long-term fostering"))
    assert "permanence_plan_by_four_months" not in rules_of(today_of(workspace).due_soon)


def test_that_a_home_on_a_care_order_is_asked_about_at_fifteen_and_eighteen_months(
    workspace: Workspace, put: PutChild
) -> None:
    put("A", dt.date(2025, 6, 1), legal_status="C2", placement="P1")
    put("B", dt.date(2025, 6, 1), legal_status="V2", placement="P1")
    at_fifteen = today_of(workspace, dt.date(2026, 8, 20))
    assert "placed_with_parents_15_months" in rules_of(at_fifteen.due_soon)
    at_nineteen = today_of(workspace, dt.date(2027, 1, 1))
    rules = [one for one in rules_of(at_nineteen.overdue) if one.startswith("placed")]
    assert rules == ["placed_with_parents_15_months", "placed_with_parents_18_months"]


def test_that_a_concern_is_asked_about_until_it_is_resolved(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    happenings.record(factory, CHILD.id, Happening.CONCERN_RAISED, dt.date(2020, 12, 18))
    day = dt.date(2021, 1, 5)
    (ask,) = [
        one
        for one in today_of(meeting.workspace, day).due_soon
        if one.due and one.due.rule.id == "resolution_process"
    ]
    assert ask.on == dt.date(2021, 1, 20)
    happenings.record(factory, CHILD.id, Happening.CONCERN_RESOLVED, dt.date(2021, 1, 4))
    assert "resolution_process" not in rules_of(today_of(meeting.workspace, day).due_soon)


def test_that_a_child_who_was_not_seen_in_time_is_asked_about(meeting: Meeting) -> None:
    with meeting.workspace.uow_factory() as uow:
        child = uow.children.find(CHILD.id)
        assert child is not None
        uow.children.put(replace(child, last_social_work_visit=dt.date(2026, 9, 1)))
    overdue = [one for one in today_of(meeting.workspace).overdue if one.due]
    assert ("visit_later", dt.date(2026, 10, 13)) in [
        (one.due.rule.id, one.on) for one in overdue if one.due
    ]


def test_that_a_visit_written_down_here_counts_as_one_from_the_return(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    happenings.record(factory, CHILD.id, Happening.SOCIAL_WORKER_VISITED, dt.date(2026, 9, 1))
    assert "visit_later" in rules_of(today_of(meeting.workspace).overdue)
    happenings.record(factory, CHILD.id, Happening.SOCIAL_WORKER_VISITED, dt.date(2026, 11, 20))
    assert "visit_later" not in rules_of(today_of(meeting.workspace).overdue)


def test_that_an_action_past_its_day_is_asked_about_until_someone_looks_at_it(
    meeting: Meeting,
) -> None:
    meeting.fill()
    meeting.change(held_on=dt.date(2026, 9, 1))
    (decision,) = meeting.decide("Swimming lessons")
    agreed = replace(decision, due_on=dt.date(2026, 10, 1))
    meeting.save(agreed)
    meeting.close()
    later = Meeting.begun(meeting.workspace)
    (ask,) = [ask for ask in today_of(meeting.workspace).overdue if ask.actions]
    assert (ask.actions, ask.on, ask.due) == ((agreed,), dt.date(2026, 10, 1), None)
    preparing.look_at_decision(
        meeting.workspace.uow_factory, replace(agreed, kept=Kept.KEPT), later.review.id
    )
    assert not [ask for ask in today_of(meeting.workspace).overdue if ask.actions]


def test_that_everything_is_ranked_by_the_days_left_whatever_its_kind(desk: Desk) -> None:
    found = today_of(desk.workspace)
    for asks in (found.overdue, found.due_soon):
        days = [ask.on for ask in asks]
        assert days == sorted(days)
    assert len({ask.due.rule.family for ask in found.due_soon if ask.due}) > 1
    listed = [*reviews_of(found.overdue), *reviews_of(found.due_soon)]
    begun = [summary.child.id for summary in found.half_finished]
    assert len(listed) + len(begun) > 20
    assert len({*listed, *begun}) == len(listed) + len(begun)
