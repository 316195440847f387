"""How old a reader is, as far as the wording of a letter cares."""

import datetime as dt
from enum import Enum, auto

from iro_desktop.domain.child import Child, age_on
from iro_desktop.domain.review import Review

_MIDDLE_FROM, _OLDER_FROM = 8, 13


class AgeBand(Enum):
    """Under 8; 8 to 12; 13 and older."""

    YOUNG = auto()
    MIDDLE = auto()
    OLDER = auto()


def band_at(age: int) -> AgeBand:
    """The band of someone of `age` whole years."""
    if age < _MIDDLE_FROM:
        return AgeBand.YOUNG
    return AgeBand.MIDDLE if age < _OLDER_FROM else AgeBand.OLDER


def band_of(child: Child, review: Review) -> AgeBand:
    """The band the child is in at the review; the middle one while the review has no day."""
    day: dt.date | None = review.held_on or review.planned_for
    return AgeBand.MIDDLE if day is None else band_at(age_on(child.date_of_birth, day))
