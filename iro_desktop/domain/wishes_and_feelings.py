"""The child's views in the child's own words, and with whom the child agrees to share them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class Sharing(StrEnum):
    """The child's choice. Not asked yet is not consent: it prints nowhere."""

    NOT_ASKED = "not_asked"
    EVERYONE = "everyone"
    IRO_ONLY = "iro_only"
    NOBODY = "nobody"


class HeardHow(StrEnum):
    """How the words came."""

    SAID_TO_ME = "said_to_me"
    SAID_IN_MEETING = "said_in_meeting"
    THROUGH_SOMEONE = "through_someone"
    WRITTEN = "written"
    DRAWN = "drawn"
    MESSAGE = "message"
    SIGNED = "signed"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The child's words exactly as given. Nothing in the product ever changes `words`."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    words: str = ""
    about: str = ""
    heard_by: str = ""
    heard_on: dt.date | None = None
    how: HeardHow = HeardHow.SAID_TO_ME
    sharing: Sharing = Sharing.NOT_ASKED
    position: int = 0

    @property
    def may_be_printed(self) -> bool:
        """Whether the words may stand in a document that others read."""
        return self.sharing is Sharing.EVERYONE
