"""Words that a child may not know, and whether they are explained where they are first used.

A word is explained where the sentence that uses it says what it is ("An advocate is someone who
..."; "... is called an advocate"), or the next sentence does ("That means ...", "They are ...").
The next one is the better place: a sentence then holds one thought.
"""

import re
from collections.abc import Iterator

from iro_desktop.plain_words.reading import FirstUse, Reading, starts_sentence
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import Paragraph, Sentence, Word
from iro_desktop.plain_words.syllables import syllables
from iro_desktop.plain_words.word_list import Kind

_IS = frozenset({"is", "are"})
_MEANS = frozenset({"means", "mean", "stands"})
_SAYS_WHAT = frozenset(
    {
        *("a", "an", "the", "someone", "somebody", "something", "people", "what", "when", "where"),
        *("who", "how", "short", "like", "time", "grown", "your", "our", "my"),
    }
)
_POINTS = frozenset({"this", "that", "these", "those", "it", "they", "he", "she"})
_TELLS = (
    _IS
    | _MEANS
    | {
        "person",
        "people",
        "helps",
        "help",
        "makes",
        "make",
        "tells",
        "tell",
        "was",
        "were",
    }
)
_SELF = frozenset({"i", "my"})
_ARTICLES = frozenset({"a", "an", "the", "your", "my", "our"})
_SHORT_FORM = re.compile(r"[A-Z][A-Z0-9]{1,5}s?\Z")
_ROMAN = re.compile(r"[IVX]+\Z")
_IN_FULL_AFTER = re.compile(r"\s*\([^()]*\w\s+[^()]*\w[^()]*\)")
_MOSTLY = 0.6
_A_HEADLINE = 3


def hard_words(reading: Reading) -> Iterator[FirstUse]:
    """Hard words of the lists, then long ones that no list knows."""
    sentences = reading.paragraph.sentences
    for found in reading.terms:
        if found.entry.kind is not Kind.HARD:
            continue
        words = reading.words_of(found)
        place = _sentence_of(sentences, words[0])
        term = found.entry.term
        key = term.forms[0].casefold()
        yield from _first_use(reading, key, place, words, Rule.HARD_WORD, term.offers, term.why)
    for place, sentence in enumerate(sentences):
        for word in sentence.words:
            if _is_hard(reading, sentence, word):
                key = word.small.removesuffix("'s").removesuffix("s")
                yield from _first_use(reading, key, place, (word,), Rule.HARD_WORD)


def short_forms(reading: Reading) -> Iterator[FirstUse]:
    """Runs of capitals that are not among those everyone knows."""
    paragraph = reading.paragraph
    for place, sentence in enumerate(paragraph.sentences):
        if _is_shouted(sentence):
            continue
        for word in sentence.words:
            bare = word.text.removesuffix("s") if len(word.text) > 2 else word.text  # noqa: PLR2004 - "IT" is whole
            if (
                not _SHORT_FORM.match(word.text)
                or _ROMAN.match(word.text)
                or {word.text, bare} & reading.familiar
                or reading.is_listed(word.start, word.end)
            ):
                continue
            yield from _first_use(reading, bare, place, (word,), Rule.ACRONYM)


def _first_use(
    reading: Reading,
    key: str,
    place: int,
    words: tuple[Word, ...],
    rule: Rule,
    offers: tuple[str, ...] = (),
    why: str = "",
) -> Iterator[FirstUse]:
    start, end = words[0].start, words[-1].end
    if reading.paragraph.is_quoted(start, end):
        return
    if _is_explained(reading.paragraph, place, words):
        yield FirstUse(start, key, None)
        return
    text = reading.paragraph.text[start:end]
    reason = Reason.NOT_IN_FULL if rule is Rule.ACRONYM else Reason.NOT_EXPLAINED
    yield FirstUse(start, key, Remark(start, end, rule, reason, text, (), why, offers))


def _is_hard(reading: Reading, sentence: Sentence, word: Word) -> bool:
    if syllables(word.text) < reading.limits.syllables or not word.text.isalpha():
        return False
    if word.text[0].isupper() and not starts_sentence(sentence, word):
        return False
    singular = word.small.removesuffix("s")
    if {word.small, singular} & reading.familiar:
        return False
    return not reading.is_listed(word.start, word.end)


def _is_explained(paragraph: Paragraph, place: int, words: tuple[Word, ...]) -> bool:
    sentences = paragraph.sentences
    sentence = sentences[place]
    if _names_it(paragraph, sentence, words) or _defines(sentence, words):
        return True
    if place + 1 == len(sentences):
        return False
    after = sentences[place + 1]
    first, second = after.words[0].small, after.words[1].small if len(after.words) > 1 else ""
    if first in _POINTS and second in _TELLS:
        return True
    if first in _SELF and sentence.words[0].small in _SELF:
        return True
    texts = [word.small for word in words]
    size = len(texts)
    return any(
        [word.small for word in after.words[at : at + size]] == texts
        and _defines(after, after.words[at : at + size])
        for at in range(len(after.words))
    )


def _names_it(paragraph: Paragraph, sentence: Sentence, words: tuple[Word, ...]) -> bool:
    """Whether the word is given as a name for what was just said, or said in full beside it."""
    before = [word.small for word in sentence.words if word.end <= words[0].start]
    if before and before[-1] in _ARTICLES:
        before.pop()
    if before and before[-1] in {"called", "named"}:
        return True
    text, start, end = paragraph.text, words[0].start, words[-1].end
    if text[:start].endswith("(") and text[end:].startswith(")"):
        return True
    return bool(_IN_FULL_AFTER.match(text, end))


def _defines(sentence: Sentence, words: tuple[Word, ...]) -> bool:
    """Whether the sentence begins with the word, and goes on to say what it is."""
    at = next(at for at, word in enumerate(sentence.words) if word.start == words[0].start)
    begins = all(word.small in _ARTICLES for word in sentence.words[:at])
    after = at + len(words)
    rest = [word.small for word in sentence.words[after : after + 2]]
    if not begins or not rest:
        return False
    return rest[0] in _MEANS or (rest[0] in _IS and rest[-1] in _SAYS_WHAT)


def _is_shouted(sentence: Sentence) -> bool:
    if len(sentence.words) < _A_HEADLINE:
        return False
    letters = [one for word in sentence.words for one in word.text if one.isalpha()]
    return sum(one.isupper() for one in letters) > _MOSTLY * len(letters)


def _sentence_of(sentences: tuple[Sentence, ...], word: Word) -> int:
    return next(place for place, one in enumerate(sentences) if word.start < one.end)
