"""What the IRO may write about a child: each field's value, and how a value is kept."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum

from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import tr


class AboutField(StrEnum):
    """The fields, by the name that the child has for each, in their order on screen."""

    KNOWN_AS = "known_as"
    FAMILY_NAME = "family_name"
    PRONOUNS = "pronouns"
    LANGUAGES = "languages"
    COMMUNICATION_NEEDS = "communication_needs"
    SOCIAL_WORKER = "social_worker"
    IRO_NAME = "iro_name"
    IRO_ALLOCATED_ON = "iro_allocated_on"
    PERMANENTLY_MATCHED_ON = "permanently_matched_on"
    SIBLING_GROUP = "sibling_group"
    PERMANENCE_PLAN = "permanence_plan"
    PARENT = "parent_id"


DECIDE_ON_IRO = (AboutField.IRO_NAME, AboutField.PARENT)
"""What makes a conflict between a parent and a child who are both looked after."""

DATES = frozenset({AboutField.IRO_ALLOCATED_ON, AboutField.PERMANENTLY_MATCHED_ON})


def question(field: AboutField) -> str:
    """What stands above the field."""
    return {
        AboutField.KNOWN_AS: tr("Known as"),
        AboutField.FAMILY_NAME: tr("Family name"),
        AboutField.PRONOUNS: tr("Pronouns"),
        AboutField.LANGUAGES: tr("Languages"),
        AboutField.COMMUNICATION_NEEDS: tr("Communication needs"),
        AboutField.SOCIAL_WORKER: tr("Social worker"),
        AboutField.IRO_NAME: tr("Independent Reviewing Officer"),
        AboutField.IRO_ALLOCATED_ON: tr("IRO since"),
        AboutField.SIBLING_GROUP: tr("Sibling group"),
        AboutField.PERMANENCE_PLAN: tr("Permanence plan"),
        AboutField.PERMANENTLY_MATCHED_ON: tr("Permanently matched on"),
        AboutField.PARENT: tr("A parent who is looked after too"),
    }[field]


def hint(field: AboutField) -> str:
    """What helps to fill it in; empty where nothing needs saying."""
    return {
        AboutField.PRONOUNS: tr("For example she/her, they/them."),
        AboutField.LANGUAGES: tr("With commas between them."),
        AboutField.COMMUNICATION_NEEDS: tr("How to speak with and listen to this child."),
        AboutField.SIBLING_GROUP: tr("A word that siblings share here."),
        AboutField.PERMANENCE_PLAN: tr("For example long-term fostering."),
        AboutField.PARENT: tr("Parent and child have different IROs."),
    }.get(field, "")


def value_of(child: Child, field: AboutField) -> str:
    """What stands in the field: text, with a date as ISO text."""
    value = getattr(child, field.value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def with_value(child: Child, field: AboutField, text: str) -> Child:
    """The child with what was written in the field."""
    written = text.strip()
    if field is AboutField.PARENT:
        return replace(child, parent_id=ChildId(written) if written else None)
    if field in DATES:
        return _with(child, field, dt.date.fromisoformat(written) if written else None)
    if field is AboutField.LANGUAGES:
        return _with(child, field, in_commas(written))
    return _with(child, field, written)


def in_commas(text: str) -> tuple[str, ...]:
    """The things that commas keep apart."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _with(child: Child, field: AboutField, value: str | tuple[str, ...] | dt.date | None) -> Child:
    return replace(child, **{field.value: value})  # type: ignore[arg-type]  # by the table above
