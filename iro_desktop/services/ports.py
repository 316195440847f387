"""What use-cases need of the world, as Protocols: the store, the key, the clock.

Makers say how in their names (`SqlRecords`, `KeyEnvelope`); here are the bare nouns.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.advocacy import SupportOffer
from iro_desktop.domain.answers import Answer
from iro_desktop.domain.care import Episode
from iro_desktop.domain.chairing import AgendaItem, Agreement, MeetingPart
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.correspondence import DocumentText, WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import (
    ChildsReply,
    DocumentVersion,
    ManagersConfirmation,
    ReadTogether,
    Sending,
)
from iro_desktop.domain.happenings import RecordedHappening
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.participation import Participant
from iro_desktop.domain.permanence import PermanenceFinding
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.review import Addendum, Review
from iro_desktop.domain.scaling import ScaleAnswer, ScalingQuestion
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.sittings import Sitting
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.entries import ToolUse
from iro_desktop.domain.tools.harm_matrix import MatrixCell
from iro_desktop.domain.tools.houses import Room
from iro_desktop.domain.tools.safety_plan import NetworkPerson, PlanTest, SafetyRule
from iro_desktop.domain.tools.story import StoryAgreement, StoryFrame
from iro_desktop.domain.tools.three_columns import MapItem
from iro_desktop.domain.tools.trajectory import Milestone
from iro_desktop.domain.tools.worries import WorryStatement
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.domain.wishes_and_feelings import View
from iro_desktop.domain.withholding import ConfidentialDetail, WithheldPassage
from iro_desktop.wire.revisions import Sealed, WireRevision


class Clock(Protocol):
    """The only source of the time."""

    def today(self) -> dt.date:
        """The date where the laptop is."""
        ...

    def now(self) -> dt.datetime:
        """The time in UTC, aware."""
        ...


E = TypeVar("E")


class Records(Protocol[E]):
    """All things of one kind. What is put is a new revision of it, unless nothing changed."""

    def find(self, name: str) -> E | None:
        """The thing of that id, or None."""
        ...

    def all(self) -> Sequence[E]:
        """Every one of them, in a stable order."""
        ...

    def of_child(self, child: ChildId) -> Sequence[E]:
        """Those of one child, in a stable order."""
        ...

    def of_review(self, review: ReviewId) -> Sequence[E]:
        """Those of one review, in a stable order. Only for kinds that belong to a review."""
        ...

    def put(self, thing: E) -> bool:
        """Keep it. Says whether anything changed."""
        ...

    def put_all(self, things: Iterable[E]) -> int:
        """Keep many at once. Says how many changed."""
        ...

    def withdraw(self, thing: E) -> None:
        """Take it out of sight. Its history stays."""
        ...


@dataclass(frozen=True, slots=True)
class Revision:
    """What a thing was from `made_at` on: who made it so, on which device, and what it came from.

    `fields` is the whole of it as plain JSON values. `withdrawn` says that it was taken away.
    The shape is the one that travels to the hub (docs/decisions/0004).
    """

    id: str
    child: ChildId
    review: ReviewId | None
    entity: str
    kind: str
    parents: tuple[str, ...]
    author: str
    device: str
    made_at: dt.datetime
    fields: dict[str, object]
    withdrawn: bool = False


class History(Protocol):
    """Revisions, which are only ever added to."""

    def of_entity(self, entity: str) -> Sequence[Revision]:
        """One thing's revisions, oldest first."""
        ...

    def of_review(self, review: ReviewId) -> Sequence[Revision]:
        """Those of a review and all that hangs on it, oldest first."""
        ...

    def looked_at(self, entities: Iterable[str]) -> Sequence[Revision]:
        """Those of several things, oldest first, to look at here: none counts as handed out."""
        ...

    def unsent(self) -> int:
        """How many revisions wait in the outbox."""
        ...

    def newest(self) -> int:
        """The number, in this store, of the revision that came last; 0 where there is none."""
        ...

    def take_in(self, revisions: Iterable[Revision]) -> int:
        """Add revisions that were made elsewhere, with their own ids.

        Their things then stand as the newest of them says. Those already held are passed over.
        Says how many were new.
        """
        ...

    def heads_of_review(self, review: ReviewId) -> Mapping[str, str]:
        """The revision each thing stands at that is fixed with a review, and the review itself.

        What was taken away is among them. They count as handed out: nothing is typed into them.
        """
        ...

    def forget_review(self, review: ReviewId, *, is_unsent_too: bool = False) -> None:
        """Remove a review, all that hangs on it, and their history from this laptop.

        Raises:
            NoSuchThing: there is no such review.
            StillUnsent: this laptop belongs to a hub, which does not have all of it yet, and
                nobody said that it is to go all the same.
        """
        ...


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


class Settings(Protocol):
    """A few words about the store itself and its owner, kept inside it. No case data."""

    def get(self, name: str) -> str:
        """The value, empty when there is none."""
        ...

    def set(self, name: str, value: str) -> None:
        """Keep a value."""
        ...


