"""Where an offer goes in a text, once a person takes it. Nothing is ever taken by itself."""

from dataclasses import dataclass

from iro_desktop.plain_words.remarks import Remark, Rule
from iro_desktop.plain_words.running_text import paragraphs, sentence_ranges

_OPENING = " \"'“‘«(["


@dataclass(frozen=True, slots=True)
class Replacement:
    """`words` in place of what stands from `start` to before `end` in the whole text."""

    start: int
    end: int
    words: str


def taking(text: str, remark: Remark, offer: str) -> Replacement | None:
    """What taking an offer changes. None where the text says something else there by now.

    An explanation follows the sentence with the hard word; any other offer takes the words' place.
    At the start of a sentence it begins as the words did.
    """
    if text[remark.start : remark.end] != remark.words:
        return None
    first, last = _sentence_around(text, remark.start)
    if remark.rule is Rule.HARD_WORD:
        return Replacement(last, last, f" {offer}")
    begins = not text[first : remark.start].strip(_OPENING)
    if begins and remark.words[:1].isupper():
        offer = offer[:1].upper() + offer[1:]
    return Replacement(remark.start, remark.end, offer)


def _sentence_around(text: str, place: int) -> tuple[int, int]:
    for at, line in paragraphs(text):
        for start, end in sentence_ranges(line):
            if at + start <= place < at + end:
                return at + start, at + end
    return place, place
