"""A signed version as a sound file, for someone who would rather hear it."""

from pathlib import Path

from iro_desktop.domain.document_versions import Sending, SendingWay
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.services.audio import speak_document
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.sending import Recipient, put_sending, require_safe_for
from iro_desktop.services.versions import document_of, require_signed
from iro_desktop.services.workspace import Workspace

SOUND = "wav"


def write_spoken(
    workspace: Workspace, name: EntityId, to: Recipient, out: Path
) -> tuple[Sending, Changed]:
    """Write the version as it sounds, and note that it was handed over.

    Raises:
        MarkLost, WouldLeak: it is not safe to give to this reader. No file is written.
        NameMissing, NoSuchThing, NotSigned, VersionDamaged: as `note_sent`. No file is written.
        NoSpace, NotWritable: the file cannot be written. Nothing is noted.
        NoVoice: no voice of this computer speaks its language.
        SpeechFailed: the program that speaks gave nothing back.
    """
    require_safe_for(workspace, name, to)
    with workspace.uow_factory() as uow:
        version = require_signed(uow, name)
    speak_document(document_of(version), out)
    with workspace.uow_factory() as uow:
        sending = put_sending(uow, name, to, SendingWay.HANDED_OVER, SOUND, workspace.clock)
    topics = frozenset({Topic.DOCUMENTS, Topic.CASELOAD})
    return sending, Changed(topics, frozenset({sending.child_id}), frozenset({sending.review_id}))
