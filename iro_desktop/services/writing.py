"""Write to the child, and for the file: what is proposed, the document, and where it went."""

import datetime as dt
from dataclasses import replace

from iro_desktop.documents.blocks import Document
from iro_desktop.domain.care import periods_of_care, was_looked_after_on
from iro_desktop.domain.copies import CopyWanted, usual_reader
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, first_free, natural_id
from iro_desktop.domain.output_choice import Proposal, propose
from iro_desktop.domain.review import Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.i18n import Translator
from iro_desktop.i18n.languages import LANGUAGES, find_language
from iro_desktop.services import copies, review_records
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NoLanguage
from iro_desktop.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.rights import Rights
from iro_desktop.services.workspace import Workspace


def proposal(record: ReviewRecord, today: dt.date) -> Proposal:
    """A letter or minutes, and why: permanently matched, or two years in one home, or neither."""
    day = review_records.day_of(record.review, today)
    period = was_looked_after_on(periods_of_care(record.episodes), day)
    matched = record.child.permanently_matched_on
    return propose(
        permanently_matched=matched is not None and matched <= day,
        in_home_since=period.in_this_home_since(day) if period else None,
        held=day,
    )


def compose(
    workspace: Workspace, review_id: ReviewId, kind: DocumentKind, tr: Translator
) -> Document:
    """A document in its neutral form, for its usual reader; a draft until the review is closed.

    Raises:
        NoSuchThing: there is no such review, or its form is missing.
        WouldLeak, MarkLost: it is not safe to give to its usual reader.
    """
    wanted = CopyWanted(
        review=review_id, kind=kind, reader=usual_reader(kind), language=tr.language.code
    )
    copy = copies.copy_in(workspace, wanted, tr)
    copy.require_safe()
    return copy.document


def reader_language(code: str) -> Translator:
    """The translator for a document's reader. Raises NoLanguage where nothing is written in it."""
    found = find_language(code)
    if found is None:
        spoken = [name for name, language in LANGUAGES.items() if language.is_spoken]
        raise NoLanguage(code=code, known=", ".join(spoken))
    return Translator(found.code)


def note_written(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, kind: DocumentKind, clock: Clock
) -> Changed:
    """Remember that a document was written out and waits to be sent; once for each kind.

    A draft, of a review that is not closed, is not for sending. Nor is the copy of someone who only
    reads the record: they keep it for themselves.
    """
    with uow_factory() as uow:
        review = review_records.require_review(uow, review_id)
        is_ours = Rights(uow.settings).has_kind(review.child_id, "written_document")
        if not (review.is_closed and is_ours):
            return Changed()
        document = let_wait(uow, review.child_id, review_id, kind, clock)
    return Changed.of(document, Topic.DOCUMENTS, Topic.CASELOAD) if document else Changed()


def let_wait(
    uow: UnitOfWork, child_id: ChildId, review_id: ReviewId, kind: DocumentKind, clock: Clock
) -> WrittenDocument | None:
    """Let a kind of document wait to be sent, within a transaction; None where it waits already.

    One entry for each kind waits, however many copies of it there are.
    """
    written = uow.written_documents.of_review(review_id)
    if any(document.kind is kind and document.sent_on is None for document in written):
        return None
    document = WrittenDocument(
        id=EntityId(_free_id(uow, review_id, kind)),
        child_id=child_id,
        review_id=review_id,
        kind=kind,
        written_on=clock.today(),
    )
    uow.written_documents.put(document)
    return document


def _free_id(uow: UnitOfWork, review: ReviewId, kind: DocumentKind) -> str:
    return first_free(
        lambda number: natural_id("written document", review, kind.value, str(number)),
        lambda name: uow.written_documents.find(name) is not None,
    )


def mark_sent(
    uow_factory: UnitOfWorkFactory, document: WrittenDocument, to: str, clock: Clock
) -> Changed:
    """Say that a document has gone to its reader today."""
    with uow_factory() as uow:
        uow.written_documents.put(replace(document, sent_on=clock.today(), sent_to=to.strip()))
    return Changed.of(document, Topic.DOCUMENTS, Topic.CASELOAD)


def unsent(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[WrittenDocument, ...]:
    """The documents of a review that wait to be sent."""
    with uow_factory() as uow:
        written = uow.written_documents.of_review(review_id)
    return tuple(document for document in written if document.sent_on is None)


def send_by(uow_factory: UnitOfWorkFactory, review: Review) -> Explained | None:
    """The last day in time to send what was written; None while the review was not held.

    None too of one held before there was a rule.
    """
    if review.held_on is None:
        return None
    with uow_factory() as uow:
        reckoner = reckoner_of(uow.settings)
    try:
        return reckoner.due("record_sent", review.held_on)
    except NotInForce:
        return None
