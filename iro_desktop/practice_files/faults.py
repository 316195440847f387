"""What can be wrong with a practice pack, and the sentence for each."""

from collections.abc import Mapping
from enum import StrEnum

from iro_desktop.problems import Problem
from iro_desktop.source_files import wording


class PracticeFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning."""

    NOTHING_IN_LIST = "P001"
    TOO_MANY = "P002"
    TITLE_TWICE = "P003"
    NOT_A_HOUSE = "P004"
    HOUSE_TWICE = "P005"
    NO_PATH = "P006"
    NO_SUCH_COLUMN = "P007"
    NOT_AN_AGE = "P008"
    AGES_TURNED = "P009"
    TOO_LONG = "P010"
    NOT_A_QUESTION = "P011"
    TWO_LISTS = "P012"
    ID_OF_THE_PROGRAM = "P013"


SENTENCES: Mapping[str, str] = {
    **wording.SENTENCES,
    PracticeFault.NOTHING_IN_LIST: (
        "'{subject}' holds nothing; write at least one entry, or leave '{subject}' out to keep "
        "what the program brings"
    ),
    PracticeFault.TOO_MANY: (
        "these are {count} {subject}, and a page has room for {limit}; put some of them together"
    ),
    PracticeFault.TITLE_TWICE: (
        "'{subject}' is the title in line {line} too; write another, so that people can tell "
        "the two apart"
    ),
    PracticeFault.NOT_A_HOUSE: "'{subject}' is a tool without rooms; {instead}",
    PracticeFault.HOUSE_TWICE: (
        "'{subject}' stands in line {line} already; put its rooms together under one of them"
    ),
    PracticeFault.NO_PATH: (
        "the safety house has no room 'path'; add one with 'id: path', on which the child shows "
        "how safe they feel"
    ),
    PracticeFault.NO_SUCH_COLUMN: "no column of the map is called '{subject}'; {instead}",
    PracticeFault.NOT_AN_AGE: (
        "'{subject}' must be an age in whole years from 0 to {limit}, and is '{value}'; "
        "write digits"
    ),
    PracticeFault.AGES_TURNED: "these ages end before they begin; swap 'from' and 'to'",
    PracticeFault.TOO_LONG: (
        "'{subject}' has {count} characters, and there is room for {limit}; say it in fewer words"
    ),
    PracticeFault.NOT_A_QUESTION: "this does not ask anything; end it with a question mark",
    PracticeFault.TWO_LISTS: (
        "'{subject}' and 'more_{subject}' both stand here; write '{subject}' to put yours in "
        "place of the program's, or 'more_{subject}' to add yours to them"
    ),
    PracticeFault.ID_OF_THE_PROGRAM: (
        "'{subject}' is the id of a question that the program brings; choose another"
    ),
}


def line_of(problem: Problem) -> str:
    """A problem in one line: where, which, what is wrong, and what to write instead."""
    return wording.line_of(problem, SENTENCES)


def sentence(problem: Problem) -> str:
    """A problem as one sentence."""
    return wording.sentence(problem, SENTENCES)
