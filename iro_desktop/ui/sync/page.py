"""What stands on the page of the hub, as plain values in the words that are shown."""

from dataclasses import dataclass
from typing import Literal

from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.standing import Progress

PageTone = Literal["info", "warning", "success", "danger"]


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """Something the hub did not take."""

    bundle: str
    name: str
    what: str
    why: str
    what_helps: str


@dataclass(frozen=True, slots=True)
class QuarantineLine:
    """Work of someone who may no longer write, for a manager to decide."""

    bundle: str
    name: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class SyncPage:
    """The whole page. `quarantine` is None for whoever has nothing to do with it."""

    hub: str
    tone: PageTone
    said: str
    running: Progress | None
    report: tuple[str, ...]
    waiting: str
    kept: str
    may_sync: bool
    must_sign_in: bool
    conflicts: tuple[ConflictLine, ...]
    refused: tuple[RefusedLine, ...]
    quarantine: tuple[QuarantineLine, ...] | None = None
