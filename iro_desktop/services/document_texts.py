"""What the IRO writes for one kind of document alone, kept as it is typed.

Each saving is one short transaction, so that what was typed is on the disk when it returns.
"""

from collections.abc import Mapping

from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.correspondence import DocumentKind, DocumentText, document_text_id
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.review_records import require_review


def read(
    uow_factory: UnitOfWorkFactory, review_id: ReviewId, kind: DocumentKind
) -> Mapping[str, str]:
    """What was written for a kind of document of a review, by the id of its part."""
    with uow_factory() as uow:
        return {
            text.part: text.words
            for text in uow.document_texts.of_review(review_id)
            if text.kind is kind
        }


def save(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    kind: DocumentKind,
    part: str,
    words: str,
) -> Changed:
    """Keep what was written for one part, exactly as it was typed; also after closing.

    Raises:
        NoSuchThing: there is no such review, or this kind of document has no such part.
    """
    if part not in {known.id for known in written_parts(kind, Translator())}:
        raise NoSuchThing(kind="part of this document", name=part)
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        text = DocumentText(
            id=document_text_id(review_id, kind, part),
            child_id=review.child_id,
            review_id=review_id,
            kind=kind,
            part=part,
            words=words,
        )
        if not words and uow.document_texts.find(text.id) is None:
            return Changed()  # nothing was there, and nothing is
        changed = uow.document_texts.put(text)
    if not changed:
        return Changed()
    return Changed.of(text, Topic.DOCUMENTS)
