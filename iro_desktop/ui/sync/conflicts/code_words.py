"""Codes of tools and of care as people read them, where two versions of a thing are compared."""

from iro_desktop.domain.child import Subject
from iro_desktop.domain.review import Origin
from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.domain.tools.harm_matrix import Certainty
from iro_desktop.domain.tools.worries import WorryKind
from iro_desktop.i18n import screen, tr
from iro_desktop.services.return_labels import ReturnLabels


def tool_in_words(tool: Tool) -> str:
    """What a tool is called."""
    return {
        Tool.MAP: tr("Map"),
        Tool.WORRIES: tr("Worry statements"),
        Tool.HARM_MATRIX: tr("Harm matrix"),
        Tool.TRAJECTORY: tr("Trajectory"),
        Tool.THREE_HOUSES: tr("Three houses"),
        Tool.WIZARD: tr("Wizard"),
        Tool.FAIRY: tr("Fairy"),
        Tool.SAFETY_HOUSE: tr("Safety house"),
        Tool.WORDS_AND_PICTURES: tr("Words and pictures"),
        Tool.SAFETY_PLAN: tr("Safety plan and network"),
        Tool.BEST_QUESTIONS: tr("Best questions"),
    }[tool]


def entry_state_in_words(state: EntryState) -> str:
    """Whether there is an answer, and if not, why."""
    return {
        EntryState.UNANSWERED: tr("Not answered yet"),
        EntryState.ANSWERED: tr("Answered"),
        EntryState.DECLINED: tr("Would rather not say"),
        EntryState.NOT_APPLICABLE: tr("Does not apply"),
        EntryState.UNKNOWN: tr("Not known"),
    }[state]


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
