"""Meetings of any kind: booked, begun with their people, held together, and written of."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, Meeting, put_child

from iro_desktop.documents.plain_text import write_text
from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.i18n import Translator
from iro_desktop.services import (
    council_forms,
    diary,
    disruptions,
    meetings,
    preparing,
    review_records,
    sittings,
    writing,
)
from iro_desktop.services.changed import Topic
from iro_desktop.services.diary import Standing, blocks
from iro_desktop.services.diary_conflicts import Clash, conflicts
from iro_desktop.services.faults import FixedReview, ReasonMissing
from iro_desktop.services.today import today_asks
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
DAY, OTHER_DAY = dt.date(2026, 12, 3), dt.date(2026, 12, 8)
SISTER = replace(CHILD, id=ChildId("sister"), number="MADEUP2", known_as="Quillabel")


def _book(
    workspace: Workspace, kind: ReviewKind | None, day: dt.date = DAY, child: Child = CHILD
) -> Review:
    return preparing.book(workspace.uow_factory, child.id, day, "Town hall", TODAY, kind)


def _found(workspace: Workspace, review: Review) -> Review:
    with workspace.uow_factory() as uow:
        found = uow.reviews.find(review.id)
    assert found is not None
    return found


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A child and a sister, both in care."""
    with workspace.uow_factory() as uow:
        put_child(uow, replace(CHILD, sibling_group="quills"))
        episode = replace(EPISODE, id=EpisodeId("of-sister"), child_id=SISTER.id)
        put_child(uow, replace(SISTER, sibling_group="quills"), episode)
    return workspace


# Booking and beginning


@pytest.mark.parametrize(
    "kind",
    [kind for kind in ReviewKind if kind not in {ReviewKind.FOSTER_CARER, ReviewKind.COUNCIL}],
)
def test_that_every_kind_is_booked_begun_half_finished_and_cancelled(
    family: Workspace, kind: ReviewKind
) -> None:
    factory = family.uow_factory
    booked = _book(family, kind)
    form = family.form_of(booked)
    assert kind.value in form.review_kinds
    begun = preparing.begin(factory, CHILD.id, form, TODAY, review=booked.id)
    assert (begun.id, begun.status, begun.form) == (booked.id, ReviewStatus.PREPARING, form.id)
    half_finished = {one.review.id for one in today_asks(factory, TODAY).half_finished}
    assert booked.id in half_finished
    in_hand = meetings.of_child(factory, CHILD.id, TODAY).in_hand
    assert [one.review.id for one in in_hand] == [booked.id]
    sittings.cancel(factory, booked.id, "Not needed any more")
    assert meetings.of_child(factory, CHILD.id, TODAY).in_hand == ()
    with pytest.raises(FixedReview):
        preparing.begin(factory, CHILD.id, form, TODAY, review=booked.id)


def test_that_several_kinds_stand_in_hand_at_once_and_each_moves_alone(family: Workspace) -> None:
    kinds = (None, ReviewKind.SECURE, ReviewKind.CHILD_PROTECTION)
    reviews = [_book(family, kind) for kind in kinds]
    moved = _book(family, ReviewKind.SECURE, OTHER_DAY)
    assert moved.id == reviews[1].id
    in_hand = meetings.of_child(family.uow_factory, CHILD.id, TODAY).in_hand
    assert {one.review.id: one.review.planned_for for one in in_hand} == {
        reviews[0].id: DAY,
        reviews[1].id: OTHER_DAY,
        reviews[2].id: DAY,
    }


def test_that_a_conference_begins_with_the_parts_that_nobody_fills_yet(family: Workspace) -> None:
    kind = ReviewKind.CHILD_PROTECTION_INITIAL
    form = family.form_for(kind)
    begun = preparing.begin(family.uow_factory, CHILD.id, form, TODAY, kind=kind)
    with family.uow_factory() as uow:
        people = uow.participants.of_review(begun.id)
    roles = {person.role for person in people}
    assert {Role.CHILD, Role.PARENT, Role.SCHOOL, Role.HEALTH, Role.POLICE} <= roles
    nameless = {person.role for person in people if not person.name}
    assert nameless == {Role.HEALTH, Role.POLICE}


