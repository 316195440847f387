"""Let a signed version go to someone, and note that it went: on paper, by e-mail, protected.

Nothing in a file's name or an e-mail's subject tells of the child. What is sent is made from the
signed tree each time, after its digest was found to be right.
"""

from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.domain.document_versions import DocumentVersion, Sending, SendingWay
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.case_references import references
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.copies import require_still_safe
from iro_desktop.services.council_look import look_of, write_in_look
from iro_desktop.services.faults import NameMissing
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.private_file import write_file
from iro_desktop.services.review_records import require_review
from iro_desktop.services.versions import document_of, require_signed, wanted_of
from iro_desktop.services.workspace import Workspace

MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html",
    Format.EPUB: "application/epub+zip",
    Format.TEXT: "text/plain",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom something goes: a name or an office, and what they are to the child."""

    name: str
    reader: Reader


@dataclass(frozen=True, slots=True)
class File:
    """A signed version as a file. Nothing in its `name` tells of the child or of the reader."""

    version: DocumentVersion
    name: str
    data: bytes
    missing_characters: frozenset[str]


def file_of(
    uow_factory: UnitOfWorkFactory,
    name: EntityId,
    format: Format,  # noqa: A002  # the field's own word
) -> File:
    """A signed version in this format; in the same council's look always the same bytes.

    Raises:
        CouncilLookRefused: the council's stationery or theme can no longer be used.
        NoSuchThing: there is no such version.
        NotSigned: it is a draft.
        VersionDamaged: it is no longer what was signed.
    """
    reference = references(uow_factory)
    with uow_factory() as uow:
        version = require_signed(uow, name)
        child = require_child(uow, version.child_id)
        review = require_review(uow, version.review_id)
        look = look_of(uow.settings)
    written = write_in_look(document_of(version), format, look)
    stem = file_stem(version, reference.of(child, review))
    return File(version, f"{stem}.{format.value}", written.data, written.missing_characters)


def file_stem(version: DocumentVersion, reference: str) -> str:
    """What a version's file is called: which document, of which review, which version.

    The last characters keep two readers' copies of one document apart.
    """
    return f"{version.kind.value}-{reference.lower()}-v{version.number}-{version.id[:6]}"


def note_sent(
    workspace: Workspace,
    name: EntityId,
    to: Recipient,
    way: SendingWay,
    format: Format = Format.PDF,  # noqa: A002  # the field's own word
) -> tuple[Sending, Changed]:
    """Note that a version was printed, handed over or sent to someone today.

    Raises:
        NameMissing: it is not said to whom.
        NoSuchThing: there is no such version.
        NotSigned: it is a draft.
        VersionDamaged: it is no longer what was signed.
    """
    with workspace.uow_factory() as uow:
        sending = put_sending(uow, name, to, way, format, workspace.clock)
    return sending, Changed.of(sending, Topic.DOCUMENTS, Topic.CASELOAD)


def put_sending(
    uow: UnitOfWork,
    name: EntityId,
    to: Recipient,
    way: SendingWay,
    file_format: str,
    clock: Clock,
) -> Sending:
    """The same, within a transaction; of any kind of file, by the ending of its name."""
    require_name(to)
    version = require_signed(uow, name)
    sending = Sending(
        id=EntityId(new_id()),
        child_id=version.child_id,
        review_id=version.review_id,
        version_id=version.id,
        to=to.name.strip(),
        reader=to.reader,
        way=way,
        file_format=str(file_format),
        sent_on=clock.today(),
        sent_by=signatory(uow.settings).name,
    )
    uow.sendings.put(sending)
    _settle(uow, version, sending)
    return sending


def write_email(
    workspace: Workspace,
    name: EntityId,
    to: Recipient,
    out: Path,
    *,
    format: Format = Format.PDF,  # noqa: A002  # the field's own word
) -> tuple[Sending, Changed]:
    """Write an e-mail with the version attached, for a mail program to open and send.

    Raises:
        MarkLost, WouldLeak: it is not safe to give to this reader. No file is written.
        NameMissing, NoSuchThing, NotSigned, VersionDamaged: as `note_sent`. No file is written.
        NoSpace, NotWritable: the file cannot be written. Nothing is noted.
    """
    require_safe_for(workspace, name, to)
    file = file_of(workspace.uow_factory, name, format)
    write_file(eml_draft(file, format), out)
    return note_sent(workspace, name, to, SendingWay.EMAIL, format)


def eml_draft(file: File, format: Format) -> bytes:  # noqa: A002  # the field's own word
    """An e-mail (RFC 5322) that mail programs open as a draft, with no sender, day or address.

    It is in the language of what is attached. `X-Unsent` is what Outlook goes by.
    """
    tr = Translator(file.version.language)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = tr("A document for you")
    message["X-Unsent"] = "1"
    message["Content-Language"] = file.version.language
    message.set_content(
        tr("The document is attached. If it is not for you, please tell us and delete it.") + "\n",
        cte="quoted-printable",
    )
    main, _, kind = MEDIA_TYPES[format].partition("/")
    message.add_attachment(file.data, maintype=main, subtype=kind, filename=file.name)
    return message.as_bytes()


def require_safe_for(workspace: Workspace, name: EntityId, to: Recipient) -> None:
    """Let a signed version pass that may be given to this recipient, whoever it was made for.

    Raises:
        MarkLost: a passage kept from such a reader was changed since it was marked.
        NameMissing: it is not said to whom.
        NoSuchThing: there is no such version.
        NotSigned: it is a draft.
        VersionDamaged: it is no longer what was signed.
        WouldLeak: it shows what is kept from such a reader.
    """
    require_name(to)
    with workspace.uow_factory() as uow:
        version = require_signed(uow, name)
    wanted = replace(wanted_of(version), reader=to.reader)
    require_still_safe(workspace, wanted, document_of(version))


def require_name(to: Recipient) -> None:
    """Let a recipient pass who has a name. Raises NameMissing."""
    if not to.name.strip():
        raise NameMissing


def _settle(uow: UnitOfWork, version: DocumentVersion, sending: Sending) -> None:
    """Let the entry of this kind wait no longer once every copy that was signed has gone."""
    versions = uow.document_versions.of_review(version.review_id)
    sent = {one.version_id for one in uow.sendings.of_review(version.review_id)}
    corrected = {one.corrects for one in versions if one.is_signed}
    for one in versions:
        if one.kind is version.kind and one.is_signed and one.id not in sent | corrected:
            return
    for document in uow.written_documents.of_review(version.review_id):
        if document.kind is version.kind and document.sent_on is None:
            gone = replace(document, sent_on=sending.sent_on, sent_to=sending.to)
            uow.written_documents.put(gone)
