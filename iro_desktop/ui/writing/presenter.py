"""The letter and the minutes of one review, without the screen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from iro_desktop.documents.html import Palette, body_points, write_html
from iro_desktop.documents.writers import Format, write
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Output
from iro_desktop.i18n import Translator
from iro_desktop.services import review_records, writing
from iro_desktop.services.changed import Changed
from iro_desktop.services.private_file import write_file
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.deadlines import Deadline, deadline


@dataclass(frozen=True, slots=True)
class Paper:
    """What the screen shows of the chosen document. `reader` is whom the letter is for.

    `send_by` is the last day in time to send it, None while the review was not held.
    """

    kind: DocumentKind
    is_draft: bool
    reader: str
    unsent: tuple[WrittenDocument, ...]
    send_by: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Which file is to be made: whatever the screen turns to meanwhile."""

    review: ReviewId
    kind: DocumentKind
    file_format: Format


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
        due = writing.send_by(self._workspace.uow_factory, record.review)
        return Paper(
            kind=self.kind,
            is_draft=not record.review.is_closed,
            reader=record.child.known_as,
            unsent=writing.unsent(self._workspace.uow_factory, self.review),
            send_by=deadline(due, self.today) if due else None,
        )

    def preview(self, palette: Palette, zoom: float) -> Preview:
        """The document as a page of HTML, from the tree that the files are made from.

        `zoom` is how much larger than on paper the text is shown: 1 to 2.
        """
        document = writing.compose(self._workspace, self.review, self.kind, Translator())
        points = body_points(document.design) * zoom
        return Preview(write_html(document, palette, zoom=zoom), points)

    def order(self, file_format: Format) -> Order:
        """What is to be made of what is shown now."""
        return Order(self.review, self.kind, file_format)

    def file_name(self, order: Order) -> str:
        """A name for the file that says nothing about the child."""
        return f"{order.kind.value}-{order.review[:8]}.{order.file_format.value}"

    def make(self, order: Order) -> tuple[bytes, frozenset[str]]:
        """The document's bytes, and the characters that no font here has."""
        document = writing.compose(self._workspace, order.review, order.kind, Translator())
        written = write(document, order.file_format)
        return written.data, written.missing_characters

    def keep(self, order: Order, data: bytes, out: Path) -> None:
        """Save a file, and remember that the document waits to be sent; a draft does not.

        Raises:
            NoSpace: the disk is full.
            NotWritable: the system does not let us write there.
        """
        write_file(data, out)
        clock, factory = self._workspace.clock, self._workspace.uow_factory
        changed = writing.note_written(factory, order.review, order.kind, clock)
        if changed:
            self._tell(changed)

    def mark_sent(self, document: WrittenDocument, to: str) -> None:
        """Say that a document has gone to its reader. Raises what the store raises."""
        clock = self._workspace.clock
        self._tell(writing.mark_sent(self._workspace.uow_factory, document, to, clock))
