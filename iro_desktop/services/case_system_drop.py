"""A folder from which a council's own system picks up what was decided, without retyping.

It holds tables in the shape of the Standard Safeguarding Dataset, and, where asked for, the signed
documents and the whole records of closed reviews. docs/case-systems.md describes it. The folder
appears whole or not at all, and is not encrypted.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.domain.child import Child, Subject
from iro_desktop.domain.review import Origin, ReviewStatus
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.returns.safeguarding.export import ToldReview, tables
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import PartOfTheRecord
from iro_desktop.services.portable_records import export_record
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.review_records import gather
from iro_desktop.services.rights import Rights
from iro_desktop.services.whole_folder import write_folder
from iro_desktop.services.workspace import Workspace

FORMAT = "iro-desktop case system drop"
VERSION = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Drop:
    """The folder that was written, and how much is in it."""

    path: Path
    reviews: int
    decisions: int
    records: int


def write_drop(workspace: Workspace, into: Path, *, with_records: bool = False) -> Drop:
    """Write a new folder into `into`: tables of every review made here, and their decisions.

    Reviews that only a return tells of are left out: the council's system told them itself.
    Decisions are those of closed reviews, which no longer change.

    Args:
        workspace: the open store.
        into: the folder in which the new one is made.
        with_records: the portable record of each closed review too (docs/record-json.md). It holds
            everything, also what the child shared with the IRO alone.

    Raises:
        NoSpace, NotWritable: nothing is left of it.
        PartOfTheRecord: of some child not everything is on this laptop.
    """
    with workspace.uow_factory() as uow:
        if Rights(uow.settings).parts:  # the council's system would take it for all there is
            raise PartOfTheRecord
        told = list(_told(uow, workspace))
        scores = list(_scores(uow))
        made_up = any(child.made_up for child in uow.children.all())
    files = {f"{name}.csv": data for name, data in tables(told, scores).items()}
    closed = [one.review for one in told if one.review.status is ReviewStatus.CLOSED]
    records = closed if with_records else []
    for review in records:
        files[f"record-{review.id}.json"] = export_record(workspace.uow_factory, review.id)
    files[MANIFEST] = _manifest(workspace, files, made_up=made_up)
    path = into / f"drop-{secrets.token_hex(6)}"
    write_folder(path, files)
    return Drop(path, len(told), sum(len(one.decisions) for one in told), len(records))


def _told(uow: UnitOfWork, workspace: Workspace) -> Iterator[ToldReview]:
    today = workspace.clock.today()
    for review in uow.reviews.all():
        if review.origin is Origin.RETURN:
            continue
        child = require_child(uow, review.child_id)
        record = gather(uow, review, today)
        due = record.due.on if record.due else None
        is_closed = review.status is ReviewStatus.CLOSED
        decisions = [one for one in record.decisions if not one.is_blank] if is_closed else []
        yield ToldReview(child, review, due, tuple(decisions))


def _scores(uow: UnitOfWork) -> Iterable[tuple[Child, SdqScore]]:
    for child in uow.children.all():
        if child.subject is Subject.CHILD:
            for score in uow.sdq_scores.of_child(child.id):
                yield child, score


def _manifest(workspace: Workspace, files: Mapping[str, bytes], *, made_up: bool) -> bytes:
    made = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": workspace.clock.now().isoformat(timespec="seconds"),
        "made_up": made_up,
        "files": [
            {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(files.items())
        ],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
