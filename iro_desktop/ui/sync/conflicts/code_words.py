"""Codes of tools and of care as people read them, where two versions of a thing are compared."""

from iro_desktop.domain.child import Subject
from iro_desktop.domain.review import Origin
from iro_desktop.domain.tools.harm_matrix import Certainty
from iro_desktop.domain.tools.worries import WorryKind
from iro_desktop.i18n import screen, tr
from iro_desktop.services.return_labels import ReturnLabels


def worry_in_words(kind: WorryKind) -> str:
    """What kind of worry it is."""
    return {
        WorryKind.WORRY: tr("A worry"),
        WorryKind.DANGER: tr("A danger: likely to happen if nothing changes"),
        WorryKind.HARM: tr("Harm that has happened"),
    }[kind]


def certainty_in_words(certainty: Certainty) -> str:
    """How sure it is."""
    return {
        Certainty.NOT_SAID: tr("Not said yet"),
        Certainty.KNOWN: tr("Known"),
        Certainty.ALLEGED: tr("Alleged"),
        Certainty.DISPUTED: tr("Disputed"),
    }[certainty]


def subject_in_words(subject: Subject) -> str:
    """Whose file it is."""
    return tr("A household’s") if subject is Subject.HOUSEHOLD else tr("A child’s")


def origin_in_words(origin: Origin) -> str:
    """Where a review was first known from."""
    return {
        Origin.LAPTOP: tr("Written with this program"),
        Origin.RETURN: tr("Out of a council’s file"),
    }[origin]


def care_in_words(field: str, code: str) -> str:
    """A code of the return about an episode of care, in words."""
    labels = ReturnLabels(screen())
    say = {
        "legal_status": labels.legal_status,
        "placement": labels.placement,
        "category_of_need": labels.category_of_need,
        "reason_for_move": labels.reason_for_move,
        "reason_ended": labels.reason_ended,
    }[field]
    return say(code) or code