def test_that_a_check_asks_two_people_and_a_panel_has_three_places(family: Workspace) -> None:
    factory = family.uow_factory
    check = preparing.begin(
        factory, CHILD.id, family.form_for(ReviewKind.MIDWAY), TODAY, kind=ReviewKind.MIDWAY
    )
    secure = preparing.begin(
        factory, CHILD.id, family.form_for(ReviewKind.SECURE), TODAY, kind=ReviewKind.SECURE
    )
    with factory() as uow:
        assert len(uow.participants.of_review(check.id)) == 2
        members = uow.panel_members.of_review(secure.id)
    assert [member.is_chair for member in members] == [True, False, False]


OWN_FORM = """
form: stability-meeting-{number}
version: 1
title: Stability meeting {number}
review_kinds: [council]
minutes_parts:
  - {{id: notes, heading: Notes}}
letter_parts: []
sections:
  - id: notes
    title: Notes
    stage: chair
    questions:
      - id: notes
        kind: long_text
        text: What was said?
        minutes: {{part: notes}}
"""


def test_that_meetings_of_the_councils_own_differ_by_their_forms(family: Workspace) -> None:
    factory = family.uow_factory
    for number in (1, 2):
        text = OWN_FORM.format(number=number)
        council_forms.add(factory, text, "own.yaml", family.catalogue, family.clock)
    first, second = family.councils_meetings()
    booked = [
        preparing.book(factory, CHILD.id, day, "", TODAY, ReviewKind.COUNCIL, form=form)
        for form, day in ((first, DAY), (second, DAY), (first, OTHER_DAY))
    ]
    assert booked[0].id == booked[2].id != booked[1].id
    begun = preparing.begin(factory, CHILD.id, first, TODAY, review=booked[0].id)
    minutes = writing.compose(family, begun.id, DocumentKind.MINUTES, Translator())
    assert minutes.title == "Stability meeting 1"


# Held together


def test_that_reviews_of_a_family_share_one_meeting_that_moves_for_all(family: Workspace) -> None:
    factory = family.uow_factory
    own, hers = _book(family, None), _book(family, None, OTHER_DAY, SISTER)
    changed = meetings.put_together(factory, own.id, hers.id)
    assert changed.children == {CHILD.id, SISTER.id}
    assert Topic.REVIEW in changed.topics
    assert _found(family, hers).planned_for == DAY
    _book(family, None, OTHER_DAY)
    assert _found(family, hers).planned_for == OTHER_DAY
    entries = diary.entries(factory, TODAY, OTHER_DAY, OTHER_DAY)
    assert Clash.OVERLAP not in {one.clash for one in conflicts(entries)}
    (block,) = blocks([one for one in entries if one.standing is Standing.BOOKED])
    assert {one.child.id for one in block} == {CHILD.id, SISTER.id}


def test_that_one_is_taken_out_again_and_keeps_its_day(family: Workspace) -> None:
    factory = family.uow_factory
    own, hers = _book(family, None), _book(family, None, OTHER_DAY, SISTER)
    meetings.put_together(factory, own.id, hers.id)
    meetings.take_out(factory, hers.id)
    assert _found(family, hers).meeting == _found(family, own).meeting == ""
    assert _found(family, hers).planned_for == DAY
    _book(family, None, dt.date(2026, 12, 10))
    assert _found(family, hers).planned_for == DAY


def test_that_only_what_may_be_one_meeting_is_offered(family: Workspace) -> None:
    factory = family.uow_factory
    own, hers = _book(family, None), _book(family, None, OTHER_DAY, SISTER)
    conference = _book(family, ReviewKind.CHILD_PROTECTION)
    _book(family, ReviewKind.SECURE)
    _book(family, ReviewKind.DISRUPTION, DAY, SISTER)
    in_hand = {one.review.id: one for one in meetings.of_child(factory, CHILD.id, TODAY).in_hand}
    offered = {one.review.id for one in in_hand[own.id].candidates}
    assert offered == {hers.id, conference.id}
    assert {one.review.id for one in in_hand[conference.id].candidates} == {own.id}


def test_that_documents_say_with_what_it_was_held_and_name_no_sister(family: Workspace) -> None:
    factory = family.uow_factory
    own, hers = _book(family, None), _book(family, None, OTHER_DAY, SISTER)
    conference = _book(family, ReviewKind.CHILD_PROTECTION)
    for other in (hers, conference):
        meetings.put_together(factory, own.id, other.id)
    meetings.review_pep_too(factory, own.id, pep_too=True)
    minutes = write_text(writing.compose(family, own.id, DocumentKind.MINUTES, Translator()))
    for said in ("Child protection review conference", "Reviews of brothers and sisters", "(PEP)"):
        assert said in minutes
    assert SISTER.known_as not in minutes
    record = review_records.read(factory, conference.id, TODAY)
    assert (record.held_with, record.with_family) == ((ReviewKind.LOOKED_AFTER,), True)


