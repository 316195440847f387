"""The review clock of a child, reckoned from what is stored."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.care import (
    Episode,
    PeriodOfCare,
    period_on,
    periods_of_care,
    was_looked_after_on,
)
from iro_desktop.domain.review import Review
from iro_desktop.domain.timescales import (
    Due,
    Holidays,
    days_held,
    next_review_due,
    review_kind_on,
)


@dataclass(frozen=True, slots=True)
class ReviewClock:
    """Periods of care, the days reviews were held, and the holidays that count."""

    periods: tuple[PeriodOfCare, ...]
    held: tuple[dt.date, ...]
    holidays: Holidays

    @classmethod
    def of(
        cls,
        episodes: Sequence[Episode],
        reviews: Sequence[Review],
        holidays: Holidays,
        today: dt.date,
    ) -> "ReviewClock":
        """From a child's episodes and reviews, whatever their order."""
        return cls(periods_of_care(episodes), days_held(reviews, today), holidays)

    def next_due(self, today: dt.date) -> Due | None:
        """When the next review is due; None for a child who is not looked after."""
        period = period_on(self.periods, today)
        if period is None:
            return None
        return self._due(period, today, [day for day in self.held if day <= today])

    def due_of(self, held_on: dt.date) -> Due | None:
        """When the review held on a day was due; None outside any period of care."""
        period = was_looked_after_on(self.periods, held_on)
        if period is None:
            return None
        return self._due(period, held_on, [day for day in self.held if day < held_on])

    def due_after(self, held_on: dt.date) -> Due | None:
        """When the review after the one held on a day is due."""
        period = period_on(self.periods, held_on)
        if period is None:
            return None
        held = [*(day for day in self.held if day <= held_on), held_on]
        return self._due(period, held_on, held)

    def _due(self, period: PeriodOfCare, day: dt.date, held: Sequence[dt.date]) -> Due:
        # As the period stood that day: a later move must not change what was due before it.
        stood = period.until(day)
        return next_review_due(stood, held, review_kind_on(stood, day), self.holidays)
