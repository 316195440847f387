"""Every document of a review, in groups: which make sense now, and how far each has come. No Qt."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from iro_desktop.domain.child import age_on
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.document_versions import VersionState
from iro_desktop.domain.meeting_kinds import KINDS
from iro_desktop.domain.review import ReviewKind, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n import tr
from iro_desktop.services.versions import Listed

_LEAVING_CARE_FROM = 16  # Children Act 1989, schedule 2, paragraph 19B: pathway plans begin


class Group(StrEnum):
    """When, or for whom, a document is written."""

    AFTER = "after"
    BEFORE = "before"
    OFFICIAL = "official"
    CHILD = "child"
    FILE = "file"


GROUPS: Mapping[Group, tuple[DocumentKind, ...]] = MappingProxyType(
    {
        Group.AFTER: (DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.DECISIONS),
        Group.BEFORE: (
            DocumentKind.INVITATION,
            DocumentKind.CHILDS_INVITATION,
            DocumentKind.CONSULTATION,
            DocumentKind.MEET_YOUR_IRO,
            DocumentKind.INTRODUCTION,
        ),
        Group.OFFICIAL: (
            DocumentKind.RESOLUTION,
            DocumentKind.COURT_VIEW,
            DocumentKind.SECURE_REPORT,
            DocumentKind.DISRUPTION_REPORT,
        ),
        Group.CHILD: (
            DocumentKind.GOODBYE,
            DocumentKind.CERTIFICATE,
            DocumentKind.CARE_LEAVER_LETTER,
        ),
        Group.FILE: (DocumentKind.READ_AT_25,),
    }
)

OF_A_HOUSEHOLD = frozenset({DocumentKind.MINUTES, DocumentKind.DECISIONS, DocumentKind.INVITATION})
"""No letter is written to a household as to a child, and nobody in it grows up."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One kind of document: how far its furthest copy has come, None where there is none.

    `waits` says that it was written and has not gone. `is_likely` says that such a review has it,
    or that somebody began it.
    """

    kind: DocumentKind
    group: Group
    state: VersionState | None
    waits: bool
    is_likely: bool

    @property
    def is_sent(self) -> bool:
        """Whether nothing is left to do with it."""
        return not self.waits and self.state in _GONE


_GONE = frozenset({VersionState.SENT, VersionState.READ, VersionState.ANSWERED})


def shelf(
    record: ReviewRecord,
    versions: Sequence[Listed],
    written: Sequence[WrittenDocument],
    today: dt.date,
) -> tuple[Shelved, ...]:
    """Every kind of document, group by group; of a household's review only what fits one."""
    begun = {text.kind for text in record.texts if text.words.strip()}
    begun |= {one.version.kind for one in versions} | {one.kind for one in written}
    likely = begun | _likely(record, today)
    return tuple(
        Shelved(
            kind=kind,
            group=group,
            state=_furthest(kind, versions, written),
            waits=any(one.kind is kind and one.sent_on is None for one in written),
            is_likely=kind in likely,
        )
        for group, kinds in GROUPS.items()
        for kind in kinds
        if not record.child.is_household or kind in OF_A_HOUSEHOLD
    )


def _furthest(
    kind: DocumentKind, versions: Iterable[Listed], written: Iterable[WrittenDocument]
) -> VersionState | None:
    states = [one.state for one in versions if one.version.kind is kind and not one.corrected_by]
    if any(one.kind is kind and one.sent_on is not None for one in written):
        states.append(VersionState.SENT)
    return max(states, key=list(VersionState).index, default=None)


def _likely(record: ReviewRecord, today: dt.date) -> set[DocumentKind]:
    """What an IRO writes around a review of this kind, at this stage."""
    review = record.review
    kinds = {*KINDS[review.kind].documents}
    if record.child.is_household:
        return kinds | ({DocumentKind.INVITATION} if review.held_on is None else set())
    if review.held_on is None and review.status is not ReviewStatus.CANCELLED:
        kinds |= {
            DocumentKind.INVITATION,
            DocumentKind.CHILDS_INVITATION,
            DocumentKind.CONSULTATION,
        }
    else:
        kinds.add(DocumentKind.CERTIFICATE)
    if record.previous_review_on is None:
        kinds |= {DocumentKind.MEET_YOUR_IRO, DocumentKind.INTRODUCTION}
    is_old_enough = age_on(record.child.date_of_birth, today) >= _LEAVING_CARE_FROM
    if review.kind is ReviewKind.CARE_LEAVER or is_old_enough:
        kinds.add(DocumentKind.CARE_LEAVER_LETTER)
    return kinds


def group_in_words(group: Group) -> str:
    """What heads a group."""
    return {
        Group.AFTER: tr("After the review"),
        Group.BEFORE: tr("Before the review"),
        Group.OFFICIAL: tr("For the council and the court"),
        Group.CHILD: tr("For the child"),
        Group.FILE: tr("The whole file"),
    }[group]


def state_in_words(document: Shelved) -> str:
    """How far a document has come; empty where nobody has begun it."""
    if document.waits:
        return tr("Waiting to be sent")
    if document.state is None:
        return ""
    return {
        VersionState.DRAFTED: tr("Draft"),
        VersionState.CHECKED: tr("Checked"),
        VersionState.SIGNED: tr("Signed"),
        VersionState.SENT: tr("Sent"),
        VersionState.READ: tr("Read with the child"),
        VersionState.ANSWERED: tr("The child answered"),
    }[document.state]
