"""The script of each character of a text: UAX #24, with what several scripts share resolved."""

import re
from collections.abc import Iterator
from functools import lru_cache

LATIN, ARABIC, HAN = "Latn", "Arab", "Hani"
_SHARED = {"Zyyy", "Zinh", "Zzzz"}

_OF_LANGUAGES = {
    "ar": ARABIC,
    "ur": ARABIC,
    "hi": "Deva",
    "bn": "Beng",
    "pa": "Guru",
    "zh": HAN,
}
# Letters of Basic Latin, Latin-1 and Latin Extended-A and B, and what they share with others.
_LATIN_ALONE = re.compile("[\x00-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


def script_of(language: str) -> str:
    """The script that a language (BCP 47) is written in, among those that documents are."""
    return _OF_LANGUAGES.get(language.split("-", maxsplit=1)[0], LATIN)


def scripts(text: str, language: str = "") -> list[str]:
    """The script of each character, as ISO 15924 has it.

    What scripts share (digits, spaces, punctuation, marks) goes with the letter before it; what
    stands before the first letter goes with that. A text without letters is in its language's.
    """
    if _LATIN_ALONE.fullmatch(text) and script_of(language) == LATIN:
        return [LATIN] * len(text)
    own = [*map(_own_script, text)]
    return [*_resolved(own, next(filter(None, own), script_of(language)))]


def _resolved(own: list[str], first: str) -> Iterator[str]:
    last = first
    for script in own:
        last = script or last
        yield last


@lru_cache(4096)
def _own_script(character: str) -> str:
    # 28 ms to load: letters in English never ask.
    from fontTools import unicodedata  # noqa: PLC0415

    script = str(unicodedata.script(character))
    if script not in _SHARED:
        return script
    shared_by = unicodedata.script_extension(character) - _SHARED
    return str(shared_by.pop()) if len(shared_by) == 1 else ""
