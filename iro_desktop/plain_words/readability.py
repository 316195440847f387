"""How hard a text is to read, in figures: for English a reading age, for others only its lengths.

Flesch–Kincaid grade (Kincaid and others 1975), reading ease (Flesch 1948), automated readability
index (Senter and Smith 1967), Coleman–Liau (1975), LIX (Björnsson 1968). A reading age is the
Flesch–Kincaid grade and five years, since a first grade is for children of six.

Formulas count; they understand nothing. They were made from whole passages, so a text of a few
words and a sentence of under five get no figure of their own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iro_desktop.plain_words.running_text import Paragraph, Word, paragraphs, sentence_ranges
from iro_desktop.plain_words.syllables import syllables

FEWEST_IN_A_SENTENCE = 5
FEWEST_IN_A_TEXT = 20
_YOUNGEST = 5.0
_LONG_LETTERS = 7  # LIX calls a word of more than six letters long
_MANY_SYLLABLES = 3
_WITHOUT_SPACES = ("zh", "ja", "th")


@dataclass(frozen=True, slots=True)
class Lengths:
    """What can be counted in any language. This is no reading age.

    `lix` is words in a sentence and the share of long words in percent. `words` and `lix` are None
    where a language writes no spaces; `in_a_sentence` then counts characters.
    """

    sentences: int
    words: int | None
    in_a_sentence: float
    lix: float | None


@dataclass(frozen=True, slots=True)
class Readability:
    """The figures of an English text. `reading_age` is in years, None for too short a text."""

    words: int
    sentences: int
    syllables: int
    in_a_sentence: float
    reading_ease: float
    grade: float
    automated_index: float
    coleman_liau: float
    lix: float
    reading_age: float | None


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """One sentence of an English text: where it stands, its grade, and its long words."""

    start: int
    end: int
    words: int
    grade: float
    long_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need of a passage. Counts of passages add up."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    long_words: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.letters + other.letters,
            self.long_words + other.long_words,
        )

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade."""
        words, sentences = max(1, self.words), max(1, self.sentences)
        return 0.39 * words / sentences + 11.8 * self.syllables / words - 15.59

    def readability(self) -> Readability:
        """All figures, rounded to a tenth."""
        words, sentences = max(1, self.words), max(1, self.sentences)
        in_a_sentence, spoken = words / sentences, self.syllables / words
        age = max(_YOUNGEST, self.grade + 5) if self.words >= FEWEST_IN_A_TEXT else None
        return Readability(
            words=self.words,
            sentences=self.sentences,
            syllables=self.syllables,
            in_a_sentence=round(self.words / sentences, 1),
            reading_ease=round(206.835 - 1.015 * in_a_sentence - 84.6 * spoken, 1),
            grade=round(self.grade, 1),
            automated_index=round(4.71 * self.letters / words + 0.5 * in_a_sentence - 21.43, 1),
            coleman_liau=round(5.88 * self.letters / words - 29.6 * sentences / words - 15.8, 1),
            lix=round(in_a_sentence + 100 * self.long_words / words, 1),
            reading_age=None if age is None else round(age, 1),
        )


def counts_of(sentences: Iterable[Iterable[Word]]) -> Counts:
    """The counts of English sentences."""
    number = words = spoken = letters = long_words = 0
    for sentence in sentences:
        number += 1
        for word in sentence:
            length = len(word.text)
            words += 1
            letters += length
            spoken += syllables(word.text)
            long_words += length >= _LONG_LETTERS
    return Counts(number, words, spoken, letters, long_words)


def readability(text: str) -> Readability:
    """The figures of an English text."""
    return counts_of(
        sentence.words for _, line in paragraphs(text) for sentence in Paragraph(line).sentences
    ).readability()


def sentence_scores(text: str) -> tuple[SentenceScore, ...]:
    """Every sentence of an English text with words enough to score it alone."""
    return tuple(_scores(text))


def _scores(text: str) -> Iterator[SentenceScore]:
    for at, line in paragraphs(text):
        for sentence in Paragraph(line).sentences:
            if sentence.length >= FEWEST_IN_A_SENTENCE:
                yield SentenceScore(
                    at + sentence.start,
                    at + sentence.end,
                    sentence.length,
                    round(counts_of([sentence.words]).grade, 1),
                    tuple(
                        word.text
                        for word in sentence.words
                        if syllables(word.text) >= _MANY_SYLLABLES
                    ),
                )


def lengths(text: str, language: str) -> Lengths:
    """What can be counted in a text of any language, given by its BCP 47 tag."""
    pieces = [
        line[start:end] for _, line in paragraphs(text) for start, end in sentence_ranges(line)
    ]
    sentences = [piece for piece in pieces if any(one.isalnum() for one in piece)]
    number = max(1, len(sentences))
    if language.partition("-")[0] in _WITHOUT_SPACES:
        characters = sum(one.isalnum() for piece in sentences for one in piece)
        return Lengths(len(sentences), None, round(characters / number, 1), None)
    words = [word for piece in sentences for word in re.findall(r"\S+", piece)]
    sizes = [size for word in words if (size := sum(one.isalnum() for one in word))]
    in_a_sentence = len(sizes) / number
    many = sum(size >= _LONG_LETTERS for size in sizes)
    lix = in_a_sentence + 100 * many / max(1, len(sizes))
    return Lengths(len(sentences), len(sizes), round(in_a_sentence, 1), round(lix, 1))