class UnitOfWork(Protocol):
    """One transaction: things, their revisions and the outbox together, or none of it.

    Leaving the `with` block commits; an exception on the way out undoes everything.
    """

    children: Records[Child]
    people: Records[ImportantPerson]
    episodes: Records[Episode]
    reviews: Records[Review]
    participants: Records[Participant]
    answers: Records[Answer]
    views: Records[View]
    decisions: Records[Decision]
    scaling_questions: Records[ScalingQuestion]
    scale_answers: Records[ScaleAnswer]
    addenda: Records[Addendum]
    written_documents: Records[WrittenDocument]
    happenings: Records[RecordedHappening]
    sittings: Records[Sitting]
    panel_members: Records[PanelMember]
    document_texts: Records[DocumentText]
    reader_wishes: Records[ReaderWishes]
    preferred_words: Records[PreferredWord]
    withheld_passages: Records[WithheldPassage]
    confidential_details: Records[ConfidentialDetail]
    kept_pictures: Records[KeptPicture]
    document_versions: Records[DocumentVersion]
    sendings: Records[Sending]
    readings_together: Records[ReadTogether]
    childs_replies: Records[ChildsReply]
    managers_confirmations: Records[ManagersConfirmation]
    translated_texts: Records[TranslatedText]
    map_items: Records[MapItem]
    worries: Records[WorryStatement]
    matrix_cells: Records[MatrixCell]
    milestones: Records[Milestone]
    rooms: Records[Room]
    story_frames: Records[StoryFrame]
    story_agreements: Records[StoryAgreement]
    network_people: Records[NetworkPerson]
    safety_rules: Records[SafetyRule]
    plan_tests: Records[PlanTest]
    asked_questions: Records[AskedQuestion]
    tool_uses: Records[ToolUse]
    agenda_items: Records[AgendaItem]
    meeting_parts: Records[MeetingPart]
    agreements: Records[Agreement]
    support_offers: Records[SupportOffer]
    permanence_findings: Records[PermanenceFinding]
    consultation_answers: Records[ConsultationAnswer]
    activities: Records[Activity]
    sdq_scores: Records[SdqScore]
    closing_seals: Records[ClosingSeal]
    history: History
    ledger: Ledger
    settings: Settings


UnitOfWorkFactory = Callable[[], AbstractContextManager[UnitOfWork]]


@dataclass(slots=True)
class Sight:
    """Up to where the screens show what others wrote: revision number `upto` of this store.

    A round takes in another's words while someone types. Until the screens were read anew, whatever
    is kept from them was made of what stood before. The store keeps it as a version that came from
    that, beside the other's words, to be brought together or shown to a person. No use-case and no
    screen needs to know. What this laptop itself wrote is always in sight.

    `held_back` says where a form stands open about a child that shows less than the screens around
    it; None where none does.
    """

    upto: int = 0
    held_back: Callable[[ChildId], int | None] = lambda _child: None

    def of(self, child: ChildId) -> int:
        """Up to where the least of what stands on screen about a child shows others' words."""
        held = self.held_back(child)
        return self.upto if held is None else min(held, self.upto)


class OpenStore(Protocol):
    """A store that is open."""

    def unit_of_work(self, sight: Sight | None = None) -> AbstractContextManager[UnitOfWork]:
        """A new transaction. What is kept in it was written with `sight` of the others' words."""
        ...

    def verify(self) -> None:
        """Read every page and check it. Raises DamagedStore."""
        ...

    def back_up(self, destination: Path) -> None:
        """Write a whole, verified, still encrypted copy. Raises NoSpace, NotWritable."""
        ...

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        ...


class KeyStore(Protocol):
    """The envelope that holds the store's key, wrapped (see docs/decisions/0003)."""

    def exists(self) -> bool:
        """Whether there is an envelope in this folder."""
        ...

    def create(self, passphrase: str) -> tuple[bytes, str]:
        """Make a key of 32 bytes and wrap it. Returns the key and the recovery key to print."""
        ...

    def discard(self, key: bytes) -> None:
        """Take back the envelope just made for this key: no store came of it."""
        ...

    def unlock(self, passphrase: str) -> bytes:
        """The key. Raises WrongPassphrase, TooSoon, DamagedEnvelope, NoStore."""
        ...

    def unlock_with_recovery_key(self, recovery_key: str) -> bytes:
        """The key, by the printed recovery key. Raises as `unlock`."""
        ...

    def change_passphrase(self, key: bytes, passphrase: str) -> None:
        """Wrap the same key under another passphrase. The store is not touched."""
        ...

    def seconds_to_wait(self) -> int:
        """How long until another try is allowed; 0 when one is."""
        ...

    def remember_on_this_computer(self, key: bytes) -> None:
        """Wrap the key a third time, in the operating system's keyring. Off unless called."""
        ...

    def forget_on_this_computer(self) -> None:
        """Take that third copy away again."""
        ...

    def remembered(self) -> bytes | None:
        """The key from the keyring, or None where it was never put there or there is no keyring."""
        ...


StoreOpener = Callable[[Path, bytes], OpenStore]
