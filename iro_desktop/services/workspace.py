"""What every screen and command works with once a store is open."""

from dataclasses import dataclass

from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.form_engine.catalogue import Catalogue, NoSuchForm
from iro_desktop.form_engine.definition import Form
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import Clock, UnitOfWorkFactory

# A kind that has no form of its own yet is held under the nearest one.
_STANDS_IN = {
    ReviewKind.AUTHORITY_TO_PLACE: ReviewKind.PLACED_FOR_ADOPTION,
    ReviewKind.REMAND: ReviewKind.LOOKED_AFTER,
    ReviewKind.SECURE: ReviewKind.LOOKED_AFTER,
    ReviewKind.PRIVATE_FOSTERING: ReviewKind.LOOKED_AFTER,
    ReviewKind.CHILD_PROTECTION_INITIAL: ReviewKind.LOOKED_AFTER,
    ReviewKind.CHILD_PROTECTION: ReviewKind.LOOKED_AFTER,
    ReviewKind.FOSTER_CARER: ReviewKind.LOOKED_AFTER,
    ReviewKind.COUNCIL: ReviewKind.LOOKED_AFTER,
    ReviewKind.DISRUPTION: ReviewKind.LOOKED_AFTER,
    ReviewKind.CARE_LEAVER: ReviewKind.LOOKED_AFTER,
    ReviewKind.MIDWAY: ReviewKind.LOOKED_AFTER,
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open store, the time, and the forms."""

    uow_factory: UnitOfWorkFactory
    clock: Clock
    catalogue: Catalogue

    def form_of(self, review: Review) -> Form:
        """The form a review is held under: the version it was begun with, else today's.

        Raises:
            NoSuchThing: no form is there for this kind of review.
        """
        try:
            if review.form:
                return self.catalogue.get(review.form, review.form_version)
            kind = _STANDS_IN.get(review.kind, review.kind)
            return self.catalogue.current_for(kind.value)
        except NoSuchForm as fault:
            raise NoSuchThing(kind="form", name=review.form or review.kind.value) from fault
