import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, Desk, Meeting, put_child

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.services import caseload, child_file, preparing, writing
from iro_desktop.services.caseload import Today
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
PutChild = Callable[[str, dt.date], ChildId]


def today_of(workspace: Workspace, today: dt.date = TODAY) -> Today:
    return caseload.today_asks(workspace.uow_factory, today)


@pytest.fixture
def put(workspace: Workspace) -> PutChild:
    """Put one more child into care, from a day on."""

    def put_one(number: str, started: dt.date) -> ChildId:
        child = replace(CHILD, id=ChildId(number), number=number, known_as="")
        care = replace(EPISODE, id=EpisodeId(number), child_id=child.id, started=started)
        with workspace.uow_factory() as uow:
            put_child(uow, child, care)
        return child.id

    return put_one


def test_that_an_empty_store_asks_for_nothing(workspace: Workspace) -> None:
    found = today_of(workspace)
    assert found == Today((), (), (), (), 0, 0, has_caseload=False)


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
        assert [one.child.id for one in found.overdue] == overdue
        assert [one.child.id for one in found.due_soon] == soon


def test_that_soon_is_thirty_days(workspace: Workspace) -> None:
    breaks = replace(EPISODE, legal_status="V4", started=dt.date(2026, 8, 3))
    with workspace.uow_factory() as uow:
        put_child(uow, CHILD, breaks)
    due = dt.date(2026, 11, 3)
    preparing.book(workspace.uow_factory, CHILD.id, due, "", TODAY)
    for days, soon in ((31, 0), (30, 1)):
        assert len(today_of(workspace, due - dt.timedelta(days=days)).due_soon) == soon


def test_that_work_begun_is_listed_once_and_first_what_is_due_first(
    workspace: Workspace, put: PutChild
) -> None:
    late, later = put("A", dt.date(2026, 8, 3)), put("B", dt.date(2026, 8, 4))
    assert [one.child.id for one in today_of(workspace).overdue] == [late, later]
    meeting = Meeting.begun(workspace, late)
    found = today_of(workspace)
    assert [one.child.id for one in found.overdue] == [later]
    assert [one.current for one in found.half_finished] == [meeting.review]
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
        (waiting,) = today_of(meeting.workspace, day).unsent
        assert (waiting.send_by, waiting.working_days_left) == (dt.date(2022, 10, 7), left)
    writing.mark_sent(factory, waiting.document, "the child", meeting.workspace.clock)
    assert today_of(meeting.workspace).unsent == ()


def test_that_the_review_booked_is_told_apart_from_the_one_being_chaired(meeting: Meeting) -> None:
    meeting.open()
    factory = meeting.workspace.uow_factory
    booked = preparing.book(factory, CHILD.id, dt.date(2027, 5, 4), "School", TODAY)
    (summary,) = caseload.overview(factory, TODAY)
    assert (summary.current, summary.booked) == (meeting.review, booked)


def test_that_the_lists_of_the_made_up_caseload_do_not_overlap(desk: Desk) -> None:
    found = today_of(desk.workspace)
    lists = [
        [summary.child.id for summary in some]
        for some in (found.overdue, found.due_soon, found.half_finished)
    ]
    everyone = [child for some in lists for child in some]
    assert len(everyone) > 20
    assert len(everyone) == len(set(everyone))
    for some in (found.overdue, found.due_soon):
        days = [one.next_due.on for one in some if one.next_due]
        assert days == sorted(days)
    send_by = [one.send_by for one in found.unsent if one.send_by]
    assert send_by
    assert send_by == sorted(send_by)


# A child's page


def test_that_a_childs_page_has_reviews_newest_first_with_how_late_each_was(
    meeting: Meeting,
) -> None:
    factory = meeting.workspace.uow_factory
    meeting.fill()
    meeting.change(held_on=dt.date(2025, 4, 3))  # due on 31 March
    meeting.close()
    later = Meeting.begun(meeting.workspace)
    page = child_file.read(factory, CHILD.id, TODAY)
    assert [dated.review for dated in page.reviews] == [later.review, meeting.review]
    planned, held = page.reviews
    assert (planned.due, planned.was_late) == (None, False)
    assert held.due is not None
    assert (held.due.on, held.was_late, held.working_days_late) == (dt.date(2025, 3, 31), True, 3)


def test_that_brothers_and_sisters_stand_on_each_others_pages(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    brother = replace(CHILD, id=ChildId("brother"), number="MADEUP2", sibling_group="owls")
    stranger = replace(CHILD, id=ChildId("stranger"), number="MADEUP3", sibling_group="")
    with factory() as uow:
        uow.children.put_all([replace(CHILD, sibling_group="owls"), brother, stranger])
    assert child_file.read(factory, CHILD.id, TODAY).siblings == (brother,)
    assert child_file.read(factory, stranger.id, TODAY).siblings == ()


def test_that_people_are_kept_tidied_and_taken_off_and_put_back(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    person = replace(child_file.new_person(CHILD.id), name="  Uncle  ")
    assert child_file.save_person(factory, person).topics == {Topic.PEOPLE}
    assert not child_file.save_person(factory, person)
    kept = replace(person, name="Uncle")
    assert kept in child_file.read(factory, CHILD.id, TODAY).people
    assert child_file.remove_person(factory, kept).topics == {Topic.PEOPLE}
    assert kept not in child_file.read(factory, CHILD.id, TODAY).people
    assert child_file.save_person(factory, kept)
    assert kept in child_file.read(factory, CHILD.id, TODAY).people


def test_that_what_is_learned_of_a_child_is_kept(meeting: Meeting) -> None:
    factory = meeting.workspace.uow_factory
    child = replace(CHILD, languages=("Welsh", "BSL"), pronouns="they/them")
    assert child_file.save_child(factory, child).topics == {Topic.CHILD, Topic.CASELOAD}
    assert not child_file.save_child(factory, child)
    assert child_file.read(factory, CHILD.id, TODAY).child == child


def test_that_there_is_no_page_of_nobody(workspace: Workspace) -> None:
    with pytest.raises(NoSuchThing):
        child_file.read(workspace.uow_factory, ChildId("nobody"), TODAY)


def test_that_every_made_up_child_has_a_page(desk: Desk) -> None:
    for child in desk.caseload.children:
        page = child_file.read(desk.store.unit_of_work, child.id, TODAY)
        assert page.child == child
        assert page.summary.age >= 0
