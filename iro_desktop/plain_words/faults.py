"""What can be wrong with a list of words, and the sentence for each."""

from collections.abc import Mapping
from enum import StrEnum

from iro_desktop.problems import Problem
from iro_desktop.source_files import wording


class WordListFault(StrEnum):
    """Codes of the faults. A code once given keeps its meaning."""

    WORD_TWICE = "W001"
    NO_WORD_IN_IT = "W002"
    NOT_ITSELF = "W003"
    NOTHING_TO_OFFER = "W004"
    OFFERS_ITSELF = "W005"
    NOTHING_IN_THE_LIST = "W006"


SENTENCES: Mapping[str, str] = {
    **wording.SENTENCES,
    WordListFault.WORD_TWICE: (
        "'{subject}' stands in line {line} already; put all that can be said of it there"
    ),
    WordListFault.NO_WORD_IN_IT: "'{subject}' holds no letter or digit; write the word to look for",
    WordListFault.NOT_ITSELF: (
        "'{subject}' does not hold '{word}'; under 'unless' write longer runs of words that do"
    ),
    WordListFault.NOTHING_TO_OFFER: (
        "nothing is offered instead of '{subject}'; add 'offer' or say 'why'"
    ),
    WordListFault.OFFERS_ITSELF: (
        "'{subject}' is offered instead of itself; to let it stand, write it under 'allow'"
    ),
    WordListFault.NOTHING_IN_THE_LIST: (
        "the list holds nothing; write entries under 'words', 'allow', 'familiar' or 'spelling'"
    ),
}


def line_of(problem: Problem) -> str:
    """A problem in one line: where, which, what is wrong, and what to write instead."""
    return wording.line_of(problem, SENTENCES)


def sentence(problem: Problem) -> str:
    """A problem as one sentence."""
    return wording.sentence(problem, SENTENCES)
