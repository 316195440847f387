"""What every step of a round is given, and the one way in which steps keep what they did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.syncing.reports import Tally
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.team_hub.sealing import Sealer


class Step(StrEnum):
    """What a round is at, as it tells its job."""

    SENDING = "sending"
    ASKING = "asking"
    RECEIVING = "receiving"
    FILES = "files"
    MERGING = "merging"


class RoundJob(Protocol):
    """How far a round is, and whether it should stop. Nothing is lost where it does."""

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Say how far it is. `total` 0: not known."""
        ...

    def check(self) -> None:
        """Stop here if someone asked for it, by an exception that passes through."""
        ...


SignatureCheck = Callable[[str, bytes, str], bool]
"""Whether a key (base64) signed a message: key, message, signature (base64)."""


@dataclass(frozen=True, slots=True)
class Round:
    """One round. No unit of work is ever open while the hub is asked something.

    `retried` are bundles that were refused before and put back among those that wait, once.
    """

    uow_factory: UnitOfWorkFactory
    hub: Hub
    sealer: Sealer
    clock: Clock
    job: RoundJob
    tally: Tally = field(default_factory=Tally)
    retried: set[str] = field(default_factory=set)
