"""How each reader of a child's documents wants them, and so which copy is made by default."""

from collections.abc import Iterable
from dataclasses import replace

from iro_desktop.domain.copies import CopyWanted, usual_reader
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ChildId, ReviewId, natural_id
from iro_desktop.domain.reading import THE_CHILD, Length, ReaderWishes, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review
from iro_desktop.services.writing import reader_language

ENGLISH = "en-GB"


def keep(
    uow_factory: UnitOfWorkFactory,
    child_id: ChildId,
    reader: str = THE_CHILD,
    *,
    language: str = "",
    style: ReadingStyle = ReadingStyle.STANDARD,
    length: Length = Length.FULL,
) -> Changed:
    """Note how a reader wants a child's documents; what was noted of them before gives way.

    Raises:
        NoLanguage: nothing is written in this language.
        NoSuchThing: there is no such child.
    """
    with uow_factory() as uow:
        require_child(uow, child_id)
        name = reader.strip()
        own = natural_id("reader wishes", child_id, name.casefold())
        fresh = ReaderWishes(id=own, child_id=child_id, reader=name)
        held = _of(uow.reader_wishes.of_child(child_id), name)
        wishes = replace(held or fresh, language=_tag(language), style=style, length=length)
        changed = uow.reader_wishes.put(wishes)
    return Changed.of_child(child_id, Topic.CHILD, Topic.DOCUMENTS) if changed else Changed()


def forget(uow_factory: UnitOfWorkFactory, child_id: ChildId, reader: str = THE_CHILD) -> Changed:
    """Let a reader have the usual copies again; that it was otherwise stays in the history."""
    with uow_factory() as uow:
        held = _of(uow.reader_wishes.of_child(child_id), reader.strip())
        if held is None:
            return Changed()
        uow.reader_wishes.withdraw(held)
    return Changed.of_child(child_id, Topic.CHILD, Topic.DOCUMENTS)


def of_child(uow_factory: UnitOfWorkFactory, child_id: ChildId) -> tuple[ReaderWishes, ...]:
    """What every reader of a child's documents wishes, as it came to be known."""
    with uow_factory() as uow:
        return tuple(uow.reader_wishes.of_child(child_id))


def wanted_for(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    kind: DocumentKind,
    reader: Reader | None = None,
    reader_name: str = "",
) -> CopyWanted:
    """The copy that this reader wants; for the usual reader of the kind, where none is given.

    Where nobody asked a reader, the copy is in English, in the standard style and whole.

    Raises:
        NoSuchThing: there is no such review.
    """
    whom = usual_reader(kind) if reader is None else reader
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        wishes = _wishes_of(uow, review.child_id, whom, reader_name.strip())
    wanted = CopyWanted(review=review_id, kind=kind, reader=whom, reader_name=reader_name.strip())
    if wishes is None:
        return wanted
    return replace(
        wanted,
        language=wishes.language or ENGLISH,
        style=wishes.style,
        length=wishes.length,
    )


def _wishes_of(
    uow: UnitOfWork, child_id: ChildId, reader: Reader, name: str
) -> ReaderWishes | None:
    """The child's own for the child; those of the one who is named, for anybody else."""
    known = uow.reader_wishes.of_child(child_id)
    if reader is Reader.CHILD:
        return _of(known, THE_CHILD)
    return _of(known, name) if name else None


def _of(known: Iterable[ReaderWishes], reader: str) -> ReaderWishes | None:
    return next((one for one in known if one.reader.casefold() == reader.casefold()), None)


def _tag(language: str) -> str:
    said = language.strip()
    return reader_language(said).language.code if said else ""
