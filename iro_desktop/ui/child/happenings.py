"""What someone wrote down as having happened to a child, in lines; and what may be written down."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.words.happenings import happening_in_words

# Of these one knows the day before it comes, and a review has to be held before it.
_MAY_BE_TO_COME = frozenset(
    {Happening.REMAND_ENDS, Happening.CUSTODY_ENDS, Happening.ACCOMMODATION_ENDS}
)


@dataclass(frozen=True, slots=True)
class HappeningLine:
    """One happening in words."""

    recorded: RecordedHappening
    what: str
    day: str
    note: str
    by: str


def lines_of(recorded: Iterable[RecordedHappening]) -> tuple[HappeningLine, ...]:
    """The newest first."""
    newest_first = sorted(recorded, key=lambda one: (one.on, one.happening, one.id), reverse=True)
    return tuple(_line(one) for one in newest_first)


def fault_of_day(happening: Happening, day: dt.date | None, today: dt.date) -> str:
    """Why it cannot have happened on a day; empty where it can."""
    if day is None:
        return tr("Say on which day.")
    if day > today and happening not in _MAY_BE_TO_COME:
        return tr("That day is still to come.")
    return ""


def _line(one: RecordedHappening) -> HappeningLine:
    return HappeningLine(
        recorded=one,
        what=happening_in_words(one.happening),
        day=screen().date(one.on),
        note=one.note,
        by=tr("noted by {name}", name=one.recorded_by) if one.recorded_by else "",
    )
