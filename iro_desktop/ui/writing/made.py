"""What the presenter hands to the screen: a document as it stands, its text, its pages, a file."""

from dataclasses import dataclass

from iro_desktop.documents.formats import Format
from iro_desktop.documents.pdf_pages import PageSize
from iro_desktop.documents.written_parts import WrittenPart
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.services.copies import Copy
from iro_desktop.ui.writing.remarks import Reading


@dataclass(frozen=True, slots=True)
class Paper:
    """What the screen shows of the chosen document.

    `is_draft` says that the record it tells of may still change, `is_fixed` that it cannot any
    more; of a document that waits for no record, neither is true.
    """

    kind: DocumentKind
    is_draft: bool
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class Order:
    """Which file is to be made: whatever the screen turns to meanwhile."""

    wanted: CopyWanted
    file_format: Format


@dataclass(frozen=True, slots=True)
class Preview:
    """A page of HTML, and the size of its running text in points."""

    html: str
    points: float


@dataclass(frozen=True, slots=True)
class Composed:
    """A copy, and the page of HTML that shows it."""

    copy: Copy
    preview: Preview


@dataclass(frozen=True, slots=True)
class Inspected:
    """A copy as it is printed, the characters no font has, and what a child would stumble over.

    `reading` is None of a document that is not to a child.
    """

    pdf: bytes
    sizes: tuple[PageSize, ...]
    missing: frozenset[str]
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class PartToWrite:
    """One part that is written for this document alone, and what stands there."""

    part: WrittenPart
    words: str
