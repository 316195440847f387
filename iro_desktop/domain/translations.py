"""A person's text in another language, and who put it into that language."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedText:
    """One text of a review's record in one language.

    `source` is the text as it stands in the record, so that a text changed since has no translation
    any more. `language` is a BCP 47 tag. `translator` is who translated it: a person or an office.
    """

    id: EntityId
    child_id: ChildId
    review_id: ReviewId
    language: str
    source: str
    target: str
    translator: str
    translated_on: dt.date
