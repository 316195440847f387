"""What a template says, once it has been read: prose with fields, parts to put in, conditions."""

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: text, or a field to fill in. One of the two is empty."""

    text: str = ""
    field: str = ""
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


class ProseKind(Enum):
    """What a piece of prose is."""

    TITLE = auto()
    HEADING = auto()
    SUBHEADING = auto()
    PARAGRAPH = auto()
    NOTICE = auto()


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, a paragraph or a boxed remark. `line` counts from 1."""

    line: int
    kind: ProseKind
    runs: Runs


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document's own, with all its blocks, such as the promises."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""

    line: int


@dataclass(frozen=True, slots=True)
class When:
    """What stands there only where a field says something, or only where it does not."""

    line: int
    field: str
    then: "Pieces"
    otherwise: "Pieces" = ()
    is_not: bool = False


Piece = Prose | Items | Part | NewPage | When
Pieces = tuple[Piece, ...]
