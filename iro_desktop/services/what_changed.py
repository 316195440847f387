"""What is other in a correction than in what was signed: said in it, in its reader's language."""

from dataclasses import dataclass

from iro_desktop.documents.blocks import Document, Span
from iro_desktop.documents.corrections import with_correction
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.ports import Clock, UnitOfWork


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """What is other in a correction than in what was signed.

    `words` are English; `translated` says the same in the reader's language, by `translator`.
    """

    words: str
    translated: str = ""
    translator: str = ""


def as_correction(uow: UnitOfWork, version: DocumentVersion, document: Document) -> Document:
    """The document with what changed under its title; as it is, where it corrects nothing."""
    corrected = uow.document_versions.find(version.corrects or "")
    if corrected is None or corrected.signed_at is None:
        return document
    tr = Translator(version.language)
    said = _what_changed(uow, version)
    return with_correction(document, corrected.signed_at.date(), said, tr)


def _what_changed(uow: UnitOfWork, version: DocumentVersion) -> Span:
    """In the reader's language where somebody put it so, and tagged as English where nobody did."""
    if version.language.startswith("en"):
        return Span(version.what_changed, authored=True)
    for text in reversed(uow.translated_texts.of_review(version.review_id)):
        if (text.language, text.source) == (version.language, version.what_changed):
            return Span(text.target, authored=True)
    return Span(version.what_changed, authored=True, language=ENGLISH)


def keep_translation(
    uow: UnitOfWork, version: DocumentVersion, what_changed: WhatChanged, clock: Clock
) -> None:
    """Keep what changed in the reader's language, where somebody put it so."""
    if what_changed.translated.strip():
        uow.translated_texts.put(
            TranslatedText(
                id=EntityId(new_id()),
                child_id=version.child_id,
                review_id=version.review_id,
                language=version.language,
                source=version.what_changed,
                target=what_changed.translated.strip(),
                translator=what_changed.translator.strip(),
                translated_on=clock.today(),
            )
        )
