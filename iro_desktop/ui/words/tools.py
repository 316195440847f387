"""What the tools and the states of their entries are called on screen."""

from collections.abc import Mapping
from enum import StrEnum

from iro_desktop.domain.tools.entries import EntryState, Tool
from iro_desktop.i18n import tr

STATES_WITHOUT_WORDS = (
    EntryState.UNANSWERED,
    EntryState.DECLINED,
    EntryState.NOT_APPLICABLE,
    EntryState.UNKNOWN,
)


def title_of_tool(tool: Tool) -> str:
    """A neutral name, for where the practice pack gives none."""
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


def help_of_tool(tool: Tool) -> str:
    """What a tool is for, in one line."""
    return {
        Tool.MAP: tr("What is working well, what people worry about, and what needs to happen."),
        Tool.WORRIES: tr("What people worry about, with the goal and the scale that belong to it."),
        Tool.HARM_MATRIX: tr("What happened, how bad it was, and what it did to the child."),
        Tool.TRAJECTORY: tr("The steps to the goal, with every date they ever had."),
        Tool.THREE_HOUSES: tr("The child's worries, good things and dreams, in their own words."),
        Tool.WIZARD: tr("The three houses' questions, asked with the figure of a wizard."),
        Tool.FAIRY: tr("The three houses' questions, asked with the figure of a fairy."),
        Tool.SAFETY_HOUSE: tr("The child's own rules for a safe home, and how near it they are."),
        Tool.WORDS_AND_PICTURES: tr("The story of why things are as they are, agreed together."),
        Tool.SAFETY_PLAN: tr("The child's own people, what each does, and whether it held."),
        Tool.BEST_QUESTIONS: tr("Good questions to ask, and what was answered."),
    }[tool]


def states() -> Mapping[StrEnum, str]:
    """The ways of having no answer, none of which is taken for another; and having one."""
    return {
        EntryState.UNANSWERED: tr("Not answered yet"),
        EntryState.ANSWERED: tr("Answered"),
        EntryState.DECLINED: tr("Would rather not say"),
        EntryState.NOT_APPLICABLE: tr("Does not apply"),
        EntryState.UNKNOWN: tr("Not known"),
    }