def test_that_a_plan_for_school_reviewed_there_is_written_down_as_the_review_is_closed(
    meeting: Meeting,
) -> None:
    meeting.fill()
    factory = meeting.workspace.uow_factory
    meeting.change(pep_too=True)
    with factory() as uow:
        closed = replace(meeting.review, status=ReviewStatus.CLOSED, closed_by="Made-up Officer")
        meetings.note_pep(uow, closed)
        (told,) = uow.happenings.of_child(CHILD.id)
    assert (told.happening, told.on) == (Happening.PEP_HELD, meeting.review.held_on)


# A disruption meeting that is suggested


@pytest.fixture
def disrupted(family: Workspace) -> Workspace:
    moved = dt.date(2026, 11, 16)
    left = replace(EPISODE, started=dt.date(2023, 3, 3), ended=moved, reason_ended="X1")
    now = replace(EPISODE, id=EpisodeId("new"), started=moved, reason_started="P", provider="PR1")
    with family.uow_factory() as uow:
        uow.episodes.put_all([replace(left, reason_for_move="ALLEG"), now])
    return family


def test_that_a_suggested_disruption_meeting_is_asked_for_and_booked_in_one_go(
    disrupted: Workspace,
) -> None:
    factory = disrupted.uow_factory
    (ask,) = (one for one in today_asks(factory, TODAY).due_soon if one.suggestion)
    assert (ask.child.id, ask.on) == (CHILD.id, dt.date(2026, 11, 30))
    found = disruptions.of_child(factory, CHILD.id, TODAY)
    assert found is not None
    booked = disruptions.book_it(factory, CHILD.id, found.day, TODAY)
    assert booked is not None
    assert (booked.kind, booked.planned_for) == (ReviewKind.DISRUPTION, found.day)
    assert disruptions.of_child(factory, CHILD.id, TODAY) is None
    due = meetings.of_child(factory, CHILD.id, TODAY).due[ReviewKind.DISRUPTION]
    assert due.on == dt.date(2026, 11, 30)


def test_that_it_is_put_aside_with_a_reason_and_never_without(disrupted: Workspace) -> None:
    factory = disrupted.uow_factory
    with pytest.raises(ReasonMissing):
        disruptions.put_aside(factory, CHILD.id, "  ", TODAY)
    disruptions.put_aside(factory, CHILD.id, "The carers retired, as was planned", TODAY)
    assert disruptions.of_child(factory, CHILD.id, TODAY) is None
    with factory() as uow:
        (kept,) = uow.happenings.of_child(CHILD.id)
    assert kept.note == "The carers retired, as was planned"


# What the form says comes of it, in the report


def test_that_the_report_of_a_disruption_takes_what_the_form_was_answered(
    family: Workspace,
) -> None:
    kind = ReviewKind.DISRUPTION
    form = family.form_for(kind)
    review = preparing.begin(family.uow_factory, CHILD.id, form, TODAY, kind=kind)
    meeting = Meeting(family, review, form)
    said = {"sequence": "It grew hard in May.", "matching_notes": "They lived near the school."}
    for question, words in said.items():
        meeting.answer(question, words)
    meeting.answer("learning_agreed", "more_to_find_out")
    tr = Translator()
    report = write_text(writing.compose(family, review.id, DocumentKind.DISRUPTION_REPORT, tr))
    for words in (*said.values(), "There is more to find out", "Local practice"):
        assert words in report


def test_that_the_report_of_a_panel_takes_the_criteria_from_the_form(family: Workspace) -> None:
    kind = ReviewKind.SECURE
    form = family.form_for(kind)
    review = preparing.begin(family.uow_factory, CHILD.id, form, TODAY, kind=kind)
    meeting = Meeting(family, review, form)
    meeting.answer("criteria_why", "The record of the home, of this week.")
    meeting.answer("panel_recommends", "leave")
    record = replace(meeting.record.review, outcome="leave")
    preparing.change_review(family.uow_factory, record)
    report = write_text(
        writing.compose(family, review.id, DocumentKind.SECURE_REPORT, Translator())
    )
    assert "The record of the home, of this week." in report
    assert "That the child leaves secure accommodation" in report
    assert meeting.record.next_due is None  # nothing is reviewed after the child has left
