"""What a translator brought back, looked through before anything of it is kept.

Some faults stop a text: nothing could print it, or nobody knows what it translates. Others are for
a person to look at, for a number may be written as a word, and a name in other letters.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.documents.exchange.package import Returned, ReturnedText
from iro_desktop.documents.translating import Segment, key_of
from iro_desktop.i18n.directions import is_balanced

_ENGLISH_IN_A_ROW = 4
_FEWEST_LETTERS = 8
_MARKS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|</?\d+>|\{\w*\}")
_NUMBERS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF_SENTENCES = ".,;:!?)»”’\"'"


class Fault(StrEnum):
    """What can be wrong with a text that came back."""

    OTHER_LANGUAGE = "other_language"
    UNKNOWN = "unknown"
    TWICE = "twice"
    ENGLISH_CHANGED = "english_changed"
    MISSING = "missing"
    DIRECTION = "direction"
    MARKS = "marks"
    NUMBERS = "numbers"
    NAMES = "names"
    STILL_ENGLISH = "still_english"


STOPPING = frozenset(
    {
        *(Fault.OTHER_LANGUAGE, Fault.UNKNOWN, Fault.TWICE, Fault.ENGLISH_CHANGED),
        *(Fault.MISSING, Fault.DIRECTION),
    }
)
"""A text with one of these is not kept; with another, once a person has looked at it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `id` names the text, `place` the heading it stands under in the document.

    `text` is its English. `lost` is what the English has and the translation has not, `added` the
    other way round.
    """

    fault: Fault
    id: str = ""
    place: str = ""
    text: str = ""
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether the text cannot be kept as it came."""
        return self.fault in STOPPING


@dataclass(frozen=True, slots=True)
class Checked:
    """What can be kept, by the segment's id, and everything that was found.

    `waiting` can be kept too, once a person has looked at what was found of it.
    """

    good: Mapping[str, str]
    waiting: Mapping[str, str]
    findings: tuple[Finding, ...]


def check(
    sent: Iterable[Segment], returned: Returned, language: str, names: Iterable[str] = ()
) -> Checked:
    """Hold what came back against what the document says today.

    Args:
        sent: every text of the document that needs a translation.
        returned: what the translator's file holds.
        language: the one that was asked for.
        names: of people, which have to stand in a translation where they stand in the English.
    """
    if returned.language and returned.language.casefold() != language.casefold():
        finding = Finding(Fault.OTHER_LANGUAGE, lost=(language,), added=(returned.language,))
        return Checked({}, {}, (finding,))
    known = {segment.id: segment for segment in sent}
    by_id: dict[str, list[ReturnedText]] = {}
    for text in returned.texts:
        by_id.setdefault(text.id, []).append(text)
    findings = [
        Finding(Fault.UNKNOWN, text.id, text=text.source)
        for name, texts in by_id.items()
        if name not in known
        for text in texts
    ]
    people = tuple(name for name in dict.fromkeys(map(str.strip, names)) if name)
    good: dict[str, str] = {}
    waiting: dict[str, str] = {}
    for segment in known.values():
        found = tuple(_of_segment(segment, by_id.get(segment.id, []), people))
        findings += found
        if not any(one.stops for one in found):
            target = by_id[segment.id][0].target.strip()
            (waiting if found else good)[segment.id] = target
    return Checked(good, waiting, tuple(findings))


def _of_segment(
    segment: Segment, texts: list[ReturnedText], names: tuple[str, ...]
) -> Iterator[Finding]:
    def found(fault: Fault, lost: Iterable[str] = (), added: Iterable[str] = ()) -> Finding:
        return Finding(fault, segment.id, segment.place, segment.text, tuple(lost), tuple(added))

    filled = [text for text in texts if text.target.strip()]
    if not filled:
        yield found(Fault.MISSING)
        return
    if len({text.target.strip() for text in texts}) > 1:
        yield found(Fault.TWICE)
        return
    english, target = segment.text, filled[0].target.strip()
    if _folded(filled[0].source) != _folded(english):
        yield found(Fault.ENGLISH_CHANGED, added=(filled[0].source,))
    if not is_balanced(target) and is_balanced(english):
        yield found(Fault.DIRECTION)
    for fault, taken in ((Fault.MARKS, _marks), (Fault.NUMBERS, _numbers)):
        lost, added = _difference(taken(english), taken(target))
        if lost or added:
            yield found(fault, lost, added)
    gone = [name for name in names if _holds(english, name) and not _holds(target, name)]
    if gone:
        yield found(Fault.NAMES, gone)
    left = _still_english(english, target, names)
    if left:
        yield found(Fault.STILL_ENGLISH, added=(left,))


def _folded(text: str) -> str:
    """A text as far as programs leave it alone: they change spaces and quotation marks."""
    straight = key_of(text).translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(unicodedata.normalize("NFC", straight).split())


def _marks(text: str) -> Counter[str]:
    return Counter(mark.rstrip(_OF_SENTENCES) for mark in _MARKS.findall(text))


def _numbers(text: str) -> Counter[str]:
    """The numbers, in the digits 0 to 9, whatever point, comma or order they are written with."""
    latin = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    return Counter(number.lstrip("0") or "0" for number in _NUMBERS.findall(latin))


def _difference(
    before: Counter[str], after: Counter[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple((before - after).elements()), tuple((after - before).elements())


def _holds(text: str, name: str) -> bool:
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
    return re.search(pattern, text) is not None


def _still_english(english: str, target: str, names: tuple[str, ...]) -> str:
    """Words of the English that stand in the translation as they were; empty where there are few.

    All of a text where it came back as it went; else four words or more in a row.
    """
    own = {word.casefold() for name in names for word in _WORDS.findall(name)}
    before, after = _words(english), _words(target)
    to_translate = [word for word in before if word not in own]
    if before == after:
        return english if len("".join(to_translate)) >= _FEWEST_LETTERS else ""
    size = _ENGLISH_IN_A_ROW
    runs = {tuple(before[start : start + size]) for start in range(len(before) - size + 1)}
    for start in range(len(after) - size + 1):
        run = tuple(after[start : start + size])
        if run in runs and not own.issuperset(run):
            return " ".join(run)
    return ""


def _words(text: str) -> list[str]:
    """The words in small letters; addresses are none."""
    return [word.casefold() for word in _WORDS.findall(_MARKS.sub(" ", text))]
