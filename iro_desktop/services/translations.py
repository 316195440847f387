"""What has been translated for a child: looked up for a document, and kept when it comes back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.translating import key_of, translated
from iro_desktop.domain.identifiers import EntityId, ReviewId, natural_id
from iro_desktop.domain.translations import TranslatedText
from iro_desktop.i18n.catalogues import TRANSLATED
from iro_desktop.i18n.translator import Translator
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review


@dataclass(frozen=True, slots=True)
class TranslatedBy:
    """Who translated, and on which day."""

    translator: str
    on: dt.date


def texts_for(uow: UnitOfWork, review: ReviewId, language: str) -> Mapping[str, TranslatedText]:
    """Every translation into a language that a review's documents may use, by what it translates.

    Those of the child's other reviews count where this one has none: a scaling question is asked
    again word for word. No other child's do.

    Raises:
        NoSuchThing: there is no such review.
    """
    child = require_review(uow, review).child_id
    known = [text for text in uow.translated_texts.of_child(child) if text.language == language]
    in_order = sorted(known, key=lambda text: (text.review_id == review, text.translated_on))
    return {key_of(text.source): text for text in in_order}


def translation_id(review: ReviewId, language: str, source: str) -> EntityId:
    """One text of one review has one translation into a language."""
    return natural_id("translation", review, language, key_of(source))


def in_language(
    uow_factory: UnitOfWorkFactory, review: ReviewId, document: Document, tr: Translator
) -> tuple[Document, tuple[str, ...]]:
    """A review's document with what has been translated, and the texts that have not been.

    Raises:
        NoSuchThing: there is no such review.
    """
    if tr.language.code not in TRANSLATED:
        return document, ()
    with uow_factory() as uow:
        texts = texts_for(uow, review, tr.language.code)
    return translated(document, texts, tr)


def keep(
    uow: UnitOfWork, review: ReviewId, language: str, texts: Mapping[str, str], by: TranslatedBy
) -> int:
    """Keep translations, by what they translate; those that were there already are replaced.

    Gives how many differ from what was kept.

    Raises:
        NoSuchThing: there is no such review.
    """
    child = require_review(uow, review).child_id
    before = {
        key_of(text.source): text
        for text in uow.translated_texts.of_review(review)
        if text.language == language
    }
    changed = 0
    for source, target in texts.items():
        known = before.get(key_of(source))
        if known is not None and known.target == target:
            continue
        text = known or TranslatedText(
            id=translation_id(review, language, source),
            child_id=child,
            review_id=review,
            language=language,
            source=source,
            target=target,
            translator=by.translator,
            translated_on=by.on,
        )
        put = replace(text, target=target, translator=by.translator, translated_on=by.on)
        uow.translated_texts.put(put)
        changed += 1
    return changed
