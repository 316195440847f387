"""On a laptop of a hub: nothing is written that the hub would refuse its person."""

from functools import cached_property

from iro_desktop.services.ports import Clock, Settings
from iro_desktop.services.rights import Rights
from iro_desktop.store.kinds import E, Kind


class WritingRights:
    """What this laptop's person may write, as it stood when the unit of work first asked."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    def check(self, kind: Kind[E], thing: E) -> None:
        """Let a thing be written. Raises AccessOver, NotYoursToWrite."""
        self._rights.check(thing.child_id, kind.name, self._clock.now())

    @cached_property
    def _rights(self) -> Rights:
        return Rights(self._settings)
