"""What made-up reviews found of the plan for permanence, and whom the child was offered."""

import datetime as dt

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.lives import Life
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.permanence import DelayReason, PermanenceFinding, PermanencePlan
from iro_desktop.domain.review import Review, ReviewKind

_PLANS = {
    **dict.fromkeys(("A3", "A5", "A6", "U5"), PermanencePlan.ADOPTION),
    **dict.fromkeys(("U1", "U3"), PermanencePlan.WITH_RELATIVES),
    "U4": PermanencePlan.FOSTERING_TO_18,
    **dict.fromkeys(("K2", "S1", "R1"), PermanencePlan.RESIDENTIAL),
    "H5": PermanencePlan.SUPPORTED_LIVING,
    "P1": PermanencePlan.REMAIN_SUPPORTED,
}
_OFTEN_NOT_RATIFIED_UNTIL = 2
_HAS_AN_ADVOCATE_FROM = 16
_CAN_SAY_FROM = 4
_TO_RATIFY = dt.timedelta(days=12)


def held_before(life: Life, day: dt.date) -> int:
    """How many reviews of the child's case were held before that day."""
    return sum(held < day for held in life.calendar.held)


def make_permanence(
    draw: Draw, life: Life, reviews: tuple[Review, ...]
) -> tuple[PermanenceFinding, ...]:
    """One finding for each looked after review held, from the second on."""
    found = [
        _finding(draw, life, review, review.held_on)
        for review in reviews
        if review.kind is ReviewKind.LOOKED_AFTER
        and review.held_on is not None
        and held_before(life, review.held_on)
    ]
    return tuple(found)


def _finding(draw: Draw, life: Life, review: Review, day: dt.date) -> PermanenceFinding:
    finding_id = EntityId(draw.id("permanence", review.id))
    placement = life.period.episode_on(day).placement
    plan = _PLANS.get(placement, PermanencePlan.RETURN_EVENTUALLY)
    waits = held_before(life, day) < _OFTEN_NOT_RATIFIED_UNTIL
    if waits and draw.of("permanence", review.id).choice((True, False)):
        return PermanenceFinding(
            id=finding_id,
            child_id=review.child_id,
            review_id=review.id,
            is_present=True,
            plan=plan,
            is_ratified=False,
            delay=DelayReason.ASSESSMENTS,
            delay_note="The assessments are not finished. They are due in six weeks.",
        )
    return PermanenceFinding(
        id=finding_id,
        child_id=review.child_id,
        review_id=review.id,
        is_present=True,
        plan=plan,
        is_ratified=True,
        ratified_by="Made-up permanence panel",
        ratified_on=day - _TO_RATIFY,
    )


def make_offers(draw: Draw, life: Life, reviews: tuple[Review, ...]) -> tuple[SupportOffer, ...]:
    """An advocate and an independent visitor, as each review begun asked about them."""
    return tuple(
        SupportOffer(
            id=EntityId(draw.id("support offer", review.id, service)),
            child_id=review.child_id,
            review_id=review.id,
            service=service,
            state=_state(draw, life, review, service),
            position=position,
        )
        for review in reviews
        for position, service in enumerate(SupportService)
    )


def _state(draw: Draw, life: Life, review: Review, service: SupportService) -> OfferState:
    age = life.age_on(review.held_on or review.planned_for or life.calendar.started)
    if service is SupportService.ADVOCATE and age >= _HAS_AN_ADVOCATE_FROM:
        return OfferState.HAS_ONE
    if age < _CAN_SAY_FROM:
        return OfferState.NOT_APPLICABLE
    chance = draw.of("support offer", review.id, service)
    return chance.choice((OfferState.OFFERED, OfferState.ACCEPTED, OfferState.DECLINED))
