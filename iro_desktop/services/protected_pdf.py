"""A PDF for someone outside, which opens with a password only; the password takes another road."""

from dataclasses import dataclass, field
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.domain.document_versions import Sending, SendingWay
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.services.changed import Changed
from iro_desktop.services.passwords import new_password
from iro_desktop.services.private_file import write_file
from iro_desktop.services.sending import Recipient, file_of, note_sent, require_safe_for
from iro_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ProtectedPdf:
    """That a protected PDF was written, and its password: to be shown once, and kept nowhere.

    It goes to the recipient by another road than the file: by telephone, or face to face.
    """

    sending: Sending
    password: str = field(repr=False)
    changed: Changed


def write_protected_pdf(
    workspace: Workspace, name: EntityId, to: Recipient, out: Path
) -> ProtectedPdf:
    """Write the version as a PDF that opens with a new password only (AES-256, ISO 32000-2).

    The password is in what comes back and nowhere else: neither in the store nor in any file.

    Raises:
        MarkLost, WouldLeak: it is not safe to give to this reader. No file is written.
        NameMissing, NoSuchThing, NotSigned, VersionDamaged: as `note_sent`. No file is written.
        NoSpace, NotWritable: the file cannot be written. Nothing is noted.
    """
    from iro_desktop.documents.pdf import protected  # noqa: PLC0415 - it takes long to load

    require_safe_for(workspace, name, to)
    file = file_of(workspace.uow_factory, name, Format.PDF)
    password = new_password()
    write_file(protected(file.data, password), out)
    sending, changed = note_sent(workspace, name, to, SendingWay.PROTECTED_PDF)
    return ProtectedPdf(sending, password, changed)
