"""What some kinds of documents need beside one review's record, cut for whoever reads the copy."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from iro_desktop.documents.leaks import Secret
from iro_desktop.documents.whole_life import WholeLife
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.independence import PanelMember
from iro_desktop.domain.review import Origin, Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.withholding import WithheldBecause, WithheldPassage
from iro_desktop.services import reading_at_25
from iro_desktop.services.case_references import references
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.withholding import for_reader, kept_from
from iro_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What `Material` has beside the record, without what is kept from the reader.

    `left_out`, `secrets` and `lost` are as `withholding.ForReader` has them, of all this.
    """

    reference: str = ""
    panel: tuple[PanelMember, ...] = ()
    happenings: tuple[RecordedHappening, ...] = ()
    resolution: Explained | None = None
    whole_life: WholeLife | None = None
    left_out: Counter[WithheldBecause] = field(default_factory=Counter)
    secrets: tuple[Secret, ...] = ()
    lost: tuple[WithheldPassage, ...] = ()


def gather(workspace: Workspace, record: ReviewRecord, wanted: CopyWanted) -> Beyond:
    """What this copy needs beside the record, which is not cut yet itself."""
    found = Beyond(reference=_reference(workspace, record.review, record))
    with workspace.uow_factory() as uow:
        match wanted.kind:
            case DocumentKind.SECURE_REPORT | DocumentKind.MINUTES:
                return replace(found, panel=tuple(uow.panel_members.of_review(record.review.id)))
            case DocumentKind.DISRUPTION_REPORT:
                return _with_happenings(found, uow, workspace, record, wanted)
            case DocumentKind.RESOLUTION:
                return replace(found, resolution=_resolution(uow, record))
            case DocumentKind.READ_AT_25:
                return _with_whole_life(found, uow, workspace, record, wanted)
            case _:
                return found


def _reference(workspace: Workspace, review: Review, record: ReviewRecord) -> str:
    """What stands for a review of a return, whose id tells of the council's number; else nothing.

    Of a review made here, papers show the beginning of its id.
    """
    if review.origin is Origin.LAPTOP:
        return ""
    return references(workspace.uow_factory).of(record.child, review)


def _with_happenings(
    found: Beyond, uow: UnitOfWork, workspace: Workspace, record: ReviewRecord, wanted: CopyWanted
) -> Beyond:
    redaction = kept_from(wanted.reader, record, workspace.clock.today())
    happenings = redaction.of(tuple(uow.happenings.of_child(record.child.id)))
    return replace(found, happenings=happenings, left_out=redaction.cuts)


def _resolution(uow: UnitOfWork, record: ReviewRecord) -> Explained | None:
    """By when the concern raised last is to be resolved; None where none is raised, or resolved."""
    happened = uow.happenings.of_child(record.child.id)
    raised = _latest(happened, Happening.CONCERN_RAISED)
    resolved = _latest(happened, Happening.CONCERN_RESOLVED)
    if raised is None or (resolved is not None and resolved.on >= raised.on):
        return None
    try:
        return reckoner_of(uow.settings).due("resolution_process", raised.on)
    except NotInForce:
        return None


def _latest(happened: Sequence[RecordedHappening], kind: Happening) -> RecordedHappening | None:
    those = [one for one in happened if one.happening is kind]
    return max(those, key=lambda one: one.on, default=None)


def _with_whole_life(
    found: Beyond, uow: UnitOfWork, workspace: Workspace, record: ReviewRecord, wanted: CopyWanted
) -> Beyond:
    today = workspace.clock.today()
    life = reading_at_25.gather(uow, record.child.id, today)
    reviews = [for_reader(one, wanted.reader, today) for one in life.reviews]
    redaction = kept_from(wanted.reader, replace(record, withheld=()), today)
    rest = redaction.of(replace(life, reviews=()))
    others = [
        one
        for one, whole in zip(reviews, life.reviews, strict=True)
        if whole.review.id != record.review.id
    ]
    return replace(
        found,
        whole_life=replace(rest, reviews=tuple(one.record for one in reviews)),
        left_out=sum((Counter(one.left_out) for one in others), redaction.cuts),
        secrets=tuple(secret for one in others for secret in one.secrets),
        lost=tuple(passage for one in others for passage in one.lost),
    )
