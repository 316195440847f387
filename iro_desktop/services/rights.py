"""What this laptop's person may write of a child, as the hub said when it was last asked.

The hub has the last word. This is so that nobody types what it will refuse, and that a copy is read
only from the day on which cover ended, even where the hub cannot be reached.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import msgspec

from iro_desktop.services.faults import AccessOver, NotYoursToWrite
from iro_desktop.services.ports import Clock, Settings, UnitOfWork, UnitOfWorkFactory
from iro_desktop.wire.changes import ChildState
from iro_desktop.wire.roles import ALL, READS_A_PART, WRITES, WRITES_BESIDES

_TOLD, _ROLE, _PERSON = "hub_access", "hub_role", "hub_person"
_IRO = "iro"
_WHERE_DAYS_END = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Access:
    """One child, as the hub has it for this person. `until` is the last day, or None."""

    access: str
    writes: bool
    until: dt.date | None

    def is_over(self, now: dt.datetime) -> bool:
        """Whether its last day is past, in London."""
        return self.until is not None and now.astimezone(_WHERE_DAYS_END).date() > self.until

    @property
    def is_part(self) -> bool:
        """Whether only some of the record comes here."""
        return self.access in READS_A_PART


class Rights:
    """Read once, for one unit of work."""

    def __init__(self, settings: Settings) -> None:
        self._role = settings.get(_ROLE) if settings.get(_PERSON) else ""
        self._told = settings.get(_TOLD) if self._role else ""
        self._children = _read(self._told)

    def of(self, child: str) -> Access | None:
        """What the hub said of a child; None where it said nothing."""
        return self._children.get(child)

    def check(self, child: str, kind: str, now: dt.datetime) -> None:
        """Let a thing of this kind be written of a child.

        Raises:
            AccessOver: the last day of cover is past.
            NotYoursToWrite: the hub would refuse it.
        """
        held = self._children.get(child)
        if held is not None and held.is_over(now):
            raise AccessOver(day=held.until.isoformat() if held.until else "")
        if not self._has_kind(held, kind):
            raise NotYoursToWrite

    def has_kind(self, child: str, kind: str) -> bool:
        """Whether such things of a child are theirs to write, whatever the day."""
        return self._has_kind(self._children.get(child), kind)

    def _has_kind(self, held: Access | None, kind: str) -> bool:
        if not self._told:
            return True  # of no hub, or of one that was not asked yet
        if held is None:
            return self._role == _IRO  # who may begin a record
        besides = WRITES_BESIDES.get(self._role, frozenset())
        kinds = WRITES.get(held.access, frozenset()) | (besides if held.is_part else frozenset())
        return held.writes and (ALL in kinds or kind in kinds)


def is_theirs_to_write(uow_factory: UnitOfWorkFactory, child: str, kind: str, clock: Clock) -> bool:
    """Whether this laptop's person may write such a thing of a child now."""
    with uow_factory() as uow:
        rights = Rights(uow.settings)
    try:
        rights.check(child, kind, clock.now())
    except (AccessOver, NotYoursToWrite):
        return False
    return True


def is_part(uow: UnitOfWork, child: str) -> bool:
    """Whether only some of a child's record comes to this laptop."""
    held = Rights(uow.settings).of(child)
    return held is not None and held.is_part


def keep_told(settings: Settings, children: Iterable[ChildState]) -> None:
    """Remember what the hub says of every child of this person."""
    told = {each.child: (each.access, each.writes, each.until) for each in children}
    settings.set(_TOLD, msgspec.json.encode(told).decode())


def _read(told: str) -> dict[str, Access]:
    if not told:
        return {}
    held = msgspec.json.decode(told, type=dict[str, tuple[str, bool, str]])
    return {
        child: Access(access, writes, dt.date.fromisoformat(until) if until else None)
        for child, (access, writes, until) in held.items()
    }
