"""What `sync.schedule` needs to know of the rounds so far, and when it says the next is due."""

import datetime as dt
from collections.abc import Callable

from iro_desktop.services.ports import Clock
from iro_desktop.sync.schedule import LastRound, Unsent, next_round


class Pace:
    """Soon after a change, else every some minutes; ever later while the hub is away.

    `chance` draws a number from 0 to 1, so that laptops that lost the hub together spread out.
    """

    def __init__(self, clock: Clock, chance: Callable[[], float]) -> None:
        self._clock, self._chance = clock, chance
        self._last: LastRound | None = None
        self._unsent: Unsent | None = None

    def note_change(self) -> None:
        """Something was written here."""
        now = self._clock.now()
        first = now if self._unsent is None else self._unsent.first
        self._unsent = Unsent(first, now)

    def note_begun(self) -> None:
        """A round begins: what was written until now goes with it."""
        self._unsent = None

    def note_success(self) -> None:
        """A round came to its end."""
        self._last = LastRound(self._clock.now())

    def note_failure(self, hub_asked: dt.timedelta = dt.timedelta()) -> None:
        """A round failed. `hub_asked` is how long the hub asked to be left alone."""
        failures = self._last.failures if self._last is not None else 0
        self._last = LastRound(self._clock.now(), failures + 1, hub_asked)

    def seconds(self) -> float:
        """How long from now until the next round."""
        now = self._clock.now()
        due = next_round(now, self._last, self._unsent, self._chance())
        return (due - now).total_seconds()
