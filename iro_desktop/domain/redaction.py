"""Cut what is kept from a reader out of a record, and leave a mark where it stood.

A mark is one character that nobody types, from Unicode's private use area, so that it comes through
every builder of documents unchanged; `documents.withheld_notes` puts words in its place.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

from iro_desktop.domain.kept_pictures import KeptPicture
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.tools.best_questions import AskedQuestion
from iro_desktop.domain.tools.safety_plan import NetworkPerson
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    WithheldBecause,
    WithheldPassage,
)

MARKS: Mapping[WithheldBecause, str] = MappingProxyType(
    {
        WithheldBecause.THIRD_PARTY: "\uf8a0",
        WithheldBecause.SERIOUS_HARM: "\uf8a1",
        WithheldBecause.CONFIDENTIAL_ADDRESS: "\uf8a2",
        WithheldBecause.KEEP_OUT: "\uf8a3",
    }
)

# What names a thing, or says how it is stored, is no text.
_NO_TEXT = frozenset(
    {
        *("id", "question", "item", "form", "image", "language", "part", "thing", "pictogram"),
        *("thread", "waits_for", "row", "column", "room", "bank_id"),
    }
)
# Where the same name is what somebody wrote.
_TEXT_HERE = frozenset({(AskedQuestion, "question"), (NetworkPerson, "part")})
_BETWEEN = r"[\W_]*"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"

T = TypeVar("T")


@cache
def any_spelling_of(words: str) -> re.Pattern[str] | None:
    """What finds these words however they are spaced, punctuated and capitalised; whole words only.

    None where there is no letter or digit to look for.
    """
    letters = [re.escape(each) for each in folded(words) if each.isalnum()]
    if not letters:
        return None
    return re.compile(_NO_LETTER_BEFORE + _BETWEEN.join(letters) + _NO_LETTER_AFTER, re.IGNORECASE)


def folded(text: str) -> str:
    """The text without accents, width and case: what two ways of writing it have in common."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()


class Redaction:
    """What is cut for one reader: `passages` and `details`.

    `cuts` counts what was cut, by reason; `lost` is what was not found.
    A passage is looked for in the field it was marked in, a confidential detail everywhere.
    """

    def __init__(
        self, passages: Iterable[WithheldPassage], details: Iterable[ConfidentialDetail]
    ) -> None:
        self.passages, self.details = tuple(passages), tuple(details)
        self._marked: dict[tuple[str, str], list[WithheldPassage]] = {}
        for passage in self.passages:
            self._marked.setdefault((passage.thing, passage.field), []).append(passage)
        self.cuts: Counter[WithheldBecause] = Counter()
        self._found: set[str] = set()

    @property
    def lost(self) -> tuple[WithheldPassage, ...]:
        """Passages whose words stand no longer where they were marked."""
        return tuple(passage for passage in self.passages if passage.id not in self._found)

    def of(self, thing: T) -> T:
        """The thing, and all in it, without what is kept from the reader."""
        return cast("T", self._of(thing, "", ""))

    def _of(self, value: object, thing: str, field: str) -> object:
        if isinstance(value, Enum | Explained):
            return value
        if isinstance(value, str):
            return self._of_text(value, thing, field)
        if isinstance(value, tuple):
            return tuple(self._of(each, thing, field) for each in value if not self._is_cut(each))
        if is_dataclass(value) and not isinstance(value, type):
            return self._of_fields(value)
        return value

    def _of_fields(self, value: object) -> object:
        name = getattr(value, "id", "")
        cut = {
            field.name: self._of(getattr(value, field.name), name, field.name)
            for field in fields(value)  # type: ignore[arg-type]  # a dataclass, as its caller made sure
            if _is_text(field.name) or (type(value), field.name) in _TEXT_HERE
        }
        return replace(value, **cut)  # type: ignore[type-var]  # the same

    def _is_cut(self, value: object) -> bool:
        """Whether a picture is kept from the reader as a whole."""
        if not isinstance(value, KeptPicture):
            return False
        passages = self._marked.get((value.id, "image"), ())
        for passage in passages:
            self._note(passage.because, passage.id)
        return bool(passages)

    def _of_text(self, text: str, thing: str, field: str) -> str:
        if field == "drawing":
            return self._of_drawing(text, thing)
        for passage in self._marked.get((thing, field), ()):
            text = self._without(text, passage)
        for detail in self.details:
            pattern = any_spelling_of(detail.words)
            if pattern and (count := len(pattern.findall(text))):
                self.cuts[WithheldBecause.CONFIDENTIAL_ADDRESS] += count
                text = pattern.sub(MARKS[WithheldBecause.CONFIDENTIAL_ADDRESS], text)
        return text

    def _of_drawing(self, strokes: str, thing: str) -> str:
        """A drawing is kept from a reader whole; no words stand in its strokes."""
        passages = self._marked.get((thing, "drawing"), ()) if strokes else ()
        for passage in passages:
            self._note(passage.because, passage.id)
        return "" if passages else strokes

    def _without(self, text: str, passage: WithheldPassage) -> str:
        mark = MARKS[passage.because]
        if not passage.words:
            if text:
                self._note(passage.because, passage.id)
            return mark if text else text
        if passage.words in text:
            cut = text.replace(passage.words, mark)
        else:
            pattern = any_spelling_of(passage.words)
            cut = pattern.sub(mark, text) if pattern else text
        if cut != text:
            self._note(passage.because, passage.id)
        return cut

    def _note(self, because: WithheldBecause, passage: str) -> None:
        self.cuts[because] += 1
        self._found.add(passage)


def _is_text(name: str) -> bool:
    return name not in _NO_TEXT and not name.endswith("_id")
