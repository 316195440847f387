"""The ledger: what went to the hub, what the hub has, and what two laptops disagree about.

Its parts build on each other: outgoing, incoming, record_states, forks; here are files, sealed
forms and wiping.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert as insert_or
from typing_extensions import override

from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.services.ledger_port import Cursor, Ledger
from iro_desktop.store import wiping
from iro_desktop.store.forks import Forks
from iro_desktop.store.ledger_part import among
from iro_desktop.store.ledger_tables import kept_file, purged, seal, seal_granted, stamp, unopened
from iro_desktop.store.tables import revision
from iro_desktop.wire.files import FILE_BYTES
from iro_desktop.wire.revisions import Sealed

FILES_BYTES_OF_A_CHILD = 4 * FILE_BYTES
"""The most bytes kept beside one child's revisions at once."""


class SqlLedger(Forks, Ledger):
    """The whole ledger, in one transaction."""

    @override
    def keep_seals(self, child: ChildId, seals: Mapping[str, Sealed]) -> None:
        """Keep the sealed form of a child's revisions, by their ids; one kept already stands."""
        rows = [
            {"revision_id": name, "child_id": child, "sealed": msgspec.json.encode(form).decode()}
            for name, form in seals.items()
        ]
        if rows:
            self._connection.execute(insert_or(seal).on_conflict_do_nothing(), rows)

    @override
    def seals(self, revisions: Iterable[str]) -> Mapping[str, Sealed]:
        """The sealed form of each of these that has one."""
        wanted = select(seal).where(among(seal.c.revision_id, revisions))
        return {
            row.revision_id: msgspec.json.decode(row.sealed, type=Sealed)
            for row in self._connection.execute(wanted)
        }

    @override
    def seals_of(self, child: ChildId) -> Mapping[str, Sealed]:
        """The sealed form of every revision of a child that has one."""
        return {
            row.revision_id: msgspec.json.decode(row.sealed, type=Sealed)
            for row in self._connection.execute(select(seal).where(seal.c.child_id == child))
        }

    @override
    def note_granted(self, device: str, revisions: Iterable[str]) -> None:
        """Note that another device was given the keys of these sealed revisions."""
        rows = [{"revision_id": name, "device": device} for name in revisions]
        if rows:
            self._connection.execute(insert_or(seal_granted).on_conflict_do_nothing(), rows)

    @override
    def granted(self, child: ChildId, device: str) -> frozenset[str]:
        """The child's sealed revisions whose keys another device was given from here."""
        wanted = (
            select(seal.c.revision_id)
            .join(seal_granted, seal_granted.c.revision_id == seal.c.revision_id)
            .where(seal.c.child_id == child, seal_granted.c.device == device)
        )
        return frozenset(self._connection.execute(wanted).scalars())

    @override
    def keep_file(self, child: ChildId, file: str, content: bytes) -> None:
        """Keep an attachment by its SHA-256, hex, until its revision is taken in or sent.

        Raises:
            UnreadableFile: its content is not what its name says, or there is no room for it.
        """
        if hashlib.sha256(content).hexdigest() != file:
            raise UnreadableFile(name=file, why="its content is not what its name says")
        held = select(func.coalesce(func.sum(func.length(kept_file.c.content)), 0)).where(
            kept_file.c.child_id == child, kept_file.c.sha256 != file
        )
        room = FILES_BYTES_OF_A_CHILD - self._connection.execute(held).scalar_one()
        if len(content) > min(FILE_BYTES, room):
            raise UnreadableFile(name=file, why="it is too large to be kept")
        keep = insert_or(kept_file).values(child_id=child, sha256=file, content=content)
        self._connection.execute(keep.on_conflict_do_nothing())

    @override
    def file(self, child: ChildId, file: str) -> bytes | None:
        """A kept attachment."""
        wanted = select(kept_file.c.content).where(
            kept_file.c.child_id == child, kept_file.c.sha256 == file
        )
        return self._connection.execute(wanted).scalar()

    @override
    def drop_file(self, child: ChildId, file: str) -> None:
        """An attachment is no longer needed beside its revision."""
        gone = (kept_file.c.child_id == child) & (kept_file.c.sha256 == file)
        self._connection.execute(delete(kept_file).where(gone))

    @override
    def purge_review(self, review: ReviewId) -> None:
        """Wipe this laptop's copy of a review. The hub's is not taken in again until brought back.

        Raises:
            NoSuchThing: there is no such review.
            StillUnsent: something of it waits in the outbox.
        """
        wiping.forget_review(self._connection, review, is_unsent_too=False)

    @override
    def received_at(self, review: ReviewId) -> dt.datetime | None:
        """When the hub received the last of a review; None where it did not say so of all."""
        held = (
            select(func.count(), func.count(stamp.c.received_at), func.max(stamp.c.received_at))
            .select_from(revision.outerjoin(stamp, stamp.c.revision_id == revision.c.id))
            .where(revision.c.review_id == review)
        )
        every, received, last = self._connection.execute(held).one()
        as_it_came = select(func.max(unopened.c.received_at)).where(unopened.c.review_id == review)
        other: dt.datetime | None = self._connection.execute(as_it_came).scalar()
        known: list[dt.datetime] = [each for each in (last, other) if each is not None]
        return None if received < every else max(known, default=None)

    @override
    def purged_reviews(self, child: ChildId) -> frozenset[ReviewId]:
        """Reviews of a child that were purged, or exported and forgotten, on this laptop."""
        wanted = select(purged.c.review_id).where(purged.c.child_id == child)
        return frozenset(map(ReviewId, self._connection.execute(wanted).scalars()))

    @override
    def bring_back(self, review: ReviewId) -> None:
        """Take a purged review in again: the child is to be pulled from the beginning."""
        wanted = select(purged.c.child_id).where(purged.c.review_id == review)
        child = self._connection.execute(wanted).scalar()
        if child is not None:
            self._connection.execute(delete(purged).where(purged.c.review_id == review))
            self.advance(ChildId(child), Cursor())

    @override
    def forget_child(self, child: ChildId) -> None:
        """Wipe a child's copy: things, history, files. Only where nothing of it waits.

        Raises:
            StillUnsent: something of it waits in the outbox.
        """
        wiping.forget_child(self._connection, child)
