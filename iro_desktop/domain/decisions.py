"""Decisions of a review: what, who, by when, how the child is told, and whether it was kept."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class Kept(StrEnum):
    """What became of a decision, as the next review found it."""

    NOT_LOOKED_AT = "not_looked_at"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    NOT_KEPT = "not_kept"
    NO_LONGER_NEEDED = "no_longer_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. `words_for_child` is how the IRO would say it to the child; may be empty.

    `kept_note` is why it was not kept, `kept_words` what the child says about that, in their words.
    `by_when` holds what a date cannot ("before Christmas"); `due_on` wins where both are given.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    what: str = ""
    owner: str = ""
    due_on: dt.date | None = None
    by_when: str = ""
    words_for_child: str = ""
    position: int = 0
    kept: Kept = Kept.NOT_LOOKED_AT
    kept_note: str = ""
    kept_words: str = ""
    kept_looked_at_in: ReviewId | None = None

    @property
    def reference(self) -> str:
        """A short mark, the same in every document: the first eight digits of the id."""
        return self.id[:8].upper()

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been written yet."""
        return not (self.what.strip() or self.words_for_child.strip())
