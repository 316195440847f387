"""A text taken apart: paragraphs, their sentences, the words in them, each with where it stands.

A paragraph is a line: an editor has one block for it, and a document one block, item or cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

# An apostrophe joins a word, a hyphen does not: "attention-seeking" is met word by word.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*['’]?")
_JOINTS = "-‐‑@._/"
_ENDS = ".!?…؟۔।॥"
_SENTENCE_END = re.compile(
    rf"[{_ENDS}]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*(?:[^\W_]|$)|\s*\Z)|[。！？]+[」』”’）]*"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|St|Rev|Prof|Sgt|No|Nos|p|pp|vs|approx)"
    r"|\b(?:e\.g|i\.e|a\.m|p\.m|etc)|(?:^|[\s.(])[A-Z])\.\Z"
)
_ENDS_ONE_TOO = re.compile(r"\b(?:a\.m|p\.m|etc)\.\Z")
_QUOTED = re.compile('“[^“”\n]*”|"[^"\n]*"|«[^«»\n]*»')


class Word(NamedTuple):
    """A word of a paragraph. `small` is it in small letters, with a straight apostrophe."""

    text: str
    small: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph, from its first letter to its last full stop.

    `length` is how many words a reader meets: those that a hyphen joins are one, and so is an
    address or a telephone number.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    length: int


@dataclass(frozen=True)
class Paragraph:
    """One line of text. `start` is where it begins in the whole; all else counts from there."""

    text: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order. A run without a word belongs to none."""
        found: list[Sentence] = []
        words = self.words
        at = 0
        for start, end in sentence_ranges(self.text):
            first = at
            while at < len(words) and words[at].start < end:
                at += 1
            if at > first:
                its = words[first:at]
                found.append(Sentence(start, end, its, len(its) - self._joined(its)))
        return tuple(found)

    def _joined(self, words: tuple[Word, ...]) -> int:
        """How many words go on the one before: grown-ups, a@council.example, 01632 960001."""
        return sum(
            (before.end + 1 == word.start and self.text[before.end] in _JOINTS)
            or (before.text.isdecimal() and word.text.isdecimal() and self.gap(before, word) == " ")
            for before, word in pairwise(words)
        )

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return tuple(_words(self.text))

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """What stands in double quotation marks: someone's own words, to be left as they are."""
        return tuple(found.span() for found in _QUOTED.finditer(self.text))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of it stands in quotation marks."""
        return any(first <= start and end <= last for first, last in self.quoted)

    def gap(self, before: Word, after: Word) -> str:
        """What stands between two words that follow each other."""
        return self.text[before.end : after.start]


def tokens(text: str) -> tuple[str, ...]:
    """The words of a term or a name as they are looked for."""
    return tuple(word.small for word in _words(text))


def vocabulary(words: str) -> frozenset[str]:
    """A set of words from a text that lists them."""
    return frozenset(words.split())


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Every line that says anything, with where it begins."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def sentence_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end, without the space between them."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if _goes_on(text, start, found):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation, or small letters follow it."""
    after = text[found.end() :].lstrip().lstrip("\"'“‘«([")
    if not after:
        return False
    if after[0].islower() and found[0][0] in ".…":
        return True
    so_far = text[start : found.end()]
    return bool(_ABBREVIATION.search(so_far)) and not _ENDS_ONE_TOO.search(so_far)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bare = text[start:end]
    if bare.strip():
        yield start + len(bare) - len(bare.lstrip()), start + len(bare.rstrip())


def _words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        word = found[0]
        if word[-1] in "'’":  # it closes a quotation, or is the boys' own: no part of the word
            word = word[:-1]
        small = word.casefold().replace("’", "'")
        yield Word(word, small, found.start(), found.start() + len(word))
