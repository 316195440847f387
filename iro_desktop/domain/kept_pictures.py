"""A photo or a scanned drawing that belongs to a review's record."""

from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.wishes_and_feelings import Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPicture:
    """A picture with what is seen in it. `image` is a PNG or JPEG file in base64.

    What the camera wrote into the file, such as where it was taken, was removed before.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    image: str
    description: str
    sharing: Sharing = Sharing.NOT_ASKED
    position: int = 0

    @property
    def may_be_printed(self) -> bool:
        """Whether the child agreed that others see it."""
        return self.sharing is Sharing.EVERYONE
