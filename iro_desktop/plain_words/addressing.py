"""The reader spoken of as someone else: "the child", the reader's own name, "he/she".

The name is right where it calls the reader ("Dear Wren,", "Well done, Wren!"). After "Wren said",
a pronoun of the reader's is remarked on too, until someone else comes into the sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from iro_desktop.plain_words.reading import Reading
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import Paragraph, Sentence, Word, tokens, vocabulary

_OTHERS = frozenset({"this", "the", "our", "said", "above"})
_WHO = frozenset({"child", "child's", "youngster", "youngster's"})
_NOT_THE_READER = frozenset({"protection", "psychologist", "health", "care", "benefit", "minder"})
_EITHER = frozenset(
    {
        *(("he", "she"), ("she", "he"), ("him", "her"), ("her", "him"), ("his", "her")),
        *(("her", "his"), ("s", "he"), ("his", "hers"), ("himself", "herself")),
    }
)
_GREETS = vocabulary(
    """
    dear hello hi hey to love thanks you well done bye goodbye sorry happy birthday
    """
)
_FORMS = {
    "she": ("she", "her", "hers", "herself"),
    "he": ("he", "him", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}
_YOUR = frozenset({"his", "her", "their", "hers", "theirs"})
_PEOPLE = vocabulary(
    """
    mum mummy mother dad daddy father gran nan nana grandma grandad grandfather grandmother
    brother sister aunt auntie uncle cousin teacher carer carers worker friend friends people
    everyone someone nobody judge doctor nurse parents woman man girl boy lady baby we i you
    """
)


class _Mention(NamedTuple):
    first: int
    after: int
    reason: Reason
    offer: str


def third_person(reading: Reading) -> Iterator[Remark]:
    """Every place in a paragraph where the reader is spoken of and not to."""
    if not reading.situation.names:
        return
    names = _names(reading)
    pronouns = _pronouns(reading.situation.pronouns)
    paragraph = reading.paragraph
    goes_on = False
    for sentence in paragraph.sentences:
        mentions = sorted(_mentions(paragraph, sentence, names))
        spoken_of = list(_pronouns_after(sentence, mentions, pronouns, goes_on=goes_on))
        goes_on = bool(mentions) and not _has_others(sentence, mentions)
        for mention in sorted((*mentions, *spoken_of)):
            words = sentence.words[mention.first : mention.after]
            start, end = words[0].start, words[-1].end
            if not paragraph.is_quoted(start, end):
                text = paragraph.text[start:end]
                yield Remark(
                    start, end, Rule.THIRD_PERSON, mention.reason, text, offers=(mention.offer,)
                )


def _names(reading: Reading) -> tuple[tuple[str, ...], ...]:
    found = {tokens(name) for name in reading.situation.names}
    return tuple(sorted((name for name in found if name), key=len, reverse=True))


def _pronouns(said: str) -> frozenset[str]:
    known = [forms for name, forms in _FORMS.items() if name in tokens(said)]
    known = known or [_FORMS["she"], _FORMS["he"]]
    return frozenset(form for forms in known for form in forms)


def _mentions(
    paragraph: Paragraph, sentence: Sentence, names: tuple[tuple[str, ...], ...]
) -> Iterator[_Mention]:
    words = sentence.words
    at = 0
    while at < len(words):
        found = (
            _the_child(words, at)
            or _either(paragraph, words, at)
            or _name(paragraph, sentence, at, names)
        )
        if found:
            yield found
        at = found.after if found else at + 1


def _the_child(words: tuple[Word, ...], at: int) -> _Mention | None:
    if words[at].small not in _OTHERS or at + 1 >= len(words):
        return None
    after = at + 2
    noun = words[at + 1].small
    if noun == "young" and after < len(words) and words[after].small in {"person", "person's"}:
        noun, after = words[after].small, after + 1
    elif noun not in _WHO:
        return None
    if after < len(words) and words[after].small in _NOT_THE_READER:
        return None
    return _Mention(at, after, Reason.ABOUT_NOT_TO, "your" if noun.endswith("'s") else "you")


def _either(paragraph: Paragraph, words: tuple[Word, ...], at: int) -> _Mention | None:
    """The two in one: "he/she", "he or she"."""
    after = at + 1
    if after < len(words) and words[after].small == "or":
        after += 1
    elif after < len(words) and "/" not in paragraph.gap(words[at], words[after]):
        return None
    if after >= len(words) or (words[at].small, words[after].small) not in _EITHER:
        return None
    offer = "your" if words[at].small in _YOUR and words[after].small in _YOUR else "you"
    return _Mention(at, after + 1, Reason.ABOUT_NOT_TO, offer)


def _name(
    paragraph: Paragraph, sentence: Sentence, at: int, names: tuple[tuple[str, ...], ...]
) -> _Mention | None:
    words = sentence.words
    if not words[at].text[0].isupper():
        return None
    for name in names:
        after = at + len(name)
        run = [word.small for word in words[at:after]]
        owns = bool(run) and run[-1].endswith("'s")
        if owns:
            run[-1] = run[-1].removesuffix("'s")
        if tuple(run) == name:
            if not owns and _is_called(paragraph, sentence, at, after):
                return None
            return _Mention(at, after, Reason.NAMED_NOT_ADDRESSED, "your" if owns else "you")
    return None


def _is_called(paragraph: Paragraph, sentence: Sentence, at: int, after: int) -> bool:
    words, text = sentence.words, paragraph.text
    behind = text[words[after - 1].end :].lstrip()
    ends = not behind or not (behind[0].isalnum() or behind[0] in "(“\"'‘’")
    if at == 0:
        return ends
    comes_after_comma = "," in paragraph.gap(words[at - 1], words[at])
    return ends and (comes_after_comma or words[at - 1].small in _GREETS)


def _pronouns_after(
    sentence: Sentence, mentions: list[_Mention], pronouns: frozenset[str], *, goes_on: bool
) -> Iterator[_Mention]:
    taken = {place for mention in mentions for place in range(mention.first, mention.after)}
    spoken_of = goes_on
    for place, word in enumerate(sentence.words):
        if place in taken:
            spoken_of = True
        elif _is_someone_else(sentence, place):
            spoken_of = False
        elif spoken_of and word.small in pronouns:
            offer = "your" if word.small in _YOUR else "you"
            yield _Mention(place, place + 1, Reason.ABOUT_NOT_TO, offer)


def _has_others(sentence: Sentence, mentions: list[_Mention]) -> bool:
    taken = {place for mention in mentions for place in range(mention.first, mention.after)}
    return any(
        place not in taken and _is_someone_else(sentence, place)
        for place in range(len(sentence.words))
    )


def _is_someone_else(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word.small.removesuffix("'s") in _PEOPLE:
        return True
    return place > 0 and word.text[0].isupper()
