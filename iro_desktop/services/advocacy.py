"""What was offered to a child at a review; what an earlier one found is proposed, never taken."""

from dataclasses import replace

from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.identifiers import EntityId, natural_id
from iro_desktop.domain.review import Review
from iro_desktop.domain.whole_child import Found
from iro_desktop.services.ports import UnitOfWorkFactory

_GONE_BY = frozenset({OfferState.NOT_SAID, OfferState.NOT_OFFERED})


def new_offer(review: Review, service: SupportService) -> SupportOffer:
    """One of the two, with nothing said of it yet."""
    return SupportOffer(
        id=_offer_id(review, service),
        child_id=review.child_id,
        review_id=review.id,
        service=service,
        position=list(SupportService).index(service),
    )


def _offer_id(review: Review, service: SupportService) -> EntityId:
    return natural_id("support offer", review.id, service.value)


def still_so(earlier: SupportOffer, review: Review) -> SupportOffer:
    """What an earlier review found, found again at this one."""
    return replace(
        earlier,
        id=_offer_id(review, earlier.service),
        review_id=review.id,
        position=list(SupportService).index(earlier.service),
    )


def proposals(uow_factory: UnitOfWorkFactory, review: Review) -> dict[SupportService, Found]:
    """What the latest earlier review found of each, for the IRO to confirm or say otherwise."""
    with uow_factory() as uow:
        held = {
            other.id: other.held_on
            for other in uow.reviews.of_child(review.child_id)
            if other.id != review.id
            and other.held_on is not None
            and (review.held_on is None or other.held_on <= review.held_on)
        }
        found = [
            Found(thing=offer, held_on=held[offer.review_id])
            for offer in uow.support_offers.of_child(review.child_id)
            if offer.review_id in held and offer.state not in _GONE_BY
        ]
    latest: dict[SupportService, Found] = {}
    for one in sorted(found, key=lambda one: (one.held_on is not None, one.held_on)):
        if isinstance(one.thing, SupportOffer):
            latest[one.thing.service] = one
    return latest
