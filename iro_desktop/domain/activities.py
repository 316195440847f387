"""What an IRO does between meetings: visits, calls, messages, conversations, checks of the case."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId


class ActivityKind(StrEnum):
    """Kinds of activity, as annual reports count them."""

    VISIT = "visit"
    CALL = "call"
    MESSAGE = "message"
    PRE_REVIEW_TALK = "pre_review_talk"
    CONVERSATION = "conversation"
    CASE_CHECK = "case_check"


class Seen(StrEnum):
    """Whether the child was seen. Not said is not the same as not seen."""

    NOT_SAID = "not_said"
    ALONE = "alone"
    WITH_OTHERS = "with_others"
    SPOKEN_WITH = "spoken_with"
    NOT_SEEN = "not_seen"


_IN_TOUCH = frozenset({Seen.ALONE, Seen.WITH_OTHERS, Seen.SPOKEN_WITH})


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One of them. `minutes` is how long it took, 0 where nobody said.

    `remind_on` is when to come back to it; `is_settled` that this was done.
    """

    id: EntityId
    child_id: ChildId
    kind: ActivityKind
    on: dt.date
    with_whom: str = ""
    seen: Seen = Seen.NOT_SAID
    summary: str = ""
    minutes: int = 0
    recorded_by: str = ""
    remind_on: dt.date | None = None
    remind_of: str = ""
    is_settled: bool = False

    @property
    def waits(self) -> bool:
        """Whether there is something to come back to."""
        return self.remind_on is not None and not self.is_settled

    @property
    def was_in_touch(self) -> bool:
        """Whether the child was seen or spoken with."""
        return self.seen in _IN_TOUCH


@dataclass(frozen=True, slots=True)
class ActivityCounts:
    """What was done in some time: how often of each kind, and how often the child was seen how.

    `children` is how many different children it was about; `minutes` all time that was noted.
    """

    of_kind: Mapping[ActivityKind, int]
    seen: Mapping[Seen, int]
    children: int
    minutes: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.of_kind.values())


def count(activities: Iterable[Activity]) -> ActivityCounts:
    """Count activities, each once."""
    counted = tuple(activities)
    of_kind = Counter(one.kind for one in counted)
    seen = Counter(one.seen for one in counted)
    return ActivityCounts(
        {kind: of_kind[kind] for kind in ActivityKind},
        {how: seen[how] for how in Seen},
        len({one.child_id for one in counted}),
        sum(one.minutes for one in counted),
    )
