"""What to say about a passphrase while it is being made up. It advises; it never scores a person.

The rule is the vault's: long enough. The rest is what NIST SP 800-63B asks a program to look for:
one letter over and over, a run along the alphabet, and the owner's own name.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.i18n import ntr, tr

LEAST_CHARACTERS = 12
_FEW_DIFFERENT = 5
_FEWEST_LETTERS_OF_A_NAME = 3
_ENOUGH_WORDS = 3
_LONG_WITHOUT_WORDS = 20
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890")
_LONGEST_RUN = 6


class Strength(StrEnum):
    """How a passphrase stands. All but the first three may be used."""

    NONE = "none"
    SHORT = "short"
    EASY = "easy"
    ENOUGH = "enough"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Advice:
    """How it stands, and how many characters it still lacks."""

    strength: Strength
    missing: int = 0

    @property
    def usable(self) -> bool:
        """Whether it may be taken."""
        return self.strength in {Strength.ENOUGH, Strength.STRONG}


def advise(passphrase: str, owner: Iterable[str] = ()) -> Advice:
    """What to say about a passphrase; `owner` holds names and addresses it must not lean on."""
    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        return Advice(Strength.NONE, LEAST_CHARACTERS)
    if len(text) < LEAST_CHARACTERS:
        return Advice(Strength.SHORT, LEAST_CHARACTERS - len(text))
    if _is_easy(text.casefold(), owner):
        return Advice(Strength.EASY)
    words = {word.casefold() for word in re.findall(r"\w{2,}", text)}
    strong = len(words) >= _ENOUGH_WORDS or len(text) >= _LONG_WITHOUT_WORDS
    return Advice(Strength.STRONG if strong else Strength.ENOUGH)


def _is_easy(text: str, owner: Iterable[str]) -> bool:
    left = _without_runs(text)
    for name in _names(owner):
        left = left.replace(name, "")
    return len(set(re.findall(r"\w", left))) < _FEW_DIFFERENT


def _names(owner: Iterable[str]) -> set[str]:
    """The words of the owner's names, long enough to stand for anyone."""
    words = {word for part in owner for word in re.findall(r"\w+", part.casefold())}
    return {word for word in words if len(word) >= _FEWEST_LETTERS_OF_A_NAME}


def _without_runs(text: str) -> str:
    """The text without stretches that follow the alphabet, the keyboard or the numbers."""
    for run in _RUNS:
        for line in (run, run[::-1]):
            for length in range(len(line), _LONGEST_RUN - 1, -1):
                for start in range(len(line) - length + 1):
                    text = text.replace(line[start : start + length], "")
    return text


@dataclass(frozen=True, slots=True)
class NewPassphraseFaults:
    """What is wrong with a new passphrase and with its repetition, in words or empty."""

    passphrase: str = ""
    again: str = ""

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.passphrase or self.again)


def check_new(passphrase: str, again: str, owner: Iterable[str] = ()) -> NewPassphraseFaults:
    """What stands in the way of taking a new passphrase that was typed twice."""
    advice = advise(passphrase, owner)
    if not advice.usable:
        return NewPassphraseFaults(passphrase=words_of(advice))
    if not again:
        return NewPassphraseFaults(again=tr("Type the passphrase once more."))
    if again != passphrase:
        return NewPassphraseFaults(again=tr("The two are not the same. Type the second one anew."))
    return NewPassphraseFaults()


def words_of(advice: Advice) -> str:
    """The advice as a sentence of the screen."""
    match advice.strength:
        case Strength.NONE:
            return tr("Use three or four words that only you would put together.")
        case Strength.SHORT:
            one, many = "{number} more character is needed.", "{number} more characters are needed."
            return ntr(one, many, advice.missing)
        case Strength.EASY:
            return tr("That is easy to guess. Use words that have nothing to do with each other.")
        case Strength.ENOUGH:
            return tr("Long enough. One more word would make it stronger.")
        case Strength.STRONG:
            return tr("A strong passphrase.")
