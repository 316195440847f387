"""What stands on the Today screen, as plain values in the words that are shown."""

import datetime as dt
from dataclasses import dataclass, field

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.today.of_iros import IroLine
from iro_desktop.ui.widgets.lines import Lines
from iro_desktop.ui.words.due_dates import Urgency


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something that is due for a child. `about` and `booked` are empty where there is none.

    `explanation` is None for an action, which was agreed and not reckoned: `why` says where.
    """

    child: ChildId
    name: str
    about: str
    which: str
    day: str
    short_day: str
    how_soon: str
    urgency: Urgency
    why: str
    booked: str
    made_up: bool
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class HalfFinishedLine:
    """A review that was begun, or is being written by another (`to_read`).

    `how_soon` is empty where no due date is known.

    `synced` is where its newest words are; None where the laptop belongs to no hub.
    """

    child: ChildId
    review: ReviewId
    name: str
    state: str
    how_soon: str
    urgency: Urgency
    made_up: bool
    synced: RecordState | None = None
    to_read: bool = False


@dataclass(frozen=True, slots=True)
class UnsentLine:
    """A document that waits to be sent, and to whom it would go."""

    document: WrittenDocument
    review: ReviewId
    name: str
    what: str
    time_left: str
    urgency: Urgency
    reader: str
    made_up: bool
    explanation: Explanation | None = None
    may_be_marked: bool = True


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """Something to come back to: what, after which contact, and how soon."""

    activity: Activity
    name: str
    what: str
    about: str
    how_soon: str
    urgency: Urgency
    made_up: bool


AskLine = DueLine | UnsentLine


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The whole screen; without any child it is an invitation.

    Where every child is made up, `all_made_up` says it once and the lines do not repeat it.
    `only_parts` says that of no child here the whole record is; `iros` are there for those who
    read a whole service.
    """

    today: dt.date
    greeting: str
    date: str
    summary: str
    has_caseload: bool
    overdue: Lines[AskLine]
    due_soon: Lines[AskLine]
    half_finished: Lines[HalfFinishedLine]
    reminders: Lines[ReminderLine]
    counts: str
    unnamed: int
    all_made_up: bool
    begins_records: bool = True
    only_parts: bool = False
    iros: Lines[IroLine] = field(default_factory=lambda: Lines((), 0))
    conflicts: Lines[ConflictLine] = field(default_factory=lambda: Lines((), 0))
