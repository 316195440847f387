"""A document's versions: drafted, checked, signed, sent, read with the child, answered.

A signed version never changes; a correction is a new version that says what changed.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.domain.withholding import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVersion:
    """One version of one document for one reader.

    `content` is the document as it was drafted, in the neutral form that every writer takes
    (JSON); `digest` its SHA-256 in hexadecimal, given when it is signed. `corrects` is the signed
    version that this one stands in for.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    kind: DocumentKind
    number: int
    reader: Reader
    reader_name: str = ""
    language: str = "en-GB"
    style: ReadingStyle = ReadingStyle.STANDARD
    length: Length = Length.FULL
    content: str = ""
    drafted_on: dt.date
    checked_on: dt.date | None = None
    checked_by: str = ""
    signed_at: dt.datetime | None = None
    signed_by: str = ""
    digest: str = ""
    corrects: EntityId | None = None
    what_changed: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether it is fixed for ever."""
        return self.signed_at is not None

    @property
    def is_whole(self) -> bool:
        """Whether it is what was signed, to the byte."""
        return self.is_signed and self.digest == digest_of(self.content)


def digest_of(content: str) -> str:
    """The SHA-256 (FIPS 180-4) of a version's content in UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


class VersionState(StrEnum):
    """How far a version has come. Each includes those before it."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    SIGNED = "signed"
    SENT = "sent"
    READ = "read"
    ANSWERED = "answered"


class SendingWay(StrEnum):
    """How a version goes to someone."""

    PRINTED = "printed"
    HANDED_OVER = "handed_over"
    EMAIL = "email"
    PROTECTED_PDF = "protected_pdf"
    COUNCIL_FOLDER = "council_folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """That a version went to someone. `file_format` is the ending of the file's name."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    version_id: EntityId
    to: str
    reader: Reader
    way: SendingWay
    file_format: str
    sent_on: dt.date
    sent_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTogether:
    """That someone read a version with the child."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    version_id: EntityId
    read_on: dt.date
    read_by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildsReply:
    """What the child said to a version, in the child's own words."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    version_id: EntityId
    words: str
    how: HeardHow
    received_on: dt.date


def state_of(
    version: DocumentVersion,
    sendings: Iterable[Sending] = (),
    readings: Iterable[ReadTogether] = (),
    replies: Iterable[ChildsReply] = (),
) -> VersionState:
    """How far a version has come, by what is known of it; of those given, its own count."""
    if any(reply.version_id == version.id for reply in replies):
        return VersionState.ANSWERED
    if any(reading.version_id == version.id for reading in readings):
        return VersionState.READ
    if any(sending.version_id == version.id for sending in sendings):
        return VersionState.SENT
    if version.is_signed:
        return VersionState.SIGNED
    return VersionState.CHECKED if version.checked_on else VersionState.DRAFTED


def is_same_copy(one: DocumentVersion, other: DocumentVersion) -> bool:
    """Whether both are versions of one document for one reader, in one language and style."""
    return _copy(one) == _copy(other)


def _copy(version: DocumentVersion) -> tuple[object, ...]:
    return (
        version.review_id,
        version.kind,
        version.reader,
        version.reader_name,
        version.language,
        version.style,
        version.length,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagersConfirmation:
    """That a manager confirmed a review's decisions, or did not.

    The IRO Handbook 2010, 7.10, gives the manager five working days to say that they are not
    agreed; then they stand.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    on: dt.date
    by: str
    agrees: bool
    remarks: str = ""
