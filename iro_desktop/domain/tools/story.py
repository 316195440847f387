"""Words and pictures: the story, agreed with the family, of why things are as they are."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.tools.entries import ToolEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFrame(ToolEntry):
    """One picture and one sentence.

    The picture is one kept with the review, a pictogram by its name, or strokes drawn here.
    """

    sentence: str = ""
    picture_id: EntityId | None = None
    pictogram: str = ""
    drawing: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAgreement:
    """Who agreed to the story as it stands, for a child of which age, and who read it with them."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    agreed_by: tuple[str, ...] = ()
    not_agreed: str = ""
    reading_age: int | None = None
    read_with: str = ""
    read_on: dt.date | None = None
    position: int = 0
