"""What the command line is told: one frozen dataclass for each list."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Team:
    """A team, and the one it is within."""

    id: str
    name: str
    within: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Someone with a role."""

    id: str
    name: str
    role: str
    team: str
    whole_service: bool
    is_active: bool
    issuer: str
    subject: str


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A laptop of someone's. `left_at`: when it left of itself, and did not join again since."""

    id: str
    person: str
    person_name: str
    enrolled_at: dt.datetime
    last_seen: dt.datetime
    revoked_at: dt.datetime | None
    revoked_why: str
    left_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What a group of the issuer makes of someone."""

    issuer: str
    group_name: str
    role: str
    team: str
    whole_service: bool
    position: int


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """Who may see which child, or could."""

    id: int
    child: str
    person: str
    person_name: str
    access: str
    review: str | None
    until: dt.date | None
    made_at: dt.datetime
    ended_at: dt.datetime | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class QuarantineRow:
    """A bundle that waits for a decision."""

    bundle: str
    child: str
    person: str
    person_name: str
    received_at: dt.datetime
    serial: int
    revisions: int
    why: str


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what, from where, when. `operator` where it was done at the command line."""

    serial: int
    at: dt.datetime
    person: str | None
    person_name: str
    device: str | None
    operator: str | None
    did: str
    child: str | None
    about: str
    many: int


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A version of a council setting, as it was published."""

    name: str
    version: int
    from_day: dt.date
    content: str
    signature: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True)
class EscrowRow:
    """Someone asked for so many sealed pages. `named`: who they say they are."""

    id: int
    at: dt.datetime
    operator: str
    named: str
    purpose: str
    child: str
    review: str | None
    reason: str
    pages: int


@dataclass(frozen=True, slots=True)
class About:
    """The hub itself, and how much it holds. `backed_up_to`: a backup has all until then."""

    id: str
    name: str
    verify_key: str
    escrow_key: str
    children: int
    people: int
    devices: int
    revisions: int
    waiting: int
    bytes: int
    migrations: tuple[str, ...]
    backed_up_to: dt.datetime | None = None
