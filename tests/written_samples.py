"""One made-up thing of each kind that is written for people, or comes of it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from iro_desktop.domain.correspondence import DocumentKind, DocumentText
from iro_desktop.domain.document_versions import (
    ChildsReply,
    DocumentVersion,
    ManagersConfirmation,
    ReadTogether,
    Sending,
    SendingWay,
)
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.reading import PreferredWord, ReaderWishes
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.domain.wishes_and_feelings import HeardHow
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)
from iro_desktop.services.ports import UnitOfWork

CHILD, REVIEW = ChildId("child-1"), ReviewId("review-1")
DOCUMENT_TEXT = DocumentText(
    id=EntityId("document-text-1"),
    child_id=CHILD,
    review_id=REVIEW,
    kind=DocumentKind.LETTER,
    part="opening",
    words="It was good to see you.",
)
READER_WISHES = ReaderWishes(id=EntityId("reader-wishes-1"), child_id=CHILD, language="pl")
PREFERRED_WORD = PreferredWord(
    id=EntityId("preferred-word-1"), child_id=CHILD, instead_of="contact", word="seeing Dad"
)
WITHHELD = WithheldPassage(
    id=EntityId("withheld-1"),
    child_id=CHILD,
    review_id=REVIEW,
    thing="answer-1",
    field="value",
    words="Fine",
    because=WithheldBecause.THIRD_PARTY,
    kept_from=(Reader.PARENT, Reader.SCHOOL),
)
CONFIDENTIAL = ConfidentialDetail(
    id=EntityId("confidential-1"),
    child_id=CHILD,
    words="1 Made-up Lane",
    kept_from=(Reader.PARENT,),
)
PICTURE = KeptPicture(
    id=EntityId("picture-1"),
    child_id=CHILD,
    review_id=REVIEW,
    image="bWFkZSB1cA==",
    description="A boat",
)
VERSION = DocumentVersion(
    id=EntityId("version-1"),
    child_id=CHILD,
    review_id=REVIEW,
    kind=DocumentKind.LETTER,
    number=1,
    reader=Reader.CHILD,
    content="{}",
    drafted_on=dt.date(2026, 12, 1),
)
SENDING = Sending(
    id=EntityId("sending-1"),
    child_id=CHILD,
    review_id=REVIEW,
    version_id=VERSION.id,
    to="Made-up Wren",
    reader=Reader.CHILD,
    way=SendingWay.HANDED_OVER,
    file_format="pdf",
    sent_on=dt.date(2026, 12, 2),
    sent_by="Made-up Officer",
)
READ_TOGETHER = ReadTogether(
    id=EntityId("read-together-1"),
    child_id=CHILD,
    review_id=REVIEW,
    version_id=VERSION.id,
    read_on=dt.date(2026, 12, 3),
    read_by="Made-up Officer",
)
REPLY = ChildsReply(
    id=EntityId("reply-1"),
    child_id=CHILD,
    review_id=REVIEW,
    version_id=VERSION.id,
    words="ok but i wont swim",
    how=HeardHow.SAID_TO_ME,
    received_on=dt.date(2026, 12, 3),
)
CONFIRMATION = ManagersConfirmation(
    id=EntityId("confirmation-1"),
    child_id=CHILD,
    review_id=REVIEW,
    on=dt.date(2026, 12, 4),
    by="Made-up Head",
    agrees=True,
)
TRANSLATED = TranslatedText(
    id=EntityId("translated-1"),
    child_id=CHILD,
    review_id=REVIEW,
    language="es",
    source="It was good to see you.",
    target="Me alegró verte.",
    translator="Made-up Office of Languages",
    translated_on=dt.date(2026, 12, 2),
)

# Those that schema 0003 brought.
OF_DOCUMENTS: tuple[Any, ...] = (  # Any: things of several kinds
    DOCUMENT_TEXT, READER_WISHES, PREFERRED_WORD, WITHHELD, CONFIDENTIAL, PICTURE, VERSION,
    SENDING, READ_TOGETHER, REPLY, CONFIRMATION, TRANSLATED,
)  # fmt: skip


def homes_of_what_is_written(uow: UnitOfWork) -> Mapping[type, object]:
    """Where each kind is kept."""
    return {
        DocumentText: uow.document_texts,
        ReaderWishes: uow.reader_wishes,
        PreferredWord: uow.preferred_words,
        WithheldPassage: uow.withheld_passages,
        ConfidentialDetail: uow.confidential_details,
        KeptPicture: uow.kept_pictures,
        DocumentVersion: uow.document_versions,
        Sending: uow.sendings,
        ReadTogether: uow.readings_together,
        ChildsReply: uow.childs_replies,
        ManagersConfirmation: uow.managers_confirmations,
        TranslatedText: uow.translated_texts,
    }


def put_what_is_written(uow: UnitOfWork, child: ChildId, review: ReviewId) -> None:
    """One of each, about this child and this review."""
    homes: Mapping[type, Any] = homes_of_what_is_written(uow)
    for sample in OF_DOCUMENTS:
        about: dict[str, str] = {"child_id": child}
        if hasattr(sample, "review_id"):
            about["review_id"] = review
        homes[type(sample)].put(replace(sample, **about))
