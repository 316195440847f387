"""What was written after a review, and whether it has gone to its reader yet."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class DocumentKind(StrEnum):
    """Which of the two documents."""

    LETTER = "letter"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDocument:
    """A letter or minutes written out. The bytes are never kept: they can be made again."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    kind: DocumentKind
    written_on: dt.date
    sent_on: dt.date | None = None
    sent_to: str = ""
