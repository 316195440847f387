"""What can be wrong with a file of timescales, and the sentence for each."""

from collections.abc import Mapping
from enum import StrEnum

from iro_desktop.problems import Problem
from iro_desktop.source_files import wording


class TimescaleFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning."""

    NOT_A_LENGTH = "T001"
    NO_LENGTH = "T002"
    RULE_TWICE = "T003"
    VERSIONS_OVERLAP = "T004"
    ENDS_BEFORE_IT_BEGINS = "T005"
    NO_SUCH_RULE = "T006"
    LOOSER = "T007"
    OTHER_DIRECTION = "T008"
    NOT_IN_FORCE = "T009"
    NAME_TAKEN = "T010"
    KEPT_TOO_SHORT = "T011"


SENTENCES: Mapping[str, str] = {
    **wording.SENTENCES,
    TimescaleFault.NOT_A_LENGTH: (
        "'{subject}' is not a length; write a number and a unit, as in '20 working days', "
        "'4 weeks', '6 months' or '1 year'"
    ),
    TimescaleFault.NO_LENGTH: "this needs 'within' or 'before'; write one of them, and only one",
    TimescaleFault.RULE_TWICE: "'{subject}' stands in line {line} already; put the versions of "
    "one rule together",
    TimescaleFault.VERSIONS_OVERLAP: (
        "two versions of '{subject}' are both in force on {day}; give the older one a 'to'"
    ),
    TimescaleFault.ENDS_BEFORE_IT_BEGINS: "this ends before it begins; look at 'from' and 'to'",
    TimescaleFault.NO_SUCH_RULE: "no rule is called '{subject}'; {instead}",
    TimescaleFault.LOOSER: (
        "'{subject}' would be looser than {law}: for {start} it allows until {local}, and the law "
        "until {allowed}. A council may only tighten it; choose a length that never ends later"
    ),
    TimescaleFault.OTHER_DIRECTION: (
        "'{subject}' is counted {right} the event; write '{word}' in place of '{other}'"
    ),
    TimescaleFault.NOT_IN_FORCE: (
        "'{subject}' was not in force on {day}; let the council's own begin no sooner"
    ),
    TimescaleFault.NAME_TAKEN: (
        "'{subject}' is a rule already; to tighten it write 'rule: {subject}', or choose another id"
    ),
    TimescaleFault.KEPT_TOO_SHORT: (
        "'{subject}' would be kept for less time than {law} asks: from {start} until {local}, and "
        "by the law until {allowed}. A council may only keep it longer; choose a longer time"
    ),
}


def line_of(problem: Problem) -> str:
    """A problem in one line: where, which, what is wrong, and what to write instead."""
    return wording.line_of(problem, SENTENCES)


def sentence(problem: Problem) -> str:
    """A problem as one sentence."""
    return wording.sentence(problem, SENTENCES)
