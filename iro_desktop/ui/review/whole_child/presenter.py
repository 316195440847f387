"""The page of the whole child at a review, without the screen."""

import datetime as dt

from iro_desktop.domain.advocacy import SupportOffer, SupportService
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import natural_id
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.whole_child import Found, WholeChild
from iro_desktop.services import advocacy, happenings, sdq
from iro_desktop.services.changed import Changed
from iro_desktop.ui.review.presenter import ReviewPresenter


class WholeChildPresenter:
    """What is written down here goes to the store at once, and the page is read anew."""

    def __init__(self, review: ReviewPresenter) -> None:
        self.review = review
        self._proposals: dict[SupportService, Found] | None = None

    @property
    def page(self) -> WholeChild | None:
        """The page as it was last read; None for a foster household."""
        return self.review.record.whole_child

    @property
    def four_months(self) -> Explained | None:
        """By when a plan for permanence is wanted."""
        return self.page.four_months if self.page else None

    def read(self) -> None:
        """Read the page anew: something may have been recorded meanwhile."""
        self.review.act_beside(lambda _workspace, _review: Changed())

    def record(self, happening: Happening, day: dt.date, note: str) -> None:
        """Write down that something happened. Raises what the store raises."""
        child = self.review.review.child_id
        self.review.act_beside(
            lambda workspace, _: happenings.record(
                workspace.uow_factory, child, happening, day, note
            )
        )

    def record_sdq(self, day: dt.date, total: int | None, reason: str) -> None:
        """Write down a total, or why there is none. Raises what the store raises."""
        child = self.review.review.child_id
        self.review.act_beside(
            lambda workspace, _: sdq.record(workspace.uow_factory, child, day, total, reason)
        )

    def withdraw_sdq(self, score: SdqScore) -> None:
        """Take back a score. Raises what the store raises."""
        self.review.act_beside(lambda workspace, _: sdq.withdraw(workspace.uow_factory, score))

    # Permanence, and who stands by the child

    def finding(self) -> PermanenceFinding:
        """What the review found of the plan for permanence; a new one where nobody has said."""
        found = next(iter(self.review.record.permanence_findings), None)
        review = self.review.review
        return found or PermanenceFinding(
            id=natural_id("permanence finding", review.id),
            child_id=review.child_id,
            review_id=review.id,
        )

    def offer(self, service: SupportService) -> SupportOffer:
        """What was offered at the review; a new one where nobody has said."""
        for offer in self.review.record.support_offers:
            if offer.service is service:
                return offer
        return advocacy.new_offer(self.review.review, service)

    def proposal(self, service: SupportService) -> Found | None:
        """What the review before found, while this one has said nothing of it."""
        is_said = any(one.service is service for one in self.review.record.support_offers)
        if is_said or self.review.review.is_fixed:
            return None
        if self._proposals is None:
            factory = self.review.workspace.uow_factory
            self._proposals = advocacy.proposals(factory, self.review.review)
        return self._proposals.get(service)

    def still_so(self, found: Found) -> SupportOffer | None:
        """What the review before found, as this one's own."""
        offer = found.thing
        if not isinstance(offer, SupportOffer):
            return None
        return advocacy.still_so(offer, self.review.review)
