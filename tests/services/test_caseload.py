import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Desk, Meeting

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.services import caseload, child_file, preparing
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)


def test_that_the_review_booked_is_told_apart_from_the_one_being_chaired(meeting: Meeting) -> None:
    meeting.open()
    factory = meeting.workspace.uow_factory
    booked = preparing.book(factory, CHILD.id, dt.date(2027, 5, 4), "School", TODAY)
    (summary,) = caseload.overview(factory, TODAY)
    assert (summary.current, summary.booked) == (meeting.review, booked)


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
