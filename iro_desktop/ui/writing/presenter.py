"""The letter and the minutes of one review, without the screen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.documents.html import Palette, body_points, write_html
from iro_desktop.documents.writers import Format, write
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.review import Output
from iro_desktop.i18n import Translator
from iro_desktop.services import review_records, writing
from iro_desktop.services.changed import Changed
from iro_desktop.services.private_file import write_file
from iro_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Paper:
    """What the screen shows of the chosen document. `chosen` is what the IRO decided to write."""

    child_id: ChildId
    kind: DocumentKind
    is_draft: bool
    chosen: Output | None
    unsent: tuple[WrittenDocument, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A page of HTML, and the size of its running text in points."""

    html: str
    points: float


class WritingPresenter:
    """One review's documents."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._review: ReviewId | None = None
        self.kind = DocumentKind.LETTER

    @property
    def review(self) -> ReviewId:
        """The review whose documents are shown."""
        assert self._review is not None  # noqa: S101 - a view opens a review before it asks
        return self._review

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def open(self, review: ReviewId) -> None:
        """Turn to a review: to its letter, or to minutes where only those will be written.

        Raises:
            NoSuchThing: there is no such review.
        """
        record = review_records.read(self._workspace.uow_factory, review, self.today)
        self._review = review
        output = record.review.output or writing.proposal(record, self.today).output
        self.kind = DocumentKind.MINUTES if output is Output.MINUTES else DocumentKind.LETTER

    def paper(self) -> Paper:
        """What is shown now."""
        record = review_records.read(self._workspace.uow_factory, self.review, self.today)
        return Paper(
            child_id=record.child.id,
            kind=self.kind,
            is_draft=not record.review.is_fixed,
            chosen=record.review.output,
            unsent=writing.unsent(self._workspace.uow_factory, self.review),
        )

    def preview(self, palette: Palette, zoom: float) -> Preview:
        """The document as a page of HTML, from the tree that the files are made from.

        `zoom` is how much larger than on paper the text is shown: 1 to 2.
        """
        document = writing.compose(self._workspace, self.review, self.kind, Translator())
        points = body_points(document.design) * zoom
        return Preview(write_html(document, palette, zoom=zoom), points)

    def file_name(self, file_format: Format) -> str:
        """A name for the file that says nothing about the child."""
        return f"{self.kind.value}-{self.review[:8]}.{file_format.value}"

    def make(self, file_format: Format) -> tuple[bytes, frozenset[str]]:
        """The document's bytes, and the characters that no font here has."""
        document = writing.compose(self._workspace, self.review, self.kind, Translator())
        written = write(document, file_format)
        return written.data, written.missing_characters

    def keep(self, data: bytes, out: Path) -> None:
        """Save a file, and remember that the document waits to be sent. Raises NotWritable."""
        write_file(data, out)
        if not self.paper().is_draft:
            clock = self._workspace.clock
            self._tell(
                writing.note_written(self._workspace.uow_factory, self.review, self.kind, clock)
            )

    def mark_sent(self, document: WrittenDocument, to: str) -> None:
        """Say that a document has gone to its reader."""
        clock = self._workspace.clock
        self._tell(writing.mark_sent(self._workspace.uow_factory, document, to, clock))
