"""What two people wrote that only a person can bring together: both kept, side by side."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, RevisionId


class ConflictCause(StrEnum):
    """Why nobody but a person may decide."""

    BOTH_CHANGED = "both_changed"
    TAKEN_AWAY_AND_CHANGED = "taken_away_and_changed"
    AFTER_CLOSING = "after_closing"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the versions. `by` is who sent it as the hub knows them, empty for this laptop's."""

    revision: RevisionId
    author: str
    device: str
    by: str
    made_at: dt.datetime
    fields: dict[str, object]
    withdrawn: bool
    is_mine: bool


@dataclass(frozen=True, slots=True)
class FieldInConflict:
    """A field with what it was before, where that is known, and what each side says, in order."""

    name: str
    before: object
    versions: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A thing that stands at several revisions. `merged` is what nobody disputes.

    `sides` are in the order of their ids, so that every laptop shows the same. Where `cause` is
    AFTER_CLOSING, the first side is the record as it was closed.
    """

    entity: EntityId
    child: ChildId
    review: ReviewId | None
    kind: str
    cause: ConflictCause
    sides: tuple[Side, ...]
    disputed: tuple[FieldInConflict, ...]
    merged: dict[str, object]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A person's decision: the whole thing as it shall stand, or that it is taken away."""

    fields: dict[str, object]
    withdrawn: bool = False
    addendum: str = ""
