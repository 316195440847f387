"""Decisions followed from meeting to meeting, until they are kept or no longer needed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import EntityId

STILL_OPEN = frozenset({Kept.NOT_KEPT, Kept.PARTLY_KEPT})
"""What leaves a promise to be looked at again."""


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What one review found of a decision: the decision as it stood then, and the day."""

    decision: Decision
    held_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a decision comes from, and what each review before found of it, oldest first."""

    decision_id: EntityId
    made_on: dt.date | None
    found: tuple[LookedBack, ...] = ()

    @property
    def last(self) -> LookedBack | None:
        """What the latest of them found."""
        return self.found[-1] if self.found else None


def not_looked_at(decision: Decision) -> Decision:
    """The decision with nobody having said yet what became of it."""
    return replace(
        decision, kept=Kept.NOT_LOOKED_AT, kept_note="", kept_words="", kept_looked_at_in=None
    )


def trail_of(trails: Iterable[Trail], decision: Decision) -> Trail | None:
    """The trail of a decision."""
    return next((trail for trail in trails if trail.decision_id == decision.id), None)
