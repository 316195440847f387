"""Inviting to one review, without the screen."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from iro_desktop.documents.formats import Format
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import Translator
from iro_desktop.services import inviting
from iro_desktop.services.council_look import look_of, write_in_look
from iro_desktop.services.inviting import Sheet
from iro_desktop.services.private_file import write_file
from iro_desktop.services.workspace import Workspace


class Shape(StrEnum):
    """What the invitations are made as, by the ending of the files."""

    DRAFT = "eml"
    WORD = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Order:
    """Which files are to be made: whatever the screen turns to meanwhile."""

    review: ReviewId
    shape: Shape
    named: bool
    with_others: bool


@dataclass(frozen=True, slots=True)
class Made:
    """Files by their names, and the characters that no font here has."""

    files: tuple[tuple[str, bytes], ...]
    missing_characters: frozenset[str] = frozenset()


class InvitingPresenter:
    """One review's invitations. Both choices are off until the IRO makes them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._review: ReviewId | None = None
        self.named = False
        self.with_others = False

    @property
    def review(self) -> ReviewId:
        """The review that is invited to."""
        assert self._review is not None  # noqa: S101 - a view opens a review before it asks
        return self._review

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    def open(self, review: ReviewId) -> None:
        """Turn to a review, with nothing chosen. Raises NoSuchThing."""
        inviting.sheet(self._workspace.uow_factory, review)
        self._review = review
        self.named = self.with_others = False

    def sheet(self) -> Sheet:
        """Who is asked, who is missing, and by when."""
        return inviting.sheet(self._workspace.uow_factory, self.review)

    def is_late(self, sheet: Sheet) -> bool:
        """Whether the day has gone by which invitations should be sent."""
        return sheet.send_by is not None and sheet.send_by.on < self.today

    def order(self, shape: Shape) -> Order:
        """What is to be made of what is chosen now."""
        return Order(self.review, shape, self.named, self.with_others)

    def make(self, order: Order) -> Made:
        """An invitation for everyone who is asked. Raises NoSuchThing."""
        invitations = inviting.compose_all(
            self._workspace.uow_factory,
            order.review,
            Translator(),
            named=order.named,
            with_others=order.with_others,
        )
        with self._workspace.uow_factory() as uow:
            look = look_of(uow.settings)
        files: list[tuple[str, bytes]] = []
        missing: frozenset[str] = frozenset()
        for number, document in enumerate(invitations.documents, start=1):
            name = inviting.file_name(invitations.reference, number, order.shape.value)
            if order.shape is Shape.DRAFT:
                files.append((name, inviting.eml_draft(document)))
            else:
                written = write_in_look(document, Format(order.shape.value), look)
                files.append((name, written.data))
                missing |= written.missing_characters
        return Made(tuple(files), missing)

    def keep(self, made: Made, folder: Path) -> None:
        """Save the files; what stood there under one of their names is replaced.

        Raises:
            NoSpace: the disk is full.
            NotWritable: the system does not let us write there.
        """
        for name, data in made.files:
            write_file(data, folder / name)
