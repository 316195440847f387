"""The whole child is read from what is stored, with who said it; a closed review stays the same."""

import datetime as dt
from dataclasses import replace

from made_up_meeting import CHILD, EPISODE, put_child

from fixed_clock import FixedClock
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.whole_child import (
    LineState,
    Matter,
    SdqTrend,
    Source,
    SourceKind,
    WholeChild,
)
from iro_desktop.services import advocacy, happenings, review_records, sdq, whole_child
from iro_desktop.services.workspace import Workspace

TODAY = dt.date(2026, 11, 22)
HELD = dt.date(2026, 11, 20)
REVIEW = Review(
    id=ReviewId("made-up-review"), child_id=CHILD.id, status=ReviewStatus.OPEN, held_on=HELD
)


def _stored(workspace: Workspace, *reviews: Review) -> Workspace:
    with workspace.uow_factory() as uow:
        put_child(uow)
        uow.children.put(replace(CHILD, last_dental_check=dt.date(2026, 3, 2), sdq_score=18))
        if not uow.episodes.of_child(CHILD.id):
            uow.episodes.put(EPISODE)
        for review in reviews:
            uow.reviews.put(review)
    return workspace


def _page(workspace: Workspace, review: ReviewId | None = None) -> WholeChild:
    factory = workspace.uow_factory
    if review is None:
        page = whole_child.read(factory, CHILD.id, TODAY)
    else:
        page = review_records.read(factory, review, TODAY).whole_child
    assert page is not None
    return page


def test_that_each_line_says_who_told_it_and_when(workspace: Workspace) -> None:
    _stored(workspace)
    happenings.record(workspace.uow_factory, CHILD.id, Happening.FAMILY_TIME, HELD, "With Mum")
    page = _page(workspace)
    family, dental = page.line(Matter.FAMILY_TIME), page.line(Matter.DENTAL)
    assert family.source == Source(SourceKind.RECORDED, "Made-up Officer", TODAY)
    assert dental.source == Source(SourceKind.RETURN, on=TODAY)
    assert (dental.on, dental.stale_since) == (dt.date(2026, 3, 2), dt.date(2027, 3, 3))


def test_that_a_closed_review_stays_as_it_was_when_it_was_closed(
    workspace: Workspace, clock: FixedClock
) -> None:
    _stored(workspace, REVIEW)
    with workspace.uow_factory() as uow:
        uow.reviews.put(replace(REVIEW, status=ReviewStatus.CLOSED, closed_on=TODAY))
    before = _page(workspace, REVIEW.id)
    clock.advance(3 * 24 * 3600)
    happenings.record(workspace.uow_factory, CHILD.id, Happening.PEP_HELD, HELD)
    with workspace.uow_factory() as uow:
        later = replace(CHILD, last_dental_check=HELD, dental_check_up_to_date=True, sdq_score=9)
        uow.children.put(later)
    assert _page(workspace, REVIEW.id) == before
    assert before.as_of == HELD
    assert before.line(Matter.PEP).state is LineState.NEVER_RECORDED
    assert _page(workspace).line(Matter.PEP).on == HELD


def test_that_a_household_has_no_such_page(workspace: Workspace) -> None:
    _stored(workspace)
    with workspace.uow_factory() as uow:
        household = replace(CHILD, subject=type(CHILD.subject).HOUSEHOLD)
        assert whole_child.gather(uow, household, TODAY) is None


def test_that_a_total_is_kept_once_meets_the_clock_and_can_be_taken_back(
    workspace: Workspace,
) -> None:
    _stored(workspace)
    factory = workspace.uow_factory
    assert sdq.record(factory, CHILD.id, HELD, 15)
    assert not sdq.record(factory, CHILD.id, HELD, 15)
    line = _page(workspace).line(Matter.SDQ)
    assert isinstance(line.value, SdqTrend)
    # The council's total has no day: it stands before what was written down with one.
    assert [score.total for score in line.value.scores] == [18, 15]
    assert [score.total for score in line.value.totals] == [15]
    assert line.stale_since == dt.date(2027, 11, 21)
    sdq.withdraw(factory, line.value.scores[-1])
    line = _page(workspace).line(Matter.SDQ)
    assert (line.on, line.due) == (None, None)
    assert happenings.of_child(factory, CHILD.id) == ()


def test_that_what_the_review_before_found_is_proposed_and_not_taken(workspace: Workspace) -> None:
    before = Review(
        id=ReviewId("before"),
        child_id=CHILD.id,
        status=ReviewStatus.OPEN,
        held_on=dt.date(2026, 5, 20),
    )
    _stored(workspace, before, REVIEW)
    offer = SupportOffer(
        id=EntityId("offer"),
        child_id=CHILD.id,
        review_id=before.id,
        service=SupportService.ADVOCATE,
        state=OfferState.HAS_ONE,
        person="Sam Example",
    )
    with workspace.uow_factory() as uow:
        uow.support_offers.put(offer)
    assert review_records.read(workspace.uow_factory, REVIEW.id, TODAY).support_offers == ()
    found = advocacy.proposals(workspace.uow_factory, REVIEW)
    assert [(one.thing, one.held_on) for one in found.values()] == [(offer, before.held_on)]
    confirmed = advocacy.still_so(offer, REVIEW)
    assert (confirmed.review_id, confirmed.person) == (REVIEW.id, "Sam Example")
    assert confirmed.id != offer.id
