"""Files of foster households: what they have of their own, and where they never stand."""

import datetime as dt
import re
from pathlib import Path

import pytest
from made_up_meeting import CHILD, Meeting

from iro_desktop import paths
from iro_desktop.documents.plain_text import write_text
from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.i18n import Translator
from iro_desktop.services import (
    caseload,
    child_clocks,
    child_file,
    diary,
    households,
    inviting,
    kinship,
    listing,
    preparing,
    review_records,
    writing,
)
from iro_desktop.services.diary import Standing
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.households import NewHousehold
from iro_desktop.services.importing.laying import Held
from iro_desktop.services.today import today_asks
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
APPROVED = dt.date(2025, 12, 18)
LARCHES = NewHousehold(
    name="The made-up Larches",
    approved_on=APPROVED,
    carers=("Lee Larch", "Sam Larch"),
    supervising_social_worker="Made-up Supervisor",
    terms="Two children from birth to 18",
    number=CHILD.number,  # the same as a child's: councils number carers apart
)


@pytest.fixture
def household(meeting: Meeting) -> Child:
    made, _ = households.make(meeting.workspace.uow_factory, LARCHES)
    return made


def _page(workspace: Workspace, household: Child) -> child_file.ChildFile:
    return child_file.read(workspace.uow_factory, household.id, TODAY)


def test_that_a_household_has_its_carers_its_approval_and_one_clock(
    workspace: Workspace, household: Child
) -> None:
    file = _page(workspace, household)
    assert [person.name for person in file.people] == ["Lee Larch", "Sam Larch"]
    assert file.summary.next_due is not None
    assert file.summary.next_due.on == dt.date(2026, 12, 18)
    clocks = child_clocks.read(workspace.uow_factory, household.id, TODAY)
    assert [due.rule.id for due in clocks] == ["foster_carer_review"]
    approval = households.approval(workspace.uow_factory, household.id)
    assert (approval.since, approval.terms) == (APPROVED, LARCHES.terms)
    assert approval.to_panel


def test_that_new_terms_start_no_clock_and_a_corrected_day_does(
    workspace: Workspace, household: Child
) -> None:
    factory = workspace.uow_factory
    households.change_approval(factory, household.id, APPROVED, "One child")
    assert households.approval(factory, household.id).terms == "One child"
    households.change_approval(factory, household.id, dt.date(2025, 11, 30), "One child")
    due = _page(workspace, household).summary.next_due
    assert due is not None
    assert due.on == dt.date(2026, 11, 30)


def test_that_the_end_of_the_approval_stops_the_clock_and_says_how_long_the_record_is_kept(
    workspace: Workspace, household: Child
) -> None:
    factory = workspace.uow_factory
    assert child_clocks.kept_until(factory, household.id) is None
    households.end_approval(factory, household.id, dt.date(2026, 11, 2), "They retired")
    assert _page(workspace, household).summary.next_due is None
    kept = child_clocks.kept_until(factory, household.id)
    assert kept is not None
    assert kept.on == dt.date(2036, 11, 2)
    households.resume_approval(factory, household.id)
    assert _page(workspace, household).summary.next_due is not None


def test_that_a_child_who_lives_there_is_named_by_the_first_name_alone(
    workspace: Workspace, household: Child
) -> None:
    factory = workspace.uow_factory
    assert [one.id for one in households.children_to_name(factory, household.id)] == [CHILD.id]
    households.name_child(factory, household.id, CHILD.id)
    assert _page(workspace, household).people[-1].name == CHILD.known_as
    assert households.children_to_name(factory, household.id) == ()


# Every place that reads all files, and what was decided there
DECIDED = {
    "services/caseload.py": "both; `overview` and `households` part them",
    "services/case_system_drop.py": "scores of children alone; meetings of both",
    "services/child_file.py": "brothers and sisters: children alone",
    "services/days_for_review.py": "both: a household's review takes the same IRO's day",
    "services/households.py": "children who may be named as living there",
    "services/importing/laying.py": "both, apart: a return tells of children alone",
    "services/independence.py": "children alone: nobody is the parent of a household",
    "services/kinship.py": "children alone",
    "services/meetings.py": "brothers and sisters: a household has no group",
    "services/next_meeting.py": "both: a household's review takes the same IRO's day",
    "services/syncing/wiping.py": "both: a household's copy is wiped as a child's is",
}


