import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, Meeting, put_child

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus, open_meeting
from iro_desktop.i18n import Translator
from iro_desktop.services import closing_review, panels, preparing, sittings
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import FixedReview, NoSuchThing, PanelNotLawful
from iro_desktop.services.wording import words_for
from iro_desktop.services.workspace import Workspace

DAY = dt.date(2026, 11, 24)
SECURE = Review(id=ReviewId("secure"), child_id=CHILD.id, kind=ReviewKind.SECURE, planned_for=DAY)


@pytest.fixture
def desk_with_secure_review(workspace: Workspace) -> Workspace:
    with workspace.uow_factory() as uow:
        put_child(uow)
        uow.reviews.put(SECURE)
    return workspace


def appoint(workspace: Workspace, chair: str = "Ada Madeup") -> tuple[PanelMember, ...]:
    names = (chair, "Ben Madeup", "Cy Madeup")
    for position, name in enumerate(names):
        member = replace(
            panels.new_member(SECURE, position),
            name=name,
            is_chair=position == 0,
            is_member_or_officer=position != 2,
        )
        panels.put_member(workspace.uow_factory, member)
    return panels.members(workspace.uow_factory, SECURE.id)


def codes(workspace: Workspace) -> list[str]:
    return [problem.code for problem in panels.problems(workspace.uow_factory, SECURE.id)]


def test_that_a_secure_review_is_opened_only_with_a_lawful_panel(
    desk_with_secure_review: Workspace,
) -> None:
    factory = desk_with_secure_review.uow_factory
    with pytest.raises(PanelNotLawful) as refused:
        preparing.change_review(factory, open_meeting(SECURE, DAY))
    said = str(words_for(refused.value, Translator()))
    assert "fewer than three people; nobody on it is independent" in said
    appoint(desk_with_secure_review)
    assert codes(desk_with_secure_review) == []
    assert preparing.change_review(factory, open_meeting(SECURE, DAY))


def test_that_a_panel_that_lost_someone_cannot_close_its_review(
    desk_with_secure_review: Workspace, meeting: Meeting
) -> None:
    factory = desk_with_secure_review.uow_factory
    *_, stranger = appoint(desk_with_secure_review)
    preparing.change_review(factory, open_meeting(SECURE, DAY))
    assert panels.remove_member(factory, stranger).topics == {Topic.REVIEW}
    clock = desk_with_secure_review.clock
    with pytest.raises(PanelNotLawful):
        closing_review.close_review(factory, SECURE.id, meeting.form, clock)


def test_that_the_childs_iro_does_not_chair_and_is_the_laptops_owner_where_nobody_is_named(
    desk_with_secure_review: Workspace,
) -> None:
    workspace = desk_with_secure_review
    appoint(workspace, chair="made-up  officer")
    assert codes(workspace) == ["panel_chair_is_iro"]
    with workspace.uow_factory() as uow:
        uow.children.put(replace(CHILD, iro_name="Someone Else"))
    assert codes(workspace) == []


def test_that_the_first_review_of_the_criteria_comes_before_the_looked_after_review(
    desk_with_secure_review: Workspace,
) -> None:
    workspace, week = desk_with_secure_review, dt.timedelta(weeks=1)
    appoint(workspace)
    other = Review(id=ReviewId("other"), child_id=CHILD.id, planned_for=DAY - week)
    with workspace.uow_factory() as uow:
        uow.reviews.put(other)
    assert codes(workspace) == ["criteria_review_too_late"]
    with workspace.uow_factory() as uow:
        uow.reviews.put(replace(other, status=ReviewStatus.OPEN, held_on=DAY - week))
    assert codes(workspace) == []


def test_that_later_reviews_of_the_criteria_keep_no_order_with_the_others(
    desk_with_secure_review: Workspace,
) -> None:
    workspace, week = desk_with_secure_review, dt.timedelta(weeks=1)
    appoint(workspace)
    with workspace.uow_factory() as uow:
        uow.reviews.put(replace(SECURE, id=ReviewId("earlier"), held_on=DAY - 8 * week))
        uow.reviews.put(Review(id=ReviewId("other"), child_id=CHILD.id, planned_for=DAY - week))
    assert codes(workspace) == []


def test_that_reviews_of_other_kinds_need_no_panel(meeting: Meeting) -> None:
    assert panels.problems(meeting.workspace.uow_factory, meeting.review.id) == ()
    meeting.open()
    assert meeting.record.review.status is ReviewStatus.OPEN


def test_that_a_member_is_kept_once_and_not_in_a_cancelled_review(
    desk_with_secure_review: Workspace,
) -> None:
    factory = desk_with_secure_review.uow_factory
    member, *_ = appoint(desk_with_secure_review)
    assert not panels.put_member(factory, member)
    sittings.cancel(factory, SECURE.id, "Left secure accommodation")
    with pytest.raises(FixedReview):
        panels.put_member(factory, replace(member, name="Di Madeup"))
    with pytest.raises(FixedReview):
        panels.remove_member(factory, member)


def test_that_a_review_nobody_knows_has_no_panel(workspace: Workspace) -> None:
    with pytest.raises(NoSuchThing):
        panels.problems(workspace.uow_factory, ReviewId("nobody"))


def test_that_a_secure_review_stands_beside_that_of_the_case_under_a_form_of_its_own(
    desk_with_secure_review: Workspace,
) -> None:
    workspace = desk_with_secure_review
    today = workspace.clock.today()
    later = preparing.book(
        workspace.uow_factory, CHILD.id, DAY, "The unit", today, ReviewKind.SECURE
    )
    assert later == replace(SECURE, planned_at="The unit")
    ordinary = preparing.book(workspace.uow_factory, CHILD.id, DAY, "School", today)
    assert (ordinary.kind, ordinary.id == SECURE.id) == (ReviewKind.LOOKED_AFTER, False)
    assert Meeting.begun(workspace).review.id == ordinary.id
    assert workspace.form_of(SECURE).id == "secure-review"
