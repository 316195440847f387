"""Make one copy of one document: for this reader, in this language and style, and safe to send.

The record is cut first, then the document is built from it, so that no builder ever sees what it
must not print; then the whole tree is searched for what should have been cut.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from iro_desktop.documents.blocks import Document, Paragraph, plain
from iro_desktop.documents.easy_read import in_style
from iro_desktop.documents.kinds import BUILDERS
from iro_desktop.documents.leaks import Leak, leaks
from iro_desktop.documents.material import Material
from iro_desktop.documents.review_facts import Deadlines
from iro_desktop.documents.withheld_notes import with_notes
from iro_desktop.documents.written_parts import unwritten
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.drafts import may_still_change
from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.domain.withholding import Reader, WithheldBecause, WithheldPassage
from iro_desktop.i18n.translator import Translator
from iro_desktop.services import (
    beyond_one_review,
    review_records,
    rights,
    translations,
    withholding,
)
from iro_desktop.services.beyond_one_review import Beyond
from iro_desktop.services.council_wording import in_councils_words
from iro_desktop.services.faults import KeptUnread, MarkLost, PartOfTheRecord, WouldLeak
from iro_desktop.services.practice import pack_in_force
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.return_labels import ReturnLabels
from iro_desktop.services.team_hub.sealing import waiting_to_be_opened
from iro_desktop.services.withholding import ForReader
from iro_desktop.services.workspace import Workspace

_SAYS_WHAT_TO_KEEP = ("confidential_detail", "withheld_passage")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as it would be sent, and what stands against sending it.

    `untranslated` are texts with no translation yet, `leaks` the places that show what is kept from
    the reader, `lost` the passages that were changed since they were marked. `unread` says how much
    of what is to be kept from readers lies here sealed for another IRO, so that nobody here knows
    what to leave out. `is_part`: only some of the record comes to this laptop.
    """

    wanted: CopyWanted
    document: Document
    left_out: Mapping[WithheldBecause, int]
    untranslated: tuple[str, ...] = ()
    leaks: tuple[Leak, ...] = ()
    lost: tuple[WithheldPassage, ...] = ()
    unread: int = 0
    is_part: bool = False

    def require_safe(self) -> None:
        """Let a safe copy pass.

        Raises:
            WouldLeak: it shows what is kept from its reader.
            MarkLost: a passage kept from its reader stands no longer where it was marked.
            KeptUnread: nobody here can read what is to be kept from its reader.
            PartOfTheRecord: it was drawn up from some of the record.
        """
        if self.is_part:
            raise PartOfTheRecord
        if self.unread:
            raise KeptUnread(count=str(self.unread))
        if self.leaks:
            raise WouldLeak(places="; ".join(dict.fromkeys(map(_place, self.leaks))))
        if self.lost:
            raise MarkLost(count=str(len(self.lost)))


def copy_of(workspace: Workspace, wanted: CopyWanted) -> Copy:
    """The copy as it would be, safe or not: to be looked at, or to be sent once it is safe.

    Raises:
        NoSuchThing: there is no such review, or its form is missing.
    """
    return copy_in(workspace, wanted, Translator(wanted.language))


def copy_in(workspace: Workspace, wanted: CopyWanted, tr: Translator) -> Copy:
    """The same, in the words of a translator that the caller has."""
    kept, beyond = _for_reader(workspace, wanted)
    left_out = Counter(kept.left_out) + beyond.left_out
    material = _material(workspace, wanted, kept.record, beyond, tr)
    factory = workspace.uow_factory
    with factory() as uow:
        built = BUILDERS[wanted.kind](material)
        built = in_councils_words(built, wanted.kind, material, uow.settings)
        is_part = rights.is_part(uow, kept.record.child.id)
    document = with_notes(built, left_out, tr)
    # Before the style, which cuts texts into sentences.
    document, untranslated = translations.in_language(factory, wanted.review, document, tr)
    document = replace(in_style(document, wanted.style, tr), draft=material.draft)
    if is_part:
        document = _said_to_be_part(document, tr)
    return Copy(
        wanted=wanted,
        document=document,
        left_out=left_out,
        untranslated=untranslated,
        leaks=leaks(document, (*kept.secrets, *beyond.secrets)),
        lost=(*kept.lost, *beyond.lost),
        unread=_unread(workspace, wanted, kept.record),
        is_part=is_part,
    )


