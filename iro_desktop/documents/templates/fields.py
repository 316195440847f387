"""The fields that a template may name, and what each says. What they are for is told on screen."""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.documents.material import Material
from iro_desktop.domain.child import age_on
from iro_desktop.domain.correspondence import DocumentKind

TITLE = "title"
"""What a document calls itself where no wording says otherwise."""

AUTHORED = frozenset({"review_place"})
"""The fields that hold a person's own words, which a translator renders."""

_OF_THE_CHILD = frozenset({"child", "age", "social_worker"})
FIELDS = _OF_THE_CHILD | AUTHORED | {TITLE, "reader", "iro", "telephone", "email", "council"}
FIELDS |= {"review_day", "next_review_by", "today"}


def fields_of(kind: DocumentKind) -> frozenset[str]:
    """The fields for a kind of document. An adult's invitation may lie open: it names no child."""
    return FIELDS - _OF_THE_CHILD if kind is DocumentKind.INVITATION else FIELDS


def values_of(material: Material) -> Mapping[str, str]:
    """What each field says for this document; empty where the record does not say."""
    record, tr = material.record, material.tr
    day = record.review.held_on or record.review.planned_for
    has_age = not record.child.is_household
    return MappingProxyType(
        {
            "child": record.child.known_as.strip(),
            "age": str(age_on(record.child.date_of_birth, day)) if day and has_age else "",
            "reader": material.reader_name.strip(),
            "iro": record.iro.name.strip(),
            "telephone": record.iro.telephone.strip(),
            "email": record.iro.email.strip(),
            "council": record.iro.authority.strip(),
            "social_worker": record.child.social_worker.strip(),
            "review_day": tr.weekday_date(day) if day else "",
            "review_place": record.review.planned_at.strip(),
            "next_review_by": tr.date(record.next_due.on) if record.next_due else "",
            "today": tr.date(record.review.closed_on) if record.review.closed_on else "",
        }
    )
