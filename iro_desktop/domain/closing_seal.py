"""Which words a closed record is made of: what of it was the newest, on the laptop that closed it.

What another laptop wrote without knowing of the closing came after it, whatever its clock says,
and goes into an addendum or stays out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, derived_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSeal:
    """The newest revision of each thing of a review when it was closed, by the thing's id."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    heads: Mapping[str, str] = field(default_factory=dict)


def closing_seal_id(review: ReviewId) -> EntityId:
    """A review is closed once, so it has one seal, on whichever laptop it is closed."""
    return EntityId(derived_id("closing seal", review))