def _said_to_be_part(document: Document, tr: Translator) -> Document:
    """Nobody takes it for the whole, wherever it is looked at."""
    said = tr("This is not the whole document: only a part of the record is on this laptop.")
    first, *others = document.blocks or (Paragraph(plain(said)),)
    return replace(document, blocks=(first, Paragraph(plain(said)), *others))


def _unread(workspace: Workspace, wanted: CopyWanted, record: ReviewRecord) -> int:
    if wanted.reader is Reader.FILE:
        return 0
    with workspace.uow_factory() as uow:
        waiting = waiting_to_be_opened(uow, record.child.id)
    return sum(len(waiting.get(kind, ())) for kind in _SAYS_WHAT_TO_KEEP)


def _for_reader(workspace: Workspace, wanted: CopyWanted) -> tuple[ForReader, Beyond]:
    """The record, and what a copy has beside it, without what is kept from its reader today."""
    today = workspace.clock.today()
    whole = review_records.read(workspace.uow_factory, wanted.review, today)
    kept = withholding.for_reader(whole, wanted.reader, today)
    return kept, beyond_one_review.gather(workspace, whole, wanted)


def require_still_safe(workspace: Workspace, wanted: CopyWanted, document: Document) -> None:
    """Let a document pass that was made earlier and is safe for its reader today.

    Raises:
        KeptUnread: nobody here can read what is to be kept from its reader.
        MarkLost: a passage kept from its reader stands no longer where it was marked.
        NoSuchThing: there is no such review.
        WouldLeak: it shows what is kept from its reader.
    """
    kept, beyond = _for_reader(workspace, wanted)
    Copy(
        wanted=wanted,
        document=document,
        left_out={},
        leaks=leaks(document, (*kept.secrets, *beyond.secrets)),
        lost=(*kept.lost, *beyond.lost),
        unread=_unread(workspace, wanted, kept.record),
    ).require_safe()


def _material(
    workspace: Workspace, wanted: CopyWanted, record: ReviewRecord, beyond: Beyond, tr: Translator
) -> Material:
    texts = {text.part: text.words for text in record.texts if text.kind is wanted.kind}
    is_unfinished = bool(unwritten(wanted.kind, texts))
    labels = ReturnLabels(tr)
    with workspace.uow_factory() as uow:
        pack = pack_in_force(uow.settings)
    return Material(
        record=record,
        form=workspace.form_of(record.review),
        tr=tr,
        reader=wanted.reader,
        reader_name=wanted.reader_name,
        length=wanted.length,
        draft=is_unfinished or may_still_change(wanted.kind, record.review),
        texts=texts,
        labels=labels,
        reasons=labels,
        deadlines=_deadlines(workspace, record),
        reference=beyond.reference,
        panel=beyond.panel,
        happenings=beyond.happenings,
        resolution=beyond.resolution,
        whole_life=beyond.whole_life,
        pack=pack,
    )


def _deadlines(workspace: Workspace, record: ReviewRecord) -> Deadlines:
    """What is due after a review of the case (IRO Handbook 2010), counted from the day it was held.

    The handbook says nothing of what follows a conference, a panel or any other meeting.
    """
    held = record.review.held_on
    if held is None or record.review.kind not in OF_THE_CASE:
        return Deadlines()
    with workspace.uow_factory() as uow:
        reckoner = reckoner_of(uow.settings)
    try:
        return Deadlines(
            decisions_written=reckoner.due("decisions_written", held),
            care_plan_updated=reckoner.due("care_plan_updated", held),
            record_written=reckoner.due("record_written", held),
            record_sent=reckoner.due("record_sent", held),
        )
    except NotInForce:
        return Deadlines()


def _place(leak: Leak) -> str:
    return f"{leak.heading} {leak.block}".strip()
