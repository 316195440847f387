"""How someone wants to be written to: in which language, in which style, how long."""

from dataclasses import dataclass
from enum import StrEnum

from iro_desktop.domain.identifiers import ChildId, EntityId


class ReadingStyle(StrEnum):
    """What a document is like for its reader. Large print is 18 pt, larger print 24 pt."""

    STANDARD = "standard"
    LARGE_PRINT = "large-print"
    LARGER_PRINT = "larger-print"
    EASY_READ = "easy-read"
    WORDS_AND_PICTURES = "words-and-pictures"
    DYSLEXIA_FRIENDLY = "dyslexia-friendly"
    PLAIN_TEXT = "plain-text"
    AUDIO = "audio"


FORMS_OF_FILES = frozenset({ReadingStyle.PLAIN_TEXT, ReadingStyle.AUDIO})
"""Styles that are a kind of file, and have no look of their own on paper."""


class Length(StrEnum):
    """How much a letter says: all of it, or what matters most on one page."""

    FULL = "full"
    SHORT = "short"


THE_CHILD = ""
"""The reader that is the child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderWishes:
    """How one reader of a child's documents wants them. `reader` is a name; empty is the child.

    `language` is a BCP 47 tag; empty where nobody has asked.
    """

    id: EntityId
    child_id: ChildId
    reader: str = THE_CHILD
    language: str = ""
    style: ReadingStyle = ReadingStyle.STANDARD
    length: Length = Length.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferredWord:
    """A word that the child wants used for something, in place of the one that services have."""

    id: EntityId
    child_id: ChildId
    instead_of: str
    word: str
