"""A folder of signed documents for the council's own system, with a manifest of what is in it.

The shape is described in docs/council-folder.md. The folder appears whole or not at all.
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.domain.child import Child
from iro_desktop.domain.document_versions import DocumentVersion, Sending, SendingWay
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.services.case_references import references
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.review_records import require_review
from iro_desktop.services.sending import (
    MEDIA_TYPES,
    File,
    Recipient,
    file_of,
    put_sending,
    require_name,
    require_safe_for,
)
from iro_desktop.services.versions import require_signed
from iro_desktop.services.whole_folder import write_folder
from iro_desktop.services.workspace import Workspace

FORMAT = "iro-desktop documents"
VERSION = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file of the folder: a signed version, and its format."""

    version: EntityId
    format: Format = Format.PDF


@dataclass(frozen=True, slots=True)
class CouncilFolder:
    """The folder that was written, and what was noted of it."""

    path: Path
    sendings: tuple[Sending, ...]
    changed: Changed


def write_council_folder(
    workspace: Workspace, wanted: Sequence[Wanted], to: Recipient, into: Path
) -> CouncilFolder:
    """Write a new folder into `into`, with a file for each version wanted; note each as sent.

    Raises:
        MarkLost, WouldLeak: one of them is not safe to give to this reader. Nothing is written.
        NameMissing: it is not said to whom.
        NoSpace, NotWritable: it cannot be written. Nothing is left of it, and nothing noted.
        NoSuchThing: there is no such version.
        NotSigned: one of them is a draft.
        VersionDamaged: one of them is no longer what was signed.
    """
    require_name(to)
    chosen = tuple(dict.fromkeys(wanted))
    for one in chosen:
        require_safe_for(workspace, one.version, to)
    files = [file_of(workspace.uow_factory, one.version, one.format) for one in chosen]
    manifest = _manifest(workspace, to, chosen, files)
    path = into / f"documents-{secrets.token_hex(6)}"
    with workspace.uow_factory() as uow:
        sendings = tuple(
            put_sending(
                uow, one.version, to, SendingWay.COUNCIL_FOLDER, one.format, workspace.clock
            )
            for one in chosen
        )
        # Last within the transaction: where the disk is full, nothing is noted either.
        write_folder(path, {**{file.name: file.data for file in files}, MANIFEST: manifest})
    return CouncilFolder(
        path,
        sendings,
        Changed(
            frozenset({Topic.DOCUMENTS, Topic.CASELOAD}),
            frozenset(one.child_id for one in sendings),
            frozenset(one.review_id for one in sendings),
        ),
    )


def _manifest(
    workspace: Workspace, to: Recipient, wanted: Sequence[Wanted], files: Sequence[File]
) -> bytes:
    made = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": workspace.clock.now().isoformat(timespec="seconds"),
        "to": to.name.strip(),
        "documents": [
            _entry(workspace, one, file) for one, file in zip(wanted, files, strict=True)
        ],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(workspace: Workspace, wanted: Wanted, file: File) -> dict[str, object]:
    named_by = references(workspace.uow_factory)
    with workspace.uow_factory() as uow:
        version = require_signed(uow, wanted.version)
        child = require_child(uow, version.child_id)
        review = require_review(uow, version.review_id)
    return {
        "file": file.name,
        "media_type": MEDIA_TYPES[wanted.format],
        "bytes": len(file.data),
        "sha256": hashlib.sha256(file.data).hexdigest(),
        **_about(child),
        "review": review.id,
        "reference": named_by.of(child, review),
        "held_on": review.held_on.isoformat() if review.held_on else None,
        **_of_version(version),
    }


def _about(child: Child) -> dict[str, object]:
    return {"child_number": child.number, "made_up": child.made_up}


def _of_version(version: DocumentVersion) -> dict[str, object]:
    return {
        "kind": version.kind.value,
        "number": version.number,
        "version_id": version.id,
        "reader": version.reader.value,
        "reader_name": version.reader_name,
        "language": version.language,
        "style": version.style.value,
        "length": version.length.value,
        "drafted_on": version.drafted_on.isoformat(),
        "checked_on": version.checked_on.isoformat() if version.checked_on else None,
        "checked_by": version.checked_by,
        "signed_at": version.signed_at.isoformat() if version.signed_at else None,
        "signed_by": version.signed_by,
        "content_sha256": version.digest,
        "corrects": version.corrects,
        "what_changed": version.what_changed,
    }
