"""A document on its way to a signature: drafted, checked, signed; then only corrected.

What is kept is the document's neutral tree (docs/document-tree-json.md), so that a signed version
can be written in any format, and always says the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.other_languages import untranslated
from iro_desktop.documents.tree_json import NotADocument, from_json, to_json
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.document_versions import (
    ChildsReply,
    DocumentVersion,
    ReadTogether,
    Sending,
    VersionState,
    digest_of,
    is_same_copy,
    state_of,
)
from iro_desktop.domain.drafts import may_still_change
from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.review import Review
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.copies import require_still_safe
from iro_desktop.services.faults import (
    NameMissing,
    NoSuchThing,
    NotChecked,
    NotSigned,
    NotTranslated,
    ReasonMissing,
    SignedVersion,
    StillADraft,
    VersionDamaged,
)
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review
from iro_desktop.services.what_changed import WhatChanged, as_correction, keep_translation
from iro_desktop.services.workspace import Workspace
from iro_desktop.services.writing import let_wait


@dataclass(frozen=True, slots=True)
class Listed:
    """A version with what became of it. `corrected_by` is the newer version that stands for it."""

    version: DocumentVersion
    state: VersionState
    sendings: tuple[Sending, ...] = ()
    readings: tuple[ReadTogether, ...] = ()
    replies: tuple[ChildsReply, ...] = ()
    corrected_by: EntityId | None = None


def of_review(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[Listed, ...]:
    """Every version of every document of a review: by kind, then reader, then number."""
    with uow_factory() as uow:
        versions = uow.document_versions.of_review(review_id)
        sendings = uow.sendings.of_review(review_id)
        readings = uow.readings_together.of_review(review_id)
        replies = uow.childs_replies.of_review(review_id)
    found = (_listed(one, versions, sendings, readings, replies) for one in versions)
    kinds = list(DocumentKind)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                kinds.index(each.version.kind),
                each.version.reader,
                each.version.reader_name,
                each.version.language,
                each.version.style,
                each.version.number,
            ),
        )
    )


def _listed(
    version: DocumentVersion,
    versions: Iterable[DocumentVersion],
    sendings: Iterable[Sending],
    readings: Iterable[ReadTogether],
    replies: Iterable[ChildsReply],
) -> Listed:
    name = version.id
    newer = [one.id for one in versions if one.corrects == name and one.is_signed]
    return Listed(
        version,
        state_of(version, sendings, readings, replies),
        tuple(one for one in sendings if one.version_id == name),
        tuple(one for one in readings if one.version_id == name),
        tuple(one for one in replies if one.version_id == name),
        newer[-1] if newer else None,
    )


def draft(
    workspace: Workspace, wanted: CopyWanted, document: Document
) -> tuple[DocumentVersion, Changed]:
    """Keep a document as the draft of its next version; an earlier draft of it gives way.

    A draft that says the same stands as it is, checked or not.

    Raises:
        NoSuchThing: there is no such review.
        SignedVersion: it was signed before; then a correction is called for.
    """
    with workspace.uow_factory() as uow:
        review = require_review(uow, wanted.review)
        fresh = _new_version(review, wanted, workspace.clock)
        same = _same_copies(uow, fresh)
        held = next((one for one in same if not one.is_signed), None)
        if held is None and same:
            raise SignedVersion
        version = held or fresh
        if version.corrects is not None:
            document = as_correction(uow, version, document)
        version = _redrafted(version, document, workspace.clock)
        changed = uow.document_versions.put(version)
    return version, Changed.of(version, Topic.DOCUMENTS, Topic.CASELOAD) if changed else Changed()


def correct(
    workspace: Workspace, name: EntityId, document: Document, what_changed: WhatChanged
) -> tuple[DocumentVersion, Changed]:
    """Draft what will take the place of a signed version, which stays as it is.

    `document` is the whole document as it shall be; it then says by itself that it is a correction
    and what has changed. Where the version was corrected before, the newest one is corrected. One
    in another language than English is not signed without `what_changed` in that language.

    Raises:
        NameMissing: what changed is translated, and it is not said by whom.
        NoSuchThing: there is no such version.
        NotSigned: it is a draft, which is simply drafted again.
        ReasonMissing: it does not say what changed.
    """
    if not what_changed.words.strip():
        raise ReasonMissing
    if what_changed.translated.strip() and not what_changed.translator.strip():
        raise NameMissing
    with workspace.uow_factory() as uow:
        given = require_version(uow, name)
        same = _same_copies(uow, given)
        if not given.is_signed:
            raise NotSigned
        signed = max((one for one in same if one.is_signed), key=lambda one: one.number)
        held = next((one for one in same if not one.is_signed), None)
        version = replace(
            signed,
            id=held.id if held else EntityId(new_id()),
            number=signed.number + 1,
            drafted_on=workspace.clock.today(),
            checked_on=None,
            checked_by="",
            signed_at=None,
            signed_by="",
            digest="",
            corrects=signed.id,
            what_changed=what_changed.words.strip(),
        )
        keep_translation(uow, version, what_changed, workspace.clock)
        version = _redrafted(version, as_correction(uow, version, document), workspace.clock)
        uow.document_versions.put(version)
    return version, Changed.of(version, Topic.DOCUMENTS, Topic.CASELOAD)


def check(
    workspace: Workspace, name: EntityId, by: str = "", *, as_read: str | None = None
) -> tuple[DocumentVersion, Changed]:
    """Note who read a draft through. It need not be another person than the one who signs.

    `as_read` is the content that they read; None of it as it stands here.

    Raises:
        NameMissing: no name is given, and the laptop's owner has none.
        NoSuchThing: there is no such version.
        NotChecked: it was drafted anew since they read it.
        SignedVersion: it is signed.
    """
    with workspace.uow_factory() as uow:
        version = require_version(uow, name)
        if version.is_signed:
            raise SignedVersion
        _require_as_read(version, as_read)
        checked = replace(version, checked_on=workspace.clock.today(), checked_by=_name(uow, by))
        uow.document_versions.put(checked)
    return checked, Changed.of(checked, Topic.DOCUMENTS, Topic.CASELOAD)


def sign(
    workspace: Workspace,
    name: EntityId,
    by: str = "",
    still_to_translate: Sequence[str] = (),
    *,
    as_read: str | None = None,
) -> tuple[DocumentVersion, Changed]:
    """Fix a version for ever, and let it wait to be sent.

    `still_to_translate` are texts that whoever made the copy found without a translation, `as_read`
    the content that whoever signs it read; None of it as it stands here.

    Raises:
        MarkLost: a passage kept from the reader was changed since it was marked.
        NameMissing: no name is given, and the laptop's owner has none.
        NoSuchThing: there is no such version.
        NotChecked: nobody has checked it as it stands, or it was drafted anew since it was read.
        NotTranslated: parts of it are not in the reader's language.
        SignedVersion: it is signed already.
        StillADraft: the record it tells of may still change, or it was drafted when it could.
        WouldLeak: it shows what is kept from its reader.
    """
    with workspace.uow_factory() as uow:
        version = require_version(uow, name)
        _require_as_read(version, as_read)
        _require_ready(version, require_review(uow, version.review_id), still_to_translate)
    require_still_safe(workspace, wanted_of(version), document_of(version))
    with workspace.uow_factory() as uow:
        if require_version(uow, name) != version:
            raise NotChecked  # it was drafted anew meanwhile, in another window
        signed = replace(
            version,
            signed_at=workspace.clock.now(),
            signed_by=_name(uow, by),
            digest=digest_of(version.content),
        )
        uow.document_versions.put(signed)
        let_wait(uow, signed.child_id, signed.review_id, signed.kind, workspace.clock)
    return signed, Changed.of(signed, Topic.DOCUMENTS, Topic.CASELOAD)


def discard(uow_factory: UnitOfWorkFactory, name: EntityId) -> Changed:
    """Take a draft away. Raises NoSuchThing, SignedVersion."""
    with uow_factory() as uow:
        version = require_version(uow, name)
        uow.document_versions.withdraw(version)
    return Changed.of(version, Topic.DOCUMENTS, Topic.CASELOAD)


def require_version(uow: UnitOfWork, name: EntityId) -> DocumentVersion:
    """The version of that id. Raises NoSuchThing."""
    version = uow.document_versions.find(name)
    if version is None:
        raise NoSuchThing(kind="document version", name=name)
    return version


def require_signed(uow: UnitOfWork, name: EntityId) -> DocumentVersion:
    """The signed version of that id, whole. Raises NoSuchThing, NotSigned, VersionDamaged."""
    version = require_version(uow, name)
    if not version.is_signed:
        raise NotSigned
    if not version.is_whole:
        raise VersionDamaged
    return version


def document_of(version: DocumentVersion) -> Document:
    """The document that a version is, for any writer. Raises VersionDamaged."""
    if version.is_signed and not version.is_whole:
        raise VersionDamaged
    try:
        return from_json(version.content)
    except NotADocument as fault:
        raise VersionDamaged from fault


def wanted_of(version: DocumentVersion) -> CopyWanted:
    """Which copy a version is of."""
    return CopyWanted(
        review=version.review_id,
        kind=version.kind,
        reader=version.reader,
        reader_name=version.reader_name,
        language=version.language,
        style=version.style,
        length=version.length,
    )


def _new_version(review: Review, wanted: CopyWanted, clock: Clock) -> DocumentVersion:
    return DocumentVersion(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        kind=wanted.kind,
        number=1,
        reader=wanted.reader,
        reader_name=wanted.reader_name,
        language=wanted.language,
        style=wanted.style,
        length=wanted.length,
        drafted_on=clock.today(),
    )


def _same_copies(uow: UnitOfWork, version: DocumentVersion) -> list[DocumentVersion]:
    of_review = uow.document_versions.of_review(version.review_id)
    return [one for one in of_review if is_same_copy(one, version)]


def _redrafted(version: DocumentVersion, document: Document, clock: Clock) -> DocumentVersion:
    content = to_json(document)
    if content == version.content:
        return version
    return replace(
        version, content=content, drafted_on=clock.today(), checked_on=None, checked_by=""
    )


def _name(uow: UnitOfWork, by: str) -> str:
    name = by.strip() or signatory(uow.settings).name
    if not name:
        raise NameMissing
    return name


def _require_as_read(version: DocumentVersion, as_read: str | None) -> None:
    if not version.is_signed and as_read not in {None, version.content}:
        raise NotChecked


def _require_ready(
    version: DocumentVersion, review: Review, still_to_translate: Sequence[str]
) -> None:
    if version.is_signed:
        raise SignedVersion
    document = document_of(version)
    if document.draft or may_still_change(version.kind, review):
        raise StillADraft
    if version.checked_on is None:
        raise NotChecked
    _require_translated(document, still_to_translate)


def _require_translated(document: Document, still_to_translate: Sequence[str]) -> None:
    texts = {*untranslated(document), *still_to_translate}
    if texts:
        raise NotTranslated(count=str(len(texts)))
