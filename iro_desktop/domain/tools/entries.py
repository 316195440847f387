"""What every entry of every practice tool says of itself: whose it is, who said it, what is open.

An entry hangs on one review, so that a closed record keeps the tool as it stood. What is carried on
to the next review is a new entry of the same `thread`, and the two stand beside each other.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


class Tool(StrEnum):
    """The tools, by neutral names: what a council calls them stands in its practice pack."""

    MAP = "map"
    WORRIES = "worries"
    HARM_MATRIX = "harm_matrix"
    TRAJECTORY = "trajectory"
    THREE_HOUSES = "three_houses"
    WIZARD = "wizard"
    FAIRY = "fairy"
    SAFETY_HOUSE = "safety_house"
    WORDS_AND_PICTURES = "words_and_pictures"
    SAFETY_PLAN = "safety_plan"
    BEST_QUESTIONS = "best_questions"


class EntryState(StrEnum):
    """Four ways of having no answer, which are never taken for each other; and having one."""

    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolEntry:
    """What entries of all tools have.

    `heard_from` said it, `author` wrote it down; `is_verbatim` says that the words are exactly
    theirs, and such words are never changed by the program. `thread` is the same for entries that
    are the same thing at several meetings: of the first of them it is its own id.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    thread: EntityId
    position: int = 0
    state: EntryState = EntryState.UNANSWERED
    heard_from: str = ""
    is_verbatim: bool = False
    author: str = ""
    written_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolUse:
    """How one tool stands in the documents of one review, as the IRO says."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    tool: Tool
    in_minutes: bool = True
    in_letter: bool = False
    position: int = 0
