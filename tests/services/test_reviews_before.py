"""What counts as the review before: one of the child's case, whatever stands beside it."""

import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, put_child

from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.services import child_file, panels, review_records
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
NOW_HELD = Review(id=ReviewId("now"), child_id=CHILD.id, status=ReviewStatus.OPEN, held_on=TODAY)
BEFORE, BESIDE = dt.date(2026, 5, 20), dt.date(2026, 8, 20)


def _record(workspace: Workspace, kind: ReviewKind) -> ReviewRecord:
    """The record of a review, after one of the case and then one of `kind`, each with a word."""
    with workspace.uow_factory() as uow:
        put_child(uow)
        uow.reviews.put(NOW_HELD)
        for name, day, held_as in (
            ("before", BEFORE, ReviewKind.LOOKED_AFTER),
            ("beside", BESIDE, kind),
        ):
            review = Review(
                id=ReviewId(name),
                child_id=CHILD.id,
                kind=held_as,
                status=ReviewStatus.OPEN,
                held_on=day,
            )
            uow.reviews.put(review)
            uow.decisions.put(
                Decision(
                    id=EntityId(name), child_id=CHILD.id, review_id=review.id, what=f"Of {name}"
                )
            )
    return review_records.read(workspace.uow_factory, NOW_HELD.id, TODAY)


@pytest.mark.parametrize("kind", sorted(set(ReviewKind) - OF_THE_CASE))
def test_that_a_meeting_beside_the_case_is_not_the_review_before(
    workspace: Workspace, kind: ReviewKind
) -> None:
    record = _record(workspace, kind)
    assert record.previous_review_on == BEFORE
    assert [decision.what for decision in record.last_decisions] == ["Of before"]


@pytest.mark.parametrize("kind", sorted(OF_THE_CASE))
def test_that_the_review_before_is_of_the_case_under_whichever_law(
    workspace: Workspace, kind: ReviewKind
) -> None:
    record = _record(workspace, kind)
    assert record.previous_review_on == BESIDE
    assert [decision.what for decision in record.last_decisions] == ["Of beside"]


def test_that_every_kind_of_review_has_a_form_of_its_own_but_for_the_councils(
    workspace: Workspace,
) -> None:
    for kind in ReviewKind:
        review = Review(id=ReviewId("any"), child_id=CHILD.id, kind=kind)
        if kind is ReviewKind.COUNCIL:
            with pytest.raises(NoSuchThing):
                workspace.form_of(review)
        else:
            assert kind in workspace.form_of(review).review_kinds


def test_that_people_not_kept_yet_are_judged_as_a_panel(workspace: Workspace) -> None:
    secure = Review(id=ReviewId("secure"), child_id=CHILD.id, kind=ReviewKind.SECURE)
    with workspace.uow_factory() as uow:
        put_child(uow)
        uow.reviews.put(secure)
    factory = workspace.uow_factory
    member = panels.new_member(secure, 0)
    codes = [problem.code for problem in panels.problems_with(factory, secure, [member])]
    assert codes == ["panel_too_small", "panel_without_independent", "panel_without_chair"]
    assert panels.problems_with(factory, NOW_HELD, [member]) == ()


@pytest.mark.parametrize(
    ("kind", "shown"), [(ReviewKind.LOOKED_AFTER, "Of beside"), (ReviewKind.SECURE, "Of before")]
)
def test_that_a_childs_page_shows_the_last_decisions_of_the_case(
    workspace: Workspace, kind: ReviewKind, shown: str
) -> None:
    _record(workspace, kind)
    with workspace.uow_factory() as uow:
        for review in uow.reviews.of_child(CHILD.id):
            if review.id != NOW_HELD.id:
                uow.reviews.put(replace(review, status=ReviewStatus.CLOSED))
    file = child_file.read(workspace.uow_factory, CHILD.id, TODAY)
    assert [decision.what for decision in file.open_decisions] == [shown]


def test_that_nothing_was_decided_at_a_cancelled_review(workspace: Workspace) -> None:
    _record(workspace, ReviewKind.LOOKED_AFTER)
    with workspace.uow_factory() as uow:
        for review in uow.reviews.of_child(CHILD.id):
            is_before = review.id == ReviewId("before")
            status = ReviewStatus.CLOSED if is_before else ReviewStatus.CANCELLED
            uow.reviews.put(replace(review, status=status))
    file = child_file.read(workspace.uow_factory, CHILD.id, TODAY)
    assert [decision.what for decision in file.open_decisions] == ["Of before"]
