"""What comes back from the child: that a letter was read together, and what was said to it."""

import datetime as dt

from iro_desktop.domain.document_versions import ChildsReply, ReadTogether
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import WordsMissing
from iro_desktop.services.owner import signatory
from iro_desktop.services.versions import require_signed
from iro_desktop.services.workspace import Workspace


def note_read_together(
    workspace: Workspace,
    name: EntityId,
    *,
    by: str = "",
    on: dt.date | None = None,
    note: str = "",
) -> tuple[ReadTogether, Changed]:
    """Note that someone read a signed version with the child: the IRO today, where nobody is named.

    Raises:
        NoSuchThing: there is no such version.
        NotSigned: it is a draft.
        VersionDamaged: it is no longer what was signed.
    """
    with workspace.uow_factory() as uow:
        version = require_signed(uow, name)
        reading = ReadTogether(
            id=EntityId(new_id()),
            child_id=version.child_id,
            review_id=version.review_id,
            version_id=version.id,
            read_on=on or workspace.clock.today(),
            read_by=by.strip() or signatory(uow.settings).name,
            note=note.strip(),
        )
        uow.readings_together.put(reading)
    return reading, Changed.of(reading, Topic.DOCUMENTS)


def keep_reply(
    workspace: Workspace,
    name: EntityId,
    words: str,
    how: HeardHow,
    on: dt.date | None = None,
) -> tuple[ChildsReply, Changed]:
    """Keep what the child said to a signed version, exactly as it was said.

    Raises:
        NoSuchThing: there is no such version.
        NotSigned: it is a draft.
        VersionDamaged: it is no longer what was signed.
        WordsMissing: nothing was said.
    """
    if not words.strip():
        raise WordsMissing
    with workspace.uow_factory() as uow:
        version = require_signed(uow, name)
        reply = ChildsReply(
            id=EntityId(new_id()),
            child_id=version.child_id,
            review_id=version.review_id,
            version_id=version.id,
            words=words,
            how=how,
            received_on=on or workspace.clock.today(),
        )
        uow.childs_replies.put(reply)
    return reply, Changed.of(reply, Topic.DOCUMENTS)