def test_that_somebody_decided_about_households_wherever_all_files_are_read() -> None:
    package = Path(paths.__file__).parent
    found = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if file.parent.name != "store" and re.search(r"\.children\.all\(\)", file.read_text())
    }
    assert found == set(DECIDED)


def test_that_a_household_stands_in_no_count_or_list_of_children(
    workspace: Workspace, household: Child
) -> None:
    factory = workspace.uow_factory
    with factory() as uow:
        held = Held.in_store(uow)
    listed = {
        "overview": [one.child.id for one in caseload.overview(factory, TODAY)],
        "listing": [row["id"] for row in listing.children(factory, TODAY)],
    }
    assert listed == {name: [CHILD.id] for name in listed}
    assert held.known("").ids[CHILD.number] == CHILD.id
    files = caseload.files(factory, TODAY)
    assert [one.child.id for one in files if one.child.is_household] == [household.id]
    assert today_asks(factory, TODAY).children == 1
    young = Child(id=ChildId("young"), number="2", date_of_birth=dt.date(2026, 1, 1))
    assert kinship.possible_parents(factory, young) == (CHILD,)


def test_that_its_review_is_asked_for_and_stands_in_the_diary(
    workspace: Workspace, household: Child
) -> None:
    factory = workspace.uow_factory
    (ask,) = (one for one in today_asks(factory, TODAY).due_soon if one.child.id == household.id)
    assert ask.due is not None
    assert ask.due.rule.id == "foster_carer_review"
    preparing.book(factory, household.id, dt.date(2026, 12, 7), "At theirs", TODAY)
    entries = diary.entries(factory, TODAY, TODAY, dt.date(2026, 12, 31))
    own = {one.standing: one for one in entries if one.child.id == household.id}
    assert set(own) == {Standing.DUE, Standing.BOOKED}
    assert own[Standing.BOOKED].kind is ReviewKind.FOSTER_CARER
    assert own[Standing.BOOKED].due == ask.due


def _begun(workspace: Workspace, household: Child) -> Review:
    form = workspace.form_for(ReviewKind.FOSTER_CARER)
    return preparing.begin(workspace.uow_factory, household.id, form, TODAY)


def test_that_its_review_begins_with_carers_and_supervisor_and_with_no_child(
    workspace: Workspace, household: Child
) -> None:
    review = _begun(workspace, household)
    with workspace.uow_factory() as uow:
        people = {one.name: one.role for one in uow.participants.of_review(review.id)}
        missing = [one.role for one in inviting.who(uow, review) if one.is_missing]
    assert people == {
        "Made-up Supervisor": Role.SUPERVISING_SOCIAL_WORKER,
        "Lee Larch": Role.CARER,
        "Sam Larch": Role.CARER,
    }
    assert missing == []


OF_A_CHILD = ("Date of birth", "at this review)", "Looked after since", "Care plan", "child’s")


def test_that_documents_of_its_review_speak_of_carers_and_of_no_childs_age(
    workspace: Workspace, household: Child
) -> None:
    review = _begun(workspace, household)
    tr = Translator()
    minutes = write_text(writing.compose(workspace, review.id, DocumentKind.MINUTES, tr))
    for said in ("The household", "Lee Larch, Sam Larch", "18 December 2025", "SI 2011/581"):
        assert said in minutes
    decisions = write_text(writing.compose(workspace, review.id, DocumentKind.DECISIONS, tr))
    (carer,) = (one for one in _invited(workspace, review) if one.name == "Lee Larch")
    invitation = inviting.compose_invitation(workspace.uow_factory, review.id, carer, tr)
    for text in (minutes, decisions, write_text(invitation)):
        for never in OF_A_CHILD:
            assert never not in text
    record = review_records.read(workspace.uow_factory, review.id, TODAY)
    assert record.next_due is not None
    assert record.next_due.rule.id == "foster_carer_review"


def _invited(workspace: Workspace, review: Review) -> tuple[inviting.Invitee, ...]:
    return inviting.read_who(workspace.uow_factory, review.id)


def test_that_a_childs_file_is_no_household(workspace: Workspace, meeting: Meeting) -> None:
    assert meeting.record.child.subject is Subject.CHILD
    with pytest.raises(NoSuchThing):
        households.approval(workspace.uow_factory, CHILD.id)
