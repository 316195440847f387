"""Sentences in which nobody does it: a form of `be` or `get`, perhaps a word between, a participle.

A participle ends in -ed or stands in a list of those that do not. What says how someone is (tired,
excited, allowed, born) is no passive here. Nor is what someone wants ("to be heard"), nor a
question that turns the words round: a missed one does less harm than ten false alarms.
"""

from collections.abc import Iterator

from iro_desktop.plain_words.reading import Reading, follows
from iro_desktop.plain_words.remarks import Reason, Remark, Rule
from iro_desktop.plain_words.running_text import Paragraph, Sentence, vocabulary

BE = vocabulary(
    """
    am is are was were be been being isn't aren't wasn't weren't getting get gets got
    """
)
_BETWEEN = vocabulary(
    """
    not never always often also still now just then already only soon all both being been ever
    almost even sometimes first again
    """
)
_MOST_BETWEEN = 3
_SHORTEST = 4
_LY = frozenset({"family", "friendly", "lovely", "lonely", "silly", "early", "ugly", "holy"})
_IRREGULAR = vocabulary(
    """
    made given told seen taken kept held sent done said found written brought built bought
    chosen drawn driven shown met paid put read heard taught thought sold stolen forgotten
    hidden caught fed led understood spoken thrown woken won worn beaten bitten eaten sung spent
    dealt begun overseen undertaken withdrawn hit shut split overheard rewritten misunderstood
    """
)
_HOW_SOMEONE_IS = vocabulary(
    """
    excited worried tired bored scared pleased interested surprised married related used
    supposed allowed based called named needed closed mixed gifted talented concerned frightened
    annoyed disappointed relaxed confused delighted embarrassed settled qualified disabled
    finished retired prepared limited loved wanted bed red need hundred naked wicked aged
    beloved sacred crooked ashamed amazed stressed depressed exhausted frustrated thrilled
    terrified shocked determined experienced motivated organised dressed crowded adopted
    separated divorced engaged located entitled indeed unexpected complicated detailed disgusted
    fascinated overwhelmed puzzled satisfied sophisticated unconcerned unhurried unwanted
    unloved dedicated devoted committed connected attached opposed packed rushed
    """
)


def passives(reading: Reading) -> Iterator[Remark]:
    """Every passive in a paragraph that is not someone's own words."""
    paragraph = reading.paragraph
    for sentence in paragraph.sentences:
        for at, after in passive_runs(paragraph, sentence):
            start, end = sentence.words[at].start, sentence.words[after - 1].end
            if not paragraph.is_quoted(start, end):
                words = paragraph.text[start:end]
                yield Remark(start, end, Rule.PASSIVE, Reason.NOBODY_DOES_IT, words)


def passive_runs(paragraph: Paragraph, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """From which word of a sentence to before which it is passive."""
    words = sentence.words
    at = 0
    while at < len(words):
        is_wish = words[at].small == "be" and at > 0 and words[at - 1].small == "to"
        found = (
            0
            if is_wish or words[at].small not in BE
            else _participle_after(paragraph, sentence, at)
        )
        if found:
            yield at, found + 1
            at = found
        at += 1


def _participle_after(paragraph: Paragraph, sentence: Sentence, at: int) -> int:
    """The place of the participle that makes a passive of the word at `at`; 0 where none does."""
    words = sentence.words
    for place in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(words))):
        if not follows(paragraph, words, place):
            return 0
        word = words[place].small
        if is_participle(word):
            return place
        if word not in _BETWEEN and not (word.endswith("ly") and word not in _LY):
            return 0
    return 0


def is_participle(word: str) -> bool:
    """Whether a word says that something is done to someone."""
    if word in _HOW_SOMEONE_IS:
        return False
    return word in _IRREGULAR or (
        word.endswith("ed") and len(word) >= _SHORTEST and not word.endswith("eed")
    )
