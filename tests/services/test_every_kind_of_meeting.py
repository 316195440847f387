"""Every kind of meeting, from a council's table to minutes, and its record on another laptop."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from made_up_meeting import CHILD, EPISODE, Meeting, put_child

from fixed_clock import FixedClock
from iro_desktop.documents.plain_text import write_text
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.review import OF_THE_CASE, Conduct, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import Signatory
from iro_desktop.form_engine.definition import Fills, Records
from iro_desktop.i18n import Translator
from iro_desktop.services import council_forms, diary, meetings, panels, preparing, writing
from iro_desktop.services.diary import Standing
from iro_desktop.services.importing.tables import import_paths
from iro_desktop.services.owner import introduce
from iro_desktop.services.portable_reading import read_record
from iro_desktop.services.portable_records import export_record, import_record
from iro_desktop.services.today import today_asks
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import create_store

TODAY = dt.date(2026, 11, 22)
DECIDED = "Swim on Fridays"
OWN_FORM = """
form: stability-meeting
version: 1
title: Stability meeting
review_kinds: [council]
minutes_parts:
  - {id: notes, heading: Notes}
letter_parts: []
sections:
  - id: notes
    title: Notes
    stage: chair
    records: [attendance, decisions]
    required_records: [decisions]
    questions:
      - id: notes
        kind: long_text
        text: What was said?
        required: true
        minutes: {part: notes}
