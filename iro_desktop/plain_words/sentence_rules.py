"""Sentences that are too long, hold more than one thought, or are hard as a whole.

A thought ends where a semicolon or a dash stands, and where one of the joining words is followed
by someone else who does something: "and we", "but it", "so I". `because`, `although` and `which`
after a comma begin one of their own. `when`, `if`, `who` and `that` do not: they belong to what
they explain. A sentence of few words is never too much.
"""

import re
from collections.abc import Iterator

from iro_desktop.plain_words.readability import FEWEST_IN_A_SENTENCE, counts_of
from iro_desktop.plain_words.reading import Reading
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import Paragraph, Sentence

_FEW = 8
_BREAKS = re.compile(r";| [–—-] ")
_JOINS = frozenset({"and", "but", "so", "or", "yet", "while", "then"})
_BEGINS = frozenset({"because", "although", "though", "whereas"})
_WHO_DOES = frozenset({"i", "you", "we", "they", "he", "she", "it", "there"})
_NOT_DOING = frozenset({"and", "or", "to", "at", "in", "on", "for", "with", "both", "too", "all"})


def remarks_on_sentences(reading: Reading) -> Iterator[Remark]:
    """Of each sentence: its length, how many thoughts it holds, how hard it is."""
    paragraph = reading.paragraph
    for sentence in paragraph.sentences:
        if paragraph.is_quoted(sentence.start, sentence.end):
            continue
        length, limit = sentence.length, reading.limits.sentence
        thoughts = ideas(paragraph, sentence)
        if length > limit:
            yield _remark(
                paragraph, sentence, Rule.LONG_SENTENCE, Reason.TOO_MANY_WORDS, length, limit
            )
        if thoughts > reading.limits.ideas and length > _FEW:
            yield _remark(
                paragraph,
                sentence,
                Rule.SEVERAL_IDEAS,
                Reason.TOO_MANY_IDEAS,
                thoughts,
                reading.limits.ideas,
            )
        if length <= limit:
            age = _reading_age(reading, sentence)
            if age > reading.limits.hardest:
                yield _remark(
                    paragraph,
                    sentence,
                    Rule.HARD_SENTENCE,
                    Reason.READS_OLD,
                    age,
                    reading.limits.hardest,
                )


def _reading_age(reading: Reading, sentence: Sentence) -> int:
    """In years, 0 for a sentence too short to tell.

    Names are passed over, since nobody chose them, and so are words of the lists, which have a
    remark of their own.
    """
    words = [
        word
        for at, word in enumerate(sentence.words)
        if not (at and word.text[0].isupper()) and not reading.is_listed(word.start, word.end)
    ]
    if len(words) < FEWEST_IN_A_SENTENCE:
        return 0
    return round(counts_of([words]).grade + 5)


def ideas(paragraph: Paragraph, sentence: Sentence) -> int:
    """How many thoughts a sentence holds; at least one."""
    words = sentence.words
    breaks = _BREAKS.findall(paragraph.text, sentence.start, sentence.end)
    number = 1 + len(breaks)
    for at, word in enumerate(words[1:-2], start=1):
        if (word.small in _BEGINS and words[at + 1].small != "of") or (
            word.small == "which" and "," in paragraph.gap(words[at - 1], word)
        ):
            number += 1
        elif word.small in _JOINS:
            number += _begins_anew(paragraph, sentence, at)
    return number


def _begins_anew(paragraph: Paragraph, sentence: Sentence, at: int) -> bool:
    words = sentence.words
    after = at + 1
    if words[after].small == "that":
        after += 1
    if after + 1 >= len(words) or words[after].small not in _WHO_DOES:
        return False
    verb = words[after + 1]
    return verb.small not in _NOT_DOING and not paragraph.gap(words[after], verb).strip()


def _remark(
    paragraph: Paragraph, sentence: Sentence, rule: Rule, reason: Reason, found: int, limit: int
) -> Remark:
    return Remark(
        sentence.start,
        sentence.end,
        rule,
        reason,
        paragraph.text[sentence.start : sentence.end],
        (("found", str(found)), ("limit", str(limit))),
    )
