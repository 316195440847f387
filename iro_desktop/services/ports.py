"""What use-cases need of the world, as Protocols: the store, the key, the clock.

Makers say how in their names (`SqlRecords`, `KeyEnvelope`); here are the bare nouns.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
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
from iro_desktop.services.history_port import History
from iro_desktop.services.ledger_port import Ledger


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

    def is_seen(self, name: str) -> bool:
        """Whether there is a thing of that id, and who writes has seen that (`Sight`)."""
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
