"""The day's turn while the store is open: what holds by the day is shown anew.

Cover ends at midnight in London, due dates move with the date where the laptop is, and what the
council decided for later begins on its day. Looked for every minute: a laptop that slept past
midnight rings no bell that was set for it.
"""

import datetime as dt
from collections.abc import Callable

from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.rights import day_of_access
from iro_desktop.services.syncing import council_settings
from iro_desktop.ui.sync.pulse import Alarm

EVERY_SECONDS = 60.0
_ANYTHING = frozenset(Topic)
_RECORDS = _ANYTHING - {Topic.SETTINGS}


class DayTurns:
    """`tell` takes to the screens that another day has begun."""

    def __init__(self, uow_factory: UnitOfWorkFactory, clock: Clock, alarm: Alarm) -> None:
        self._uow_factory, self._clock, self._alarm = uow_factory, clock, alarm
        self._days = self._today()
        self.tell: Callable[[Changed], None] = lambda _change: None

    def lay_in(self) -> bool:
        """Have begin what the council decided for a day that has come. Says whether any did.

        On a full disk all stays as it was, until the next day or start.
        """
        try:
            return bool(council_settings.lay_in(self._uow_factory, self._clock).in_force)
        except KnownFault:
            return False

    def begin(self) -> None:
        """Look for the next day from now on."""
        self._alarm.ring_in(EVERY_SECONDS, self.look)

    def rest(self) -> None:
        """The store is about to close."""
        self._alarm.stop()

    def look(self) -> None:
        """Say so where another day has begun since one looked last."""
        self.begin()
        before, self._days = self._days, self._today()
        if self._days != before:
            self.tell(Changed(_ANYTHING if self.lay_in() else _RECORDS))

    def _today(self) -> tuple[dt.date, dt.date]:
        return self._clock.today(), day_of_access(self._clock.now())
