"""The review clock of a child, reckoned from what is stored."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.care import (
    Episode,
    PeriodOfCare,
    period_on,
    periods_of_care,
    series_on,
    was_looked_after_on,
)
from iro_desktop.domain.child import birthday
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.short_break_limits import no_short_breaks_since
from iro_desktop.domain.timescales.bringing_forward import soonest
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.review_cycles import (
    clock_starts,
    days_held,
    next_in_order,
    review_kind_on,
)

ADULT = 18


@dataclass(frozen=True, slots=True)
class ReviewClock:
    """Periods of care, the days reviews were held, what asks for one sooner, and the engine.

    `adult_on` is the eighteenth birthday, on which every clock of a child stops.
    """

    periods: tuple[PeriodOfCare, ...]
    held: tuple[dt.date, ...]
    reckoner: Reckoner
    adult_on: dt.date
    happenings: tuple[RecordedHappening, ...] = ()

    @classmethod
    def of(
        cls,
        born: dt.date,
        episodes: Sequence[Episode],
        reviews: Sequence[Review],
        reckoner: Reckoner,
        today: dt.date,
        happenings: Iterable[RecordedHappening] = (),
    ) -> "ReviewClock":
        """From a child's birthday, episodes, reviews and happenings, whatever their order."""
        return cls(
            periods_of_care(episodes),
            days_held(reviews, today),
            reckoner,
            birthday(born, ADULT),
            tuple(happenings),
        )

    def next_due(self, today: dt.date) -> Explained | None:
        """When the next review is due; None for a child not in care, grown up, or dead."""
        period = period_on(self.periods, today) or series_on(self.periods, today)
        if period is None or today >= self.adult_on or self._has_died(today):
            return None
        held = self.held[: bisect_right(self.held, today)]
        due = self._due(period, today, held)
        return self._stopped(soonest(due, period, held, self.happenings, self.reckoner))

    def _has_died(self, today: dt.date) -> bool:
        return any(one.happening is Happening.DIED and one.on <= today for one in self.happenings)

    def due_of(self, held_on: dt.date) -> Explained | None:
        """When the review held on a day was due; None outside any period of care."""
        period = was_looked_after_on(self.periods, held_on)
        if period is None or held_on >= self.adult_on:
            return None
        held = self.held[: bisect_left(self.held, held_on)]
        due = self._due(period, held_on, held)
        if not self.happenings:
            return due
        said = [one for one in self.happenings if one.on <= held_on]
        return soonest(due, period, held, said, self.reckoner)

    def dues(self) -> Iterator[Explained | None]:
        """When each review that was held was due, oldest first."""
        return (self.due_of(held_on) for held_on in self.held)

    def due_after(self, held_on: dt.date) -> Explained | None:
        """When the review after the one held on a day is due."""
        period = period_on(self.periods, held_on)
        if period is None or held_on >= self.adult_on:
            return None
        held = (*self.held[: bisect_left(self.held, held_on)], held_on)
        return self._stopped(self._due(period, held_on, held))

    def _due(self, period: PeriodOfCare, day: dt.date, held: Sequence[dt.date]) -> Explained:
        # As the period stood that day: a later move must not change what was due before it.
        stood = period.until(day)
        kind = review_kind_on(stood, day)
        if kind is ReviewKind.SHORT_BREAKS:
            since = no_short_breaks_since(stood.episodes, day)
            if since is not None:
                return next_in_order(held, since, ReviewKind.LOOKED_AFTER, self.reckoner)
        return next_in_order(held, clock_starts(stood, kind), kind, self.reckoner)

    def _stopped(self, due: Explained) -> Explained:
        return replace(due, stops_on=self.adult_on) if self.adult_on <= due.on else due
