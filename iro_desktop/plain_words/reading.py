"""One paragraph as the rules see it: the text taken apart, the words of the lists, the reader."""

from dataclasses import dataclass
from typing import NamedTuple

from iro_desktop.plain_words.remarks import Remark
from iro_desktop.plain_words.running_text import Paragraph, Sentence, Word
from iro_desktop.plain_words.situation import Limits, Situation
from iro_desktop.plain_words.term_finder import Found


@dataclass(frozen=True)
class Reading:
    """What every rule is given. `terms` are in order; `familiar` need no explaining."""

    paragraph: Paragraph
    terms: tuple[Found, ...]
    situation: Situation
    limits: Limits
    familiar: frozenset[str]

    def words_of(self, found: Found) -> tuple[Word, ...]:
        """The words of a term."""
        return self.paragraph.words[found.first : found.after]

    def span_of(self, found: Found) -> tuple[int, int]:
        """Where a term stands."""
        words = self.paragraph.words
        return words[found.first].start, words[found.after - 1].end

    def is_listed(self, start: int, end: int) -> bool:
        """Whether some list says something of what stands there."""
        return any(
            first < end and start < last
            for first, last in (self.span_of(found) for found in self.terms)
        )


class FirstUse(NamedTuple):
    """A word to be explained where it is first used. `remark` is None where it is explained."""

    start: int
    key: str
    remark: Remark | None


def follows(paragraph: Paragraph, words: tuple[Word, ...], at: int) -> bool:
    """Whether only a space stands between a word and the one before it."""
    return at > 0 and not paragraph.gap(words[at - 1], words[at]).strip()


def starts_sentence(sentence: Sentence, word: Word) -> bool:
    """Whether a word is the first of its sentence."""
    return sentence.words[0].start == word.start
