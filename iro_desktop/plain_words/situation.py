"""For whom a text is written, and what is known of them: all that a remark depends on."""

from dataclasses import dataclass

from iro_desktop.plain_words.word_list import WordList


@dataclass(frozen=True)
class Situation:
    """One reader, and the words to look for.

    `age` is in whole years, None where nobody knows the reader's. `names` are what the reader is
    called; none where the text is not to a child. `pronouns` are the reader's, such as "she/her";
    empty where nobody has said. `preferred` are the child's own words: (in place of what, the
    word). `third_parties` are people in the record whom the reader does not know by what they do,
    `known_people` those whom the reader does: a name that both share is not found alone. `words`
    are the lists, the strongest first.
    """

    words: tuple[WordList, ...]
    age: int | None = None
    names: tuple[str, ...] = ()
    pronouns: str = ""
    preferred: tuple[tuple[str, str], ...] = ()
    third_parties: tuple[str, ...] = ()
    known_people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What is easy enough for an age.

    `sentence` is most words in a sentence, `ideas` most thoughts in one. `reading_age` is what a
    whole text should not be above, `hardest` what no one sentence should. `syllables` is how many
    make a word hard that nobody has listed.
    """

    sentence: int
    ideas: int
    reading_age: int
    hardest: int
    syllables: int


_YOUNG = Limits(sentence=12, ideas=1, reading_age=7, hardest=11, syllables=4)
_MIDDLE = Limits(sentence=15, ideas=2, reading_age=9, hardest=13, syllables=4)
_OLDER = Limits(sentence=20, ideas=2, reading_age=11, hardest=16, syllables=5)
_MIDDLE_FROM, _OLDER_FROM = 8, 13


def limits_for(age: int | None) -> Limits:
    """Under 8, 8 to 12, 13 and older; the middle one where the age is not known."""
    if age is None:
        return _MIDDLE
    if age < _MIDDLE_FROM:
        return _YOUNG
    return _MIDDLE if age < _OLDER_FROM else _OLDER
