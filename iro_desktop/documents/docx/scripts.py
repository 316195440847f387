"""Which of Word's three kinds of type a character takes, and in which direction it runs.

ECMA-376 part 1, 17.3.2.26: a run has one font for Latin, one for East Asian and one for complex
scripts, and sizes and weight of their own for the last. Word picks the first two by character; for
a complex script it wants to be told.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby


class Script(Enum):
    """How Word sets a run. Neutral characters stand in whatever they are in the midst of."""

    SIMPLE = auto()
    COMPLEX = auto()
    RIGHT_TO_LEFT = auto()
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is set in one way."""

    script: Script
    text: str


# Devanagari to Sinhala, Thai to Myanmar, Khmer: the blocks that join and reorder, left to right.
_JOINING = ((0x0900, 0x0DFF), (0x0E00, 0x109F), (0x1780, 0x17FF), (0xA8E0, 0xA8FF))
_LATIN_OF_NOBODY = "en-GB"

# The regions that Word knows a language by, where a tag names none.
_REGIONS = {
    "ar": "ar-SA",
    "bn": "bn-BD",
    "cy": "cy-GB",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "hi": "hi-IN",
    "ms": "ms-MY",
    "pa": "pa-IN",
    "pl": "pl-PL",
    "tr": "tr-TR",
    "ur": "ur-PK",
    "zh-Hant": "zh-HK",
}
_COMPLEX_LANGUAGES = frozenset({"ar", "bn", "hi", "pa", "ur", "fa", "he", "th", "ta", "gu"})
_EAST_ASIAN_LANGUAGES = frozenset({"zh", "ja", "ko"})


@dataclass(frozen=True, slots=True)
class Tags:
    """What `w:lang` says: a language for each of Word's three kinds of type."""

    latin: str
    east_asian: str
    complex: str


def tags(language: str) -> Tags:
    """The tags for text in a language (BCP 47)."""
    tag = _REGIONS.get(language, language)
    first = language.split("-", maxsplit=1)[0]
    if first in _EAST_ASIAN_LANGUAGES:
        return Tags(_LATIN_OF_NOBODY, tag, _REGIONS["ar"])
    if first in _COMPLEX_LANGUAGES:
        return Tags(_LATIN_OF_NOBODY, _REGIONS["zh-Hant"], tag)
    return Tags(tag, _REGIONS["zh-Hant"], _REGIONS["ar"])


def stretches(text: str, base: Script) -> Iterator[Stretch]:
    """The text in parts to be set in one way each; `base` is the paragraph's own.

    Spaces, digits and signs go with what stands on both sides of them, else with the paragraph:
    the Unicode Bidirectional Algorithm's rules N1 and N2 (UAX #9), without its digits.
    """
    parts = [
        (script, "".join(character for _script, character in together))
        for script, together in groupby(_scripts(text), key=lambda each: each[0])
    ]
    resolved = (
        Stretch(_around(parts, place, base) if script is Script.NEUTRAL else script, part)
        for place, (script, part) in enumerate(parts)
    )
    for script, together in groupby(resolved, key=lambda each: each.script):
        yield Stretch(script, "".join(each.text for each in together))


def _around(parts: list[tuple[Script, str]], place: int, base: Script) -> Script:
    before = parts[place - 1][0] if place else base
    after = parts[place + 1][0] if place + 1 < len(parts) else base
    return before if before is after else base


def _scripts(text: str) -> Iterator[tuple[Script, str]]:
    current = Script.NEUTRAL
    for character in text:
        # A mark is set with its letter.
        if unicodedata.category(character)[0] != "M":
            current = _script(character)
        yield current, character


def _script(character: str) -> Script:
    direction = unicodedata.bidirectional(character)
    if direction in {"R", "AL", "AN"}:
        return Script.RIGHT_TO_LEFT
    if any(first <= ord(character) <= last for first, last in _JOINING):
        return Script.COMPLEX
    return Script.SIMPLE if direction == "L" else Script.NEUTRAL
