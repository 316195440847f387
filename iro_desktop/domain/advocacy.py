"""An advocate and an independent visitor: what was offered at each review, and what became of it.

Children Act 1989, sections 26A (advocacy) and 23ZB (independent visitors); IRO Handbook (2010).
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class SupportService(StrEnum):
    """Who stands by the child."""

    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"


class OfferState(StrEnum):
    """What became of the offer. Nothing said is not the same as not offered."""

    NOT_SAID = "not_said"
    NOT_OFFERED = "not_offered"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    HAS_ONE = "has_one"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportOffer:
    """One offer at one review. `why` is the reason of a child who declined, or of no offer."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    service: SupportService
    state: OfferState = OfferState.NOT_SAID
    offered_on: dt.date | None = None
    referred_on: dt.date | None = None
    provider: str = ""
    person: str = ""
    why: str = ""
    position: int = 0
