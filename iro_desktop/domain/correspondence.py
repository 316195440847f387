"""The documents that an IRO writes, what is written for each of them alone, and what was sent."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, derived_id


class DocumentKind(StrEnum):
    """Which document."""

    LETTER = "letter"
    MINUTES = "minutes"
    DECISIONS = "decisions"
    INVITATION = "invitation"
    CHILDS_INVITATION = "childs-invitation"
    CONSULTATION = "consultation"
    MEET_YOUR_IRO = "meet-your-iro"
    INTRODUCTION = "introduction"
    GOODBYE = "goodbye"
    SECURE_REPORT = "secure-report"
    DISRUPTION_REPORT = "disruption-report"
    RESOLUTION = "resolution"
    COURT_VIEW = "court-view"
    CARE_LEAVER_LETTER = "care-leaver-letter"
    CERTIFICATE = "certificate"
    READ_AT_25 = "read-at-25"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """What the IRO wrote for one part of one kind of document, where the record does not say it."""

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    kind: DocumentKind
    part: str
    words: str = ""


def document_text_id(review: ReviewId, kind: DocumentKind, part: str) -> EntityId:
    """One part of one kind of document of a review has one text, on whichever laptop."""
    return EntityId(derived_id("document text", review, kind.value, part))


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDocument:
    """A document written out that waits to be sent, or was: what a list of work shows.

    Its text is made again from the record, or kept as a version (`domain.document_versions`).
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    kind: DocumentKind
    written_on: dt.date
    sent_on: dt.date | None = None
    sent_to: str = ""
