"""What use-cases need of the ledger: what went to the hub, what it has, what is disputed."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.history_port import Revision
from iro_desktop.wire.revisions import Sealed, WireRevision


@dataclass(frozen=True, slots=True)
class FrozenBundle:
    """Revisions of one child, oldest first, that go to the hub together and never change again."""

    id: str
    child: ChildId
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hub says of a revision: its number within the child, who sent it, and when."""

    seq: int
    by: str
    by_name: str
    received_at: dt.datetime
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """Up to where this laptop holds a child's record as the hub has it: number and chain."""

    seq: int = 0
    chain: str = ""


@dataclass(frozen=True, slots=True)
class RefusedBundle:
    """A bundle that the hub refused, with the hub's code. It waits for a person."""

    id: str
    child: ChildId
    why: str
    revisions: int


class RecordState(StrEnum):
    """Where the newest words of a record are, the least safe first."""

    CONFLICT = "conflict"
    REFUSED = "refused"
    SAVED_HERE = "saved_here"
    SENT = "sent"
    ACCEPTED = "accepted"


class Ledger(Protocol):
    """What went to the hub, what the hub has, and what two laptops disagree about.

    Nothing leaves the outbox but by `accepted` and `let_go`.
    """

    def freeze(self) -> int:
        """Put all that waits, and is in no bundle yet, into bundles. Says how many bundles.

        A bundle holds revisions of one child, author and device, at most as many as the wire
        allows.
        """
        ...

    def waiting(self, most: int) -> Sequence[FrozenBundle]:
        """Bundles that the hub has not answered for, oldest first, at most so many."""
        ...

    def sent(self, bundles: Iterable[str]) -> None:
        """Note that these were tried: their records show "sent" until the answer comes."""
        ...

    def accepted(self, bundle: str) -> None:
        """The hub holds it: its revisions leave the outbox."""
        ...

    def stamp(
        self,
        bundle: str,
        first_seq: int,
        by: str,
        by_name: str,
        received_at: dt.datetime,
        *,
        is_carried: bool = False,
    ) -> None:
        """The hub holds it, with numbers from `first_seq` on: as `accepted`, and each stamped."""
        ...

    def refused(self, bundle: str, why: str) -> None:
        """The hub refused it: it waits for a person and is not tried again by itself."""
        ...

    def refusals(self) -> Sequence[RefusedBundle]:
        """What was refused."""
        ...

    def try_again(self, bundle: str) -> None:
        """Put a refused bundle back among those that wait."""
        ...

    def let_go(self, bundle: str) -> None:
        """A person decided that a refused bundle is not sent. It stays in the history here."""
        ...

    def cursor(self, child: ChildId) -> Cursor:
        """Where this laptop stands with a child; nought at first."""
        ...

    def cursors(self) -> Mapping[ChildId, Cursor]:
        """All of them."""
        ...

    def take_in(self, received: Sequence[tuple[Revision, Stamp]]) -> Sequence[str]:
        """Add revisions from the hub, oldest first, and make their things stand as they say.

        They are not queued: the hub has them. Those held already are stamped, and leave the outbox
        if they waited in it. Those of a purged review are passed over. One that this version of
        the program cannot read is kept as it came, with those that cannot be opened. Returns the
        entities that have a new revision. Raises nothing for what a revision says.
        """
        ...

    def advance(self, child: ChildId, cursor: Cursor) -> None:
        """Note how far the child's record was taken in."""
        ...

    def acknowledged(self, child: ChildId) -> frozenset[str]:
        """Ids of the child's revisions that the hub was last known to hold."""
        ...

    def queue_again(self, child: ChildId, revisions: Iterable[str]) -> int:
        """The hub no longer holds these: put them in the outbox again. Says how many."""
        ...

    def stamps(self, revisions: Iterable[str]) -> Mapping[str, Stamp]:
        """What the hub said of each, for those it has."""
        ...

    def forked(self, entities: Iterable[str] | None = None) -> Sequence[str]:
        """Things that stand at several newest revisions. None looks through the whole store.

        Also things fixed with a closed review whose only newest revision came after its closing.
        """
        ...

    def add_merge(self, merge: Revision, *, is_automatic: bool) -> None:
        """Keep a revision with its own parents, queue it, and let the thing stand as it says.

        An automatic one has an id made from its parents and content; held already, it is passed
        over. What a person wrote without having seen the newest revision is kept so too.
        """
        ...

    def note_conflicts(self, entities: Iterable[str]) -> None:
        """Remember that a person must look at these."""
        ...

    def conflicts(self) -> Sequence[str]:
        """The things that a person must look at, as they were found."""
        ...

    def settled(self, entity: str) -> None:
        """Take a thing from that list."""
        ...

    def states(self, entities: Iterable[str]) -> Mapping[str, RecordState]:
        """Where the newest words of each thing are."""
        ...

    def states_of_reviews(self, child: ChildId) -> Mapping[ReviewId, RecordState]:
        """Of each review with all that hangs on it: the least safe state of any of its things."""
        ...

    def states_of_children(self) -> Mapping[ChildId, RecordState]:
        """Of each child's file with all that hangs on it: the least safe state."""
        ...

    def unsent_of(self, child: ChildId) -> int:
        """How many of a child's revisions wait, refused ones included."""
        ...

    def keep_sealed(self, received: Sequence[tuple[WireRevision, Stamp]]) -> None:
        """Keep revisions that this device cannot open, as they came."""
        ...

    def kept_sealed(self) -> Sequence[tuple[WireRevision, Stamp]]:
        """Those kept so, oldest first."""
        ...

    def opened(self, revisions: Iterable[str]) -> None:
        """These could be opened after all and were taken in: no longer kept sealed."""
        ...

    def keep_seals(self, child: ChildId, seals: Mapping[str, Sealed]) -> None:
        """Keep the sealed form of a child's revisions, by their ids; one kept already stands.

        Sealing is random, and what is sent again must be the same.
        """
        ...

    def seals(self, revisions: Iterable[str]) -> Mapping[str, Sealed]:
        """The sealed form of each of these that has one."""
        ...

    def seals_of(self, child: ChildId) -> Mapping[str, Sealed]:
        """The sealed form of every revision of a child that has one."""
        ...

    def note_granted(self, device: str, revisions: Iterable[str]) -> None:
        """Note that another device was given the keys of these sealed revisions."""
        ...

    def granted(self, child: ChildId, device: str) -> frozenset[str]:
        """The child's sealed revisions whose keys another device was given from here."""
        ...

    def keep_file(self, child: ChildId, file: str, content: bytes) -> None:
        """Keep an attachment by its SHA-256, hex, until its revision is taken in or sent."""
        ...

    def file(self, child: ChildId, file: str) -> bytes | None:
        """A kept attachment."""
        ...

    def drop_file(self, child: ChildId, file: str) -> None:
        """An attachment is no longer needed beside its revision."""
        ...

    def purge_review(self, review: ReviewId) -> None:
        """Wipe this laptop's copy of a review. The hub's is not taken in again until brought back.

        Raises:
            NoSuchThing: there is no such review.
            StillUnsent: something of it waits in the outbox.
        """
        ...

    def received_at(self, review: ReviewId) -> dt.datetime | None:
        """When the hub received the last of a review, by its own clock.

        None where it did not say so of all that is held here.
        """
        ...

    def purged_reviews(self, child: ChildId) -> frozenset[ReviewId]:
        """Reviews of a child that were purged, or exported and forgotten, on this laptop."""
        ...

    def bring_back(self, review: ReviewId) -> None:
        """Take a purged review in again: the child is to be pulled from the beginning."""
        ...

    def forget_child(self, child: ChildId) -> None:
        """Wipe a child's copy: things, history, files. Only where nothing of it waits.

        Raises:
            StillUnsent: something of it waits in the outbox.
        """
        ...
