"""British spelling by Hunspell: which words of a text it does not know, and what they might be.

The dictionary is en_GB with endings in -ise (SCOWL, by npm `dictionary-en-gb`); it is read when
the first word is asked for. What the child or the council calls something, and the names in the
record, are never marked.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from unicodedata import combining, normalize

from hunspell import Hunspell

from iro_desktop import paths

DICTIONARY = "en_GB"
MOST_SUGGESTIONS = 6
_LONGEST = 60  # longer runs of letters are no words, and Hunspell has a limit of its own

# An address, a number with letters, or a word; only words are looked up.
_PIECE = re.compile(
    r"(?P<other>\S*(?:@|://|www\.)\S*|\w*\d\w*)|(?P<word>[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*)"
)
_JOINTS = re.compile(r"[\-‐‑]")
_POSSESSIVE = re.compile(r"['’]s?\Z")

Range = tuple[int, int]


@cache
def _dictionary() -> Hunspell:
    # UTF-8 whatever the system's own encoding is, so that a folder of any name can be read.
    folder = str(paths.words() / DICTIONARY)
    return Hunspell(DICTIONARY, hunspell_data_dir=folder, system_encoding="UTF-8")


@lru_cache(maxsize=20_000)
def _is_in_dictionary(word: str) -> bool:
    return len(word) > _LONGEST or bool(_dictionary().spell(word))


class Spelling:
    """Spelling as one record needs it: the dictionary, with words and names of its own."""

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        self._own = frozenset(
            part for word in own_words for part in _parts(_JOINTS.sub(" ", word).casefold())
        )

    def unknown(self, text: str, leave_out: Collection[Range] = ()) -> tuple[Range, ...]:
        """Where words stand that nobody knows, in order. Text in `leave_out` is not looked at.

        Abbreviations in capitals, numbers and addresses are no words here.
        """
        return tuple(
            (found.start(), found.end())
            for found in _PIECE.finditer(text)
            if found["word"] is not None
            and not self.knows(found["word"])
            and not any(start < found.end() and found.start() < end for start, end in leave_out)
        )

    def knows(self, word: str) -> bool:
        """Whether a word, or each part of one with hyphens, is spelt as someone spells it."""
        word = word.replace("’", "'")
        return self._is_known(word) or (
            _JOINTS.search(word) is not None
            and all(self._is_known(part) for part in _JOINTS.split(word))
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What the word might be, the likeliest first; none for a word that is known."""
        if self.knows(word) or len(word) > _LONGEST or not _can_be_asked(word):
            return ()
        found: tuple[str, ...] = _dictionary().suggest(word.replace("’", "'"))
        return found[:MOST_SUGGESTIONS]

    def _is_known(self, word: str) -> bool:
        bare = _POSSESSIVE.sub("", word)
        if len(bare) < 2 or bare.isupper() or (bare[:-1].isupper() and bare[-1] == "s"):  # noqa: PLR2004 - one letter
            return True
        if {word.casefold(), bare.casefold()} & self._own or not _can_be_asked(word):
            return True
        return any(_is_in_dictionary(form) for form in {word, bare, _without_accents(bare)})


def _parts(text: str) -> list[str]:
    return [found["word"].replace("’", "'") for found in _PIECE.finditer(text) if found["word"]]


def _without_accents(word: str) -> str:
    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _can_be_asked(word: str) -> bool:
    # Another script's letters are another language's words, and half a surrogate is no text.
    return all(letter < "\u0250" or letter in "‐‑" for letter in word)
