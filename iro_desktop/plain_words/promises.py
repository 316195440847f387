"""Promises that nobody owns, that have no day, or of which one could never see that they were kept.

A promise has `will`, `'ll`, `shall` or `going to` in it and is no question. It has no owner where
"someone" or a team will do it, or where it "will be done" and no `by ...` follows. Vague days and
deeds come from the lists of words.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from iro_desktop.plain_words.passive import passive_runs
from iro_desktop.plain_words.reading import Reading
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import Paragraph, Sentence
from iro_desktop.plain_words.term_finder import Found
from iro_desktop.plain_words.word_list import Kind

_WILL = frozenset({"will", "shall"})
_NOBODY = frozenset({"someone", "somebody", "anyone", "anybody", "team", "council"})
_NOBODY_IN_SHORT = frozenset({"someone'll", "somebody'll"})
_A_DAY = re.compile(
    r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Christmas|Easter|Eid|Diwali|birthday|today|"
    r"tomorrow|tonight)\b"
)
_NEAR = 4


def vague_promises(reading: Reading) -> Iterator[Remark]:
    """What in a paragraph's promises leaves open who, when or what."""
    paragraph = reading.paragraph
    for sentence in paragraph.sentences:
        will = _promise(paragraph, sentence)
        if will is not None:
            found = sorted((*_unowned(paragraph, sentence), *_vague(reading, sentence, will)))
            yield from _apart(one for one in found if not paragraph.is_quoted(one.start, one.end))


def _promise(paragraph: Paragraph, sentence: Sentence) -> int | None:
    """Where the promise of a sentence begins, as the place of a word; None where there is none."""
    if "?" in paragraph.text[sentence.words[-1].end : sentence.end]:
        return None
    for at, word in enumerate(sentence.words):
        if word.small in _WILL or word.small.endswith("'ll"):
            return at
        if word.small == "going" and [one.small for one in sentence.words[at + 1 : at + 2]] == [
            "to"
        ]:
            return at
    return None


def _unowned(paragraph: Paragraph, sentence: Sentence) -> Iterator[Remark]:
    words = sentence.words
    for before, word in pairwise(words):
        if word.small in _WILL and before.small in _NOBODY:
            yield _remark(paragraph, before.start, word.end, Reason.NO_OWNER)
    for word in words:
        if word.small in _NOBODY_IN_SHORT:
            yield _remark(paragraph, word.start, word.end, Reason.NO_OWNER)
    for at, after in passive_runs(paragraph, sentence):
        if at and (words[at - 1].small in _WILL or words[at - 1].small.endswith("'ll")):
            owned = after < len(words) and words[after].small == "by" and after + 1 < len(words)
            if not owned or not _names_someone(sentence, after + 1):
                yield _remark(paragraph, words[at - 1].start, words[after - 1].end, Reason.NO_OWNER)


def _names_someone(sentence: Sentence, at: int) -> bool:
    """Whether a person comes after "by": Sam does, your social worker does, Friday does not."""
    word = sentence.words[at]
    if _A_DAY.search(word.text):
        return False
    return word.small in {"me", "us", "your", "my", "our"} or word.text[0].isupper()


def _vague(reading: Reading, sentence: Sentence, will: int) -> Iterator[Remark]:
    text = reading.paragraph.text[sentence.start : sentence.end]
    has_day = bool(_A_DAY.search(text))
    promised_at = sentence.words[will].start
    you = will > 0 and sentence.words[will - 1].small == "you"
    for found in reading.terms:
        words = reading.words_of(found)
        if not sentence.start <= words[0].start < sentence.end:
            continue
        if (found.entry.kind is Kind.VAGUE_TIME and not has_day) or (
            found.entry.kind is Kind.VAGUE_DEED
            and not (you or has_day)
            and words[0].start > promised_at
            and _is_near(sentence, will, words[0].start)
        ):
            yield _of_term(reading, found)


def _is_near(sentence: Sentence, will: int, start: int) -> bool:
    return any(word.start == start for word in sentence.words[will + 1 : will + 1 + _NEAR])


def _of_term(reading: Reading, found: Found) -> Remark:
    start, end = reading.span_of(found)
    term = found.entry.term
    words = reading.paragraph.text[start:end]
    return Remark(start, end, Rule.PROMISE, found.entry.reason, words, (), term.why, term.offers)


def _remark(paragraph: Paragraph, start: int, end: int, reason: Reason) -> Remark:
    return Remark(start, end, Rule.PROMISE, reason, paragraph.text[start:end])


def _apart(found: Iterable[Remark]) -> Iterator[Remark]:
    end = -1
    for remark in found:
        if remark.start >= end:
            yield remark
            end = remark.end
