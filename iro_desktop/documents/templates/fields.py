"""The fields that a template may name, with what each holds."""

from collections.abc import Mapping
from types import MappingProxyType

from iro_desktop.documents.material import Material
from iro_desktop.domain.child import age_on
from iro_desktop.i18n.translator import Translator


def described(tr: Translator) -> Mapping[str, str]:
    """Each field's name, with what it holds, for whoever writes a template."""
    return MappingProxyType(
        {
            "child": tr("what the child is called"),
            "age": tr("the child’s age on the day of the review"),
            "reader": tr("whom this copy is for, by name"),
            "iro": tr("the IRO’s name"),
            "telephone": tr("the IRO’s telephone number"),
            "email": tr("the IRO’s e-mail address"),
            "council": tr("the council’s name"),
            "social_worker": tr("the social worker’s name"),
            "review_day": tr("the day of the review"),
            "review_place": tr("where the review is held"),
            "next_review_by": tr("the last day for the next review"),
            "today": tr("the day the record was closed"),
        }
    )


FIELDS = frozenset(described(Translator()))


def values_of(material: Material) -> Mapping[str, str]:
    """What each field says for this document; empty where the record does not say."""
    record, tr = material.record, material.tr
    day = record.review.held_on or record.review.planned_for
    return MappingProxyType(
        {
            "child": record.child.known_as.strip(),
            "age": str(age_on(record.child.date_of_birth, day)) if day else "",
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
