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
from iro_desktop.services.setting_names import HUB_ACCESS, HUB_PERSON, HUB_ROLE
from iro_desktop.wire.changes import ChildState
from iro_desktop.wire.roles import ALL, READS, WRITES, WRITES_BESIDES

_IRO = "iro"
_WHERE_DAYS_END = ZoneInfo("Europe/London")


def day_of_access(now: dt.datetime) -> dt.date:
    """The day by which access ends: the hub's, which is London's."""
    return now.astimezone(_WHERE_DAYS_END).date()


@dataclass(frozen=True, slots=True)
class Access:
    """One child, as the hub has it for this person. `until` is the last day, or None."""

    access: str
    writes: bool
    until: dt.date | None

    def is_over(self, now: dt.datetime) -> bool:
        """Whether its last day is past, in London."""
        return self.until is not None and day_of_access(now) > self.until

    @property
    def is_part(self) -> bool:
        """Whether only some of the record comes here."""
        return self.access in READS


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be written of one child today. `access` is None where the hub said nothing of it."""

    access: Access | None = None
    kinds: frozenset[str] = frozenset({ALL})

    def writes(self, kind: str) -> bool:
        """Whether a thing of this kind may be written."""
        return ALL in self.kinds or kind in self.kinds

    @property
    def invites(self) -> bool:
        """Whether people are asked to meetings from here: by an IRO, or by business support."""
        return self.writes("review") or self.writes("sending")

    def reads(self, kind: str) -> bool:
        """Whether things of this kind come to this laptop: else that none is here says nothing."""
        return not self.is_part or (
            self.access is not None and kind in READS.get(self.access.access, frozenset())
        )

    @property
    def is_part(self) -> bool:
        """Whether only some of the record is on this laptop."""
        return self.access is not None and self.access.is_part


class Rights:
    """Read once, for one unit of work."""

    def __init__(self, settings: Settings) -> None:
        self._role = settings.get(HUB_ROLE) if settings.get(HUB_PERSON) else ""
        self._told = settings.get(HUB_ACCESS) if self._role else ""
        self._children = _read(self._told)

    @property
    def begins_records(self) -> bool:
        """Whether this laptop's person may begin the record of a child: an IRO, or nobody's."""
        return not self._told or self._role == _IRO

    @property
    def parts(self) -> frozenset[str]:
        """The children of whom only some of the record comes here."""
        return frozenset(child for child, held in self._children.items() if held.is_part)

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

    def allowed(self, child: str, now: dt.datetime) -> Allowed:
        """All that may be written of a child now."""
        held = self._children.get(child)
        kinds = frozenset() if held is not None and held.is_over(now) else self._kinds(held)
        return Allowed(held, kinds)

    def _has_kind(self, held: Access | None, kind: str) -> bool:
        return Allowed(held, self._kinds(held)).writes(kind)

    def _kinds(self, held: Access | None) -> frozenset[str]:
        if held is None:
            return frozenset({ALL}) if self.begins_records else frozenset()
        if not held.writes:
            return frozenset()
        besides = WRITES_BESIDES.get(self._role, frozenset()) if held.is_part else frozenset()
        return WRITES.get(held.access, frozenset()) | besides


def allowed(uow_factory: UnitOfWorkFactory, child: str, clock: Clock) -> Allowed:
    """What this laptop's person may write of a child now: what a screen offers."""
    with uow_factory() as uow:
        return Rights(uow.settings).allowed(child, clock.now())


def is_part(uow: UnitOfWork, child: str) -> bool:
    """Whether only some of a child's record comes to this laptop."""
    held = Rights(uow.settings).of(child)
    return held is not None and held.is_part


def keep_told(settings: Settings, children: Iterable[ChildState]) -> None:
    """Remember what the hub says of every child of this person."""
    told = {each.child: (each.access, each.writes, each.until) for each in children}
    settings.set(HUB_ACCESS, msgspec.json.encode(told).decode())


def _read(told: str) -> dict[str, Access]:
    if not told:
        return {}
    held = msgspec.json.decode(told, type=dict[str, tuple[str, bool, str]])
    return {
        child: Access(access, writes, dt.date.fromisoformat(until) if until else None)
        for child, (access, writes, until) in held.items()
    }
