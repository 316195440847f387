"""Reviews that must be held sooner than the cycle asks (SI 2010/959 reg 33(3))."""

import datetime as dt
from collections.abc import Iterable, Sequence

from iro_desktop.domain.care import PeriodOfCare
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner

BRINGS_FORWARD: dict[Happening, str] = {
    Happening.IRO_ASKED_FOR_REVIEW: "cla_review_asked_for",
    Happening.VISIT_FOUND_UNSAFE: "cla_review_after_unsafe_visit",
    Happening.REMAND_ENDS: "cla_review_before_remand_ends",
    Happening.CUSTODY_ENDS: "cla_review_before_custody_ends",
    Happening.ACCOMMODATION_ENDS: "cla_review_before_accommodation_ends",
}


def soonest(
    due: Explained,
    period: PeriodOfCare,
    held: Sequence[dt.date],
    happenings: Iterable[RecordedHappening],
    reckoner: Reckoner,
) -> Explained:
    """What the cycle asks, or what is asked sooner.

    A happening counts that falls in the period of care, after the last review held and before the
    cycle's own day: one held since has met it.
    """
    last = max((day for day in held if period.started <= day), default=period.started)
    asked = [
        reckoner.due(BRINGS_FORWARD[one.happening], one.on)
        for one in happenings
        if one.happening in BRINGS_FORWARD and last < one.on
    ]
    return min([due, *asked], key=lambda one: one.on)
