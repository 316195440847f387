import datetime as dt
import json
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, EPISODE, Desk, Meeting, put_child

from iro_desktop.domain.identifiers import ChildId, EpisodeId
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import LateReason, ReviewKind, ReviewStatus
from iro_desktop.services import listing
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)


def test_that_a_child_is_a_row_of_plain_values(meeting: Meeting) -> None:
    (row,) = listing.children(meeting.workspace.uow_factory, TODAY)
    assert row == {
        "id": CHILD.id,
        "number": "MADEUP471108",
        "known_as": "Zorbelina",
        "family_name": "Quillfeather",
        "date_of_birth": "2014-02-28",
        "age": 12,
        "looked_after": True,
        "legal_status": "C2",
        "placement": "U6",
        "last_review": None,
        "next_review_due": "2025-03-31",
        "made_up": True,
    }


def test_that_a_review_is_a_row_of_plain_values(meeting: Meeting) -> None:
    (row,) = listing.reviews(meeting.workspace.uow_factory, TODAY)
    assert row == {
        "id": meeting.review.id,
        "child": CHILD.id,
        "child_number": "MADEUP471108",
        "kind": "looked_after",
        "due": None,
        "planned_for": None,
        "held": None,
        "status": "preparing",
        "participation": None,
        "origin": "laptop",
        "in_time": None,
        "working_days_late": 0,
        "late_reason": None,
    }
    meeting.open()
    meeting.change(participation=ParticipationCode.PN1, late_reason=LateReason.VENUE)
    (row,) = listing.reviews(meeting.workspace.uow_factory, TODAY)
    assert (row["held"], row["due"]) == ("2026-11-22", "2025-03-31")
    assert (row["status"], row["participation"]) == ("open", "PN1")
    assert (row["in_time"], row["late_reason"]) == (False, "venue")
    assert row["working_days_late"] == 416


@pytest.mark.parametrize(
    ("held", "in_time", "working_days"),
    [
        (dt.date(2025, 3, 31), True, 0),
        (dt.date(2025, 4, 1), False, 1),
        (dt.date(2025, 4, 22), False, 14),  # two bank holidays at Easter lie between
    ],
)
def test_that_a_row_says_whether_a_review_was_in_time(
    meeting: Meeting,
    held: dt.date,
    in_time: bool,  # noqa: FBT001 - a column of the table
    working_days: int,
) -> None:
    meeting.open()
    meeting.change(held_on=held)
    (row,) = listing.reviews(meeting.workspace.uow_factory, TODAY)
    assert (row["in_time"], row["working_days_late"]) == (in_time, working_days)


def test_that_the_clock_of_the_case_judges_no_review_beside_it(meeting: Meeting) -> None:
    meeting.open()
    meeting.change(kind=ReviewKind.DISRUPTION)
    (row,) = listing.reviews(meeting.workspace.uow_factory, TODAY)
    assert (row["kind"], row["due"], row["in_time"]) == ("disruption", None, None)


def test_that_a_cancelled_review_is_neither_late_nor_in_time(meeting: Meeting) -> None:
    meeting.change(status=ReviewStatus.CANCELLED, cancelled_because="Made-up reason")
    (row,) = listing.reviews(meeting.workspace.uow_factory, TODAY)
    assert (row["status"], row["in_time"]) == ("cancelled", None)
    assert "Made-up reason" not in row.values()


def test_that_a_child_who_left_care_has_nothing_due(workspace: Workspace) -> None:
    gone = replace(EPISODE, ended=dt.date(2026, 1, 5), reason_ended="E4A")
    with workspace.uow_factory() as uow:
        put_child(uow, CHILD, gone)
        other = replace(CHILD, id=ChildId("other"), number="MADEUP2")
        put_child(uow, other, replace(EPISODE, id=EpisodeId("e2"), child_id=other.id))
    rows = listing.children(workspace.uow_factory, TODAY)
    assert [row["number"] for row in rows] == ["MADEUP2", "MADEUP471108"]
    left = rows[1]
    assert left["looked_after"] is False
    assert [left[name] for name in ("legal_status", "placement", "next_review_due")] == [None] * 3


def test_that_the_whole_caseload_is_listed_in_order(desk: Desk) -> None:
    children = listing.children(desk.store.unit_of_work, TODAY)
    reviews = listing.reviews(desk.store.unit_of_work, TODAY)
    assert {row["id"] for row in children} == {child.id for child in desk.caseload.children}
    assert {row["id"] for row in reviews} == {review.id for review in desk.caseload.reviews}
    assert json.loads(json.dumps([children, reviews])) == [children, reviews]
    in_care = [row["looked_after"] for row in children]
    assert in_care == sorted(in_care, reverse=True)
    due = [row["next_review_due"] for row in children if row["looked_after"]]
    assert due == sorted(due)  # type: ignore[type-var]  # all in care have a day
    closed = [row["status"] == "closed" for row in reviews]
    assert closed == sorted(closed)
    held = [str(row["held"]) for row in reviews if row["status"] == "closed"]
    assert held == sorted(held, reverse=True)
    assert all(row["due"] for row in reviews if row["held"])
