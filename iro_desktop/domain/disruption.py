"""Whether a move out of a home asks for a disruption meeting, and what says so.

No law asks for one. Practice holds it within 14 days where a home ended unplanned and the child had
lived there for two years or more, was matched for good, or has needs that were found to be complex.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.domain.working_days import add_months

_SETTLED_AFTER = 24  # months in one home
_FORGOTTEN_AFTER = dt.timedelta(days=183)
# SSDA903 REASON_PLACE_CHANGE. Planned: the care plan, another status of the same place, a court's
# custody. Where the return gives no reason nobody can tell, and nothing is suggested.
UNPLANNED = frozenset(
    {"CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "OTHER"}
)


class Reason(StrEnum):
    """What makes an unplanned end one to learn from."""

    TWO_YEARS = "two_years"
    MATCHED = "matched"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That a disruption meeting be held. `move` is the return's code for why the child moved."""

    child: ChildId
    ended: dt.date
    lived_there_since: dt.date
    move: str
    reasons: tuple[Reason, ...]


def suggested(
    child: Child,
    periods: Iterable[PeriodOfCare],
    happenings: Iterable[RecordedHappening],
    reviews: Iterable[Review],
    today: dt.date,
) -> Suggestion | None:
    """The latest move that asks for a meeting; None once it was booked, held or put aside.

    A move over half a year ago is history: more likely it was looked at than forgotten.
    """
    said = tuple(happenings)
    moves = [one for period in periods for one in _moves(child, period, said)]
    latest = max(
        (one for one in moves if today - _FORGOTTEN_AFTER <= one.ended <= today),
        key=lambda one: one.ended,
        default=None,
    )
    if latest is None or _is_seen_to(latest, said, reviews):
        return None
    return latest


def _moves(
    child: Child, period: PeriodOfCare, said: Iterable[RecordedHappening]
) -> Iterator[Suggestion]:
    """Each unplanned end of a home in a period of care that gives a reason to meet."""
    for moved in period.homes_began()[1:]:
        day_before = moved - dt.timedelta(days=1)
        left = period.episode_on(day_before)
        if left.reason_for_move not in UNPLANNED:
            continue
        since = period.in_this_home_since(day_before)
        reasons = tuple(_reasons(child, since, moved, said))
        if reasons:
            yield Suggestion(child.id, moved, since, left.reason_for_move, reasons)


def _reasons(
    child: Child, since: dt.date, ended: dt.date, said: Iterable[RecordedHappening]
) -> Iterator[Reason]:
    if add_months(since, _SETTLED_AFTER) <= ended:
        yield Reason.TWO_YEARS
    if child.permanently_matched_on is not None and child.permanently_matched_on <= ended:
        yield Reason.MATCHED
    if any(one.happening is Happening.NEEDS_ARE_COMPLEX and one.on <= ended for one in said):
        yield Reason.COMPLEX


_SEEN_TO = frozenset(
    {
        Happening.PLACEMENT_DISRUPTED,  # then a clock of its own runs
        Happening.DISRUPTION_MEETING_HELD,
        Happening.DISRUPTION_MEETING_NOT_NEEDED,
    }
)


def _is_seen_to(
    move: Suggestion, said: Iterable[RecordedHappening], reviews: Iterable[Review]
) -> bool:
    if any(one.happening in _SEEN_TO and one.on >= move.ended for one in said):
        return True
    meetings = (one for one in reviews if one.kind is ReviewKind.DISRUPTION)
    return any(
        one.status is not ReviewStatus.CANCELLED
        and (one.held_on or one.planned_for or dt.date.max) >= move.ended
        for one in meetings
    )
