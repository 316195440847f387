"""The documents of one review, without the screen: which copy is wanted, and what it is made of.

`compose`, `inspect` and `make` take all they need and may run in the background; the rest answers
at once.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.documents.html import Palette, write_html
from iro_desktop.documents.look import Role, look_of
from iro_desktop.documents.pdf_pages import page_sizes
from iro_desktop.documents.writers import Written
from iro_desktop.documents.written_parts import written_parts
from iro_desktop.domain.copies import FOR_THE_CHILD, CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.drafts import (
    HAS_THE_DECISIONS,
    TELLS_OF_THE_MEETING,
    may_still_change,
)
from iro_desktop.domain.identifiers import ReviewId, derived_id
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.review import OF_THE_CASE, Output, Review
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import Translator, screen
from iro_desktop.services import (
    copies,
    council_look,
    document_texts,
    plain_documents,
    plain_words,
    reading_wishes,
    review_records,
    versions,
    writing,
)
from iro_desktop.services.changed import Changed
from iro_desktop.services.copies import Copy
from iro_desktop.services.private_file import write_file
from iro_desktop.services.rights import Allowed, allowed
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.words.access import why_to_read
from iro_desktop.ui.words.reading import roles_of
from iro_desktop.ui.writing.made import (
    Composed,
    Inspected,
    Order,
    Paper,
    PartToWrite,
    Preview,
)
from iro_desktop.ui.writing.remarks import Reading, reading_of
from iro_desktop.ui.writing.shelf import Shelved, shelf

_FROM_THE_RECORD = TELLS_OF_THE_MEETING | HAS_THE_DECISIONS


class WritingPresenter:
    """One review's documents."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell_others = tell
        self.is_telling = False
        self._record: ReviewRecord | None = None
        self._wanted: dict[DocumentKind, CopyWanted] = {}
        self.kind = DocumentKind.LETTER

    def _tell(self, change: Changed) -> None:
        """Tell every screen. Meanwhile `is_telling`, so that this one need not listen."""
        self.is_telling = True
        try:
            self._tell_others(change)
        finally:
            self.is_telling = False

    # Which document

    @property
    def review(self) -> ReviewId:
        """The review whose documents are shown."""
        return self.record.review.id

    def concerns(self, change: Changed) -> bool:
        """Whether a change is to the review whose documents are shown.

        What came in from others names the children it is about, and no reviews.
        """
        if change.reviews:
            return self.review in change.reviews
        return not change.children or self.record.review.child_id in change.children

    def may_write(self, kind: str) -> bool:
        """Whether a thing of a kind may be written of the child."""
        return self._allowed().writes(kind)

    def why_to_read(self) -> str:
        """Why the record, or most of it, can only be read; nothing where it may be written."""
        return why_to_read(self._allowed(), self._workspace.clock.now())

    def _allowed(self) -> Allowed:
        workspace, child = self._workspace, self.record.child.id
        return allowed(workspace.uow_factory, child, workspace.clock)

    @property
    def record(self) -> ReviewRecord:
        """That review with all that hangs on it, as it was read last."""
        assert self._record is not None  # noqa: S101 - a view opens a review before it asks
        return self._record

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def is_open(self) -> bool:
        """Whether any review was opened yet."""
        return self._record is not None

    def open(self, review: ReviewId) -> None:
        """Turn to a review: to its letter, or to minutes where only those will be written.

        Whoever comes back to a review that is as far as it was finds the document they left.

        Raises:
            NoSuchThing: there is no such review.
        """
        before, self._record = self._record, self._read(review)
        if before is not None and _is_as_it_was(before.review, self.record.review):
            return
        self._wanted = {}
        output = self.record.review.output or writing.proposal(self.record, self.today).output
        is_letter = output is not Output.MINUTES and self.record.review.kind in OF_THE_CASE
        self.kind = DocumentKind.LETTER if is_letter else DocumentKind.MINUTES

    def read_again(self) -> None:
        """Look at the store anew: something may have changed there."""
        self._record = self._read(self.review)

    def _read(self, review: ReviewId) -> ReviewRecord:
        return review_records.read(self._workspace.uow_factory, review, self.today)

    def shelf(self) -> tuple[Shelved, ...]:
        """Every kind of document of the review, and how far each has come."""
        factory = self._workspace.uow_factory
        with factory() as uow:
            written = uow.written_documents.of_review(self.review)
        return shelf(self.record, versions.of_review(factory, self.review), written, self.today)

    def paper(self) -> Paper:
        """What is shown now."""
        return Paper(
            kind=self.kind,
            is_draft=may_still_change(self.kind, self.record.review),
            is_fixed=self.kind in _FROM_THE_RECORD and self.record.review.is_fixed,
        )

    # For whom, and how

    @property
    def wanted(self) -> CopyWanted:
        """The copy that is shown: as its reader wants it, until the writer wants it otherwise."""
        return self._wanted.get(self.kind) or self._usual()

    def want_reader(self, reader: Reader, name: str = "") -> None:
        """Make the copy for someone else, as that one wants it."""
        self._wanted[self.kind] = self._usual(reader, name)

    def want(
        self,
        *,
        language: str | None = None,
        style: ReadingStyle | None = None,
        length: Length | None = None,
    ) -> None:
        """Make the copy otherwise than its reader usually has it."""
        now = self.wanted
        self._wanted[self.kind] = replace(
            now,
            language=language or now.language,
            style=style or now.style,
            length=length or now.length,
        )

    def has_lengths(self) -> bool:
        """Whether this document can be short."""
        return self.kind is DocumentKind.LETTER

    def people(self) -> tuple[str, ...]:
        """Whom such a copy may be for, by name."""
        roles = roles_of(self.wanted.reader)
        return tuple(
            dict.fromkeys(
                one.name for one in self.record.participants if one.role in roles and one.name
            )
        )

    def _usual(self, reader: Reader | None = None, name: str = "") -> CopyWanted:
        factory = self._workspace.uow_factory
        return reading_wishes.wanted_for(factory, self.review, self.kind, reader, name)

    # What is written for this document alone

    def parts(self) -> tuple[PartToWrite, ...]:
        """The parts of this document that the record does not hold."""
        words = document_texts.read(self._workspace.uow_factory, self.review, self.kind)
        return tuple(
            PartToWrite(part, words.get(part.id, "")) for part in written_parts(self.kind, screen())
        )

    def keep_part(self, review: ReviewId, kind: DocumentKind, part: str, words: str) -> None:
        """Keep what was typed. Raises what the store raises."""
        factory = self._workspace.uow_factory
        self._tell(document_texts.save(factory, review, kind, part, words))

    # The document

    def compose(self, wanted: CopyWanted, palette: Palette, zoom: float) -> Composed:
        """The copy, safe or not, and its text as a page of HTML.

        `zoom` is how much larger than on paper the text is shown: 1 to 2.

        Raises:
            NoSuchThing: there is no such review, or its form is missing.
        """
        copy = copies.copy_of(self._workspace, wanted)
        points = look_of(copy.document).styles[Role.BODY].size * zoom
        return Composed(copy, Preview(write_html(copy.document, palette, zoom=zoom), points))

    def inspect(self, copy: Copy) -> Inspected:
        """What takes longer: the pages as they are printed, and the remarks on every sentence."""
        written = self._write(copy, Format.PDF)
        return Inspected(
            pdf=written.data,
            sizes=page_sizes(written.data),
            missing=written.missing_characters,
            reading=self._reading(copy),
        )

    def _write(self, copy: Copy, file_format: Format) -> Written:
        """In the council's look, as it is sent."""
        with self._workspace.uow_factory() as uow:
            look = council_look.look_of(uow.settings)
        return council_look.write_in_look(copy.document, file_format, look)

    def _reading(self, copy: Copy) -> Reading | None:
        if not is_for_the_child(copy.wanted):
            return None
        situation = plain_words.situation_at(self._workspace, copy.wanted.review)
        found = plain_documents.remarks_on_document(copy.document, situation)
        return reading_of(found, situation.age, screen())

    # Files

    def order(self, file_format: Format) -> Order:
        """What is to be made of what is shown now."""
        return Order(self.wanted, file_format)

    def file_name(self, order: Order) -> str:
        """A name for the file that says nothing about the child.

        A review's own id may hold the council's number, so the name has a number of its own.
        """
        number = derived_id("file of a document", order.wanted.review)[:8]
        return f"{order.wanted.kind.value}-{number}.{order.file_format.value}"

    def make(self, order: Order) -> tuple[bytes, frozenset[str]]:
        """The document's bytes, and the characters that no font here has.

        Raises:
            CouncilLookRefused: the council's look that was kept can no longer be used.
            WouldLeak, MarkLost: it is not safe to give to its reader.
        """
        copy = copies.copy_in(self._workspace, order.wanted, Translator(order.wanted.language))
        copy.require_safe()
        written = self._write(copy, order.file_format)
        return written.data, written.missing_characters

    def keep(self, order: Order, data: bytes, out: Path) -> None:
        """Save a file, and remember that the document waits to be sent; a draft does not.

        Raises:
            NoSpace: the disk is full.
            NotWritable: the system does not let us write there.
        """
        write_file(data, out)
        clock, factory = self._workspace.clock, self._workspace.uow_factory
        changed = writing.note_written(factory, order.wanted.review, order.wanted.kind, clock)
        if changed:
            self._tell(changed)


def _is_as_it_was(before: Review, now: Review) -> bool:
    return (before.id, before.status, before.output) == (now.id, now.status, now.output)


def is_for_the_child(wanted: CopyWanted) -> bool:
    """Whether a child reads it, so that it should be in words a child knows."""
    return wanted.kind in FOR_THE_CHILD or wanted.reader is Reader.CHILD