"""


@dataclass(frozen=True)
class Case:
    """A meeting, of whom it is, and what its minutes are called and hold."""

    kind: ReviewKind
    title: str
    part: str
    child: Child = CHILD
    episode: Episode = EPISODE
    conduct: Conduct = Conduct.MEETING


def _lives(**fields: object) -> Episode:
    return replace(EPISODE, **fields)  # type: ignore[arg-type]  # any field


CARE, LOOKED_AFTER = ReviewKind.LOOKED_AFTER, "Review of a looked after child"
CASES = {
    "first": Case(
        CARE, LOOKED_AFTER, "Towards a plan for permanence", episode=_lives(started=TODAY)
    ),
    "without a meeting": Case(
        CARE,
        LOOKED_AFTER,
        "A review without a meeting",
        episode=_lives(placement="U4"),
        conduct=Conduct.PAPER,
    ),
    "unaccompanied": Case(
        CARE, LOOKED_AFTER, "Here without family", replace(CHILD, unaccompanied=True)
    ),
    "at home on an order": Case(
        CARE, LOOKED_AFTER, "At home on a care order", episode=_lives(placement="P1")
    ),
    "placed": Case(
        ReviewKind.PLACED_FOR_ADOPTION,
        "Review of a child placed for adoption",
        "Adoption",
        episode=_lives(legal_status="E1", placement="A5"),
    ),
    "authority": Case(
        ReviewKind.AUTHORITY_TO_PLACE,
        "Review of a child who may be placed for adoption",
        "Adoption",
        episode=_lives(legal_status="E1"),
    ),
    "short breaks": Case(
        ReviewKind.SHORT_BREAKS,
        "Review of a child who has short breaks",
        "The short break plan",
        episode=_lives(legal_status="V4", started=TODAY - dt.timedelta(days=30)),
    ),
    "remand": Case(
        ReviewKind.REMAND,
        "Review of a child on remand",
        "Where the child will live",
        episode=_lives(legal_status="J1"),
    ),
    "secure": Case(ReviewKind.SECURE, "secure accommodation", "The panel recommends"),
    "private fostering": Case(
        ReviewKind.PRIVATE_FOSTERING,
        "Review of a child who is privately fostered",
        "Outcome: The arrangement is suitable: Yes",
    ),
    "disruption": Case(ReviewKind.DISRUPTION, "Disruption meeting", "What can be learned"),
    "household": Case(
        ReviewKind.FOSTER_CARER,
        "Review of a foster carer's approval",
        "The household",
        replace(CHILD, subject=Subject.HOUSEHOLD, date_of_birth=dt.date(2025, 12, 1)),
    ),
    "first conference": Case(
        ReviewKind.CHILD_PROTECTION_INITIAL, "Initial child protection conference", "Quorum"
    ),
    "later conference": Case(
        ReviewKind.CHILD_PROTECTION, "Child protection review conference", "Quorum"
    ),
    "care leaver": Case(
        ReviewKind.CARE_LEAVER, "Review of a young person who has left care", "The pathway plan"
    ),
    "midway": Case(
        ReviewKind.MIDWAY, "Check midway between two reviews", "Outcome: The plan is on track: Yes"
    ),
    "the council's own": Case(ReviewKind.COUNCIL, "Stability meeting", "Notes"),
}


def test_that_no_kind_is_left_out() -> None:
    assert {case.kind for case in CASES.values()} == set(ReviewKind)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_that_a_meeting_goes_from_a_table_to_minutes_and_to_another_laptop(
    case: Case, workspace: Workspace, clock: FixedClock, tmp_path: Path
) -> None:
    factory = workspace.uow_factory
    with factory() as uow:
        put_child(uow, case.child, case.episode)
    if case.kind is ReviewKind.COUNCIL:
        council_forms.add(factory, OWN_FORM, "own.yaml", workspace.catalogue, clock)
    table = tmp_path / "meetings.csv"
    row = f"{CHILD.number},{case.kind.value},25/11/2026,14:30,90,The made-up library\n"
    table.write_text(f"CHILD,KIND,DAY,TIME,MINUTES,PLACE\n{row}", encoding="utf-8")

    import_paths(factory, [table], clock)
    (booked,) = _reviews(workspace)
    assert (booked.kind, booked.status) == (case.kind, ReviewStatus.PLANNED)
    assert _standing(workspace, dt.date(2026, 11, 25)) == {Standing.BOOKED}

    held = _hold(workspace, booked, case)
    assert _standing(workspace, TODAY) == {Standing.HELD}
    assert held.review.outcome in {"", *KINDS[case.kind].outcomes}
    asked = held.form.filling(Fills.OUTCOME)
    assert bool(held.review.outcome) is (asked is not None)
    assert booked.id not in {one.review.id for one in today_asks(factory, TODAY).half_finished}
    assert meetings.of_child(factory, CHILD.id, TODAY).in_hand == ()

    elsewhere = _taken_in(workspace, held.review, tmp_path, clock)
    with elsewhere.uow_factory() as uow:
        assert uow.reviews.find(booked.id) == held.review
    for minutes in (_minutes(workspace, held.review), _minutes(elsewhere, held.review)):
        for said in (case.title, case.part, DECIDED, "22 November 2026", "Made-up Officer"):
            assert said in minutes
        assert ("Care plan updated" in minutes) is (case.kind in OF_THE_CASE)
        assert "Officer Elsewhere" not in minutes
        if case.child.is_household:
            assert "at this review" not in minutes
            assert "to the child" not in minutes


def test_that_a_care_leaver_has_a_second_review_and_no_third(workspace: Workspace) -> None:
    factory, grown_up = workspace.uow_factory, replace(CHILD, date_of_birth=dt.date(2008, 3, 1))
    with factory() as uow:
        put_child(uow, grown_up, _lives(ended=dt.date(2026, 3, 1)))
    kind = ReviewKind.CARE_LEAVER
    for position, limit in enumerate((dt.date(2027, 5, 22), None)):
        booked = preparing.book(factory, CHILD.id, TODAY, "", TODAY, kind)
        held = _hold(workspace, booked, CASES["care leaver"])
        due = held.record.next_due
        assert (due.on if due else None) == limit, position


def _hold(workspace: Workspace, booked: Review, case: Case) -> Meeting:
    factory = workspace.uow_factory
    form = workspace.form_of(booked)
    begun = preparing.begin(factory, CHILD.id, form, TODAY, review=booked.id)
    held = Meeting(workspace, replace(begun, conduct=case.conduct), form)
    for number, member in enumerate(panels.members(factory, begun.id)):
        panels.put_member(factory, _seated(member, number))
    held.fill()
    if not any(Records.PARTICIPATION in section.records for section in form.sections):
        held.change(participation=None, participation_confirmed=False)
    held.close()
    return held


def _seated(member: PanelMember, number: int) -> PanelMember:
    return replace(
        member,
        name=f"Made-up Member {number}",
        is_chair=number == 0,
        is_member_or_officer=False,
        works_for_the_home=False,
    )


def _standing(workspace: Workspace, day: dt.date) -> set[Standing]:
    entries = diary.entries(workspace.uow_factory, TODAY, day, day)
    return {one.standing for one in entries if one.review is not None}


def _reviews(workspace: Workspace) -> tuple[Review, ...]:
    with workspace.uow_factory() as uow:
        return tuple(uow.reviews.of_child(CHILD.id))


def _minutes(workspace: Workspace, review: Review) -> str:
    return write_text(writing.compose(workspace, review.id, DocumentKind.MINUTES, Translator()))


def _taken_in(workspace: Workspace, review: Review, folder: Path, clock: FixedClock) -> Workspace:
    """The record of a closed review on a laptop that knows nothing of the child."""
    file = folder / "record.json"
    file.write_bytes(export_record(workspace.uow_factory, review.id))
    other = create_store(folder / "other", bytes(32), clock=clock)
    introduce(other.unit_of_work, Signatory("Officer Elsewhere"))
    import_record(other.unit_of_work, read_record(file))
    return Workspace(other.unit_of_work, clock, workspace.catalogue)
