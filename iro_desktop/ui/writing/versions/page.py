"""What the panel of versions shows of one copy, gathered from the store. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iro_desktop.domain.copies import FOR_THE_CHILD, CopyWanted
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.document_versions import VersionState
from iro_desktop.domain.drafts import may_still_change
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import ntr, tr
from iro_desktop.services import copies, review_records, versions, writing
from iro_desktop.services.copies import Copy
from iro_desktop.services.council_people import council_people
from iro_desktop.services.redrafting import says_the_same
from iro_desktop.services.rights import Allowed, allowed
from iro_desktop.services.sending import Recipient
from iro_desktop.services.versions import Listed, wanted_of
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.deadlines import Deadline, deadline
from iro_desktop.ui.writing.versions.known_people import known_people
from iro_desktop.ui.writing.versions.refusals import Place, Refusal

HAS_DECISIONS = frozenset({DocumentKind.DECISIONS, DocumentKind.MINUTES})
"""What a manager answers."""


@dataclass(frozen=True, slots=True)
class Page:
    """One copy: its versions newest first, and what there is to do.

    `is_behind` says that the record says other than the draft. `hindrances` stand against signing.
    `waiting` was written out without a version and has not gone. `send_by` is the last day in time,
    None where nothing waits. `owner` is who signs, empty where the settings do not say. `allowed`
    is what may be written of the child.
    """

    wanted: CopyWanted
    child: str
    owner: str
    people: Mapping[str, Reader]
    versions: tuple[Listed, ...] = ()
    is_behind: bool = False
    hindrances: tuple[Refusal, ...] = ()
    waiting: tuple[WrittenDocument, ...] = ()
    send_by: Deadline | None = None
    allowed: Allowed = field(default_factory=Allowed)

    @property
    def newest(self) -> Listed | None:
        """The version that is worked on."""
        return self.versions[0] if self.versions else None

    @property
    def signed(self) -> Listed | None:
        """The version that stands: the newest that was signed."""
        return next((one for one in self.versions if one.version.is_signed), None)

    @property
    def draft(self) -> Listed | None:
        """The version that may still change."""
        return None if self.newest is self.signed else self.newest

    @property
    def numbers(self) -> dict[EntityId, int]:
        """Which number each version bears."""
        return {one.version.id: one.version.number for one in self.versions}

    @property
    def first_recipient(self) -> Recipient:
        """Who usually gets such a copy."""
        wanted = self.wanted
        name = self.child if wanted.reader is Reader.CHILD else ""
        return Recipient(wanted.reader_name or name, wanted.reader)

    @property
    def is_for_the_child(self) -> bool:
        """Whether it is something to read with the child."""
        return self.wanted.reader is Reader.CHILD or self.wanted.kind in FOR_THE_CHILD


def page_of(workspace: Workspace, wanted: CopyWanted) -> Page:
    """Everything that is shown of a copy. Raises NoSuchThing."""
    factory, today = workspace.uow_factory, workspace.clock.today()
    record = review_records.read(factory, wanted.review, today)
    copy = copies.copy_of(workspace, wanted)
    listed = versions.of_review(factory, wanted.review)
    same = tuple(one for one in listed if wanted_of(one.version) == wanted)[::-1]
    draft = same[0].version if same and not same[0].version.is_signed else None
    waiting = _waiting(workspace, wanted, listed)
    stands = same and not same[0].sendings and same[0].version.is_signed
    due = writing.send_by(factory, record.review) if stands or waiting else None
    return Page(
        wanted=wanted,
        child=record.child.known_as,
        owner=record.iro.name,
        people=known_people(record, council_people(factory)),
        versions=same,
        is_behind=draft is not None and not says_the_same(factory, draft, copy.document),
        hindrances=hindrances(copy, record),
        waiting=waiting,
        send_by=deadline(due, today) if due else None,
        allowed=allowed(factory, record.child.id, workspace.clock),
    )


def hindrances(copy: Copy, record: ReviewRecord) -> tuple[Refusal, ...]:
    """What would be refused if a version of the copy, as it is now, were signed."""
    found = []
    if may_still_change(copy.wanted.kind, record.review):
        found.append(Refusal(tr("The review is not closed yet."), Place.REVIEW))
    elif copy.document.draft:
        found.append(Refusal(tr("Some of its own parts are not written yet.")))
    if copy.untranslated:
        count = len(copy.untranslated)
        one = "{number} text is not in the reader’s language yet."
        many = "{number} texts are not in the reader’s language yet."
        found.append(Refusal(ntr(one, many, count), Place.TRANSLATION))
    if copy.leaks or copy.lost:
        found.append(Refusal(tr("It would show what is kept from its reader."), Place.WITHHELD))
    if not record.iro.name:
        found.append(Refusal(tr("The settings do not say who you are."), Place.SETTINGS))
    return tuple(found)


def _waiting(
    workspace: Workspace, wanted: CopyWanted, listed: tuple[Listed, ...]
) -> tuple[WrittenDocument, ...]:
    """What was written out and waits, where no signed version of any copy of it accounts for it."""
    of_kind = [one for one in listed if one.version.kind is wanted.kind]
    if any(one.state is VersionState.SIGNED and one.corrected_by is None for one in of_kind):
        return ()
    unsent = writing.unsent(workspace.uow_factory, wanted.review)
    return tuple(one for one in unsent if one.kind is wanted.kind)
