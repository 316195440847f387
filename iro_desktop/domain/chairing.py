"""The running of a meeting: its agenda, its parts with different people, the reading back.

A review may be held in parts, so that a child need not meet everyone (IRO Handbook 2010, chapter
3); at its end the decisions are read back, and each person says whether they agree.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.participation import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """Something to talk about. `minutes` is the time meant for it, 0 where nobody said.

    `section` is the id of the form's section in which it is written down, if any. What only the
    IRO may see stands off a shared screen.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    what: str = ""
    minutes: int = 0
    brought_by: str = ""
    section: str = ""
    is_done: bool = False
    only_for_iro: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPart:
    """A part of one meeting. `people` are the ids of the participants who were in it."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    title: str = ""
    people: tuple[str, ...] = ()
    began_at: dt.time | None = None
    ended_at: dt.time | None = None
    note: str = ""
    position: int = 0


class Agrees(StrEnum):
    """What someone says to a decision that is read back to them."""

    NOT_ASKED = "not_asked"
    AGREES = "agrees"
    PARTLY = "partly"
    DISAGREES = "disagrees"
    NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What one person says to one decision, in their words where they disagree."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    decision_id: EntityId
    person: str
    role: Role
    agrees: Agrees = Agrees.NOT_ASKED
    words: str = ""
    position: int = 0
