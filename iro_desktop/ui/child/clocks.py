"""Every clock that runs for a child besides the next review's, in lines, the soonest first."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n import screen, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.ui.words.due_dates import Urgency, explained, how_soon, urgency, which_review
from iro_desktop.ui.words.happenings import groups


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock in words. `records` is what can be written down to meet it, None where nothing."""

    what: str
    day: str
    how_soon: str
    urgency: Urgency
    explanation: Explanation
    records: Happening | None


def clocks_of(
    every: Iterable[Explained], next_review: Explained | None, today: dt.date
) -> tuple[ClockLine, ...]:
    """The clocks in their order, without that of the next review."""
    return tuple(_line(due, today) for due in every if due != next_review)


def heading_of(pressing: Urgency) -> str:
    """What stands above the clocks that are as pressing."""
    return {
        Urgency.OVERDUE: tr("Overdue"),
        Urgency.SOON: tr("In the next 30 days"),
        Urgency.LATER: tr("Later"),
    }[pressing]


def counted(lines: Sequence[ClockLine]) -> str:
    """How many are overdue, soon and later."""
    number = {each: sum(line.urgency is each for line in lines) for each in Urgency}
    said = {
        Urgency.OVERDUE: tr("{number} overdue", number=screen().number(number[Urgency.OVERDUE])),
        Urgency.SOON: tr(
            "{number} in the next 30 days", number=screen().number(number[Urgency.SOON])
        ),
        Urgency.LATER: tr("{number} later", number=screen().number(number[Urgency.LATER])),
    }
    return " · ".join(said[each] for each in Urgency if number[each])


def _line(due: Explained, today: dt.date) -> ClockLine:
    return ClockLine(
        what=which_review(due),
        day=screen().weekday_date(due.on),
        how_soon=how_soon(due.on, today),
        urgency=urgency(due.on, today),
        explanation=explained(due),
        records=next((kind for kind in due.rule.met_by if kind in _recordable()), None),
    )


@lru_cache(maxsize=1)
def _recordable() -> frozenset[Happening]:
    """What someone may write down; the store knows the rest by itself."""
    return frozenset(kind for _, kinds in groups() for kind in kinds)
