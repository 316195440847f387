"""The hub as use-cases need it: four verbs for records, files, and who calls.

Every call raises, where it fails: HubAway, HubBusy, HubRefused, SignedOut, AccessEnded, NotOurHub.
"""

from collections.abc import Sequence
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.wire.changes import HubChanges
from iro_desktop.wire.council_settings import CouncilSettings
from iro_desktop.wire.files import FileState
from iro_desktop.wire.people import (
    Enrol,
    Enrolled,
    Grant,
    Grants,
    Myself,
    SealingKeys,
    SignIn,
    SignInSettings,
)
from iro_desktop.wire.quarantine import QuarantineDecision, QuarantineList
from iro_desktop.wire.revisions import Bundle, HeldIds, Page, PushAnswer


class Hub(Protocol):
    """A hub, called with this laptop's token."""

    def close(self) -> None:
        """Let go of the connection."""
        ...

    def give_up(self) -> None:
        """From any thread: end the call that waits for an answer, and make no other."""
        ...

    def push(self, bundles: Sequence[Bundle]) -> PushAnswer:
        """Send bundles. Sending one twice changes nothing."""
        ...

    def changed(self, etag: str) -> HubChanges | None:
        """Where each of my children stands; None where that is what `etag` said already."""
        ...

    def pull(self, child: ChildId, after: int, chain: str) -> Page:
        """Revisions of a child after a number. `chain` is the one held for that number.

        Raises:
            OtherHistory: the hub's chain there is another.
        """
        ...

    def held_ids(self, child: ChildId) -> HeldIds:
        """Every id that the hub holds of a child."""
        ...

    def wiped(self, child: ChildId) -> None:
        """Say that this device wiped its copy of a child that it may no longer see."""
        ...

    def file_state(self, child: ChildId, file: str) -> FileState:
        """How much of a file the hub has."""
        ...

    def send_piece(
        self, child: ChildId, file: str, start: int, total: int, piece: bytes
    ) -> FileState:
        """Send a piece of a file from `start` on."""
        ...

    def file_piece(self, child: ChildId, file: str, start: int) -> bytes:
        """A piece of a file from `start` on; empty at its end."""
        ...

    def myself(self) -> Myself:
        """The caller as the hub sees them."""
        ...

    def renew(self) -> Enrolled:
        """A new token for this device; the old one ends."""
        ...

    def leave(self) -> None:
        """End this device's token at the hub. Said twice, it changes nothing."""
        ...

    def sealing_keys(self, child: ChildId) -> SealingKeys:
        """For whom pages that are only for the child's IRO are sealed."""
        ...

    def grant(self, child: ChildId, grants: Sequence[Grant]) -> None:
        """Give another device of the same IRO the keys of sealed pages."""
        ...

    def grants(self, child: ChildId) -> Grants:
        """Keys of sealed pages that another device gave this one."""
        ...

    def council_settings(self) -> CouncilSettings:
        """What the council decided for its laptops."""
        ...

    def quarantine(self) -> QuarantineList:
        """What waits for a manager."""
        ...

    def decide_quarantine(self, bundle: str, decision: QuarantineDecision) -> None:
        """A manager's decision about a bundle in quarantine."""
        ...


class HubDoor(Protocol):
    """What may be asked of a hub without a token."""

    def close(self) -> None:
        """Let go of the connection."""
        ...

    def sign_in_settings(self) -> SignInSettings:
        """How to sign in through the browser."""
        ...

    def enrol(self, request: Enrol) -> Enrolled:
        """A single-use code against a token."""
        ...

    def sign_in(self, request: SignIn) -> Enrolled:
        """An identity token against a device token."""
        ...
