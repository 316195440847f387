"""What goes to a translator, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from iro_desktop.documents.translating import Segment


class ExchangeFormat(StrEnum):
    """As what file. XLIFF is what translators' programs read, Word what everyone has."""

    XLIFF = "xlf"
    WORD = "docx"


@dataclass(frozen=True, slots=True)
class Package:
    """The texts of one copy of one document, for one language.

    `translations` are those there already, by the segment's id.
    """

    language: str
    segments: tuple[Segment, ...]
    translations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnedText:
    """One text as it came back. `source` is what stands beside it as its English."""

    id: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. `language` is empty where the file names none."""

    language: str
    texts: tuple[ReturnedText, ...]


class NotFromATranslator(ValueError):
    """The file is not one that was sent out, or too damaged to read."""
